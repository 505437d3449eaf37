/** This year's form on last year's: every day carried over and asked about, from a template as from one's own campaign; with all confirmed no day of the old year is left. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Definition } from '#core/campaign/definition'
import { planCampaign } from '#core/campaign/overlay'
import { parseDefinition } from '#core/campaign/parse'
import { readiness } from '#core/campaign/readiness'
import { datedPlaces, renewedId } from '#core/campaign/renew'
import { resolve } from '#core/campaign/resolve'
import { planBody } from './plan-body'
import { beginDraft, type PlanDraft, type Template } from './plan-draft'
import { beginRenewal, carried, questionsOf, uncheckedOf } from './renewal'

const today = '2026-11-21'
const folder = join(import.meta.dirname, '../../../../campaigns')
const shipped = readdirSync(folder).filter((f) => f.endsWith('.yaml')).map((f) => parseDefinition(readFileSync(join(folder, f), 'utf8'), f)).flatMap((p) => (p.ok ? [p.definition] : []))
const chainTo = (id: string): Definition[] => {
  const d = shipped.find((x) => x.id === id)!
  return d.parent === null ? [d] : [...chainTo(d.parent), d]
}
const template = (id: string): Template => { const d = resolve(chainTo(id)); return { id, name: d.name, issuer: d.notice.issuer, year: d.year, level: d.level, definition: d } }
const contact = { person: '郑一帆', phone: '0000-1111111', email: '', address: '' }
const allChecked = (of: Template, draft: PlanDraft): PlanDraft => ({ ...draft, checked: Object.fromEntries(questionsOf(of, draft, today).map((q) => [q.rule.id, true])) })
const made = (of: Template, draft: PlanDraft) => {
  const body = planBody(of, [of], draft, today)
  const planned = planCampaign(chainTo(of.id), { mode: 'renew', id: renewedId(of.id, body.year), year: body.year, name: body.name, award: body.award, notice: { title: body.notice.title, hosts: body.notice.hosts, issuer: of.issuer, number: body.notice.number || 'not stated', date: '2027-04-01' }, rules: body.rules })
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings.map((f) => f.what.zh)))
  return planned.resolved
}

test.each(['cis-2021', 'lnma-2021'])('%s as one’s own of the year before: the number empty, the names of the new year, each dated rule to be confirmed', (id) => {
  const of = template(id)
  const draft = { ...beginRenewal(of, 'a', contact, '2026-11-21'), year: '2027', ...carried(of, '2027', today) }
  const dated = of.definition.rules.filter((r) => datedPlaces(r).length > 0).map((r) => r.id)
  expect([uncheckedOf(of, draft, today).map((q) => q.rule.id), draft.noticeNumber, draft.noticeDate, draft.contact, draft.nameZh.includes('2026')]).toEqual([dated, '', '', contact, true])
  const done = allChecked(of, draft)
  expect([uncheckedOf(of, done, today), planBody(of, [of], done, today).previousId]).toEqual([[], 'a'])
})

test.each(['cis-2021', 'lnma-2021'])('%s renewed from its template gives the same rules with the days of the new year, and nothing old stands against issuing it', (id) => {
  const of = template(id)
  const begun: PlanDraft = { ...beginDraft(of, today), mode: 'renew', year: '2027', noticeTitle: '示例', noticeDate: '2027-04-01', hosts: '示例', ...carried(of, '2027', today) }
  const d = made(of, allChecked(of, begun))
  expect(d.rules.filter((r) => of.definition.rules.some((x) => x.id === r.id)).map((r) => [r.id, datedPlaces(r).map((p) => p.path)])).toEqual(of.definition.rules.map((r) => [r.id, datedPlaces(r).map((p) => p.path)]))
  expect([d.rules.flatMap((r) => datedPlaces(r)).filter((p) => p.day < '2027-01-01'), readiness(d).filter((f) => f.code === 'ready.oldDate')]).toEqual([[], []])
})

test('days that would lie in the past begin empty and need no confirmation where a rule may stay without', () => {
  const of = template('cis-2021')
  const draft: PlanDraft = { ...beginDraft(of, today), mode: 'renew', ...carried(of, '2026', today) }
  expect([draft.deadline.day, Object.values(draft.stages).filter((s) => s.from !== '' || s.to !== '')]).toEqual(['', []])
  expect(uncheckedOf(of, draft, today).filter((q) => q.rule.kind === 'stage' || q.rule.kind === 'deadline')).toEqual([])
})
