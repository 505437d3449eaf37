/** 抽取记录: what was fixed, by what it was drawn, who came out and who stands in; a draw that waits takes the word spoken in the room. */
import { useState } from 'react'
import { drawJury } from '#contract/operations/juries'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CodeText } from '../../ui/code-text'
import { KeyValue } from '../../ui/key-value'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Activation } from '../units/activation-codes'
import type { DrawOf, Juries } from './juries-answer'

interface DrawsProps { campaignId: string; juries: Juries; onMade: (made: { codes: readonly Activation[]; expiresAt: number }) => void }

const Waiting = ({ campaignId, draw, onMade }: Omit<DrawsProps, 'juries'> & { draw: DrawOf }) => {
  const t = useText()
  const [word, setWord] = useState('')
  const act = useAct(drawJury)
  const go = () => act.mutate({ params: { campaignId, drawId: draw.drawId }, body: { word: word.trim() } }, { onSuccess: ({ activations, expiresAt }) => { say(t('juries.draw.done')); if (activations.length > 0) onMade({ codes: activations, expiresAt }) } })
  return (
    <>
      <div className="draw-word"><TextField label={t('juries.draw.word')} value={word} onChange={setWord} max={100} hint={t('juries.draw.wordHint')} /><Button look="primary" disabled={word.trim() === ''} busy={act.isPending} onClick={go}>{t('juries.draw.do')}</Button></div>
      <Refused error={act.error} />
    </>
  )
}

const Result = ({ result }: { result: NonNullable<DrawOf['result']> }) => {
  const t = useText()
  const columns = [{ key: 'name', head: t('juries.draw.name'), names: true, cell: (d: (typeof result.drawn)[number]) => d.personName }, { key: 'unit', head: t('juries.draw.unit'), cell: (d: (typeof result.drawn)[number]) => d.unitName }, { key: 'field', head: t('juries.draw.field'), cell: (d: (typeof result.drawn)[number]) => d.field }]
  return (
    <>
      <Table caption={t('juries.draw.result')} columns={columns} rows={result.drawn} keyOf={(d) => d.expertId} empty={null} />
      {result.standIns.length === 0 ? null : <div className="gap"><Table caption={t('juries.draw.standInList')} columns={[...columns, { key: 'in', head: '', cell: (d: (typeof result.drawn)[number]) => { const c = result.standIns.find((s) => s.expertId === d.expertId)?.calledFor; return c == null ? '—' : t('juries.draw.calledFor', { name: c }) } }]} rows={result.standIns} keyOf={(d) => d.expertId} empty={null} /></div>}
    </>
  )
}

const One = ({ draw, juries, ...props }: DrawsProps & { draw: DrawOf }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const round = juries.rounds.find((r) => r.ruleId === draw.ruleId)
  const parts = draw.parts.map((p) => t('juries.draw.part', { field: p.field, n: p.count })).join(t('common.comma'))
  const { result } = draw
  return (
    <article className="draw">
      <h3>{t('juries.draw.of', { round: round === undefined ? t('juries.draw.forAll') : words(round.name), parts })}</h3>
      <p className="detail muted">{[draw.apart > 0 ? t('juries.draw.poolApart', { n: draw.pool, m: draw.apart }) : t('juries.draw.pool', { n: draw.pool }), ...(draw.perUnit === null ? [] : [t('juries.draw.limit', { n: draw.perUnit })]), t('juries.draw.fixedAt', { at: sayAt(draw.fixedAt, language) }), ...(result === null ? [] : [t('juries.draw.drawnAt', { at: sayAt(result.drawnAt, language) })])].join(t('common.comma'))}</p>
      <KeyValue nameWidth={130} pairs={[
        { name: t('juries.draw.commitment'), value: <CodeText code={draw.commitment} /> }, { name: t('juries.draw.plan'), value: <CodeText code={draw.planHash} /> },
        ...(result === null ? [] : [{ name: t('juries.draw.secret'), value: <CodeText code={result.secret} /> }, { name: t('juries.draw.word'), value: result.word }, { name: t('juries.draw.seed'), value: <CodeText code={result.seed} /> }]),
      ]} />
      <div className="gap">{result === null ? (juries.may.includes('form') ? <Waiting draw={draw} {...props} /> : null) : <Result result={result} />}</div>
    </article>
  )
}

export const Draws = (props: DrawsProps) => {
  const t = useText()
  if (props.juries.draws.length === 0) return null
  return <Section title={t('juries.draw.all')}>{props.juries.draws.toReversed().map((d) => <One key={d.drawId} draw={d} {...props} />)}</Section>
}
