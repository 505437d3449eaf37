/** A list of experts, line by line: what would be made, changed, left and refused. */
import { expect, test } from 'vitest'
import { planExperts, readExpertHeader, readPlaces, type KnownExpert } from './expert'

const head = ['姓名', '所在单位', '上级单位', '专业领域', '职称', '出生年份', '任职经历', '师生、合作者、亲属', '曾任评委']
const known: KnownExpert = { id: 'k', personName: '顾怀瑾', unitName: '云川医科大学（示例）', parentUnit: '', title: '教授', fields: ['内科学'], birthYear: 1968, places: [], ties: [], service: '' }
const plan = (rows: string[][], have: readonly KnownExpert[] = [known], formulas = new Set<string>()) => { const { at, findings } = readExpertHeader(head); expect(findings).toEqual([]); return planExperts([head, ...rows], at, have, formulas, 2026) }
const row = (...first: string[]): string[] => [...first, ...Array.from({ length: head.length - first.length }, () => '')]
const brief = (rows: ReturnType<typeof plan>) => rows.map((r) => [r.line, r.effect, r.findings.map((f) => f.code)])

test('a whole line is read', () => {
  const [r] = plan([['孟静姝', '云川省护理学会', '云川省卫健委', '护理学、社区护理', '主任护师', '1971', '2010—2018 云川大学；2018至今 云岭市第一人民医院', '导师：顾怀瑾；合作者：沈若川、陈一；亲属：赵六', '2023 年一轮']])
  expect([r!.effect, r!.fields, r!.places, r!.ties.map((t) => `${t.relation} ${t.name}`), r!.birthYear]).toEqual(['create', ['护理学', '社区护理'], [{ unit: '云川大学', from: 2010, to: 2018 }, { unit: '云岭市第一人民医院', from: 2018, to: null }], ['teacherStudent 顾怀瑾', 'sameProject 沈若川', 'sameProject 陈一', 'relative 赵六'], 1971])
})
test('each line for itself: missing, no year, a formula, the same person twice', () => {
  expect(brief(plan([row('甲', '', '', '内科'), row('乙', '某院', '', ''), row('丙', '某院', '', '内科', '', '去年'), row('丁', '某院', '', '内科'), row('丁 ', '某院（示例）', '', '外科'), row(), row('戊', '某院', '', '外科')], [], new Set(['8:1'])))).toEqual([
    [2, 'refused', ['experts.missing']], [3, 'refused', ['experts.missing']], [4, 'refused', ['experts.birthYear']], [5, 'create', []], [6, 'refused', ['experts.twice']], [8, 'refused', ['experts.formula']]])
})
test('nothing new is the same; a column that is not there changes nothing; another title is an update', () => {
  expect(brief(plan([row('顾怀瑾', '云川医科大学', '', '内科学', '教授', '1968')]))[0]).toEqual([2, 'update', []])
  expect(brief(plan([row('顾怀瑾', '云川医科大学（示例）', '', '内科学', '教授', '1968')]))[0]).toEqual([2, 'same', []])
  const { at } = readExpertHeader(['姓名', '所在单位', '专业领域'])
  expect(planExperts([['姓名', '所在单位', '专业领域'], ['顾怀瑾', '云川医科大学（示例）', '内科学']], at, [known], new Set(), 2026)[0]!.effect).toBe('same')
})
test('who moved is known again by the year of birth, and keeps the former unit; a namesake is asked about', () => {
  const [moved, other] = [plan([row('顾怀瑾', '望海大学', '', '内科学', '教授', '1968')])[0]!, plan([row('顾怀瑾', '望海大学', '', '内科学', '教授', '1980')])[0]!]
  expect([moved.effect, moved.known, moved.moved, moved.places, moved.findings.map((f) => f.code)]).toEqual(['update', 'k', true, [{ unit: '云川医科大学（示例）', from: null, to: 2026 }], ['experts.moved']])
  expect([other.effect, other.known, other.findings.map((f) => `${f.code} ${f.strength}`)]).toEqual(['create', null, ['experts.namesake warn']])
})
test('past units, with months, with “to now”, without years', () => expect(readPlaces('2010.09-2015.07 云川大学；2015年7月至今，某院；另一院')).toEqual([{ unit: '云川大学', from: 2010, to: 2015 }, { unit: '某院', from: 2015, to: null }, { unit: '另一院', from: null, to: null }]))
test('a missing column is named with what the sheet offers', () => expect(readExpertHeader(['姓名', '单位']).findings.map((f) => [f.code, f.at.field])).toEqual([['experts.column', '专业领域']]))
