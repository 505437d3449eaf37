/** 核对: the sheet once more, highest first, before it goes into the box; whoever is left without a score is named. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Refused, type Trouble } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import type { Ballot } from '../ballot/ballot-answer'
import { useTotal } from './score-fields'
import type { Line } from './use-sheet'

interface SubmitSheetProps { open: boolean; onClose: () => void; ballot: Ballot; lines: ReadonlyMap<string, Line>; busy: boolean; trouble: Trouble | null; onSubmit: (missing: number) => void }

export const SubmitSheet = ({ open, onClose, ballot, lines, busy, trouble, onSubmit }: SubmitSheetProps) => {
  const t = useText()
  const totalOf = useTotal(ballot.rule)
  const [affirmed, setAffirmed] = useState(false)
  const own = ballot.candidates.flatMap((c) => { const line = lines.get(c.nominationId); return line === undefined ? [] : [{ c, line }] })
  const missing = own.filter(({ line }) => !line.isWhole)
  const given = own.filter(({ line }) => line.isWhole).sort((a, b) => (ballot.rule.grades === undefined ? Number(b.line.total) - Number(a.line.total) : (a.line.typed.grade ?? 0) - (b.line.typed.grade ?? 0)))
  return (
    <Dialog open={open} onClose={onClose} title={t('rounds.submit.title', { n: given.length })}
      actions={<><Button onClick={onClose}>{t('rounds.submit.back')}</Button><Button look="primary" busy={busy} disabled={missing.length > 0 && !affirmed} onClick={() => onSubmit(missing.length)}>{t('rounds.submit.act')}</Button></>}>
      <Refused error={trouble} lost={t('rounds.submit.notIn')} />
      <ol className="review-list scores">{given.map(({ c, line }) => <li key={c.nominationId}><b>{c.candidateName}</b><span>{c.unitName}</span><em>{totalOf(line)}</em></li>)}</ol>
      {missing.length > 0 ? (
        <>
          <p className="detail muted">{t('rounds.submit.missing', { names: missing.map(({ c }) => c.candidateName).join(t('jury.listComma')) })}</p>
          <CheckField label={t('rounds.submit.affirm', { n: missing.length })} checked={affirmed} onChange={setAffirmed} />
        </>
      ) : null}
      <p className="detail muted">{t(ballot.rule.ballot === 'named' ? 'rounds.submit.named' : 'rounds.submit.sealed')}{ballot.rule.seeOthers === 'afterOwn' ? t('rounds.submit.final') : ''}</p>
    </Dialog>
  )
}
