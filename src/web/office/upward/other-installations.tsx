/** 来往的平台: whose fingerprint was compared, by whom; the own one, as others compare it. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { endInstallation, fingerprintPdf, readIdentity } from '#contract/operations/arrivals'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { sayAt } from '../../ui/say-time'
import { State } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

type Installation = AnswerOf<typeof readIdentity>['installations'][number]
const LEAST = 5

export const useConfirmed = () => {
  const t = useText()
  const language = useLanguage()
  return (i: Installation): string => (i.confirmedAt === null ? t('upward.unconfirmed') : i.typed ? t('upward.confirmedTyped', { by: i.confirmedBy ?? '', at: sayAt(i.confirmedAt, language) }) : t('upward.confirmedTwo', { first: i.lookedBy ?? '', second: i.confirmedBy ?? '', at: sayAt(i.confirmedAt, language) }))
}

const End = ({ i }: { i: Installation }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const end = useAct(endInstallation)
  const go = () => end.mutate({ params: { installationId: i.id }, body: { reason } }, { onSuccess: () => { say(t('upward.others.endDone')); setOpen(false) } })
  if (i.endedAt !== null) return null
  return (
    <>
      <Button size="small" look="quiet" aria-label={t('upward.others.endLabel', { name: i.name })} onClick={() => setOpen(true)}>{t('upward.others.end')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('upward.others.endLabel', { name: i.name })} actions={<><Button look="block" disabled={[...reason.trim()].length < LEAST} busy={end.isPending} onClick={go}>{t('upward.others.end')}</Button><Button look="quiet" onClick={() => setOpen(false)}>{t('upward.others.endNot')}</Button></>}>
        <TextField label={t('upward.others.endReason')} hint={t('upward.others.endHint')} required value={reason} onChange={setReason} />
        <Refused error={end.error} />
      </Dialog>
    </>
  )
}

export const OtherInstallations = () => {
  const t = useText()
  const confirmed = useConfirmed()
  const query = useRead(readIdentity, { params: {} })
  const columns: Column<Installation>[] = [
    { key: 'name', head: t('upward.sender'), names: true, cell: (i) => i.name },
    { key: 'role', head: t('upward.others.role'), cell: (i) => (i.unitName === null ? t('upward.others.above') : t('upward.others.unit', { name: i.unitName })) },
    { key: 'print', head: t('upward.fingerprint'), cell: (i) => <span className="code-text">{i.fingerprint}</span> },
    { key: 'state', head: t('upward.incoming.standing'), cell: (i) => (i.endedAt !== null ? <State kind="none">{t('upward.others.ended')}</State> : <><State kind={i.confirmedAt === null ? 'warn' : 'ok'}>{t(i.confirmedAt === null ? 'upward.unconfirmed' : 'upward.confirmed')}</State>{i.confirmedAt === null ? null : <><br /><span className="small muted">{confirmed(i)}</span></>}</>) },
    { key: 'act', head: '', phone: 'bare', cell: (i) => <End i={i} /> },
  ]
  return (
    <Answer query={query}>{({ fingerprint, installations }) => (
      <>
        <Section title={t('upward.ownFingerprint')} note={t('upward.ownFingerprintNote')} action={<ButtonLink reload size="small" to={addressOf(fingerprintPdf)}>{t('upward.printFingerprint')}</ButtonLink>}><p className="sender-print">{fingerprint}</p></Section>
        <Section title={t('upward.others')}><Table caption={t('upward.others')} captionHidden columns={columns} rows={installations} keyOf={(i) => i.id} empty={<Empty title={t('upward.others.none')}>{t('upward.others.noneFact')}</Empty>} /></Section>
      </>
    )}</Answer>
  )
}
