/** The marks of one paper as they stand on it: what makes it invalid is entered too. */
import { spoiltNames, spoiltReasons, type SpoiltReason } from '#core/review/paper'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { TextField } from '../../ui/text-fields'
import type { Round } from '../room/round-answer'
import { onPaperOf, type Read } from './say-read'

export interface Marks { readonly approvals: readonly string[]; readonly against: readonly string[]; readonly writeIns: readonly string[]; readonly spoilt: SpoiltReason | '' }
export const emptyMarks: Marks = { approvals: [], against: [], writeIns: [], spoilt: '' }
export const marksOf = (read: Read | null): Marks | null => (read === null ? null : { approvals: read.approvals, against: read.against ?? [], writeIns: read.writeIns ?? [], spoilt: read.spoilt ?? '' })
export const readOf = (round: Round, m: Marks): Read => {
  const writeIns = m.writeIns.map((w) => w.trim()).filter((w) => w !== '')
  if (m.spoilt !== '') return { approvals: [], spoilt: m.spoilt }
  return { approvals: [...m.approvals], ...(round.rule.marks?.against === true && { against: [...m.against] }), ...(writeIns.length > 0 && { writeIns }) }
}

const without = (list: readonly string[], id: string): string[] => list.filter((x) => x !== id)

export const PaperMarks = ({ round, marks, onChange }: { round: Round; marks: Marks; onChange: (marks: Marks) => void }) => {
  const t = useText()
  const words = useWords()
  const against = round.rule.marks?.against === true
  // On paper both boxes may be ticked: that is entered as it stands, and the count makes it invalid.
  const toggle = (id: string, key: 'approvals' | 'against') => onChange({ ...marks, [key]: marks[key].includes(id) ? without(marks[key], id) : [...marks[key], id] })
  return (
    <div className={marks.spoilt === '' ? 'paper-marks' : 'paper-marks spoilt'}>
      <ol>
        {onPaperOf(t, round).map((c, i) => (
          <li key={c.id}>
            <span className="n">{i + 1}</span><span className="who"><b>{c.name}</b><span>{c.unit}</span></span>
            <label><input type="checkbox" className="tick-box" disabled={marks.spoilt !== ''} aria-label={`${t('rounds.marks.for')} ${c.name}`} checked={marks.approvals.includes(c.id)} onChange={() => toggle(c.id, 'approvals')} />{t('rounds.marks.for')}</label>
            {against ? <label><input type="checkbox" className="tick-box" disabled={marks.spoilt !== ''} aria-label={`${t('rounds.marks.against')} ${c.name}`} checked={marks.against.includes(c.id)} onChange={() => toggle(c.id, 'against')} />{t('rounds.marks.against')}</label> : null}
          </li>
        ))}
      </ol>
      {round.rule.marks?.writeIn === true && marks.spoilt === '' ? (
        <div className="gap stack">
          {marks.writeIns.map((w, i) => <TextField key={i} label={t('rounds.marks.writeIn', { n: i + 1 })} value={w} max={60} onChange={(typed) => onChange({ ...marks, writeIns: marks.writeIns.map((x, k) => (k === i ? typed : x)) })} />)}
          <p><Button size="small" onClick={() => onChange({ ...marks, writeIns: [...marks.writeIns, ''] })}>{t('rounds.marks.addWriteIn')}</Button></p>
        </div>
      ) : null}
      <div className="gap"><SelectField label={t('onPaper.page.spoilt')} value={marks.spoilt} onChange={(spoilt) => onChange({ ...marks, spoilt: spoiltReasons.find((r) => r === spoilt) ?? '' })} hint={t('onPaper.page.spoiltHint')} options={spoiltReasons.map((r) => ({ value: r, label: words(spoiltNames[r]) }))} /></div>
    </div>
  )
}
