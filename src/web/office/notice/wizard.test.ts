import { expect, test } from 'vitest'
import type { NoticeDraft } from '#core/notice/draft/draft-definition'
import type { RawRule } from '#core/notice/draft/draft-definition'
import { beginWizard, changed, readable, tally, type Change, type History } from './wizard'

const clause = { number: '四、2', zh: '每单位限报一人，5月23日前报送', en: 'One each, by 23 May' }
const rule = (id: string, parts: object): RawRule => ({ id, clause, ...parts } as unknown as RawRule)
const quota = rule('quota', { kind: 'quota', max: 1 })
const deadline = rule('deadline', { kind: 'deadline', day: '2026-05-23', dayIncluded: true })
const stage = rule('stage', { kind: 'stage' })
const place = { from: 0, to: 4 }
const asks = { at: 'dayIncluded', what: { zh: '含不含当日？', en: 'Is the day included?' }, readings: ['true', 'false'] }
const head = { title: '关于推荐的通知', issuer: '示例学会', number: '', date: '', year: 2026, name: '示例活动', award: '示例', hosts: ['示例学会'], basis: [] } as const
const draft = { head, headPlaces: {}, rules: [{ rule: quota, place, sentence: place, doubts: [] }, { rule: deadline, place, sentence: place, doubts: [asks] }, { rule: stage, place, sentence: place, doubts: [] }] } as unknown as NoticeDraft
const begun = (): History => beginWizard('文字', draft, 'cis-2021')
const play = (...changes: Change[]): History => changes.reduce(changed, begun())
const item = (h: History, id: string) => h.now.rules.find((r) => r.rule.id === id)!

test('a rule with a question, or with something missing, is not confirmed by a click on all', () => {
  const h = play({ kind: 'confirmAll', ids: ['quota', 'deadline', 'stage'] })
  expect(h.now.rules.map((r) => r.state)).toEqual(['confirmed', 'open', 'open'])
  expect(readable(item(h, 'stage').rule)).toBe(null)
  expect(tally(h.now)).toEqual({ read: 3, confirmed: 1, questions: 1, incomplete: 1, changed: 0, added: 0, removed: 0 })
})

test('an answer becomes the parameter it was asked of, as yes or no and not as a word; the first reading leaves the rule as it was read', () => {
  const otherwise = play({ kind: 'answer', id: 'deadline', doubt: 0, reading: 'false' })
  expect([item(otherwise, 'deadline').rule['dayIncluded'], item(otherwise, 'deadline').state, item(otherwise, 'deadline').doubts]).toEqual([false, 'changed', []])
  const asRead = play({ kind: 'answer', id: 'deadline', doubt: 0, reading: 'true' }, { kind: 'confirm', id: 'deadline' })
  expect([item(asRead, 'deadline').rule['dayIncluded'], item(asRead, 'deadline').state]).toEqual([true, 'confirmed'])
})

test('every step can be taken back; letters typed into one field are one step', () => {
  const h = play({ kind: 'confirm', id: 'quota' }, { kind: 'head', part: { name: '甲' } }, { kind: 'head', part: { name: '甲乙' } }, { kind: 'head', part: { award: '丙' } }, { kind: 'remove', id: 'stage' })
  const names = [h, ...[1, 2, 3, 4, 5].map((n) => Array.from({ length: n }, (): Change => ({ kind: 'undo' })).reduce(changed, h))].map(({ now }) => [now.rules[2]!.state, now.head.award, now.head.name, now.rules[0]!.state].join(' '))
  expect(names).toEqual(['removed 丙 甲乙 confirmed', 'open 丙 甲乙 confirmed', 'open 示例 甲乙 confirmed', 'open 示例 示例活动 confirmed', 'open 示例 示例活动 open', 'open 示例 示例活动 open'])
})

test('what the office adds rests on its own decision and stands beside what was read under an id of its own', () => {
  const h = play({ kind: 'add', of: 'quota', date: '2026-11-21' })
  expect([h.now.rules.at(-1)!.rule.id, h.now.rules.at(-1)!.state, (h.now.rules.at(-1)!.rule['basis'] as { date: string }).date]).toEqual(['quota-2', 'added', '2026-11-21'])
})
