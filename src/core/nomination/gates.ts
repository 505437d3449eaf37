/** 关口: whether a candidate still fits is asked again, with the day, wherever a nomination goes on. Machines raise questions; people answer, and the office decides. */
import type { ResolvedDefinition } from '../campaign/definition'
import type { ClauseRef } from '../kernel/clause'
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf, sayDay, type Instant } from '../kernel/instant'
import type { Case } from '../rules/case'
import { kindOf } from '../rules/kinds'
import type { RuleKind } from '../rules/rule'
import type { Spill } from '../secrecy/spill'
import { apartFinding, openMatters } from './apart'
import { gateNames, type Gate } from './gate-names'
import { judgeCandidatePart, type CandidatePart } from './candidate-part'
import { caseOf } from './case'
import type { Answers, Fields } from './form'

/** One passing of a gate; each round is a gate of its own. */
export interface Passing { readonly gate: Gate; /** Id of the round's rule; empty at all other gates. */ readonly passage: string }
export interface Said extends Passing { readonly answer: 'still' | 'changed'; readonly at: Instant; readonly by: string; /** Rules it is about, where something changed. */ readonly ruleIds: readonly string[]; readonly note: string }
export interface Decided extends Passing { readonly outcome: 'goesOn' | 'stops'; readonly at: Instant; readonly by: string; readonly reason: string }
/** One thing that somebody says is still true. */
export interface Point { readonly ruleId: string; readonly rests: ClauseRef; readonly words: Words }

export interface AtGate extends Passing {
  readonly definition: Pick<ResolvedDefinition, 'rules'>
  readonly name: string
  readonly facts: { readonly fields: Fields; readonly answers: Answers; readonly rank?: number | null; readonly part?: CandidatePart | null; /** Goes by hand: nothing is known of it here. */ readonly offline: boolean; /** Files set apart that are its own, or the same bytes as one of its own. */ readonly apart?: readonly Spill[] }
  readonly around?: Pick<Case, 'unit' | 'holidays'>
  readonly said: readonly Said[]
  readonly decided: readonly Decided[]
  readonly now: Instant
}
/** `open`: somebody has to say so; `raised`: the office decides; `stopped`: it decided that this one does not go on here. */
export type Standing = 'clear' | 'open' | 'raised' | 'stopped'
export interface GateResult { readonly standing: Standing; readonly points: readonly Point[]; /** What speaks against passing now; all of it blocks. */ readonly findings: readonly Finding[] }

