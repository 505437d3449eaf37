import { expect, test } from 'vitest'
import { judgeTemplates, letterKeys, usualTemplates, writeLetters, type Reached } from './letters'
import { outcomesOf } from './outcomes'
import { mayPrepare, mayRelease, releaseHash, type ReleaseContent } from './release'

const facts = { campaign: { zh: '示例活动', en: 'Sample' }, award: { zh: '示例荣誉', en: 'Honour' }, host: { zh: '示例学会', en: 'Society' }, from: '2026-11-23', until: Date.parse('2026-11-27T16:00:00Z'), phone: '0000', email: 'a@example.org' }
const person = (n: number, name: string, outcome: Reached['outcome'], more: Partial<Reached> = {}): Reached => ({ nominationId: `n${n}`, name, outcome, unitId: 'u1', unitName: '甲单位', unitTo: ['u1@example.org'], candidate: null, ...more })

test('a unit gets one letter for each outcome with all its candidates; a candidate one about nobody else; names bring no variable and no line of their own', () => {
  const letters = writeLetters([person(1, '沈若川', 'listed'), person(2, '{电话}\n顾南枝', 'listed', { candidate: { to: ['gu@example.org'] } }), person(3, '陆见微', 'notListed', { candidate: { to: [] } })], usualTemplates, facts)
  expect(letters.map((l) => [l.key, l.nominationIds, l.to])).toEqual([['unit.listed', ['n1', 'n2'], ['u1@example.org']], ['candidate.listed', ['n2'], ['gu@example.org']], ['unit.notListed', ['n3'], ['u1@example.org']], ['candidate.notListed', ['n3'], []]])
  expect([letters[0]!.text.split('\n')[2], letters[1]!.text.includes('沈若川'), letters[0]!.text.includes('2026年11月23日'), letters[0]!.subject]).toEqual(['在示例活动中，贵单位推荐的沈若川、{电话} 顾南枝列入“示例荣誉”拟表彰名单。', false, true, '评选结果：示例荣誉，贵单位人选列入拟表彰名单'])
  const none = { ...usualTemplates, 'unit.listed': { subject: '', text: '' } }
  expect([writeLetters([person(1, '沈若川', 'listed')], none, facts), judgeTemplates(none), judgeTemplates(usualTemplates)]).toEqual([[], [], []])
  expect(judgeTemplates({ ...usualTemplates, 'unit.next': { subject: '标题', text: '得票 {票数}' }, 'unit.listed': { subject: '', text: '一句' } }).map((f) => [f.code, f.at.field])).toEqual([['release.letter.half', 'unit.listed'], ['release.letter.variable', 'unit.next']])
  expect(letterKeys.every((key) => usualTemplates[key].subject.length > 0)).toBe(true)
})

test('everybody who stood has one outcome', () => {
  expect(outcomesOf([{ nominationId: 'a' }, { nominationId: 'b' }, { nominationId: 'c' }], new Set(['a']), new Set(['b', 'a'])).map((o) => o.outcome)).toEqual(['listed', 'next', 'notListed'])
})

const content: ReleaseContent = { rounds: [{ id: 'r', hash: 'h' }], definition: 'd', startsOn: '2026-11-23', until: 1, howToObject: { phone: '0' }, people: [], outcomes: [{ nominationId: 'n', outcome: 'listed' }], letters: [] }
test('two persons, once, as it was looked at, and not when its day is over', () => {
  const codes = (more: object) => mayRelease({ own: false, over: false, startsOn: '2026-11-23', today: '2026-11-23', fits: true, ...more }).map((f) => f.code)
  expect([codes({}), codes({ own: true }), codes({ over: true, own: true }), codes({ today: '2026-11-24' }), codes({ today: '2026-11-20' }), codes({ fits: false })]).toEqual([[], ['release.samePerson'], ['release.over'], ['release.late'], [], ['release.changed']])
  const prepare = (more: object) => mayPrepare({ startsOn: '2026-11-23', today: '2026-11-23', waiting: false, standing: false, ...more }).map((f) => f.code)
  expect([prepare({}), prepare({ waiting: true }), prepare({ standing: true }), prepare({ today: '2026-11-24' })]).toEqual([[], ['release.waiting'], ['release.standing'], ['release.past']])
  // Mutants: each part alone makes another hash.
  const others: Partial<ReleaseContent>[] = [{ rounds: [{ id: 'r', hash: 'i' }] }, { definition: 'e' }, { startsOn: '2026-11-24' }, { until: 2 }, { howToObject: { phone: '1' } }, { people: [{ name: '甲' }] }, { outcomes: [{ nominationId: 'n', outcome: 'next' }] }, { letters: [{ key: 'unit.listed', unitId: 'u', unitName: '甲', nominationIds: ['n'], to: [], subject: 's', text: 't' }] }]
  expect(new Set([content, ...others.map((o) => ({ ...content, ...o }))].map(releaseHash)).size).toBe(others.length + 1)
})
