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
/** Evidence of the unit's procedure comes beside what the notice lists, and may be left out. */
const evidence = (d: ResolvedDefinition) => rulesOf(d, 'procedureStep').flatMap((r) => r.optionalEvidence ?? [])
const due = (d: ResolvedDefinition) => rulesOf(d, 'material').filter((m) => m.min > 0).map((m) => m.id)
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
    expect(due(association)).toEqual(['nomination-form-word', 'nomination-form-stamped', 'portrait', 'photos', 'video', 'integrity-opinion-word', 'integrity-opinion-stamped', 'summary-sheet', 'summary-sheet-stamped', 'activity-report', 'activity-report-stamped'])
    expect(said(association, 'portrait')).toBe('证件照：1 件，JPG/PNG，红底，35×45 毫米，不超过 10 MB，免冠由人核看，另交纸质 1 份')
    expect(said(association, 'photos')).toBe('生活或工作照片：3—5 件，JPG，每张不小于 2 MB，不超过 20 MB')
    expect(said(association, 'video')).toBe('工作生活视频：至少 1 件，数量不限，MP4/MOV，单个不超过 3 分钟，分辨率 1920×1080 或 1080×1920，不超过 500 MB，人员穿着得体，没有逆光拍摄')
    expect(said(association, 'nomination-form-stamped')).toBe('推荐表（盖章 PDF）：1 件，PDF，盖章扫描件，不超过 20 MB，在“推荐单位意见”处盖推荐单位公章，另交纸质 2 份')
  })
  it('a cap of the upload rests on the office’s decision and the limit beside it on the clause', () => {
    const photos = ruleOf(association, 'material', 'photos')!
    expect([restsOn(photos, 'min').number, restsOn(photos, 'file.maxBytes').number, restsOn(photos, 'file.maxBytes').decidedOn]).toEqual(['四、1', null, '2026-11-20'])
  })
  it('prescribes who attends the symposium', () => {
    expect(ids(association, 'procedureStep')).toEqual(['step-democratic', 'step-internal-notice', 'step-symposium', 'step-talks'])
    expect(ruleOf(association, 'procedureStep', 'step-symposium')?.attendance.map((a) => a.id)).toEqual(['party-leader', 'discipline-head', 'department-head', 'colleague-1', 'colleague-2', 'candidate'])
  })
  it('records meeting and notice in order, and the appraisal at the workplace; evidence may come with each and rests on the office', () => {
    expect(rulesOf(association, 'procedureStep').map((r) => [r.id, Object.keys(r.record ?? {}), r.after ?? [], r.optionalEvidence ?? []])).toEqual([
      ['step-democratic', ['meeting'], [], ['democratic-minutes']], ['step-internal-notice', ['notice'], ['step-democratic'], ['internal-notice-proof']],
      ['step-symposium', ['visit', 'symposium'], [], ['appraisal-sheet']], ['step-talks', ['talks', 'verification'], [], []],
    ])
    expect(evidence(association).map((id) => [ruleOf(association, 'material', id)?.min, rests(association, id).number])).toEqual([[0, null], [0, null], [0, null]])
    expect(said(association, 'step-talks')).toBe('个别谈话和核实：个别谈话，逐项核实个人情况和事迹；个别谈话不少于 1 人；推荐表和材料逐项核实')
  })
  it('leaves rounds and public notice open', () => expect(openIds(association)).toEqual(['round-1', 'public-notice']))
  it('cites what the province says by the province, and its own by itself', () => {
    expect([rests(association, 'exclude-military').source?.definition, rests(association, 'exclude-military').number]).toEqual(['liaoning-2021', '辽医会字〔2021〕12号，三'])
    expect(rests(association, 'declare-not-classified')).toEqual({ number: '四、1', zh: '材料里有国家秘密的，按保密规定办理', en: 'State secrets in a dossier are handled by the secrecy rules', source: { definition: 'lnma-2021', zh: '辽宁省医学会', en: 'Liaoning Medical Association' } })
  })
  it('reports leads and how things stand, and with each nomination the sheet of the campaign', () => expect(rulesOf(association, 'reportBack').map((r) => [r.id, r.to.zh, r.withNomination ?? false, r.material])).toEqual([
    ['report-leads', '活动办公室', false, undefined], ['report-situation', '辽宁省科协调宣部', false, undefined], ['report-activity', '辽宁省医学会学术组织部', true, 'activity-report'],
  ]))
  it('has the province’s publicity with its channels', () => expect(rulesOf(association, 'publicity').map((r) => [r.id, r.channels.map((c) => c.by)])).toEqual([
    ['publicity-press', ['press', 'broadcast']], ['publicity-screens', ['screens', 'posters']], ['publicity-new-media', ['newMedia', 'shortVideo']],
  ]))
  it('takes the paper until the files’ own end, and the integrity opinion from either of two', () => expect([said(association, 'due-paper'), said(association, 'integrity-opinion-stamped')]).toEqual([
    '全部推荐材料的纸质版：与报送截止同时，报辽宁省医学会学术组织部', '廉政意见（盖章 PDF）：1 件，PDF，盖章扫描件，不超过 20 MB，由人选所在单位纪检部门或所在街道社区出具，另交纸质 1 份',
  ]))
})

