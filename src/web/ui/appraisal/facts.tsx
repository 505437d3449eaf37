/** 逐项核实: one fact at a time, its value large, three answers, and by what; what was used before is one touch away. */
import { useState } from 'react'
import { sources, verdicts, verdictNames, sourceNames, type Contents } from '#core/appraisal/record'
import type { RecordedStep } from '#core/rules/step-record'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { RadioField } from '../choice-fields'
import { FieldFinding } from '../field'
import { Empty } from '../empty'
import { ProgressBar } from '../progress-bar'
import { State, type StateKind } from '../state'
import { GrowingField, TextArea } from '../text-fields'
import { heldFindings } from './held'
import type { Shown, ShownFact } from './shown'
import type { ItemsUse } from './use-items'

type State3 = ShownFact['state']
export const kindOfFact: Readonly<Record<State3, StateKind>> = { open: 'none', changed: 'warn', unsaid: 'half', true: 'ok', differs: 'block', unknown: 'warn' }
export const useFactWords = () => {
  const t = useText()
  const words = useWords()
  return (state: State3): string => (state === 'open' || state === 'changed' || state === 'unsaid' ? t(`appraisal.facts.state.${state}`) : words(verdictNames[state]))
}
const isOpen = (state: State3): boolean => state === 'open' || state === 'changed' || state === 'unsaid'
/** How a fact stands by what is on this page, before the server has heard of it. */
const stateNow = (fact: ShownFact, v: Contents['verdict'] | undefined): State3 => (v === undefined ? fact.state : v.mark !== fact.mark ? 'changed' : v.from.trim() === '' ? 'unsaid' : v.verdict)

/** Enough to know it by in the list; whole where it is verified. */
const beginningOf = (value: string): string => { const all = [...value.replace(/\s+/g, ' ')]; return all.length > 60 ? `${all.slice(0, 60).join('')}…` : all.join('') }

const MOST_RECENT = 5
const recentOf = (items: ItemsUse, step: string, facts: readonly ShownFact[], source: Contents['verdict']['source']): string[] => {
  const all = facts.map((f) => items.get('verdict', step, f.key)).filter((v) => v?.source === source && v.from.trim() !== '').map((v) => v!.from.trim())
  return [...new Set(all.reverse())].slice(0, MOST_RECENT)
}

const One = ({ step, fact, facts, items }: { step: string; fact: ShownFact; facts: readonly ShownFact[]; items: ItemsUse }) => {
  const t = useText()
  const words = useWords()
  const sayFact = useFactWords()
  const given = items.get('verdict', step, fact.key)
  // A verdict on other words is none on these; its source may well serve again.
  const fresh = given !== undefined && given.mark === fact.mark
  const last = facts.map((f) => items.get('verdict', step, f.key)).findLast((v) => v !== undefined && v.from !== '')
  const v: Contents['verdict'] = fresh ? given : { mark: fact.mark, verdict: 'true', source: given?.source ?? last?.source ?? 'document', from: '', note: given?.note ?? '' }
  const put = (part: Partial<Contents['verdict']>) => items.put('verdict', step, fact.key, { ...v, mark: fact.mark, ...part })
  const recent = recentOf(items, step, facts, v.source).filter((text) => text !== v.from)
  const state = stateNow(fact, given)
  return (
    <section className="one-fact" aria-label={words(fact.label)}>
      <div className="appraisal-item-head"><h3>{words(fact.label)}</h3><State kind={kindOfFact[state]}>{sayFact(state)}</State></div>
      <p className="fact-value">{fact.value}</p>
      <RadioField cards label={t('appraisal.facts.verdict')} required value={fresh ? v.verdict : ''} onChange={(verdict) => put({ verdict: verdicts.find((x) => x === verdict) ?? 'true' })} options={verdicts.map((x) => ({ value: x, label: words(verdictNames[x]) }))} />
      {fresh ? (
        <>
          <RadioField cards label={t('appraisal.facts.source')} required value={v.source} onChange={(source) => put({ source: sources.find((x) => x === source) ?? 'document' })} options={sources.map((x) => ({ value: x, label: words(sourceNames[x]) }))} />
          <GrowingField label={t(`appraisal.facts.from.${v.source}`)} required value={v.from} onChange={(from) => put({ from })} />
          {recent.length > 0 ? <p className="recent"><span className="detail muted">{t('appraisal.facts.recent')}</span>{recent.map((text) => <Button key={text} onClick={() => put({ from: text })}>{text}</Button>)}</p> : null}
          {v.verdict === 'true' ? null : <TextArea label={t('appraisal.facts.note.label')} hint={t('appraisal.facts.note.hint')} rows={3} value={v.note} onChange={(note) => put({ note })} />}
        </>
      ) : null}
      {heldFindings(items, { kind: 'verdict', step, key: fact.key }).map((f) => <FieldFinding key={f.code} finding={f} />)}
    </section>
  )
}

