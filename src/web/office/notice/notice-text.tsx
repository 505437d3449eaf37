/** The notice on the left: its own words, with every stretch a rule stands on marked and numbered. A click goes to the rule. */
import { Fragment, useEffect, useRef } from 'react'
import { useText } from '../../text/use-text'
import type { WizardRule } from './wizard'

interface Mark { readonly from: number; readonly to: number; readonly number: number; readonly id: string; readonly look: string }
interface NoticeTextProps { text: string; rules: readonly WizardRule[]; numberOf: (id: string) => number; chosen: string | null; onChoose: (id: string) => void }

/** Marks in the order of the text; where two overlap the earlier keeps its stretch and the later what is left. */
const marksOf = (rules: readonly WizardRule[], numberOf: (id: string) => number): Mark[] => {
  const all = rules.flatMap(({ rule, place, state, doubts }): Mark[] => (place === undefined || state === 'removed' ? []
    : [{ ...place, id: rule.id, number: numberOf(rule.id), look: doubts.length > 0 ? 'ask' : state }]))
  let end = 0
  return all.toSorted((a, b) => a.from - b.from || a.to - b.to).flatMap((m) => {
    const from = Math.max(m.from, end)
    if (from >= m.to) return [{ ...m, from: end, to: end }]
    end = m.to
    return [{ ...m, from }]
  })
}

/** Empty lines of a pasted text only push it apart. */
const shown = (words: string): string => words.replace(/\n(?:[ \t　]*\n)+/gu, '\n')

export const NoticeText = ({ text, rules, numberOf, chosen, onChoose }: NoticeTextProps) => {
  const t = useText()
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    if (chosen !== null) sheet.current?.querySelector(`[data-rule="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [chosen])
  const marks = marksOf(rules, numberOf)
  const parts = marks.map((m, i) => (
    <Fragment key={m.id}>
      {shown(text.slice(marks[i - 1]?.to ?? 0, m.from))}
      <a href={`#rule-${m.id}`} data-rule={m.id} className={`stretch ${m.look}${chosen === m.id ? ' is-chosen' : ''}`} {...(chosen === m.id && { 'aria-current': 'true' as const })} onClick={(event) => { event.preventDefault(); onChoose(m.id) }}>
        {text.slice(m.from, m.to)}<sup>{m.number}</sup>
      </a>
    </Fragment>
  ))
  return <article className="notice-sheet" ref={sheet} aria-label={t('office.notice.textLabel')} lang="zh-CN">{parts}{shown(text.slice(marks.at(-1)?.to ?? 0))}</article>
}
