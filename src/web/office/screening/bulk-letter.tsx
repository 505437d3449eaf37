/** One of several that are returned: its findings ticked, its letter in words that can be changed, its own term. */
import type { AnswerOf } from '#contract/operation'
import type { previewBulk } from '#contract/operations/bulk'
import type { Finding } from '#core/kernel/finding'
import { termEnd, type CalendarDay } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { asFindings } from '../../ui/answer'
import { CheckField } from '../../ui/choice-fields'
import { DayField, TextArea } from '../../ui/text-fields'
import { pointOf, type Point } from './letter'

export type BulkRow = AnswerOf<typeof previewBulk>['items'][number]
/** Each line is a point; empty until somebody writes or ticks. */
export interface Draft { readonly text: string; readonly day: CalendarDay }

const linesOf = (text: string): string[] => text.split('\n').map((l) => l.trim()).filter((l) => l !== '')
/** What blocks is in the letter until somebody takes it out. */
export const firstDraft = (row: BulkRow, day: CalendarDay): Draft => ({ day, text: asFindings(row.findings).filter((f) => f.strength === 'block').map((f) => pointOf(f).what).join('\n') })

/** A line that is still a finding's own words keeps its place and clause. */
const pointsOf = (row: BulkRow, text: string): Point[] => linesOf(text).map((what) => asFindings(row.findings).map((f) => pointOf(f)).find((p) => p.what === what) ?? { what: what.slice(0, 500), at: '', clause: '' })
export const letterOf = (row: BulkRow, d: Draft) => (d.day === '' || linesOf(d.text).length === 0 ? undefined : { note: '', until: termEnd(d.day, null), points: pointsOf(row, d.text) })

export const BulkLetter = ({ row, draft, onChange, today }: { row: BulkRow; draft: Draft; onChange: (draft: Draft) => void; today: CalendarDay }) => {
  const t = useText()
  const words = useWords()
  const lines = linesOf(draft.text)
  const tick = (f: Finding, on: boolean) => { const { what } = pointOf(f); onChange({ ...draft, text: (on ? [...lines, what] : lines.filter((l) => l !== what)).join('\n') }) }
  return (
    <div className="bulk-letter">
      {row.findings.length > 0 ? <div className="choose-points" role="group" aria-label={t('office.desk.bulk.points')}>{asFindings(row.findings).map((f) => <CheckField key={`${f.code}${f.what.zh}`} label={words(f.what)} checked={lines.includes(pointOf(f).what)} onChange={(on) => tick(f, on)} />)}</div> : null}
      <TextArea label={t('office.desk.bulk.letter', { name: row.candidateName })} required rows={Math.min(8, Math.max(2, lines.length + 1))} value={draft.text} onChange={(text) => onChange({ ...draft, text })} hint={t('office.desk.bulk.lineHint')} />
      <DayField label={t('office.desk.bulk.term')} required from={today} value={draft.day} onChange={(day) => onChange({ ...draft, day })} />
    </div>
  )
}
