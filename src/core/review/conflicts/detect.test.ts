/** What a juror and a candidate have in common, from what both wrote; everything is told and nothing is decided. */
import { describe, expect, test } from 'vitest'
import { lateEffect, mayDecideConflict } from './decide'
import { detect } from './detect'
import type { CandidateFacts, JurorFacts } from './facts'
import { isAsked, listConflicts } from './lists'

const juror = (more: Partial<JurorFacts> = {}): JurorFacts => ({ id: 'j', name: '顾怀瑾', unit: '云川医科大学附属第一医院（示例）', parentUnit: '', places: [], ties: [], ...more })
const candidate = (more: Partial<CandidateFacts> = {}): CandidateFacts => ({ id: 'c', name: '沈若川', employer: '青陵市第二人民医院（示例）', nominatingUnit: '青陵市医学会（示例）', unitsAbove: [], resume: [], texts: [], ...more })
const told = (j: JurorFacts, c: CandidateFacts, years = 5) => detect([j], [c], { year: 2026, years }).flatMap((h) => h.signs.map((s) => `${s.kind} ${s.certainty} ${s.juror.at}→${s.candidate.at}`))
const text = (t: string, label = '主要事迹') => ({ texts: [{ field: 'deeds', label, text: t }] })

test('nothing in common, nothing told', () => expect(told(juror(), candidate())).toEqual([]))
describe('units', () => {
  test.each([
    ['one unit now, in short', { employer: '云川医大附一院' }, {}, ['sameUnit certain unit→employer']],
    ['one unit now, in traditional characters', { employer: '雲川醫科大學附屬第一醫院' }, {}, ['sameUnit certain unit→employer']],
    ['the university above', { employer: '云川医科大学' }, {}, ['unitAbove certain unit→employer']],
    ['the parent told in the pool', { employer: '云川省卫健委' }, { parentUnit: '云川省卫生健康委员会' }, ['unitAbove certain parentUnit→employer']],
    ['two hospitals of one university', { employer: '云川医科大学附属第二医院' }, {}, ['underOne ask unit→employer']],
    ['the juror’s unit nominated', { nominatingUnit: '云川医科大学附属第一医院' }, {}, ['nominated certain unit→nominatingUnit']],
    ['what stands above the nominating unit', { unitsAbove: ['云川医科大学附属第一医院'] }, {}, ['unitAbove likely unit→unitsAbove']],
  ] as const)('%s', (_, c, j, expected) => expect(told(juror(j), candidate(c as Partial<CandidateFacts>))).toEqual(expected))
})
describe('years gone by', () => {
  const line = (from: string, to: string) => ({ resume: [{ from, to, what: '云川医科大学附属第一医院急诊科，主治医师' }] })
  test('within the years asked about', () => expect(told(juror(), candidate(line('2018-07', '2023-03')))).toEqual(['usedToWork likely unit→resume']))
  test('the last year counts, the one before it does not', () => expect([told(juror(), candidate(line('2010-07', '2021-01'))).length, told(juror(), candidate(line('2010-07', '2020-12'))).length]).toEqual([1, 0]))
  test('no years: now only', () => expect(told(juror(), candidate(line('2010-07', '2025-01')), 0)).toEqual([]))
  test('a past unit of the juror, at the same time', () => expect(told(juror({ places: [{ unit: '青陵二院', from: 2015, to: 2024 }] }), candidate({ employer: '望海大学', resume: [{ from: '2016-07', to: '2025-03', what: '青陵市第二人民医院，住院医师' }] }))).toEqual(['usedToWork ask places→resume']))
  test('who moved to the candidate’s unit in between is found', () => {
    const before = juror({ unit: '望海大学附属医院' })
    const after = { ...before, unit: '青陵市第二人民医院', places: [{ unit: '望海大学附属医院', from: null, to: 2026 }] }
    expect([told(before, candidate()), told(after, candidate())]).toEqual([[], ['sameUnit certain unit→employer']])
  })
})
describe('names', () => {
  test.each([
    ['导师：顾怀瑾', 'teacherStudent likely name→deeds'], ['师从顧懷瑾教授，攻读博士', 'teacherStudent likely name→deeds'], ['与顾怀瑾合作完成国家课题', 'sameProject likely name→deeds'], ['论文作者：沈若川、顾怀瑾、孟静姝', 'sameProject likely name→deeds'],
    ['妻子顾怀瑾在同城工作', 'relative likely name→deeds'], ['推荐专家：顾怀瑾', 'referee likely name→deeds'], ['顾怀瑾到科室看望', 'named ask name→deeds'],
  ])('%s', (t, expected) => expect(told(juror(), candidate(text(t)))).toEqual([expected]))
  test('each clause is about its own', () => expect(['顾怀瑾', '孟静姝'].map((name) => told(juror({ name }), candidate(text('读博期间师从顾怀瑾教授，与孟静姝合作完成课题。'))))).toEqual([['teacherStudent likely name→deeds'], ['sameProject likely name→deeds']]))
  test('a name of two characters is not the beginning of a longer one', () => expect([told(juror({ name: '张伟' }), candidate(text('与张伟明合作多年'))), told(juror({ name: '张伟' }), candidate(text('与张伟合作多年')))]).toEqual([[], ['sameProject likely name→deeds']]))
  test('co-authors in letters, by the spelling that comes as data', () => expect([told(juror({ spelling: 'gu huai jin' }), candidate(text('Shen R, Gu Huaijin, et al. 2024'))), told(juror({ spelling: 'gu huai yu' }), candidate(text('Shen R, Gu Huaijin, et al. 2024')))]).toEqual([['sameProject ask name→deeds'], []]))
  test('kin and students whom the juror named before', () => expect(told(juror({ ties: [{ relation: 'teacherStudent', name: '沈若川' }, { relation: 'relative', name: '陈一' }] }), candidate())).toEqual(['teacherStudent likely ties→name']))
  test('the juror is the candidate; a namesake elsewhere is asked about', () => expect([told(juror({ name: '沈若川', unit: '青陵市第二人民医院' }), candidate()).slice(0, 1), told(juror({ name: '沈若川' }), candidate())]).toEqual([['self certain name→name'], ['sameName ask name→name']]))
})
test('each sign says which words met which', () => {
  const [hit] = detect([juror()], [candidate(text('导师：顾怀瑾'))], { year: 2026 })
  expect(hit!.signs.map((s) => [s.juror.words, s.candidate.label, s.candidate.words])).toEqual([['顾怀瑾', '主要事迹', '导师:顾怀瑾']])
})

