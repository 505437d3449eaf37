/** 一轮评审的定义 as data: the rule, who stands, who sits; read with exact errors, and frozen when the round opens. A change after that is a new round. */
import { z } from 'zod'
import { faultsOf, type PlacedFault } from '../campaign/faults'
import { canonical, hashOf } from '../kernel/canonical'
import { finding, type Finding, type Words } from '../kernel/finding'
import { roundKind } from '../rules/round'
import { round, type RoundRule } from '../rules/round-terms'
import { leastCandidates } from './next-step'

const rested = round.extend({ rests: z.strictObject({ number: z.string().nullable(), zh: z.string(), en: z.string(), decidedOn: z.string().optional(), source: z.unknown().optional() }) })
const ids = z.array(z.string().min(1)).min(1)
export const roundDefinition = z.strictObject({
  format: z.literal('xuanshu-round/1'),
  rule: rested,
  candidates: ids,
  jurors: ids,
  /** The round before, whose selected or tied candidates these are; null for a first round. */
  follows: z.string().min(1).nullable(),
})
export interface RoundDefinition { readonly format: 'xuanshu-round/1'; readonly rule: RoundRule; readonly candidates: readonly string[]; readonly jurors: readonly string[]; readonly follows: string | null }
export type ParsedRound = { readonly ok: true; readonly definition: RoundDefinition; readonly hash: string } | { readonly ok: false; readonly faults: readonly PlacedFault[] }

/** A definition that can be opened, frozen to its last part, or everything wrong with it at once. */
export const parseRound = (raw: unknown): ParsedRound => {
  const faults = faultsOf(roundDefinition, raw)
  if (faults.length > 0) return { ok: false, faults }
  const parsed = roundDefinition.parse(raw) as unknown as RoundDefinition
  const between = [...(roundKind.check?.(parsed.rule) ?? []).map((f) => ({ ...f, path: ['rule', ...f.path] })), ...people(parsed), ...counted(parsed)]
  return between.length > 0 ? { ok: false, faults: between } : { ok: true, definition: frozen(parsed), hash: hashOf(parsed) }
}

const people = (d: RoundDefinition): PlacedFault[] => {
  const twice = (key: 'candidates' | 'jurors', of: Words): PlacedFault[] => {
    const seen = new Set<string>()
    return d[key].flatMap((id, i) => (seen.has(id) ? [{ path: [key, i], expected: of, got: id, writeInstead: { zh: `删去重复的 ${id}`, en: `remove the second ${id}` } }] : (seen.add(id), [])))
  }
  const both = d.jurors.map((j, i) => ({ j, i })).filter(({ j }) => d.candidates.includes(j))
  const needed = leastCandidates(d.rule.surplus, d.rule.places)
  return [
    ...twice('candidates', { zh: '每名人选一次', en: 'each candidate once' }), ...twice('jurors', { zh: '每名评委一次', en: 'each juror once' }),
    ...both.map(({ j, i }): PlacedFault => ({ path: ['jurors', i], expected: { zh: '不是本轮人选的人', en: 'nobody who stands in this round' }, got: j, writeInstead: { zh: '换一名评委', en: 'another juror' } })),
    ...(d.candidates.length < needed ? [{ path: ['candidates'], expected: { zh: `至少 ${needed} 名人选`, en: `at least ${needed} candidates` }, got: String(d.candidates.length), writeInstead: { zh: '补足人选，或减少名额', en: 'more candidates, or fewer places' } }] : []),
    ...(d.rule.surplus?.kind === 'equal' && d.candidates.length !== d.rule.places ? [{ path: ['candidates'], expected: { zh: `正好 ${d.rule.places} 名人选（等额）`, en: `just ${d.rule.places} candidates` }, got: String(d.candidates.length), writeInstead: { zh: '核对人选', en: 'check the candidates' } }] : []),
  ]
}

/** A round that does not say how it is counted is never opened. */
const counted = ({ rule: r }: RoundDefinition): PlacedFault[] => {
  const needs = (path: string, zh: string, en: string): PlacedFault[] => [{ path: ['rule', path], expected: { zh: '计票的办法', en: 'how it is counted' }, got: '—', writeInstead: { zh, en } }]
  if (r.method === 'score' && r.score === undefined && r.grades === undefined) return needs('score', '加上 score: { from: 0, to: 100 }', 'add score: { from: 0, to: 100 }')
  if (r.method === 'rank' && r.ranking === undefined) return needs('ranking', '加上 ranking: { by: borda }', 'add ranking: { by: borda }')
  return []
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

/** What somebody would change in a round that is open: each part is refused by name (F7). Empty: it is the same round. */
export const changesAfterOpening = (open: RoundDefinition, other: RoundDefinition): Finding[] => {
  const parts = (d: RoundDefinition): Readonly<Record<string, unknown>> => ({ ...Object.fromEntries(Object.entries(d.rule).map(([k, v]) => [`rule.${k}`, v])), candidates: [...d.candidates].sort(), jurors: [...d.jurors].sort(), follows: d.follows })
  const [was, is] = [parts(open), parts(other)]
  const differs = (key: string): boolean => (was[key] === undefined || is[key] === undefined ? was[key] !== is[key] : canonical(was[key]) !== canonical(is[key]))
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(differs).map((key) => finding({
    code: 'round.frozen', strength: 'block', rule: open.rule, at: { field: key },
    what: [`本轮已经开始，不能再改${labels[key] ?? '办法'}（${key}）`, `The round is open: ${key} cannot be changed`], mend: ['要改的，另开一轮，并告知全体评委。', 'Open a new round instead, and tell all jurors.'],
  }))
}
const labels: Readonly<Record<string, string>> = { candidates: '人选', jurors: '评委', 'rule.places': '名额', 'rule.quorum': '法定人数', 'rule.threshold': '通过票', 'rule.method': '评审方法', 'rule.weights': '权重', 'rule.tie': '同票的办法', 'rule.balance': '结构比例' }
