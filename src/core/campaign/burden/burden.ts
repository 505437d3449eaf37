/** 负担计量: what one nomination asks of a unit, counted rule by rule, with an estimate of the time it takes. */
import { asksOf, honoursAsked } from '../../nomination/asks'
import { sayRule } from '../../rules/kinds'
import type { Words } from '../../kernel/finding'
import type { Material } from '../../rules/material-terms'
import type { RuleKind } from '../../rules/rule'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../definition'
import { bareName } from '../contradictions/likeness'
import { ATTENDANCE_SECONDS, DECLARATION_SECONDS, FURTHER_SEAL_SECONDS, LENGTH_WITHOUT_LIMIT, OTHER_BODY_SECONDS, PAPER_SECONDS, PARCEL_SECONDS, QUESTION_SECONDS, SEAL_SECONDS, SECONDS_PER_CHARACTER, SIGNATURE_SECONDS, STEP_SECONDS, fieldSeconds, fileSeconds, shareWritten } from './estimates'
import { knownFields } from './known-fields'

/** Where the time goes. */
export const parts = ['form', 'answers', 'files', 'seals', 'paper', 'procedure'] as const
export type Part = (typeof parts)[number]
/** As the meter calls them. */
export const sayPart: Readonly<Record<Part, Words>> = {
  form: { zh: '填推荐表', en: 'The form' }, answers: { zh: '回答与承诺', en: 'Questions, declarations' }, files: { zh: '备材料、上传', en: 'Files' },
  seals: { zh: '盖章、出具', en: 'Seals, papers of others' }, paper: { zh: '纸质件', en: 'Paper' }, procedure: { zh: '单位程序', en: 'Procedure' },
}

/** What is counted. */
export const counts = ['fields', 'known', 'answers', 'uploads', 'conditional', 'stamps', 'paperCopies', 'steps'] as const
export type Count = (typeof counts)[number]
/** As the meter calls them. */
export const sayCount: Readonly<Record<Count | 'minutes', Words>> = {
  fields: { zh: '填写栏目', en: 'Fields to fill in' }, known: { zh: '其中系统已知', en: 'of which already known' }, answers: { zh: '回答与承诺', en: 'Questions and declarations' },
  uploads: { zh: '上传文件（最少）', en: 'Files to upload (least)' }, conditional: { zh: '只向部分人选或入选后才要', en: 'Asked of some only, or once chosen' }, stamps: { zh: '盖章（次）', en: 'Seals to be pressed' }, paperCopies: { zh: '纸质件（份）', en: 'Paper copies' },
  steps: { zh: '单位程序', en: 'Steps of procedure' }, minutes: { zh: '估计用时（分钟）', en: 'Minutes, estimated' },
}

/** What one rule asks of a unit, for one nomination. */
export interface Thing {
  readonly ruleId: string
  readonly kind: RuleKind
  readonly says: Words
  readonly counts: Readonly<Partial<Record<Count, number>>>
  readonly seconds: Readonly<Partial<Record<Part, number>>>
}
export interface Burden {
  readonly counts: Readonly<Record<Count, number>>
  /** Whole minutes by part, each rounded up. */
  readonly minutesByPart: Readonly<Record<Part, number>>
  /** Sum of the parts. */
  readonly minutes: number
  readonly things: readonly Thing[]
}

type Cost = Pick<Thing, 'counts' | 'seconds'>
const nothing: Cost = { counts: {}, seconds: {} }

const textSeconds = (max: number | undefined, min: number | undefined): number => {
  const half = Math.ceil(((max ?? LENGTH_WITHOUT_LIMIT * shareWritten.denominator) * shareWritten.numerator) / shareWritten.denominator)
  return Math.max(min ?? 0, half) * SECONDS_PER_CHARACTER
}

/** What an optional field takes is the unit’s own choice: it is counted as a field and takes no time here. */
const ofField = (f: ResolvedRule<'formField'>): Cost => {
  if (knownFields.has(f.field)) return { counts: { fields: 1, known: 1 }, seconds: {} }
  if (!f.required) return { counts: { fields: 1 }, seconds: {} }
  return { counts: { fields: 1 }, seconds: { form: f.type === 'longText' ? textSeconds(f.maxLength, f.minLength) : fieldSeconds[f.type] } }
}

/** Who issues a paper issues it once, however many forms of it are asked: the sealed one carries the errand, or the first. */
const errands = (all: readonly ResolvedRule<'material'>[]): ReadonlySet<string> => new Set(all.flatMap((m) => {
  if (m.issuedBy === undefined || m.min === 0) return []
  const forms = all.filter((o) => o.min > 0 && o.issuedBy?.zh === m.issuedBy?.zh && bareName(o.name.zh) === bareName(m.name.zh))
  return [(forms.find((o) => o.file.type === 'document' && o.file.stamped) ?? forms[0] ?? m).id]
}))

/** A text that has to be written for it. */
const writing = (file: Material['file']): number => (file.type !== 'document' || file.text === undefined ? 0 : Math.max(file.text.min ?? 0, file.text.about ?? Math.ceil(((file.text.max ?? 0) * shareWritten.numerator) / shareWritten.denominator)) * SECONDS_PER_CHARACTER)

