/** A 线下件 on the desk: no form and no files; the office registers that the papers came in. */
import { useState } from 'react'
import { receiveOffline } from '#contract/operations/offline'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { FieldRow } from '../../ui/field'
import { OfflineReading, type Offline } from '../../ui/offline-reading'
import { Section } from '../../ui/section'
import { DayField, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Nomination } from './letter'

const Receive = ({ nomination, offline }: { nomination: Nomination; offline: Offline }) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const [on, setOn] = useState(today)
  const [volumes, setVolumes] = useState(String(offline.volumes))
  const receive = useAct(receiveOffline)
  const n = Number(volumes)
  const whole = on !== '' && Number.isInteger(n) && n >= 1 && n <= 99
  const go = () => receive.mutate({ params: { nominationId: nomination.id }, body: { version: nomination.version, on, volumes: n } }, { onSuccess: () => say(t('secrecy.offline.receiveDone')) })
  return (
    <Section title={t('secrecy.offline.receive')} note={t('secrecy.offline.receiveNote')}>
      <FieldRow>
        <DayField label={t('secrecy.offline.receivedOn')} required to={today} value={on} onChange={setOn} />
        <TextField label={t('secrecy.offline.receivedVolumes')} required keyboard="numeric" value={volumes} onChange={setVolumes} />
      </FieldRow>
      <Refused error={receive.error} />
      <p className="gap"><Button disabled={!whole} busy={receive.isPending} onClick={go}>{t(offline.received === null ? 'secrecy.offline.receiveAct' : 'secrecy.offline.receiveAgain')}</Button></p>
    </Section>
  )
}

export const OfflineDesk = ({ nomination, offline }: { nomination: Nomination; offline: Offline }) => {
  const t = useText()
  return (
    <>
      <Section title={t('secrecy.offline.registered')} note={t('secrecy.offline.note')}><OfflineReading offline={offline} /></Section>
      {nomination.may.includes('receive') ? <Receive key={nomination.version} nomination={nomination} offline={offline} /> : null}
    </>
  )
}
