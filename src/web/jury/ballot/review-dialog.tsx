/** 核对: who is approved and who is not, once more in names, before the ballot goes into the box. */
import { Refused, type Trouble } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import type { Ballot } from './ballot-answer'

interface ReviewDialogProps { open: boolean; onClose: () => void; ballot: Ballot; approvals: readonly string[]; onCast: () => void; busy: boolean; trouble: Trouble | null }

export const ReviewDialog = ({ open, onClose, ballot, approvals, onCast, busy, trouble }: ReviewDialogProps) => {
  const t = useText()
  const approved = ballot.candidates.filter((c) => approvals.includes(c.nominationId))
  const others = ballot.candidates.filter((c) => !c.recused && !approvals.includes(c.nominationId))
  return (
    <Dialog open={open} onClose={onClose} title={approved.length === 0 ? t('jury.review.titleBlank') : t('jury.review.title', { n: approved.length })}
      actions={<><Button onClick={onClose}>{t('jury.review.back')}</Button><Button look="primary" busy={busy} onClick={onCast}>{t('jury.review.cast')}</Button></>}>
      <Refused error={trouble} lost={t('jury.review.notCast')} />
      <ol className="review-list">{approved.map((c) => <li key={c.nominationId}><b>{c.candidateName}</b><span>{c.unitName}</span></li>)}</ol>
      {others.length ? <p className="detail muted">{t('jury.review.others', { names: others.map((c) => c.candidateName).join(t('jury.listComma')) })}</p> : null}
      <p className="detail muted">{t('jury.review.sealed')}</p>
    </Dialog>
  )
}
