/** What the balance of those chosen is judged by: what the round itself declares, and the notice's proportions of the winners, as one list over one set of tags. */
import type { ClauseRef } from '../../kernel/clause'
import type { Words } from '../../kernel/finding'
import type { Case, Person, Rested } from '../../rules/case'
import type { Proportion } from '../../rules/proportion'
import type { Balance } from '../../rules/round-methods'
import type { RoundRule } from '../../rules/round-terms'
import { belongs } from '../../rules/subset'
import { balanced, sayBalanced, type Balanced, type Choosable } from './balance'
import { leastSwap, type Swap } from './least-swap'

export interface Limit { readonly balance: Balance; readonly rests: ClauseRef }
interface Tag { readonly id: string; readonly has: (p: Person) => boolean | undefined }

const ofRound = (rule: RoundRule): { limits: Limit[]; tags: Tag[] } => ({
  limits: (rule.balance ?? []).map((balance) => ({ balance, rests: rule.rests })),
  tags: [...new Set((rule.balance ?? []).flatMap((b) => (b.within === undefined ? [b.of] : [b.of, b.within])))].map((id) => { const own = (rule.balance ?? []).find((b) => b.of === id && b.who !== undefined); return { id, has: (p) => (own === undefined ? p.properties?.[id] : belongs(p, { name: own.name, ...own.who })) } }),
})
/** A share of persons or of teams alone is one 其中, like any other. */
const ofNotice = (p: Rested<Proportion>): { limit: Limit; tags: Tag[] } => {
  const [of, within] = [`${p.id}-of`, p.base === undefined && p.candidates === undefined ? undefined : `${p.id}-within`]
  const sort = p.candidates === 'team' ? { zh: '团队中', en: 'teams: ' } : p.candidates === 'person' ? { zh: '个人中', en: 'persons: ' } : { zh: '', en: '' }
  const base: Words = p.base === undefined ? sort : { zh: `${sort.zh}${p.base.name.zh}中的`, en: `${sort.en}${p.base.name.en}: ` }
  const inBase = (x: Person): boolean | undefined => ((p.candidates !== undefined && (x.kind ?? 'person') !== p.candidates) ? false : p.base === undefined ? true : belongs(x, p.base))
  return {
    limit: { rests: p.rests, balance: { id: p.id, name: { zh: `${base.zh}${p.of.name.zh}`, en: `${base.en}${p.of.name.en}` }, of, ...(within !== undefined && { within }), bound: p.bound === 'max' ? 'most' : 'least', share: { numerator: p.percent, denominator: 100 } } },
    tags: [{ id: of, has: (x) => belongs(x, p.of) }, ...(within === undefined ? [] : [{ id: within, has: inBase }])],
  }
}

/** What is told of each candidate: the tags that hold, and those of which the form says nothing. */
export interface Tagged { readonly candidate: string; readonly rank: number; readonly properties: readonly string[]; readonly unknown: readonly string[]; readonly group?: string }
export interface Standing { readonly candidate: string; readonly rank: number; readonly group?: string; readonly person: NonNullable<Case['person']> }

/** @param proportions of the winners; none of them where this round does not name the winners */
export const limitsFor = (rule: RoundRule, proportions: readonly Rested<Proportion>[], people: readonly Standing[]): { readonly limits: readonly Limit[]; readonly people: readonly Tagged[] } => {
  const [own, notice] = [ofRound(rule), proportions.filter((p) => p.over === 'winners').map(ofNotice)]
  const tags = [...own.tags, ...notice.flatMap((n) => n.tags)]
  return {
    limits: [...own.limits, ...notice.map((n) => n.limit)],
    people: people.map(({ candidate, rank, group, person }) => {
      const known = tags.map((t) => ({ id: t.id, has: t.has(person) }))
      return { candidate, rank, properties: known.filter((k) => k.has === true).map((k) => k.id), unknown: known.filter((k) => k.has === undefined).map((k) => k.id), ...(group !== undefined && { group }) }
    }),
  }
}

export interface Weighed { readonly balanced: Balanced; /** Of those chosen, of whom the form does not say. */ readonly unknown: number; readonly say: Words }
/** Each limit against those chosen, and the least exchange that would satisfy all: shown to people, never carried out. Places of a group stay in the group. */
export const weighChosen = (limits: readonly Balance[], people: readonly Tagged[], chosen: ReadonlySet<string>, mostSteps?: number): { readonly rows: readonly Weighed[]; readonly swap: Swap } => {
  const start = people.filter((p) => chosen.has(p.candidate))
  const rows = balanced(limits, start).map((b): Weighed => ({ balanced: b, unknown: start.filter((p) => p.unknown.includes(b.rule.of) || (b.rule.within !== undefined && p.unknown.includes(b.rule.within))).length, say: sayBalanced(b) }))
  const groups = [...new Set(people.flatMap((p) => p.group ?? []))]
  const tagged: Choosable[] = people.map((p) => ({ candidate: p.candidate, rank: p.rank, properties: p.group === undefined ? p.properties : [...p.properties, `group ${p.group}`] }))
  const kept = groups.flatMap((g): Balance[] => { const count = start.filter((p) => p.group === g).length; return (['most', 'least'] as const).map((bound) => ({ id: g, name: { zh: g, en: g }, of: `group ${g}`, bound, count })) })
  return { rows, swap: leastSwap([...limits, ...kept], tagged, chosen, new Set(), mostSteps) }
}

