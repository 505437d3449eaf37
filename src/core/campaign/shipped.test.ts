import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sayEnd } from '../kernel/instant'
import { deadlineOf } from '../nomination/deadline'
import { sayRule } from '../rules/kinds'
import { rulesOf, ruleOf, type Definition, type ResolvedDefinition } from './definition'
import { parseDefinition } from './parse'
import { resolve, restsOn } from './resolve'
import { tighten } from './tighten'

const read = (id: string): Definition => {
  const parsed = parseDefinition(readFileSync(new URL(`../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}
const [national, liaoning, lnma, cis] = [read('national-2021'), read('liaoning-2021'), read('lnma-2021'), read('cis-2021')]
const province = resolve([national, liaoning])
const association = resolve([national, liaoning, lnma])
const society = resolve([national, cis])
const ids = (d: ResolvedDefinition, kind: Parameters<typeof rulesOf>[1]) => rulesOf(d, kind).map((r) => r.id)
const openIds = (d: ResolvedDefinition) => d.open.map((o) => o.id)
const said = (d: ResolvedDefinition, id: string) => sayRule(d.rules.find((r) => r.id === id)!).zh
const rests = (d: ResolvedDefinition, id: string) => d.rules.find((r) => r.id === id)!.rests

describe('the association that forwards the province’s notice (second seed)', () => {
  it('has its facts', () => {
    expect([association.notice.title, association.notice.number, association.notice.issuer.zh, association.notice.hosts.length, association.notice.basis]).toEqual([
      '关于转发省科协《关于开展2021年“辽宁最美科技工作者”选树和学习宣传活动的通知》的通知', '辽医会字〔2021〕12号', '辽宁省医学会', 6,
      ['关于开展2021年“最美科技工作者”学习宣传活动的通知', '关于开展2021年“辽宁最美科技工作者”选树和学习宣传活动的通知'],
    ])
    expect(association.chain.map((c) => c.id)).toEqual(['national-2021', 'liaoning-2021', 'lnma-2021'])
  })
  it('takes one candidate a unit until the end of 23 May 2021', () => {
    expect(ruleOf(association, 'quota')?.max).toBe(1)
    expect(sayEnd(deadlineOf(association)!).zh).toBe('5月23日（周日）24:00')
    expect([rests(association, 'quota').number, rests(association, 'deadline').number]).toEqual(['四、2', '四、2'])
  })
  it('asks for eleven materials, each text as Word and as stamped PDF', () => {
    expect(ids(association, 'material')).toEqual(['nomination-form-word', 'nomination-form-stamped', 'portrait', 'photos', 'video', 'integrity-opinion-word', 'integrity-opinion-stamped', 'summary-sheet', 'summary-sheet-stamped', 'activity-report', 'activity-report-stamped'])
    expect(said(association, 'portrait')).toBe('证件照：1 件，JPG/PNG，红底，35×45 毫米，不超过 10 MB，另交纸质 1 份')
    expect(said(association, 'photos')).toBe('生活或工作照片：3—5 件，JPG，每张不小于 2 MB，不超过 20 MB')
    expect(said(association, 'video')).toBe('工作生活视频：至少 1 件，数量不限，MP4/MOV，单个不超过 3 分钟，分辨率 1920×1080 或 1080×1920，不超过 500 MB，人员穿着得体，没有逆光拍摄')
    expect(said(association, 'nomination-form-stamped')).toBe('推荐表（盖章 PDF）：1 件，PDF，盖章扫描件，不超过 20 MB，另交纸质 2 份')
  })
  it('a cap of the upload rests on the office’s decision and the limit beside it on the clause', () => {
    const photos = ruleOf(association, 'material', 'photos')!
    expect([restsOn(photos, 'min').number, restsOn(photos, 'file.maxBytes').number, restsOn(photos, 'file.maxBytes').decidedOn]).toEqual(['四、1', null, '2026-11-20'])
  })
  it('prescribes who attends the symposium', () => {
    expect(ids(association, 'procedureStep')).toEqual(['step-democratic', 'step-internal-notice', 'step-symposium', 'step-talks'])
    expect(ruleOf(association, 'procedureStep', 'step-symposium')?.attendance.map((a) => a.id)).toEqual(['party-leader', 'discipline-head', 'department-head', 'colleague-1', 'colleague-2', 'candidate'])
  })
  it('leaves rounds and public notice open', () => expect(openIds(association)).toEqual(['round-1', 'public-notice']))
  it('cites what the province says by the province, and its own by itself', () => {
    expect([rests(association, 'exclude-military').source?.definition, rests(association, 'exclude-military').number]).toEqual(['liaoning-2021', '辽医会字〔2021〕12号，三'])
    expect(rests(association, 'declare-not-classified')).toEqual({ number: '四、1', zh: '材料里有国家秘密的，按保密规定办理', en: 'State secrets in a dossier are handled by the secrecy rules', source: { definition: 'lnma-2021', zh: '辽宁省医学会', en: 'Liaoning Medical Association' } })
  })
  it('owes situation reports to the province’s office', () => expect(ruleOf(association, 'duty', 'duty-situation')?.owedTo?.zh).toBe('辽宁省科协调宣部'))
})

describe('the learned society (first seed)', () => {
  it('has its facts', () => {
    expect([society.notice.title, society.notice.number, society.notice.date, society.notice.hosts.map((h) => h.zh)]).toEqual(['中国仪器仪表学会关于开展2021年“最美科技工作者” 学习宣传活动的通知', 'not stated', 'not stated', ['中国仪器仪表学会']])
    expect(ruleOf(society, 'quota')?.max).toBe(1)
    expect(sayEnd(deadlineOf(society)!).zh).toBe('6月10日（周四）24:00')
  })
  it('asks for form, portrait on any ground, photos and any number of videos', () => {
    expect(ids(society, 'material')).toEqual(['nomination-form-word', 'nomination-form-stamped', 'portrait', 'photos', 'video'])
    expect(said(society, 'portrait')).toBe('证件照：1 件，JPG/PNG，底色不限，35×45 毫米，不超过 10 MB')
    expect(said(society, 'video')).toBe('工作生活视频：可不交，数量不限，MP4/MOV，不超过 1 GB')
  })
  it('keeps the dates of its five stages', () => expect(rulesOf(society, 'stage').map((s) => [s.name.zh, s.from, s.to])).toEqual([
    ['广泛动员', '2021-05-21', '2021-06-20'], ['组织推荐', null, '2021-06-10'], ['遴选发布', null, null], ['集中宣传', '2021-06-21', null], ['深入学习', null, null],
  ]))
  it('leaves rounds and public notice open', () => expect(openIds(society)).toEqual(['round-1', 'public-notice']))
})

describe.each([['association', association], ['society', society]] as const)('%s', (_, d) => {
  it('keeps three exclusions, the civil servants’ one as a question', () => expect(rulesOf(d, 'exclusion').map((r) => [r.id, r.strength, r.question !== undefined])).toEqual([['exclude-military', 'block', false], ['exclude-civil-servants', 'warn', true], ['exclude-bureau-level', 'block', false]]))
  it('offers three categories', () => expect(rulesOf(d, 'category').map((c) => c.value)).toEqual(['frontier', 'economyAndHealth', 'grassroots']))
  it('asks for the twenty fields of the form', () => expect(rulesOf(d, 'formField').map((f) => f.field)).toEqual([
    'name', 'sex', 'birthDate', 'ethnicGroup', 'politicalStatus', 'education', 'degree', 'idNumber', 'employer', 'department', 'post', 'title', 'discipline', 'phone', 'email', 'category', 'resume', 'honours', 'deeds', 'unitOpinion',
  ]))
  it('has a sentence in both languages for every rule, and no Han character in the English ones', () => {
    for (const r of d.rules) expect([r.id, sayRule(r).zh.length > 0, /\p{Script=Han}/u.test(sayRule(r).en + r.rests.en)]).toEqual([r.id, true, false])
  })
})

it('the national notice says nothing that no seed tells', () => expect([resolve([national]).rules, resolve([national]).open.length]).toEqual([[], 14]))
it('the province leaves every number open', () => expect(openIds(province)).toEqual([
  'quota', 'deadline', 'round-1', 'public-notice', 'nomination-form-word', 'nomination-form-stamped', 'portrait', 'photos', 'video', 'step-symposium', 'step-talks',
  'integrity-opinion-word', 'integrity-opinion-stamped', 'summary-sheet', 'summary-sheet-stamped', 'activity-report', 'activity-report-stamped',
]))
it('no shipped level loosens the one above', () => expect([tighten(resolve([national]), liaoning), tighten(province, lnma), tighten(resolve([national]), cis)]).toEqual([[], [], []]))
it('no shipped file holds a telephone number or an address of mail', () => {
  for (const d of [national, liaoning, lnma, cis]) expect(JSON.stringify(d)).not.toMatch(/@|\d{3}-\d{6,}|1\d{10}/)
})
