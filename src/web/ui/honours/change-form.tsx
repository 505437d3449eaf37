/** 提请撤销或恢复: what goes public and what it rests on; the second person confirms it in the same place. */
import { useState } from 'react'
import { confirmHonourChange, proposeHonourChange, withdrawHonourChange } from '#contract/operations/honours'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Note } from '../finding-card'
import { TextArea } from '../text-fields'
import { say } from '../toast'
import type { RegisteredRow } from './rows'

const least = 4

/** The form opens by a press: nobody comes here to revoke. */
export const ProposeChange = ({ row, change }: { row: RegisteredRow; change: 'revoke' | 'restore' }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState({ reason: '', basis: '' })
  const propose = useAct(proposeHonourChange)
  const act = () => propose.mutate({ params: { campaignId: row.campaignId, honourId: row.honourId }, body: { change, ...form } }, { onSuccess: () => say(t('honours.proposed')) })
  if (!open) return <div className="honour-ways"><Button onClick={() => setOpen(true)}>{t(`honours.change.${change}`)}</Button></div>
  return (
    <div className="honour-change">
      <p className="detail">{t(`honours.fact.${change}`)}</p>
      <TextArea label={t('honours.reason')} required rows={3} max={500} hint={t('honours.reasonHint')} value={form.reason} onChange={(reason) => setForm({ ...form, reason })} />
      <TextArea label={t('honours.basis')} required rows={2} max={500} hint={t('honours.basisHint')} value={form.basis} onChange={(basis) => setForm({ ...form, basis })} />
      <Refused error={propose.error} />
      <div className="honour-ways"><Button onClick={() => setOpen(false)}>{t('honours.change.keep')}</Button><Button look="primary" busy={propose.isPending} disabled={form.reason.trim().length < least || form.basis.trim().length < least} onClick={act}>{t(`honours.change.${change}`)}</Button></div>
    </div>
  )
}

/** What waits for a second person, in the words that will be published. */
export const WaitingChange = ({ row, proposal: p }: { row: RegisteredRow; proposal: NonNullable<RegisteredRow['proposal']> }) => {
  const t = useText()
  const [confirm, withdraw] = [useAct(confirmHonourChange), useAct(withdrawHonourChange)]
  const request = { params: { campaignId: row.campaignId, proposalId: p.proposalId } }
  return (
    <>
      <Note kind="warn" title={t(`honours.waiting.${p.change}`, { name: p.proposedBy })}>
        <p>{p.reason}</p><p className="muted">{t('honours.basisIs', { basis: p.basis })}</p>
        <p className="mend">{p.mine ? t('honours.waiting.mine') : t(`honours.fact.${p.change}`)}</p>
      </Note>
      <Refused error={confirm.error ?? withdraw.error} />
      <div className="honour-ways">
        {row.may.includes('confirm') ? <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate(request, { onSuccess: ({ standing }) => say(t(`honours.done.${standing}`)) })}>{t(`honours.confirm.${p.change}`)}</Button> : null}
        {row.may.includes('withdraw') ? <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(request, { onSuccess: () => say(t('honours.withdrawn')) })}>{t('honours.withdraw')}</Button> : null}
      </div>
    </>
  )
}
