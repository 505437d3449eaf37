/** The record of a person: what of it goes into a later form, and what was really typed. */
import { expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { factsOf, judgeTwins, prefill, typedOf } from './record'

const field = (id: string, type: string, more: object = {}) => ({ kind: 'formField', id, field: id, section: 'person', type, required: true, label: { zh: id, en: id }, ...more })
const definition = { rules: [field('name', 'text'), field('sex', 'choice', { choices: [{ value: 'female', zh: '女', en: 'f' }] }), field('post', 'text', { maxLength: 4 }), field('resume', 'entries'), field('category', 'category'), field('opinion', 'longText', { section: 'opinion' })] } as unknown as ResolvedDefinition
const submitted = { name: '沈若川', sex: 'female', post: '主任', resume: [{ from: '2006', to: '', what: '某院' }], category: 'grassroots', opinion: '优秀' }
const facts = factsOf(definition, submitted, 1)

test('the campaign’s category and the unit’s opinion are no facts of the person', () => expect(facts.map((f) => f.field)).toEqual(['name', 'sex', 'post', 'resume']))
test('it fills what is empty and never writes over what was typed', () => expect(prefill(definition, facts, { name: '沈若川', post: '副主任' })).toEqual({ sex: 'female', resume: submitted.resume }))
test('what does not fit the field stays out: another type, no choice of it, too long', () => {
  const other = { rules: [field('name', 'longText'), field('sex', 'choice', { choices: [{ value: 'male', zh: '男', en: 'm' }] }), field('post', 'text', { maxLength: 1 })] } as unknown as ResolvedDefinition
  expect(prefill(other, facts, {})).toEqual({})
})
test('what was really typed is counted: known, changed, typed', () => {
  const known = prefill(definition, facts, {})
  expect(typedOf(definition, { ...submitted, post: '副主任' }, known)).toEqual({ asked: 6, known: 3, changed: 1, typed: 3 })
  expect(typedOf(definition, submitted, {})).toEqual({ asked: 6, known: 0, changed: 0, typed: 6 })
})
test('the same person by another channel is asked about and blocks nothing', () => expect([judgeTwins({ elsewhere: null, record: null }), judgeTwins({ elsewhere: 'number', record: null }).map((f) => [f.code, f.strength])]).toEqual([[], [['candidate.twice.number', 'warn']]]))
