/** `/unit/n/:nominationId` of a 线下件: next step, the hand-over sheet, what is registered, and what came in. Nothing of the candidate. */
import { useState } from 'react'
import { offlineSheet, registerOffline } from '#contract/operations/offline'
import { addressOf } from '../../api/call'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Checklist } from '../../ui/checklist'
import { Dialog } from '../../ui/dialog'
import { OfflineReading } from '../../ui/offline-reading'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { ApprovalRow } from '../approval-row'
import { Contact } from '../contact'
import { LastReturn } from '../last-return'
import { NextBar, NextStepBlock } from '../next-step-block'
import { useNextWords } from '../next-words'
import { useNomination } from '../nomination-frame'
import { Receipt } from '../receipt'
import type { Nomination } from '../reading'
import { OfflineFields, registeredOf } from './offline-fields'

type Offline = NonNullable<Nomination['offline']>

const ChangeRegistered = ({ nomination, offline }: { nomination: Nomination; offline: Offline }) => {
  const t = useText()
  const [typed, setTyped] = useState<Parameters<typeof OfflineFields>[0]['typed'] | null>(null)
  const change = useAct(registerOffline)
  const close = () => { change.reset(); setTyped(null) }
  const registered = typed === null ? null : registeredOf(typed)
  const go = () => registered && change.mutate({ params: { nominationId: nomination.id }, body: { version: nomination.version, ...registered } }, { onSuccess: () => { say(t('secrecy.offline.changed')); close() } })
  return (
    <>
      <Button onClick={() => setTyped({ ...offline, volumes: String(offline.volumes) })}>{t('secrecy.offline.change')}</Button>
      <Dialog open={typed !== null} onClose={close} title={t('secrecy.offline.change')} actions={<><Button onClick={close}>{t('unit.new.not')}</Button><Button look="primary" disabled={registered === null} busy={change.isPending} onClick={go}>{t('secrecy.offline.save')}</Button></>}>
        {typed === null ? null : <OfflineFields typed={typed} change={setTyped} />}
        <Refused error={change.error} />
      </Dialog>
    </>
  )
}

const Ways = () => {
  const t = useText()
  return <Section title={t('secrecy.offline.how')}><ol className="rule-list">{(['print', 'seal', 'carry', 'never'] as const).map((key) => <li key={key}>{t(`secrecy.offline.how.${key}`)}</li>)}</ol></Section>
}

export const OfflinePage = ({ offline }: { offline: Offline }) => {
  const t = useText()
  const context = useNomination()
  const { nomination: n, campaign } = context
  const next = useNextWords(context)
  const sheet = <ButtonLink reload icon="print" to={addressOf(offlineSheet, { nominationId: n.id })}>{t('secrecy.offline.sheet')}</ButtonLink>
  return (
    <PageFrame top={<NextStepBlock next={next} />} sideLabel={t('unit.side')} side={<><LastReturn nomination={n} /><Ways /><Contact contact={campaign.contact} /></>} bar={<NextBar next={next} />}>
      {n.receipt ? <Receipt nomination={n} /> : null}
      <Section title={t('secrecy.offline.registered')} note={t('secrecy.offline.note')} action={<>{n.may.includes('register') ? <ChangeRegistered nomination={n} offline={offline} /> : null} {sheet}</>}>
        <OfflineReading offline={offline} />
      </Section>
      <Section title={t('unit.group.approval')}><Checklist><ApprovalRow current={['send', 'submit'].includes(next.act.kind)} /></Checklist></Section>
    </PageFrame>
  )
}
