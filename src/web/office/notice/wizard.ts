/** What the office makes of a notice it read: every rule with its sentence and how far it is confirmed. Pure; every change can be taken back. */
import type { RawRule, NoticeDraft, DraftRule } from '#core/notice/draft/draft-definition'
import type { DraftHead } from '#core/notice/draft/draft-head'
import { alignIds, restating, saysTheSame } from '#core/notice/draft/align'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { ruleKindsTable } from '#core/rules/kinds'
import { ruleKinds, type RuleKind, type StatedRule } from '#core/rules/rule'
import type { Doubt } from '#core/rules/recognise/page'
import type { Place } from '#core/text/prepare'

export type RuleState = 'open' | 'confirmed' | 'changed' | 'added' | 'removed'
export interface WizardRule {
  readonly rule: RawRule
  /** Absent for what the office added by itself. */
  readonly place?: Place
  readonly doubts: readonly Doubt[]
  readonly state: RuleState
}
export interface Contact { readonly person: string; readonly phone: string; readonly email: string; readonly address: string }
/** Everything as it stands in the fields: text until it is sent. */
export interface WizardHead {
  readonly title: string; readonly number: string; readonly date: string; readonly year: string; readonly name: string; readonly award: string; readonly hosts: string; readonly basis: string
}
export interface Wizard {
  readonly text: string
  readonly head: WizardHead
  readonly contact: Contact
  readonly rules: readonly WizardRule[]
  /** The definition above that the notice forwards; null: it rests on none here. */
  readonly above: string | null
  /** Whose form fields are taken over where the notice says nothing of them; null: none. */
  readonly form: string | null
}
export interface History { readonly now: Wizard; readonly before: readonly Wizard[] }

const headOf = (h: DraftHead): WizardHead =>
  ({ title: h.title, number: h.number, date: h.date, year: h.year === null ? '' : String(h.year), name: h.name, award: h.award, hosts: h.hosts.join('\n'), basis: h.basis.join('\n') })
const ruleOf = ({ rule, place, doubts }: DraftRule): WizardRule => ({ rule, place, doubts, state: 'open' })

export const noContact: Contact = { person: '', phone: '', email: '', address: '' }

/** @param form the definition whose form is offered at first */
export const beginWizard = (text: string, draft: NoticeDraft, form: string | null): History =>
  ({ before: [], now: { text, head: headOf(draft.head), contact: noContact, rules: draft.rules.map(ruleOf), above: null, form } })

export type Change =
  | { readonly kind: 'confirm'; readonly id: string }
  | { readonly kind: 'confirmAll'; readonly ids: readonly string[] }
  | { readonly kind: 'rewrite'; readonly id: string; readonly rule: RawRule }
  | { readonly kind: 'answer'; readonly id: string; readonly doubt: number; readonly reading: string }
  | { readonly kind: 'remove' | 'restore'; readonly id: string }
  | { readonly kind: 'add'; readonly of: RuleKind; readonly date: string }
  | { readonly kind: 'head'; readonly part: Partial<WizardHead> }
  | { readonly kind: 'contact'; readonly part: Partial<Contact> }
  | { readonly kind: 'above'; readonly definition: ResolvedDefinition | null }
  | { readonly kind: 'form'; readonly id: string | null }
  | { readonly kind: 'undo' }

const KEPT = 200

export const changed = (h: History, change: Change): History => {
  if (change.kind === 'undo') return h.before.length === 0 ? h : { now: h.before.at(-1)!, before: h.before.slice(0, -1) }
  const now = after(h.now, change)
  // Typing in one field is one step back, not one a letter.
  const typing = (change.kind === 'head' || change.kind === 'contact') && h.before.length > 0 && sameField(h, change)
  return { now, before: typing ? h.before : [...h.before, h.now].slice(-KEPT) }
}

const sameField = ({ now, before }: History, change: Extract<Change, { kind: 'head' | 'contact' }>): boolean => {
  const [last, key] = [before.at(-1)!, Object.keys(change.part)[0]!]
  const differ = (a: object, b: object) => Object.keys(a).filter((k) => a[k as never] !== b[k as never])
  const fields = change.kind === 'head' ? differ(now.head, last.head) : differ(now.contact, last.contact)
  return fields.length === 1 && fields[0] === key && now.rules === last.rules && now.above === last.above && now.form === last.form
}

