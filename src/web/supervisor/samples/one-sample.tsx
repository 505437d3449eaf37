/** One sampling: what was fixed, the words that draw it, what came out. */
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { drawSampled, readSamples } from '#contract/operations/supervision'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CodeText } from '../../ui/code-text'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { NoteItem } from './note-item'

type Sample = AnswerOf<typeof readSamples>['samples'][number]
type Item = NonNullable<Sample['result']>['items'][number]

const Draw = ({ campaignId, sampleId }: { campaignId: string; sampleId: string }) => {
  const t = useText()
  const [word, setWord] = useState('')
  const act = useAct(drawSampled, [readSamples.id, 'ledger.read'])
  return (
    <form className="sample-draw" onSubmit={(event) => { event.preventDefault(); act.mutate({ params: { campaignId, sampleId }, body: { word } }) }}>
      <TextField label={t('supervision.samples.word')} value={word} onChange={setWord} max={100} hint={t('supervision.samples.wordHint')} />
      <div className="gap"><Button type="submit" look="primary" busy={act.isPending} disabled={word.trim() === ''}>{t('supervision.samples.draw')}</Button></div>
      <Refused error={act.error} />
    </form>
  )
}

const Name = ({ item }: { item: Item }) => {
  const t = useText()
  if (item.name === '') return <>{t('supervision.samples.gone', { id: item.item.slice(0, 8) })}</>
  if (item.path === null) return <>{item.name}</>
  return item.isFile ? <a className="link" href={item.path} target="_blank" rel="noreferrer">{item.name}</a> : <Link className="link" to={item.path}>{item.name}</Link>
}

const Found = ({ item }: { item: Item }) => {
  const t = useText()
  const language = useLanguage()
  if (item.note === null) return <span className="muted">{t('supervision.samples.notYet')}</span>
  return <span><State kind={item.note.verdict === 'true' ? 'ok' : 'warn'}>{t(`supervision.samples.${item.note.verdict}`)}</State><span className="sample-note">{item.note.words === '' ? '' : `${item.note.words}　`}{item.note.by}，{sayAt(item.note.at, language)}</span></span>
}

export const OneSample = ({ campaignId, sample: s }: { campaignId: string; sample: Sample }) => {
  const t = useText()
  const language = useLanguage()
  const head = t('supervision.samples.head', { what: t(`supervision.what.${s.what}`), pool: s.pool, size: s.size })
  return (
    <div className="sample">
      <Section title={head} note={s.result === null ? t('supervision.samples.drawing') : undefined}>
        <p className="sample-facts">{t('supervision.samples.fixedAt', { at: sayAt(s.fixedAt, language) })}　{t('supervision.samples.commitment')} <CodeText code={s.commitment.slice(0, 16)} />{s.result === null ? null : <><br />{t('supervision.samples.drawnAt', { at: sayAt(s.result.drawnAt, language), word: s.result.word })}　{t('supervision.samples.seed')} <CodeText code={s.result.secret.slice(0, 16)} /></>}</p>
        {s.result === null ? <Draw campaignId={campaignId} sampleId={s.sampleId} /> : (
          <Table caption={head} captionHidden rows={s.result.items} keyOf={(i) => i.item} empty={null} warned={(i) => i.note?.verdict === 'doubtful'} columns={[
            { key: 'item', head: t('supervision.samples.item'), names: true, cell: (i) => <Name item={i} /> },
            { key: 'about', head: t('supervision.samples.about'), cell: (i) => i.about },
            { key: 'found', head: t('supervision.samples.found'), cell: (i) => <Found item={i} /> },
            { key: 'do', head: '', phone: 'bare', cell: (i) => <NoteItem campaignId={campaignId} sampleId={s.sampleId} item={i} /> },
          ]} />
        )}
      </Section>
    </div>
  )
}