const ofMaterial = (m: ResolvedRule<'material'>, errand: boolean): Cost => {
  if (m.min === 0) return nothing
  // Whom it is asked of, or whether at all, is not known when a nomination begins.
  if (m.when !== undefined || m.package === 'chosen') return { counts: { conditional: m.min }, seconds: {} }
  const copies = m.paperCopies * m.min
  const stamped = m.seals !== undefined || (m.file.type === 'document' && m.file.stamped)
  const bodies = stamped ? m.seals?.length ?? 1 : 0
  const sealed = Math.max(m.min, copies)
  const seals = (errand ? OTHER_BODY_SECONDS : 0) + bodies * (SEAL_SECONDS * m.min + FURTHER_SEAL_SECONDS * (sealed - m.min)) + (m.signatures?.length ?? 0) * SIGNATURE_SECONDS
  return {
    counts: { uploads: m.min, ...(stamped ? { stamps: sealed * bodies } : {}), ...(copies === 0 ? {} : { paperCopies: copies }) },
    seconds: { files: (fileSeconds[m.file.type] + writing(m.file)) * m.min, ...(seals === 0 ? {} : { seals }), ...(copies === 0 ? {} : { paper: PAPER_SECONDS * copies }) },
  }
}

/** 征求意见 before it is sent: asked of each office; where its paper is a material, that carries the errand. */
const ofOpinion = (r: ResolvedRule<'opinion'>, asked: number): Cost => {
  if (r.before !== 'submission') return nothing
  if (r.when !== undefined) return { counts: { answers: asked, conditional: 1 }, seconds: { answers: QUESTION_SECONDS * asked } }
  return { counts: { answers: asked, steps: 1 }, seconds: { answers: QUESTION_SECONDS * asked, ...(r.evidence === undefined ? { seals: OTHER_BODY_SECONDS * r.of.length } : {}) } }
}

const ofStep = (s: ResolvedRule<'procedureStep'>): Cost => ({ counts: { steps: 1 }, seconds: { procedure: STEP_SECONDS + ATTENDANCE_SECONDS * s.attendance.length } })
const declared: Cost = { counts: { answers: 1 }, seconds: { answers: DECLARATION_SECONDS } }
const questions = (n: number): Cost => ({ counts: { answers: n }, seconds: { answers: QUESTION_SECONDS * n } })

/** Some rules ask something besides: votes of a meeting, of whom a paper is asked. */
const withQuestions = (c: Cost, asked: number): Cost => (asked === 0 ? c : { counts: { ...c.counts, answers: (c.counts.answers ?? 0) + asked }, seconds: { ...c.seconds, answers: (c.seconds.answers ?? 0) + QUESTION_SECONDS * asked } })

/** Questions that other rules asked already are not asked again, and cost nothing here. */
const costOf = (rule: ResolvedRule, asked: number, errand: boolean): Cost => {
  if (rule.kind === 'formField') return ofField(rule)
  if (rule.kind === 'material') return withQuestions(ofMaterial(rule, errand), asked)
  if (rule.kind === 'procedureStep') return withQuestions(ofStep(rule), asked)
  if (rule.kind === 'declaration') return declared
  if (rule.kind === 'opinion') return ofOpinion(rule, asked)
  return questions(rule.kind === 'exclusion' ? asked + 1 : asked)
}

const isSomething = (c: Cost): boolean => Object.keys(c.counts).length > 0 && Object.values(c.counts).some((n) => n > 0)

/** Everything that one nomination asks of a unit, rule by rule and summed. */
export const burdenOf = (definition: Pick<ResolvedDefinition, 'rules'>): Burden => {
  const asks = asksOf(definition)
  const honours = honoursAsked(definition)
  const firstHonours = honours === null ? undefined : definition.rules.find((r) => r.rests === honours.rests)?.id
  const sent = errands(rulesOf(definition, 'material'))
  const things = definition.rules.flatMap((rule): Thing[] => {
    const cost = costOf(rule, asks.filter((a) => a.rests === rule.rests).length + (rule.id === firstHonours ? 1 : 0), sent.has(rule.id))
    return isSomething(cost) ? [{ ruleId: rule.id, kind: rule.kind, says: sayRule(rule), ...cost }] : []
  })
  return summed(things)
}

const summed = (things: readonly Thing[]): Burden => {
  const count = (c: Count) => things.reduce((n, t) => n + (t.counts[c] ?? 0), 0)
  const parcel = count('paperCopies') > 0 ? PARCEL_SECONDS : 0
  const minutesOf = (p: Part) => Math.ceil((things.reduce((n, t) => n + (t.seconds[p] ?? 0), 0) + (p === 'paper' ? parcel : 0)) / 60)
  const minutesByPart = Object.fromEntries(parts.map((p) => [p, minutesOf(p)])) as Record<Part, number>
  return { counts: Object.fromEntries(counts.map((c) => [c, count(c)])) as Record<Count, number>, minutesByPart, minutes: parts.reduce((n, p) => n + minutesByPart[p], 0), things }
}