describe('the learned society (first seed)', () => {
  it('has its facts', () => {
    expect([society.notice.title, society.notice.number, society.notice.date, society.notice.hosts.map((h) => h.zh)]).toEqual(['中国仪器仪表学会关于开展2021年“最美科技工作者” 学习宣传活动的通知', 'not stated', 'not stated', ['中国仪器仪表学会']])
    expect(ruleOf(society, 'quota')?.max).toBe(1)
    expect(sayEnd(deadlineOf(society)!).zh).toBe('6月10日（周四）24:00')
  })
  it('asks for form, portrait on any ground, photos and any number of videos', () => {
    expect(ids(society, 'material').filter((id) => !evidence(society).includes(id))).toEqual(['nomination-form-word', 'nomination-form-stamped', 'portrait', 'photos', 'video'])
    expect(said(society, 'portrait')).toBe('证件照：1 件，JPG/PNG，底色不限，35×45 毫米，不超过 10 MB，免冠由人核看，另以光盘或U盘报送')
    expect(said(society, 'video')).toBe('工作生活视频：可不交，数量不限，MP4/MOV，不超过 1 GB，另以光盘或U盘报送')
  })
  it('takes units and individuals under their unit’s seal, regards categories and ages, has a jury of its own and recommends upward', () => expect(['channel', 'preference', 'jury', 'quota-upward', 'due-paper', 'publicity', 'report-leads', 'burden'].map((id) => said(society, id))).toEqual([
    '接受单位推荐、个人自荐，个人自荐须盖单位公章，不接受专家推荐、社会征集', '推荐兼顾不同类别、年龄段', '由学会专门成立的评选机构（多轮）评选', '择优向上级推荐，人数未定，推荐至中共中央宣传部、中国科协等六部门',
    '盖章的纸质材料和所附光盘或U盘：与报送截止同时，报中国仪器仪表学会', '在本领域发布获评者，广泛宣传先进事迹', '将典型线索报活动办公室', '可与同期的推选工作统筹，力戒形式主义，减轻基层负担',
  ]))
  it('keeps the dates of its five stages', () => expect(rulesOf(society, 'stage').map((s) => [s.name.zh, s.from, s.to])).toEqual([
    ['广泛动员', '2021-05-21', '2021-06-20'], ['组织推荐', null, '2021-06-10'], ['遴选发布', null, null], ['集中宣传', '2021-06-21', null], ['深入学习', null, null],
  ]))
  it('leaves rounds and public notice open', () => expect(openIds(society)).toEqual(['round-1', 'public-notice']))
})

describe.each([['association', association], ['society', society]] as const)('%s', (_, d) => {
  // What a duty in words says has no channel, day, sheet, number or promise that another kind could judge.
  it('leaves as duties what no other kind says', () => expect(ids(d, 'duty').filter((id) => id !== 'duty-mobilise')).toEqual(['duty-organise', 'duty-interviews', 'duty-health', 'duty-fairness', 'duty-study']))
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
