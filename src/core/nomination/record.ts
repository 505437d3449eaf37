/** 人选档案: what is known of a person is kept once, with where it comes from, and is offered to every later campaign of the same unit. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { isCandidateField } from './candidate-part'
import { lengthOf, textOf, type Fields, type FieldValue } from './form'

/** One fact: the last value that was submitted, and with which nomination. */
export interface Fact { readonly field: string; readonly type: string; readonly value: FieldValue; readonly at: Instant }

const isEmpty = (value: FieldValue | undefined): boolean => value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0)
/** A category belongs to the campaign, the unit’s opinion to the nomination; all else stays true of the person. */
const lasts = (rule: ResolvedRule<'formField'>): boolean => isCandidateField(rule) && rule.type !== 'category'

/** What a submitted form tells of its person. */
export const factsOf = (definition: Pick<ResolvedDefinition, 'rules'>, fields: Fields, at: Instant): Fact[] =>
  rulesOf(definition, 'formField').filter(lasts).flatMap((rule) => (isEmpty(fields[rule.field]) ? [] : [{ field: rule.field, type: rule.type, value: fields[rule.field]!, at }]))

/** Whether a fact can stand in this field: of the same type, one of its choices, and no longer than it takes. */
const fits = (rule: ResolvedRule<'formField'>, fact: Fact): boolean => {
  if (rule.type !== fact.type) return false
  if (typeof fact.value !== 'string') return rule.type === 'entries'
  if (rule.choices !== undefined && !rule.choices.some((c) => c.value === fact.value)) return false
  return rule.maxLength === undefined || lengthOf(fact.value) <= rule.maxLength
}

/** What of the record goes into this form: only into fields that are empty, never over what somebody typed. */
export const prefill = (definition: Pick<ResolvedDefinition, 'rules'>, facts: readonly Fact[], into: Fields): Fields => {
  const known = new Map(facts.map((f) => [f.field, f]))
  return Object.fromEntries(rulesOf(definition, 'formField').filter(lasts).flatMap((rule) => {
    const fact = known.get(rule.field)
    return fact !== undefined && isEmpty(into[rule.field]) && fits(rule, fact) ? [[rule.field, fact.value]] : []
  }))
}

/** 填报负担 as it really was: how many fields, how many came from the record, how many of those were changed, how many were typed. */
export interface Typed { readonly asked: number; readonly known: number; readonly changed: number; readonly typed: number }
/** @param known what the record put in, as it was put in */
export const typedOf = (definition: Pick<ResolvedDefinition, 'rules'>, fields: Fields, known: Fields): Typed => {
  const rules = rulesOf(definition, 'formField')
  const put = rules.filter((r) => known[r.field] !== undefined)
  const changed = put.filter((r) => JSON.stringify(known[r.field]) !== JSON.stringify(fields[r.field])).length
  return { asked: rules.length, known: put.length - changed, changed, typed: changed + rules.filter((r) => known[r.field] === undefined && !isEmpty(fields[r.field])).length }
}

/** 出生年月, `YYYY-MM`; empty: not known. */
export const birthMonth = (fields: Fields): string => textOf(fields, 'birthDate').slice(0, 7)

/** What is found elsewhere of the same person. Of other units nothing is told but that it is so. */
export interface Twins { readonly elsewhere: 'number' | 'likely' | null; readonly record: { readonly id: string; readonly name: string; readonly by: 'number' | 'likely' } | null }

/** Asked, never merged silently: a person decides whether it is the same one. */
export const judgeTwins = (twins: Twins | undefined): Finding[] => (twins?.elsewhere == null ? [] : [finding({
  code: `candidate.twice.${twins.elsewhere}`, rule: null, strength: 'warn', at: { field: 'name' },
  what: twins.elsewhere === 'number' ? ['同一证件号码的人选在本活动已由其他渠道推荐', 'Somebody with the same ID number was put forward in this campaign by another channel'] : ['姓名、出生年月、单位相同的人选在本活动已由其他渠道推荐，可能是同一人', 'Somebody of the same name, month of birth and employer was put forward in this campaign by another channel'],
  mend: ['请与人选本人和活动办公室核对，由一家推荐；确认不是同一人的，由审核人写明后报送。', 'Check with the candidate and the office, and let one unit nominate; if it is another person, the approver says so and submits.'] })])