export const Facts = ({ step, items, shown }: { step: RecordedStep; items: ItemsUse; shown: Shown }) => {
  const t = useText()
  const words = useWords()
  const sayFact = useFactWords()
  const facts = shown.facts.filter((f) => f.step === step.id)
  const states = facts.map((f) => stateNow(f, items.get('verdict', step.id, f.key)))
  const firstOpen = states.findIndex(isOpen)
  // It begins with the first that is open and stays there until somebody goes on: the one being answered never slips away from under the finger.
  const [chosen, setChosen] = useState<string | null>(() => facts[Math.max(0, firstOpen)]?.key ?? null)
  const [listed, setListed] = useState(false)
  const kept = facts.findIndex((f) => f.key === chosen)
  const at = kept >= 0 ? kept : Math.max(0, firstOpen)
  const fact = facts[at]
  if (fact === undefined) return <Empty title={t('appraisal.facts.empty')}>{t('appraisal.facts.note')}</Empty>
  const done = states.filter((s) => !isOpen(s)).length
  const go = (i: number) => { setChosen(facts[i]?.key ?? null); setListed(false) }
  const later = states.findIndex((s, i) => i > at && isOpen(s))
  const nextOpen = later >= 0 ? later : states.findIndex((s, i) => i !== at && isOpen(s))
  return (
    <>
      <p className="detail muted">{t('appraisal.facts.note')}</p>
      <div className="facts-at"><span>{t('appraisal.facts.at', { n: at + 1, all: facts.length })}</span><span>{t('appraisal.facts.progress', { done, all: facts.length })}</span></div>
      <ProgressBar share={done / facts.length} label={t('appraisal.facts.progress', { done, all: facts.length })} />
      <One key={fact.key} step={step.id} fact={fact} facts={facts} items={items} />
      <div className="facts-move">
        <Button size="large" disabled={at === 0} onClick={() => go(at - 1)}>{t('appraisal.facts.previous')}</Button>
        {nextOpen >= 0 ? <Button size="large" look={isOpen(states[at]!) ? 'default' : 'primary'} onClick={() => go(nextOpen)}>{t('appraisal.facts.nextOpen')}</Button> : <Button size="large" disabled={at === facts.length - 1} onClick={() => go(at + 1)}>{t('appraisal.facts.nextOne')}</Button>}
      </div>
      {done === facts.length ? <p className="gap"><State kind="ok">{t('appraisal.facts.all')}</State></p> : null}
      <p className="gap"><Button look="quiet" aria-expanded={listed} onClick={() => setListed(!listed)}>{listed ? t('appraisal.facts.hide') : t('appraisal.facts.list', { all: facts.length })}</Button></p>
      {listed ? (
        <ol className="fact-list">{facts.map((f, i) => (
          <li key={f.key}><button type="button" aria-current={i === at || undefined} onClick={() => go(i)}><span><b>{words(f.label)}</b><span className="detail muted">{beginningOf(f.value)}</span></span><State kind={kindOfFact[states[i]!]}>{sayFact(states[i]!)}</State></button></li>
        ))}</ol>
      ) : null}
    </>
  )
}
