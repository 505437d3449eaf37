/** 导入媒体清单: choose a list, see what it would do line by line, then take it. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { importMediaList, mediaTemplate, previewMediaList } from '#contract/operations/media'
import { levelNames, sayKind } from '#core/publicity/media-plan/channel'
import { addressOf } from '../../api/call'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
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
import { base64Of, MOST_BYTES } from '../units/read-file'
import { renews } from './plan'

type Previewed = AnswerOf<typeof previewMediaList>
type Row = Previewed['rows'][number]
const kinds: Readonly<Record<Row['effect'], StateKind>> = { create: 'ok', channelOnly: 'ok', same: 'none', refused: 'block' }

const Preview = ({ name, preview }: { name: string; preview: Previewed }) => {
  const t = useText()
  const words = useWords()
  const troubled = preview.rows.filter((r) => r.findings.length > 0)
  const [only, setOnly] = useState(troubled.length > 0)
  if (preview.findings.length > 0) return <Findings>{asFindings(preview.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings>
  const columns: Column<Row>[] = [
    { key: 'line', head: t('media.import.line'), numeric: true, width: '56px', cell: (r) => r.line },
    { key: 'channel', head: t('media.channel'), names: true, cell: (r) => <>{r.channelName || '—'}<div className="muted small">{words(sayKind(r))} · {words(levelNames[r.level])}{r.newChannel ? ` · ${t('media.import.newOne')}` : ''}</div></> },
    { key: 'what', head: t('media.what'), cell: (r) => r.title || '—' }, { key: 'day', head: t('media.day'), cell: (r) => (r.title === '' || r.from === '' ? '—' : r.from) },
    { key: 'effect', head: t('media.import.effect'), cell: (r) => <Chip kind={kinds[r.effect]}>{t(`media.import.${r.effect}`)}</Chip> },
    { key: 'findings', head: t('media.import.findings'), cell: (r) => (r.findings.length === 0 ? '—' : <div className="field-findings">{asFindings(r.findings).map((f, i) => <FieldFinding key={`${f.code}${i}`} finding={f} />)}</div>) },
  ]
  const { counts: c } = preview
  return (
    <div className="stack">
      <Figures><Figure label={t('media.import.newChannels')} value={c.channels} unit={t('media.import.channelsUnit')} /><Figure label={t('media.import.newItems')} value={c.items} unit={t('media.itemsUnit')} /><Figure label={t('media.import.same')} value={c.same} unit={t('media.import.lines')} /><Figure label={t('media.import.refused')} value={c.refused} unit={t('media.import.lines')} /></Figures>
      {troubled.length > 0 ? <div><Button size="small" onClick={() => setOnly(!only)}>{only ? t('media.import.allRows', { n: preview.rows.length }) : t('media.import.problemRows', { n: troubled.length })}</Button></div> : null}
      <Table caption={t('media.import.preview', { name })} columns={columns} rows={only ? troubled : preview.rows} keyOf={(r) => String(r.line)} warned={(r) => r.effect === 'refused'} empty={null} />
    </div>
  )
}

export const ImportList = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const params = { campaignId }
  const [sheet, setSheet] = useState<{ fileName: string; base64: string } | null>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const [preview, write] = [useAct(previewMediaList, []), useAct(importMediaList, renews)]
  const counts = preview.data?.counts
  const wanted = counts === undefined ? 0 : counts.channels + counts.items
  const drop = () => { setSheet(null); preview.reset(); write.reset() }
  const take = async (file: File) => {
    drop()
    setTooLarge(file.size > MOST_BYTES ? t('media.import.tooLarge', { size: sayBytes(file.size) }) : null)
    if (file.size > MOST_BYTES) return
    const next = { fileName: file.name, base64: await base64Of(file) }
    setSheet(next)
    preview.mutate({ params, body: next })
  }
  const act = () => sheet && counts && write.mutate({ params, body: { ...sheet, channelsSeen: counts.channels, itemsSeen: counts.items, refusedSeen: counts.refused } }, { onSuccess: (done) => { say(t('media.import.done', done)); drop() } })
  const label = t(sheet ? 'media.import.other' : 'media.import.choose')
  return (
    <Section title={t('media.import.title')} note={t('media.import.note')}
      action={<><ButtonLink reload icon="down" to={addressOf(mediaTemplate, params, {})}>{t('media.import.template')}</ButtonLink>
        <span className="file-pick"><span className="button" aria-hidden="true"><Icon name="up" />{label}</span><input type="file" aria-label={label} accept=".xlsx,.csv,.txt" onChange={(event) => { const file = event.target.files?.[0]; if (file) void take(file); event.target.value = '' }} /></span></>}>
      {tooLarge ? <ErrorBox title={tooLarge} lost={t('common.error.kept')} /> : null}
      {preview.isPending && sheet ? <Loading shape="rows" words={t('media.import.reading', { name: sheet.fileName })} /> : null}
      <Refused error={preview.error} />
      {sheet && preview.data ? (
        <>
          <Preview key={sheet.base64.length} name={sheet.fileName} preview={preview.data} />
          <div className="acts">
            <Button look="primary" disabled={wanted === 0} busy={write.isPending} onClick={act}>{wanted === 0 || counts === undefined ? t('media.import.nothing') : counts.refused > 0 ? t('media.import.actSome', { c: counts.channels, n: counts.items, m: counts.refused }) : t('media.import.act', { c: counts.channels, n: counts.items })}</Button>
            <Button onClick={drop}>{t('media.import.drop')}</Button>
          </div>
          <div className="gap"><Refused error={write.error} /></div>
        </>
      ) : null}
    </Section>
  )
}
