/** What a list of units would do, line by line, before anything is written. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { previewImport } from '#contract/operations/organisations'
import { roleNames } from '#core/access/actor'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Figure, Figures } from '../../ui/figure'
import { FieldFinding } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Chip, type StateKind } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { asFindings } from '../../ui/answer'

type Preview = AnswerOf<typeof previewImport>
type Row = Preview['rows'][number]
const kinds: Readonly<Record<Row['effect'], StateKind>> = { create: 'ok', update: 'half', same: 'none', refused: 'block' }

const RowFindings = ({ row }: { row: Row }) => {
  if (row.findings.length === 0) return <>—</>
  return <div className="field-findings">{asFindings(row.findings).map((f, i) => <FieldFinding key={`${f.code}${i}`} finding={f} />)}</div>
}

const useColumns = (): Column<Row>[] => {
  const t = useText()
  const words = useWords()
  return [
    { key: 'line', head: t('office.import.line'), numeric: true, width: '56px', cell: (r) => r.line },
    { key: 'name', head: t('office.import.name'), names: true, cell: (r) => r.name || '—' },
    { key: 'code', head: t('office.import.code'), cell: (r) => <>{r.code || '—'}{[...Object.entries(r.counts).map(([what, n]) => `${what} ${n}`), ...r.properties].map((said) => <div className="muted small" key={said}>{said}</div>)}</> },
    { key: 'parent', head: t('office.import.parent'), cell: (r) => r.parentCode || '—', phone: 'hide' },
    { key: 'people', head: t('office.import.people'), cell: (r) => r.people.map((p) => <div key={p.login}>{words(roleNames[p.role])} {p.personName} <span className="muted">{p.login}</span></div>) },
    { key: 'effect', head: t('office.import.effect'), cell: (r) => <Chip kind={kinds[r.effect]}>{t(`office.import.${r.effect}`)}</Chip> },
    { key: 'findings', head: t('office.import.findings'), cell: (r) => <RowFindings row={r} /> },
  ]
}

export const ImportPreview = ({ name, preview }: { name: string; preview: Preview }) => {
  const t = useText()
  const columns = useColumns()
  const troubled = preview.rows.filter((r) => r.findings.length > 0)
  const [only, setOnly] = useState(troubled.length > 0)
  const { counts } = preview
  const unit = t('office.import.rows')
  if (preview.findings.length > 0) return <Findings>{asFindings(preview.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings>
  return (
    <div className="stack">
      <Figures>
        <Figure label={t('office.import.create')} value={counts.create} unit={unit} />
        <Figure label={t('office.import.update')} value={counts.update} unit={unit} />
        <Figure label={t('office.import.same')} value={counts.same} unit={unit} />
        <Figure label={t('office.import.refused')} value={counts.refused} unit={unit} />
      </Figures>
      {troubled.length > 0 ? <div><Button size="small" onClick={() => setOnly(!only)}>{only ? t('office.import.allRows', { n: preview.rows.length }) : t('office.import.problemRows', { n: troubled.length })}</Button></div> : null}
      <Table caption={`${t('office.import.preview', { name })}${preview.encoding ? `, ${t('office.import.encoding', { encoding: preview.encoding })}` : ''}`} columns={columns}
        rows={only ? troubled : preview.rows} keyOf={(r) => String(r.line)} warned={(r) => r.effect === 'refused'} empty={null} />
    </div>
  )
}
