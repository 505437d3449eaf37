import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../kernel/finding'
import { ruleOf, type Definition } from './definition'
import { adoptRule, planCampaign, type CampaignPlan, type Planned } from './overlay'
import { parseDefinition } from './parse'
import { readiness } from './readiness'
import { resolve } from './resolve'

const read = (id: string): Definition => {
  const parsed = parseDefinition(readFileSync(new URL(`../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}
const [national, liaoning, lnma, cis] = [read('national-2021'), read('liaoning-2021'), read('lnma-2021'), read('cis-2021')]
const association = resolve([national, liaoning, lnma])
const basis = { kind: 'office decision' as const, date: '2026-05-06', reason: { zh: '活动办公室定', en: 'decided by the office' } }
const plan = (mode: CampaignPlan['mode'], rules: CampaignPlan['rules']): CampaignPlan => ({
  mode, rules, id: 'yunchuan-2026', year: 2026, name: { zh: '云川省示例活动', en: 'Yunchuan example campaign' }, award: { zh: '云川最美科技工作者（示例）', en: 'Example title of Yunchuan' },
  notice: { title: '关于开展示例活动的通知', issuer: { zh: '云川省科协（示例）', en: 'Yunchuan Association (example)' }, number: '云科协〔2026〕8号（示例）', date: '2026-04-30', hosts: [{ zh: '云川省科协（示例）', en: 'Yunchuan Association (example)' }] },
})
const quota = { id: 'quota', kind: 'quota', max: 1, basis }
const deadline = { id: 'deadline', kind: 'deadline', day: '2026-05-23', dayIncluded: true, basis }
const round = {
  id: 'round-1', kind: 'round', name: { zh: '评审', en: 'Jury' }, method: 'approval', ballot: 'secret', basis, places: 10,
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true },
}
const notice = { id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working', basis }
const rows = (findings: readonly Finding[]) => findings.map((f) => [f.code, f.at.field, f.strength])
const findingsOf = (p: Planned) => rows(p.ok ? p.warnings : p.findings)
const opened = (p: Planned) => { if (!p.ok) throw new Error(JSON.stringify(p.findings)); return p }

describe('a provincial campaign forwarded from the province’s notice', () => {
  const open = resolve([national, liaoning]).open
  const adopted = open.flatMap((o) => association.rules.filter((r) => r.id === o.id && !['quota', 'deadline'].includes(r.id)).map((r) => adoptRule(r, basis)))
  const whole = opened(planCampaign([national, liaoning], plan('forward', [quota, deadline, round, notice, ...adopted])))

  it('is ready when the office has decided what the notice leaves open; the civil servants stay a question', () => {
    expect(rows(readiness(whole.resolved))).toEqual([['ready.question', 'rule.exclude-civil-servants', 'warn']])
  })
  it('copies nothing: its definition holds its own decisions alone', () => {
    expect(whole.chain.map((d) => [d.id, d.parent, d.rules.length])).toEqual([['national-2021', null, 14], ['liaoning-2021', 'national-2021', 69], ['yunchuan-2026', 'liaoning-2021', 17]])
    expect(resolve(whole.chain).hash).toBe(whole.resolved.hash)
  })
  it('rests its own rules on its own decision and the rest on the notice above', () => {
    expect([ruleOf(whole.resolved, 'material', 'photos')?.rests, ruleOf(whole.resolved, 'exclusion', 'exclude-military')?.rests.source?.definition]).toEqual([
      { number: null, zh: '活动办公室定', en: 'decided by the office', decidedOn: '2026-05-06', source: { definition: 'yunchuan-2026', zh: '云川省科协（示例）', en: 'Yunchuan Association (example)' } }, 'liaoning-2021',
    ])
  })
  it('names the notice it forwards as its basis', () => expect(whole.resolved.notice.basis).toEqual(['关于开展2021年“最美科技工作者”学习宣传活动的通知', '关于开展2021年“辽宁最美科技工作者”选树和学习宣传活动的通知']))
  it('is not ready while anything is open', () => {
    const bare = opened(planCampaign([national, liaoning], plan('forward', [quota])))
    expect(rows(readiness(bare.resolved)).filter(([code]) => code === 'ready.open')).toEqual(open.filter((o) => o.id !== 'quota').map((o) => ['ready.open', `rule.${o.id}`, 'block']))
  })
})

describe('a plan is refused', () => {
  it('where it loosens what it forwards, with what it would resolve to', () => {
    const refused = planCampaign([national, liaoning, lnma], plan('forward', [{ ...quota, max: 2 }, deadline]))
    expect(findingsOf(refused)).toEqual([['tighten.quota.max', 'rule.quota', 'block'], ['tighten.deadline.end', 'rule.deadline', 'block']])
    expect(!refused.ok && refused.resolved?.id).toBe('yunchuan-2026')
  })
  it('where a rule cannot be read, saying where and what to write', () => {
    const refused = planCampaign([national, liaoning], plan('forward', [{ ...quota, max: '2' }, { ...notice, basis: undefined }]))
    expect(findingsOf(refused)).toEqual([['plan.unreadable', 'rule.quota.max', 'block'], ['plan.unreadable', 'rule.public-notice.clause', 'block']])
    expect(!refused.ok && refused.findings[0]?.what.zh).toBe('rule.quota.max 应为整数，不加引号、单位和分隔符，现为 "2"。')
  })
  it('where it takes the id of a definition above', () => expect(findingsOf(planCampaign([national, liaoning], { ...plan('forward', []), id: 'national-2021' }))).toEqual([['plan.idTaken', 'id', 'block']]))
})

describe('the society’s own notice renewed for 2026', () => {
  const stages = [['mobilise', '2026-05-21', '2026-06-20'], ['nominate', null, '2026-06-10'], ['publicise', '2026-06-21', null]].map(([id, from, to]) => ({ id: `stage-${id}`, kind: 'stage', name: { zh: '环节', en: 'Stage' }, from, to, basis }))
  it('may set later dates and a larger quota, for nothing above it says otherwise', () => {
    const renewed = opened(planCampaign([national, cis], plan('renew', [{ ...quota, max: 2 }, { ...deadline, day: '2026-06-10' }, round, notice, ...stages])))
    expect([renewed.chain.map((d) => d.id), ruleOf(renewed.resolved, 'quota')?.max, ruleOf(renewed.resolved, 'deadline')?.day]).toEqual([['national-2021', 'yunchuan-2026'], 2, '2026-06-10'])
    expect(rows(readiness(renewed.resolved))).toEqual([['ready.question', 'rule.exclude-civil-servants', 'warn']])
    expect(renewed.chain[1]?.rules.length).toBe(cis.rules.length)
  })
  it('is not ready while a date of 2021 stands', () => {
    const renewed = opened(planCampaign([national, cis], plan('renew', [round, notice])))
    expect(rows(readiness(renewed.resolved)).filter(([code]) => code === 'ready.oldDate')).toEqual([
      ['ready.oldDate', 'rule.deadline', 'block'], ['ready.oldDate', 'rule.stage-mobilise', 'block'], ['ready.oldDate', 'rule.stage-nominate', 'block'], ['ready.oldDate', 'rule.stage-publicise', 'block'],
    ])
  })
  it('names the rule that cannot be read', () => expect(findingsOf(planCampaign([national, cis], plan('renew', [{ ...deadline, day: '10 June' }])))).toEqual([['plan.unreadable', 'rule.deadline.day', 'block']]))
  it('still may not loosen what a level above states', () => {
    const strict: Definition = { ...national, rules: [...national.rules.filter((r) => r.id !== 'quota'), { ...quota, kind: 'quota', strength: 'block' }] }
    expect(findingsOf(planCampaign([strict, cis], plan('renew', [{ ...quota, max: 2 }])))).toEqual([['tighten.quota.max', 'rule.quota', 'block']])
  })
})

it('an empty definition is missing everything a campaign needs', () => {
  expect(rows(readiness(resolve([{ ...national, rules: [] }])))).toEqual([
    ['ready.missing', 'quota', 'block'], ['ready.missing', 'deadline', 'block'], ['ready.missing', 'round', 'block'], ['ready.missing', 'publicNotice', 'block'], ['ready.nameField', 'formField', 'block'],
  ])
})
