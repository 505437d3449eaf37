import { expect, test } from 'vitest'
import { markedPlaces, withoutMarked } from './marked-values'

const typed = {
  fields: { deeds: '主持某项研究\n机密★10年', post: '主任医师', resume: [{ from: '2006', to: '', what: '某所（秘密★5年）' }], honours: '保守国家秘密先进个人（示例）' },
  answers: { steps: { 'step-democratic': { day: '2026-11-10', note: '密级：机密', attended: [], absentReason: '' }, 'step-talks': { day: '', note: '不涉密', attended: [], absentReason: '' } }, declarations: { a: true } },
}

test('a value with a sure marking is left out, in rows and answers too, and nothing else is', () => {
  const places = markedPlaces(typed)
  expect(places.map((p) => [p.kind, p.id, p.markings[0]?.shown])).toEqual([['fields', 'deeds', '机密★10年'], ['fields', 'resume', '秘密★5年'], ['steps', 'step-democratic', '密级:机密']])
  expect(withoutMarked(typed, places)).toEqual({ fields: { post: '主任医师', honours: '保守国家秘密先进个人（示例）' }, answers: { steps: { 'step-talks': typed.answers.steps['step-talks'] }, declarations: { a: true } } })
})

test('what bears none stays the very same', () => {
  const clean = { fields: { deeds: '十年如一日守护群众健康' } }
  expect(withoutMarked(clean, markedPlaces(clean))).toBe(clean)
})
