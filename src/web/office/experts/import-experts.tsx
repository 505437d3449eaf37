/** 导入评委库: choose a list, see what it would do line by line, then import. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { importExperts, previewExperts } from '#contract/operations/experts'
import { expertColumns } from '#core/review/jury/expert'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { ErrorBox } from '../../ui/error-box'
import { FieldFinding } from '../../ui/field'
import { Figure, Figures } from '../../ui/figure'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Icon } from '../../ui/icon'
import { Loading } from '../../ui/loading'
import { Section } from '../../ui/section'
import { Chip, type StateKind } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import { sayBytes } from '../../ui/upload-row'
import { csvOf, saveText } from '../units/csv'
import { base64Of, MOST_BYTES } from '../units/read-file'

type Previewed = AnswerOf<typeof previewExperts>
type Row = Previewed['rows'][number]
const kinds: Readonly<Record<Row['effect'], StateKind>> = { create: 'ok', update: 'half', same: 'none', refused: 'block' }

const Preview = ({ name, preview }: { name: string; preview: Previewed }) => {
  const t = useText()
  const troubled = preview.rows.filter((r) => r.findings.length > 0)
  const [only, setOnly] = useState(troubled.length > 0)
  if (preview.findings.length > 0) return <Findings>{asFindings(preview.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings>
  const columns: Column<Row>[] = [
    { key: 'line', head: t('experts.import.line'), numeric: true, width: '56px', cell: (r) => r.line },
    { key: 'name', head: t('experts.name'), names: true, cell: (r) => r.personName || '—' },
    { key: 'unit', head: t('experts.unit'), cell: (r) => <>{r.unitName || '—'}{r.parentUnit === '' ? null : <div className="muted small">{t('experts.parent', { unit: r.parentUnit })}</div>}</> },
    { key: 'fields', head: t('experts.fields'), cell: (r) => <>{r.fields.join(t('common.comma')) || '—'}{r.title === '' ? null : <div className="muted small">{r.title}</div>}</> },
    { key: 'effect', head: t('experts.import.effect'), cell: (r) => <Chip kind={kinds[r.effect]}>{t(`experts.import.${r.effect}`)}</Chip> },
    { key: 'findings', head: t('experts.import.findings'), cell: (r) => (r.findings.length === 0 && r.ties === 0 ? '—' : <div className="field-findings">{asFindings(r.findings).map((f, i) => <FieldFinding key={`${f.code}${i}`} finding={f} />)}{r.ties > 0 ? <div className="muted small">{t('experts.import.ties', { n: r.ties })}</div> : null}</div>) },
  ]
  return (
    <div className="stack">
      <Figures>{(['create', 'update', 'same', 'refused'] as const).map((e) => <Figure key={e} label={t(`experts.import.${e}`)} value={preview.counts[e]} unit={t('experts.import.people')} />)}</Figures>
      {troubled.length > 0 ? <div><Button size="small" onClick={() => setOnly(!only)}>{only ? t('experts.import.allRows', { n: preview.rows.length }) : t('experts.import.problemRows', { n: troubled.length })}</Button></div> : null}
      <Table caption={`${t('experts.import.preview', { name })}${preview.encoding ? `, ${t('experts.import.encoding', { encoding: preview.encoding })}` : ''}`} columns={columns} rows={only ? troubled : preview.rows} keyOf={(r) => String(r.line)} warned={(r) => r.effect === 'refused'} empty={null} />
    </div>
  )
}

export const ImportExperts = () => {
  const t = useText()
  const [sheet, setSheet] = useState<{ fileName: string; base64: string } | null>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const [preview, write] = [useAct(previewExperts, []), useAct(importExperts, ['experts.list'])]
  const counts = preview.data?.counts
  const kept = counts ? counts.create + counts.update : 0
  const drop = () => { setSheet(null); preview.reset(); write.reset() }
  const take = async (file: File) => {
    drop()
    setTooLarge(file.size > MOST_BYTES ? t('experts.import.tooLarge', { size: sayBytes(file.size) }) : null)
    if (file.size > MOST_BYTES) return
    const next = { fileName: file.name, base64: await base64Of(file) }
    setSheet(next)
    preview.mutate({ params: {}, body: next })
  }
  const act = () => sheet && counts && write.mutate({ params: {}, body: { ...sheet, createSeen: counts.create, updateSeen: counts.update, refusedSeen: counts.refused } }, { onSuccess: (done) => { say(t('experts.import.done', done)); drop() } })
  const label = t(sheet ? 'experts.import.other' : 'experts.import.choose')
  return (
    <Section title={t('experts.import.title')} note={t('experts.import.note')}
      action={<><Button icon="down" onClick={() => saveText(t('experts.import.templateName'), csvOf([Object.values(expertColumns).map(([first]) => first)]))}>{t('experts.import.template')}</Button>
        <span className="file-pick"><span className="button" aria-hidden="true"><Icon name="up" />{label}</span><input type="file" aria-label={label} accept=".xlsx,.csv,.txt" onChange={(event) => { const file = event.target.files?.[0]; if (file) void take(file); event.target.value = '' }} /></span></>}>
      {tooLarge ? <ErrorBox title={tooLarge} lost={t('common.error.kept')} /> : null}
      {preview.isPending && sheet ? <Loading shape="rows" words={t('experts.import.reading', { name: sheet.fileName })} /> : null}
      <Refused error={preview.error} />
      {sheet && preview.data ? (
        <>
          <Preview key={sheet.base64.length} name={sheet.fileName} preview={preview.data} />
          <div className="acts">
            <Button look="primary" disabled={kept === 0} busy={write.isPending} onClick={act}>{kept === 0 ? t('experts.import.nothing') : counts?.refused ? t('experts.import.actSome', { n: kept, m: counts.refused }) : t('experts.import.act', { n: kept })}</Button>
            <Button onClick={drop}>{t('experts.import.drop')}</Button>
          </div>
          <div className="gap"><Refused error={write.error} /></div>
        </>
      ) : null}
    </Section>
  )
}
