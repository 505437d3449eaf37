/** A draft opened again and saved as it is says exactly what it said: nothing the form does not ask for is lost. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ruleOf, rulesOf, type Definition, type ResolvedDefinition } from '#core/campaign/definition'
import { adoptRule, ownId, planCampaign } from '#core/campaign/overlay'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import type { StatedRule } from '#core/rules/rule'
import { planBody, type PlanBody } from './plan-body'
import { beginDraft, type PlanDraft, type Template } from './plan-draft'
import { asSource, onOtherTemplate, originOf, reopenDraft, type Draft } from './reopen-draft'

const today = '2026-11-21'
const later = '2026-12-01'
const folder = join(import.meta.dirname, '../../../../campaigns')
const shipped = readdirSync(folder).filter((f) => f.endsWith('.yaml')).map((f) => parseDefinition(readFileSync(join(folder, f), 'utf8'), f)).flatMap((p) => (p.ok ? [p.definition] : []))
const chainTo = (id: string): Definition[] => {
  const d = shipped.find((x) => x.id === id)!
  return d.parent === null ? [d] : [...chainTo(d.parent), d]
}
const templates: Template[] = shipped.map((d) => ({ id: d.id, name: d.name, issuer: d.notice.issuer, year: d.year, level: d.level, definition: resolve(chainTo(d.id)) }))
const template = (id: string) => templates.find((t) => t.id === id)!

/** As the server plans it. */
const made = (body: PlanBody): ResolvedDefinition => {
  const from = body.templateId!
  const { basis, ...notice } = body.notice
  const issuer = { zh: '云川省医学会（示例）', en: 'Yunchuan Medical Association (sample)' }
  const planned = planCampaign(chainTo(from), {
    mode: body.mode, id: ownId(from, body.year), year: body.year, name: body.name, award: body.award,
    notice: { ...notice, ...(basis === undefined ? {} : { basis }), issuer, number: body.notice.number || 'not stated' }, rules: body.rules,
  })
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings.map((f) => f.what.en)))
  return planned.resolved
}
const contact = { person: '郑一帆', phone: '', email: '', address: '' }
const draftOf = (body: PlanBody): Draft => ({ definition: made(body), contact: body.contact })
const again = (draft: Draft, change: (d: PlanDraft) => PlanDraft = (d) => d): PlanBody => {
  const origin = originOf(draft, templates)!
  return planBody(origin.template, [asSource(draft), ...templates], change(reopenDraft(draft, origin, later)), later)
}

const filled = (id: string, part: Partial<PlanDraft>): PlanBody => {
  const of = template(id)
  const begun = beginDraft(of, today)
  const share = { numerator: '2', denominator: '3', inclusive: true }
  const rounds = Object.fromEntries(Object.entries(begun.rounds).map(([key, r]) => [key, { ...r, ballot: 'secret', base: 'present', quorum: share, threshold: share, places: '2', maxApprovals: '' }]))
  return planBody(of, templates, {
    ...begun, nameZh: '云川活动（示例）', nameEn: 'Yunchuan campaign (sample)', awardZh: '云川荣誉（示例）', noticeTitle: '通知（示例）', noticeDate: today, hosts: '云川省医学会（示例）', contact,
    deadline: { day: '2026-11-30', dayIncluded: true, wholeDay: false, time: '17:30' }, quota: '1', rounds, publicNotice: { days: '5', count: 'working', summaryMax: '60', twoPersons: true }, ...part,
  }, today)
}
const adoptedFrom = (id: string, from: string) => Object.fromEntries(template(id).definition.open.filter((o) => template(from).definition.rules.some((r) => r.id === o.id && r.kind === o.kind)).map((o) => [o.id, from]))

test.each([
  ['a forwarded notice with its decisions', filled('liaoning-2021', {})],
  ['what was taken over from another definition', filled('liaoning-2021', { adopted: adoptedFrom('liaoning-2021', 'lnma-2021') })],
  ['an own reason and day of a decision', filled('liaoning-2021', { decisions: { quota: { reason: '主任办公会议定（示例）', date: '2026-11-02' } } })],
  ['a notice renewed with new dates of its stages', filled('cis-2021', { mode: 'renew', stages: Object.fromEntries(rulesOf(template('cis-2021').definition, 'stage').map((s) => [s.id, { from: '2026-11-22', to: '2026-12-20' }])) })],
])('%s: opened again on another day and saved as it is, it is the same', (_, body) => {
  const draft = draftOf(body)
  expect(made(again(draft)).hash).toBe(draft.definition.hash)
})

test('what the form does not ask for stays: rules made elsewhere, and English names of hosts', () => {
  const basis = { kind: 'office decision' as const, reason: { zh: '另有规定（示例）', en: 'Stated elsewhere (sample)' }, date: today }
  const lnma = template('lnma-2021').definition
  const others = [...rulesOf(lnma, 'material'), ...rulesOf(lnma, 'procedureStep')].map((r): StatedRule => adoptRule(r, basis))
  const body = filled('liaoning-2021', {})
  const draft = draftOf({ ...body, notice: { ...body.notice, hosts: [{ zh: '云川省医学会（示例）', en: 'Yunchuan Medical Association (sample)' }] }, rules: [...body.rules, ...others] as PlanBody['rules'] })
  expect(rulesOf(draft.definition, 'material').length).toBeGreaterThan(0)
  const { rules, notice, open } = made(again(draft))
  expect({ rules, notice, open }).toEqual({ rules: draft.definition.rules, notice: draft.definition.notice, open: draft.definition.open })
})

test('what is changed in the form changes, and nothing else', () => {
  const draft = draftOf(filled('liaoning-2021', { adopted: adoptedFrom('liaoning-2021', 'lnma-2021') }))
  const changed = made(again(draft, (d) => ({ ...d, quota: '3', deadline: { ...d.deadline, day: '2026-12-05' } })))
  const differing = changed.rules.filter((r) => JSON.stringify(r) !== JSON.stringify(ruleOf(draft.definition, r.kind, r.id))).map((r) => r.kind)
  expect([differing.toSorted(), changed.rules.length]).toEqual([['deadline', 'quota'], draft.definition.rules.length])
})

test('on another template the head stays, and dates and decisions are asked for anew', () => {
  const draft = draftOf(filled('liaoning-2021', {}))
  const { nameZh, noticeTitle, hosts, quota, deadline, kept } = onOtherTemplate(draft, template('cis-2021'), later)
  expect([nameZh, noticeTitle, hosts, quota, deadline.day, kept]).toEqual(['云川活动（示例）', '通知（示例）', '云川省医学会（示例）', '', '', {}])
})

test('a draft finds its template again, and how it was used; where the file is gone it says so', () => {
  const found = (body: PlanBody, all = templates) => { const o = originOf(draftOf(body), all); return o && [o.template.id, o.mode] }
  expect(found(filled('liaoning-2021', {}))).toEqual(['liaoning-2021', 'forward'])
  expect(found(filled('cis-2021', { mode: 'renew' }))).toEqual(['cis-2021', 'renew'])
  expect(found(filled('liaoning-2021', {}), templates.filter((t) => t.id !== 'liaoning-2021'))).toBe(null)
})
