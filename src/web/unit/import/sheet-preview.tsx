/** What a summary sheet would do, line by line, before anything is written. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { previewPeople } from '#contract/operations/people-sheet'
import { useText, useWords } from '../../text/use-text'
import { asFindings } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Figure, Figures } from '../../ui/figure'
import { FieldFinding } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Chip, type StateKind } from '../../ui/state'
import { Table } from '../../ui/table'

export type Preview = AnswerOf<typeof previewPeople>
type Row = Preview['rows'][number]
const kinds: Readonly<Record<Row['effect'], StateKind>> = { create: 'ok', same: 'none', refused: 'block' }
const LONG = 24
const short = (text: string): string => ([...text].length > LONG ? `${[...text].slice(0, LONG).join('')}…` : text)

export const SheetPreview = ({ name, preview }: { name: string; preview: Preview }) => {
  const t = useText()
  const words = useWords()
  const troubled = preview.rows.filter((r) => r.findings.some((f) => f.strength !== 'note'))
  const [only, setOnly] = useState(troubled.length > 0 && preview.rows.length > 20)
  const { counts } = preview
  if (preview.findings.length > 0) return <Findings>{asFindings(preview.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings>
  const label = new Map(preview.columns.map((c) => [c.field, words(c)]))
  return (
    <div className="stack gap">
      <Figures>{(['create', 'same', 'refused'] as const).map((k) => <Figure key={k} label={t(`people.sheet.${k}`)} value={counts[k]} unit={t('people.sheet.rows')} />)}</Figures>
      <p className="detail muted">{t('people.sheet.columns')}：{preview.columns.map((c) => (c.heading === words(c) ? c.heading : t('people.sheet.column', { heading: c.heading, field: words(c) }))).join('、')}</p>
      {preview.notes.length === 0 ? null : <Findings>{asFindings(preview.notes).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}
      {troubled.length > 0 && troubled.length < preview.rows.length ? <div><Button size="small" onClick={() => setOnly(!only)}>{only ? t('people.sheet.allRows', { n: preview.rows.length }) : t('people.sheet.problemRows', { n: troubled.length })}</Button></div> : null}
      <Table caption={t('people.sheet.preview', { name })} captionHidden rows={only ? troubled : preview.rows} keyOf={(r) => String(r.line)} warned={(r) => r.effect === 'refused'} empty={null}
        columns={[
          { key: 'line', head: t('people.sheet.line'), numeric: true, width: '56px', cell: (r) => r.line },
          { key: 'name', head: t('people.sheet.name'), names: true, cell: (r) => r.name || '—' },
          { key: 'effect', head: t('people.sheet.effect'), cell: (r) => <Chip kind={kinds[r.effect]}>{t(`people.sheet.${r.effect}`)}</Chip> },
          { key: 'read', head: t('people.sheet.read'), cell: (r) => <>{Object.entries(r.shown).map(([f, v]) => <div className="small" key={f}><span className="muted">{label.get(f) ?? f}</span> {short(v)}</div>)}</> },
          { key: 'findings', head: t('people.sheet.findings'), cell: (r) => (r.findings.length === 0 ? t('people.sheet.fine') : <div className="field-findings">{asFindings(r.findings).map((f, i) => <FieldFinding key={`${f.code}${i}`} finding={f} />)}</div>) },
        ]} />
    </div>
  )
}
