import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readNotice } from './read-notice'

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8')
const province = fixture('province'), forwarded = fixture('forwarded')

describe('a whole notice', () => {
  const { facts, places, questions } = readNotice(province)
  test('head and foot', () => {
    expect([facts.title, facts.issuer, facts.docNumber, facts.campaignName]).toEqual(['关于开展2026年“云川最美科技工作者”推荐工作的通知', '云川省科学技术协会（示例）', '云科协示发〔2026〕18号', '2026年“云川最美科技工作者”'])
    expect(facts.hosts).toEqual(['云川省委示例宣传部', '云川省科协', '云川省科技厅'])
    expect(facts.basis).toEqual(['关于开展2026年“最美科技工作者”学习宣传活动的通知(示例科协发〔2026〕7号)'])
    expect([facts.contacts, facts.attachments]).toEqual([2, ['2026年“云川最美科技工作者”推荐表', '推荐人选汇总表']])
  })
  test('rules', () => {
    expect(facts.quota).toEqual([{ who: '各市(州)科协', max: 3 }, { who: '其中院士', max: 1 }, { who: '每个省级学会', max: 1 }, { who: '高等学校科协', max: 2 }, { who: '全省评选', max: 20 }])
    expect(facts.deadlines).toEqual([{ what: '纸质材料寄送省科协示例部', date: '2026-06-15T17:30' }, { what: '电子版发邮箱', date: '2026-06-12' }])
    expect(facts.ageLimit).toEqual({ max: 60, bornOnOrAfter: '1966-01-01', femaleMax: 62, femaleBornOnOrAfter: '1964-01-01', exempt: ['两院院士'] })
    expect(facts.proportions).toEqual([{ what: '45岁以下青年', bound: 'min', percent: 30 }, { what: '单位主要负责人', bound: 'max', percent: 20 }])
    expect(facts.publicNoticeDays).toBe(5)
    expect(facts.materials.map((m) => [m.kind, m.copies])).toEqual([['form', 3], ['summarySheet', 1], ['report', 1], ['photoPortrait', null], ['photoLife', null], ['video', null], ['integrityOpinion', 1]])
    expect(facts.materials[4]?.constraints).toEqual(['3-5张', '≥2MB', '姓名+序号命名'])
  })
  test('each fact has its place in the original text', () => {
    const words = (path: string): string => { const p = places[path]; return p === undefined ? '' : province.slice(p.from, p.to) }
    expect(words('docNumber')).toBe('云科协示发〔2026〕18号')
    expect(words('deadlines[0].date')).toBe('2026年6月15日（星期一）17：30')
    expect(words('materials[5]')).toBe('5.个人视频1个，时长不超过3分钟，MP4格式，横版1920*1080。')
    expect(facts.quota.map((_, i) => words(`quota[${String(i)}]`) !== '')).toEqual(facts.quota.map(() => true))
  })
  test('what is unclear is asked', () => {
    expect(questions.map((q) => [q.path, q.readings])).toEqual([['deadlines[1].date', ['2026-06-12T24:00', '2026-06-12T00:00']]])
  })
  test('the same text gives the same reading', () => { expect(readNotice(province)).toEqual(readNotice(province)) })
})

test('changed dates, numbers and names change the facts and nothing else', () => {
  const before = readNotice(province).facts
  const changed = province.replaceAll('云川', '海岳').replace('不超过３名', '不超过７名').replace('2026年6月15日（星期一）17：30', '2026年7月2日（星期四）9：15').replace('一式3份', '一式五份').replace('不小于2MB', '不小于4MB').replace('公示5个工作日', '公示十个工作日').replace('百分之三十', '百分之四十')
  const after = readNotice(changed).facts
  const rename = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('云川', '海岳'))
  expect(after).toEqual({
    ...(rename(before) as typeof before),
    quota: before.quota.map((q, i) => (i === 0 ? { ...q, max: 7 } : q)),
    deadlines: before.deadlines.map((d, i) => (i === 0 ? { ...d, date: '2026-07-02T09:15' } : d)),
    materials: (rename(before.materials) as typeof before.materials).map((m, i) => (i === 0 ? { ...m, copies: 5 } : i === 4 ? { ...m, constraints: ['3-5张', '≥4MB', '姓名+序号命名'] } : m)),
    publicNoticeDays: 10,
    proportions: before.proportions.map((p, i) => (i === 0 ? { ...p, percent: 40 } : p)),
  })
})

describe('a cover letter with the forwarded notice', () => {
  const { facts, layers } = readNotice(forwarded)
  test('the page has two texts', () => { expect(layers.map((l) => forwarded.slice(l.from, l.from + 9))).toEqual(['云川省示例医学会\n', '云川省科学技术协会']) })
  test('the nearest layer speaks first, the upper one adds what it alone says', () => {
    expect([facts.issuer, facts.docNumber]).toEqual(['云川省示例医学会', '云医会示字[2026]9号'])
    expect(facts.quota).toEqual([{ who: '每个专科分会', max: 1 }, { who: '各市医学会', max: 2 }, { who: '每个省级学会', max: 3 }])
    expect(facts.deadlines).toEqual([{ what: '推荐表报送学会组织部', date: '2026-05-20T17:00' }, { what: '报送省科协', date: '2026-06-15' }])
    expect([facts.exclusions, facts.publicNoticeDays]).toEqual([['现役军人', '在编公务员'], 7])
  })
})

test('a text about something else has few facts', () => {
  const { facts } = readNotice('今天的午餐\n\n食堂供应三种菜，味道都不错。\n')
  expect([facts.quota, facts.deadlines, facts.materials, facts.exclusions]).toEqual([[], [], [], []])
})

test('an empty text is read as nothing', () => { expect(readNotice('').facts.title).toBeNull() })