/** Kinds by which a person is chosen or excluded: judged anew by the day of the gate. */
const eligibility: ReadonlySet<RuleKind> = new Set(['exclusion', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour'])
const isOf = (p: Passing, o: Passing): boolean => p.gate === o.gate && p.passage === o.passage

/** What is asked at any gate of this definition; of one candidate where its case is given. */
export const pointsOf = (definition: Pick<ResolvedDefinition, 'rules'>, of: Pick<Case, 'answers' | 'person'> = {}): Point[] => definition.rules.flatMap((rule) => {
  const words = rule.strength === 'note' ? null : kindOf(rule).stillTrue?.(rule, of) ?? null
  return words === null ? [] : [{ ruleId: rule.id, rests: rule.rests, words }]
})

/** Everything that stands between one nomination and one gate, on the day of `now`. */
export const judgeGate = (a: AtGate): GateResult => {
  const points = pointsOf(a.definition, caseOf(a.facts, {}))
  const here = a.decided.filter((d) => isOf(d, a)).at(-1)
  if (here?.outcome === 'stops') return { standing: 'stopped', points, findings: [stopped(a, here)] }
  const raised = [...changesOf(a), ...(here === undefined ? byMachine(a) : []), ...apartOf(a, here)]
  if (raised.length > 0) return { standing: 'raised', points, findings: raised }
  const said = here !== undefined || a.said.some((s) => s.answer === 'still' && isOf(s, a) && dayOf(s.at) === dayOf(a.now))
  return points.length === 0 || said ? { standing: 'clear', points, findings: [] } : { standing: 'open', points, findings: [unanswered([a.name], points, a)] }
}

/** A change that was told stays open at every gate until the office decides, whichever gate it was told at. */
const changesOf = (a: AtGate): Finding[] => {
  const settled = Math.max(0, ...a.decided.map((d) => d.at))
  return a.said.filter((s) => s.answer === 'changed' && s.at > settled).map((s) => {
    const rule = a.definition.rules.find((r) => s.ruleIds.includes(r.id)) ?? null
    const day = sayDay(dayOf(s.at))
    return finding({ code: 'gate.changed', strength: 'block', rule, at,
      what: [`${a.name}的资格有变化（${s.by}于${day.zh}说明）：${s.note}`, `Something changed about ${a.name} (told by ${s.by} on ${day.en}): ${s.note}`], mend: decide })
  })
}

/** Not at the submission: what only the office decides would keep the unit from sending at all. */
const apartOf = (a: AtGate, here: Decided | undefined): Finding[] => {
  const matters = a.gate === 'submission' ? [] : openMatters(a.facts.apart ?? [], here?.at ?? null)
  return matters.length === 0 ? [] : [apartFinding(a.name, matters)]
}

/** What rules judged by data alone say on this day. What nobody has answered is the person's question; before the submission the inspection says it all. */
const byMachine = (a: AtGate): Finding[] => {
  if (a.gate === 'submission' || a.facts.offline) return []
  const of = caseOf(a.facts, { ...a.around, now: a.now })
  const found = a.definition.rules.filter((r) => eligibility.has(r.kind)).flatMap((rule) => kindOf(rule).judge?.(rule, of) ?? []).concat(judgeCandidatePart(a.facts.part ?? null))
  return found.filter((f) => f.strength === 'block' && !open.test(f.code)).map((f) => ({ ...f, code: 'gate.found', at, what: { zh: `${a.name}：${f.what.zh}`, en: `${a.name}: ${f.what.en}` }, mend: { zh: decide[0], en: decide[1] } }))
}
const open = /\.unanswered$|^age\.(unknown|sexUnknown)$|^candidate\.(filling|unasked)$|^requiredHonour\.noEvidence$/

const at = { field: 'gate' }
const decide = ['由活动办公室核实后决定：写明理由继续，或者在这一关不再列入。系统不会自行排除。', 'The office looks into it and decides: it goes on with a reason, or is left out here. The product excludes nobody by itself.'] as const

const stopped = (a: AtGate, d: Decided): Finding => finding({ code: 'gate.stopped', strength: 'block', rule: null, at,
  what: [`${a.name}在“${gateNames[a.gate].zh}”这一关不再列入（${d.by}于${sayDay(dayOf(d.at)).zh}决定）：${d.reason}`, `${a.name} was left out at ${gateNames[a.gate].en} (decided by ${d.by} on ${sayDay(dayOf(d.at)).en}): ${d.reason}`], mend: ['情况又有变化的，由活动办公室另作决定。', 'If things change again, the office decides anew.'] })

/** One finding for all of whom nobody has said it today. */
export const unanswered = (names: readonly string[], points: readonly Point[], { gate, now }: Pick<AtGate, 'gate' | 'now'>): Finding => {
  const [day, first, many] = [sayDay(dayOf(now)), points[0], names.length > 3]
  const who = { zh: many ? `${names.slice(0, 3).join('、')}等 ${names.length} 人` : names.join('、'), en: many ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ') }
  return finding({ code: 'gate.unanswered', strength: 'block', rule: first === undefined ? null : { rests: first.rests, strength: 'block' }, at,
    what: [`今天（${day.zh}）是否仍然符合，还没有确认：${who.zh}`, `Nobody has confirmed yet that they still fit today (${day.en}): ${who.en}`],
    mend: [`请核实：${points.map((p) => p.words.zh).join('；')}。都符合的，勾选“今天仍然符合”，再办理${gateNames[gate].zh}；有变化的，写明变化。`, `Check: ${points.map((p) => p.words.en).join('; ')}. If all is so, tick “still fits today” and go on to ${gateNames[gate].en}; if not, say what changed.`] })
}
