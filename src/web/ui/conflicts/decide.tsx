/** 提出回避 or 不须回避: asked once more, with a reason the juror reads. */
import { useState } from 'react'
import { decideConflict } from '#contract/operations/conflicts'
import type { ConflictDecision } from '#core/review/conflicts/decide'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { SelectField } from '../choice-fields'
import { Dialog } from '../dialog'
import { FieldRow } from '../field'
import { KeyValue } from '../key-value'
import { Section } from '../section'
import { TextField } from '../text-fields'
import { say } from '../toast'
import type { Conflicts, PairOf } from './signs'

const LEAST = 2
interface Asked { campaignId: string; accountId: string; nominationId: string; juror: string; candidate: string }

const Ask = ({ asked, decision, onClose }: { asked: Asked; decision: ConflictDecision; onClose: () => void }) => {
  const t = useText()
  const [reason, setReason] = useState('')
  const act = useAct(decideConflict)
  const back = decision === 'standsBack'
  const names = { juror: asked.juror, candidate: asked.candidate }
  const send = () => act.mutate({ params: { campaignId: asked.campaignId }, body: { accountId: asked.accountId, nominationId: asked.nominationId, decision, reason: reason.trim() } }, {
    onSuccess: ({ withdrawn, voided }) => { say(!back ? t('conflicts.dismissed.done') : withdrawn > 0 ? t('conflicts.claimed.again', { n: withdrawn }) : t(voided > 0 ? 'conflicts.claimed.voided' : 'conflicts.claimed.done')); onClose() },
  })
  return (
    <Dialog open onClose={onClose} title={back ? t('conflicts.claimTitle', names) : t('conflicts.dismissTitle', names)}
      actions={<><Button onClick={onClose}>{t('conflicts.keep')}</Button><Button look="primary" busy={act.isPending} disabled={reason.trim().length < LEAST} onClick={send}>{t(back ? 'conflicts.claim' : 'conflicts.dismiss')}</Button></>}>
      <p className="detail">{t(back ? 'conflicts.claimFact' : 'conflicts.dismissFact')}</p>
      {back ? <div className="gap"><KeyValue nameWidth={96} pairs={(['named', 'secret', 'closed'] as const).map((of) => ({ name: t(`conflicts.late.${of}Name`), value: t(`conflicts.late.${of}`) }))} /></div> : null}
      <div className="gap"><TextField label={t('conflicts.reason')} required value={reason} onChange={setReason} max={300} hint={t('conflicts.reasonHint')} /></div>
      <div className="gap"><Refused error={act.error} /></div>
    </Dialog>
  )
}

/** What can be decided about a pair as it stands. */
export const DecidePair = ({ pair, ...asked }: Asked & { pair: PairOf }) => {
  const t = useText()
  const [decision, setDecision] = useState<ConflictDecision | null>(null)
  const claimed = pair.decision?.decision === 'standsBack'
  return (
    <>
      {pair.list === 'missing' || pair.list === 'stays' ? <Button size="small" onClick={() => setDecision('standsBack')}>{t('conflicts.claim')}</Button> : null}
      {pair.list === 'missing' ? <Button size="small" look="quiet" onClick={() => setDecision('stays')}>{t('conflicts.dismiss')}</Button> : null}
      {claimed && pair.declared === null ? <Button size="small" look="quiet" onClick={() => setDecision('stays')}>{t('conflicts.takeBack')}</Button> : null}
      {decision === null ? null : <Ask asked={asked} decision={decision} onClose={() => setDecision(null)} />}
    </>
  )
}

/** Of a pair nobody found anything about. */
export const ClaimOther = ({ campaignId, conflicts }: { campaignId: string; conflicts: Conflicts }) => {
  const t = useText()
  const [chosen, setChosen] = useState({ accountId: '', nominationId: '' })
  const [asking, setAsking] = useState(false)
  const [juror, candidate] = [conflicts.jurors.find((j) => j.accountId === chosen.accountId), conflicts.candidates.find((c) => c.nominationId === chosen.nominationId)]
  return (
    <Section title={t('conflicts.other')} note={t('conflicts.otherNote')}>
      <FieldRow>
        <SelectField label={t('conflicts.juror')} value={chosen.accountId} onChange={(accountId) => setChosen({ ...chosen, accountId })} options={conflicts.jurors.map((j) => ({ value: j.accountId, label: `${j.personName}　${j.unitName}` }))} />
        <SelectField label={t('conflicts.candidate')} value={chosen.nominationId} onChange={(nominationId) => setChosen({ ...chosen, nominationId })} options={conflicts.candidates.map((c) => ({ value: c.nominationId, label: `${c.candidateName}　${c.employer}` }))} />
      </FieldRow>
      <div className="acts gap"><Button disabled={juror === undefined || candidate === undefined} onClick={() => setAsking(true)}>{t('conflicts.claim')}</Button></div>
      {asking && juror !== undefined && candidate !== undefined ? <Ask asked={{ campaignId, ...chosen, juror: juror.personName, candidate: candidate.candidateName }} decision="standsBack" onClose={() => { setAsking(false); setChosen({ accountId: '', nominationId: '' }) }} /> : null}
    </Section>
  )
}
