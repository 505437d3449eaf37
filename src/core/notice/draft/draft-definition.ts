/** A notice's text → the draft of a definition: every rule with the sentence it stands on, every doubt as a question. Nothing is invented: what the text does not state stays away or incomplete. */
import { ruleKindsTable, sayRule } from '../../rules/kinds'
import type { CalendarDay } from '../../kernel/instant'
import type { RuleKind, StatedRule } from '../../rules/rule'
import type { RuleDraft } from '../../rules/recognise/draft'
import { recogniseRules } from '../../rules/recognise/kinds'
import { sentenceAt, type Doubt, type Found, type Page } from '../../rules/recognise/page'
import type { Place } from '../../text/prepare'
import type { NoticeReading } from '../facts'
import { nearest, readNotice } from '../read-notice'
import { textLayers } from '../text-layers'
import { clauseNumberAt } from './clause-number'
import { draftHead, type DraftHead, type HeadPlaces } from './draft-head'

/** A rule as a definition carries it, perhaps with parameters missing. */
export type RawRule = Readonly<Record<string, unknown>> & { readonly id: string; readonly kind: RuleKind }

export interface DraftRule {
  readonly rule: RawRule
  /** The words it was read from, and the whole sentence around them, in the original text. */
  readonly place: Place
  readonly sentence: Place
  /** `at` names a parameter of the rule, dotted; empty: the rule as a whole. */
  readonly doubts: readonly Doubt[]
}
export interface NoticeDraft {
  readonly head: DraftHead
  readonly headPlaces: HeadPlaces
  readonly rules: readonly DraftRule[]
  readonly reading: NoticeReading
}

/** @param today dates what custom filled in: the office decides it by confirming */
export const draftDefinition = (original: string, today: CalendarDay): NoticeDraft => {
  const { layers } = textLayers(original)
  const reading = readNotice(original)
  const { head, places } = draftHead(reading, layers[0])
  const found = byKind(layers.map((l) => l.page))
  const taken = new Set<string>()
  return { head, headPlaces: places, reading, rules: found.map(({ page, rule }) => draftRule(page, rule, taken, today)) }
}

interface OnPage { readonly page: Page; readonly rule: Found<RuleDraft> }

/** Of every kind the nearest text that states it speaks: a cover letter's own quota stands, the forwarded notice's beside it does not. */
const byKind = (pages: readonly Page[]): OnPage[] => {
  const read = pages.map((page) => recogniseRules(page).map((rule): OnPage => ({ page, rule })))
  const kinds = new Set(read.flat().map(({ rule }) => rule.value.kind))
  const governs = [...kinds].flatMap((kind) => nearest(read, (on) => on.filter(({ rule }) => rule.value.kind === kind)))
  // By place, but stages follow each other as the notice counts them.
  const stages = governs.filter(({ rule }) => rule.value.kind === 'stage')
  const sorted = governs.toSorted((a, b) => a.page.prepared.place(a.rule).from - b.page.prepared.place(b.rule).from)
  let next = 0
  return sorted.map((on) => (on.rule.value.kind === 'stage' ? stages[next++]! : on))
}

const draftRule = (page: Page, { value, from, to, doubts = [], usual = [] }: Found<RuleDraft>, taken: Set<string>, today: CalendarDay): DraftRule => {
  const sentence = sentenceAt(page, from)
  const { kind, id, ...parameters } = value
  const own: RawRule = { ...parameters, kind, id: free(id ?? slugOf(kind), taken) }
  const zh = page.prepared.say(sentence.from, Math.max(sentence.to, to)).trim()
  const number = clauseNumberAt(page.prepared, page.span, from) || paragraphOf(page, from)
  return {
    rule: { ...own, clause: { number, zh, en: inEnglish(own) }, ...(usual.length > 0 ? { decided: usual.map((u) => ({ ...u, date: today })) } : {}) }, doubts,
    place: page.prepared.place({ from, to }), sentence: page.prepared.place({ from: sentence.from, to: Math.max(sentence.to, to) }),
  }
}

/** The clause keeps the notice's own sentence; in English it says what the rule says. */
const inEnglish = (rule: RawRule): string => {
  const parsed = ruleKindsTable[rule.kind].schema.safeParse({ ...rule, clause: { number: '-', zh: '-', en: '-' } })
  return parsed.success ? sayRule(parsed.data as StatedRule).en : `${ruleKindsTable[rule.kind].name.en}, as the notice says in Chinese`
}

/** 第3段: where a text does not number itself. */
const paragraphOf = (page: Page, at: number): string =>
  `第${String(page.prepared.text.slice(page.span.from, at).split('\n').filter((line, i, all) => line.trim() !== '' || i === all.length - 1).length)}段`

const slugOf = (kind: RuleKind): string => kind.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`)
const free = (wanted: string, taken: Set<string>): string => {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${String(n)}`
  taken.add(id)
  return id
}