const after = (w: Wizard, change: Exclude<Change, { kind: 'undo' }>): Wizard => {
  const each = (id: string, to: (r: WizardRule) => WizardRule): Wizard => ({ ...w, rules: w.rules.map((r) => (r.rule.id === id ? to(r) : r)) })
  switch (change.kind) {
    case 'confirm': return each(change.id, confirmed)
    case 'confirmAll': return { ...w, rules: w.rules.map((r) => (change.ids.includes(r.rule.id) ? confirmed(r) : r)) }
    case 'rewrite': return each(change.id, (r) => ({ ...r, rule: change.rule, doubts: [], state: r.state === 'added' ? 'added' : 'changed' }))
    case 'answer': return each(change.id, (r) => answered(r, change.doubt, change.reading))
    case 'remove': return each(change.id, (r) => ({ ...r, state: 'removed' }))
    case 'restore': return each(change.id, (r) => ({ ...r, state: r.place === undefined ? 'added' : 'open' }))
    case 'add': return { ...w, rules: [...w.rules, { rule: blankRule(new Set(w.rules.map((r) => r.rule.id)), change.of, change.date), doubts: [], state: 'added' }] }
    case 'head': return { ...w, head: { ...w.head, ...change.part } }
    case 'contact': return { ...w, contact: { ...w.contact, ...change.part } }
    case 'above': return under(w, change.definition)
    case 'form': return { ...w, form: change.id }
  }
}

/** A question is answered before the rule is confirmed, and a rule that lacks something is filled in first. */
const confirmed = (r: WizardRule): WizardRule => (r.state !== 'open' || r.doubts.length > 0 || readable(r.rule) === null ? r : { ...r, state: 'confirmed' })

/** The reading becomes the parameter it was in doubt about. The first reading is what stands: choosing it confirms. */
const answered = (r: WizardRule, index: number, reading: string): WizardRule => {
  const doubt = r.doubts[index]
  if (doubt === undefined) return r
  const rule = doubt.at === '' ? r.rule : withPart(r.rule, doubt.at.split('.'), reading)
  const doubts = r.doubts.filter((_, i) => i !== index)
  return { ...r, rule, doubts, state: rule === r.rule || reading === doubt.readings[0] ? r.state : 'changed' }
}

const withPart = (rule: RawRule, path: readonly string[], said: string): RawRule => {
  const put = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return likeIt(value, said)
    const held = (value ?? {}) as Record<string, unknown>
    return { ...held, [key]: put(held[key], rest) }
  }
  return put(rule, path) as RawRule
}
/** Numbers stay numbers and yes stays yes. */
const likeIt = (value: unknown, said: string): unknown => {
  if (typeof value === 'boolean' || said === 'true' || said === 'false') return said === 'true'
  if (typeof value === 'number' || (value === undefined && /^\d+$/u.test(said))) return Number(said)
  return said
}

/** Under a level above, what restates one of its rules takes that rule's id. */
export const under = (w: Wizard, above: ResolvedDefinition | null): Wizard => {
  if (above === null) return { ...w, above: null }
  const ids = alignIds(w.rules.map((r) => r.rule), above)
  return { ...w, above: above.id, rules: w.rules.map((r) => {
    const rule = { ...r.rule, id: ids.get(r.rule.id) ?? r.rule.id }
    const upper = above.rules.find((u) => u.id === rule.id)
    return { ...r, rule: upper === undefined ? rule : restating(rule, upper) }
  }) }
}

/** Whether the level above says it already: then it need not be confirmed and is not stated again. */
export const inherited = ({ rule, state }: WizardRule, above: Pick<ResolvedDefinition, 'rules'> | undefined): boolean => {
  const upper = state === 'removed' ? undefined : above?.rules.find((r) => r.id === rule.id)
  return upper !== undefined && saysTheSame(rule, upper)
}

/** A rule the office decides by itself, with nothing said yet. */
export const blankRule = (taken: ReadonlySet<string>, kind: RuleKind, date: string): RawRule => {
  const base = kind.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`)
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return { id, kind, basis: { kind: 'office decision', date, reason: { zh: '通知没有写明，由活动办公室决定', en: 'No notice states it; decided by the office' } } }
}

/** The rule whole, or null while something is missing or wrong. */
export const readable = (rule: RawRule): StatedRule | null => {
  const parsed = ruleKindsTable[rule.kind].schema.safeParse(rule)
  return parsed.success ? (parsed.data as StatedRule) : null
}

export interface Tally { readonly read: number; readonly confirmed: number; readonly questions: number; readonly incomplete: number; readonly changed: number; readonly added: number; readonly removed: number }
export const tally = ({ rules }: Wizard): Tally => {
  const of = (state: RuleState) => rules.filter((r) => r.state === state).length
  const live = rules.filter((r) => r.state !== 'removed')
  return {
    read: rules.filter((r) => r.place !== undefined).length, confirmed: of('confirmed'), changed: of('changed'), added: of('added'), removed: of('removed'),
    questions: live.reduce((n, r) => n + r.doubts.length, 0), incomplete: live.filter((r) => readable(r.rule) === null).length,
  }
}

/** Kinds a person adds by hand, in the order of the table; the form's fields come with a form. */
export const kindsToAdd: readonly RuleKind[] = ruleKinds.filter((k) => k !== 'formField')