test('two lists: found and not declared, declared and not found; who stands back in any way or was decided on is in neither', () => {
  const hit = (j: string, c: string) => ({ juror: j, candidate: c, certainty: 'certain' as const, signs: [] })
  const pair = (j: string, c: string) => ({ juror: j, candidate: c })
  const lists = listConflicts([hit('a', '1'), hit('a', '2'), hit('b', '1'), hit('b', '2')], [pair('a', '1'), pair('b', '1'), pair('c', '1')], [pair('a', '1'), pair('c', '1')], [pair('b', '2')])
  expect([lists.missing.map((h) => `${h.juror}${h.candidate}`), lists.unjustified]).toEqual([['a2'], [pair('c', '1')]])
})
test('what the rule names is told apart from what is only odd', () => {
  const [hit] = detect([juror()], [candidate({ employer: '云川医科大学附属第一医院' })], { year: 2026 })
  expect([isAsked(hit!, ['sameUnit']), isAsked(hit!, ['relative'])]).toEqual([true, false])
})

describe('people decide', () => {
  test('what a juror declared, and what the supervisor claimed, others do not undo', () => {
    const codes = (...a: Parameters<typeof mayDecideConflict>) => mayDecideConflict(...a).map((f) => f.code)
    expect([codes('stays', 'supervisor', null, true), codes('stays', 'jurySecretary', { decision: 'standsBack', role: 'supervisor' }, false), codes('stays', 'supervisor', { decision: 'standsBack', role: 'supervisor' }, false), codes('standsBack', 'jurySecretary', null, false), codes('standsBack', 'supervisor', { decision: 'standsBack', role: 'jurySecretary' }, false)])
      .toEqual([['conflict.declared'], ['conflict.supervisors'], [], [], ['conflict.already']])
  })
  test('a late one: nothing before a vote, a ballot is withdrawn whole, a score of a named round is voided alone, after the close it is for people', () => {
    const table = (['open', 'closed'] as const).flatMap((state) => (['secret', 'named'] as const).flatMap((ballot) => (['approval', 'score'] as const).flatMap((method) => [false, true].map((voted) => lateEffect({ state, ballot, method }, voted)))))
    expect(table).toEqual(['withdraw', 'withdraw', 'withdraw', 'void', 'tellPeople', 'tellPeople', 'tellPeople', 'tellPeople'].flatMap((effect) => ['nothing', effect]))
  })
})
