/** Last year's campaign carried over: every day of it is asked about, nothing but days is moved, and what forwarded stands on its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Definition } from './definition'
import { parseDefinition } from './parse'
import { planCampaign } from './overlay'
import { dateQuestions, datedPlaces, holidaysKnown, inYear, judgeYear, namesYear, redated, remarksOn, renewalBase, renewedId } from './renew'
import { resolve } from './resolve'

const folder = join(import.meta.dirname, '../../../campaigns')
const shipped = readdirSync(folder).filter((f) => f.endsWith('.yaml')).map((f) => parseDefinition(readFileSync(join(folder, f), 'utf8'), f)).flatMap((p) => (p.ok ? [p.definition] : []))
const chainTo = (id: string): Definition[] => {
  const d = shipped.find((x) => x.id === id)!
  return d.parent === null ? [d] : [...chainTo(d.parent), d]
}
/** Of 2026 a part, as the State Council announces it; of 2027 nothing yet. */
const table = { holidays: ['2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19'], workdays: ['2026-05-09'] }

test('the same day of the next year; what that year does not have becomes the last day of February', () => {
  expect([inYear('2026-06-10', 1), inYear('2028-02-29', 1), inYear('2028-02-29', 4), inYear('2021-05-23', 5)]).toEqual(['2027-06-10', '2029-02-28', '2032-02-29', '2026-05-23'])
})

test('a weekday that moved, a day off, a holiday, a working weekend and a year without its table are said', () => {
  const said = (was: string, now: string) => remarksOn(was, now, table).map((w) => w.zh)
  expect(said('2025-06-10', '2026-06-10')).toEqual(['原为周二，现为周三'])
  expect(said('2025-05-23', '2026-05-23')).toEqual(['原为周五，现为周六', '休息日'])
  expect(said('2025-05-01', '2026-05-01')).toEqual(['原为周四，现为周五', '法定节假日'])
  expect(said('2025-05-09', '2026-05-09')).toEqual(['原为周五，现为周六', '调休上班'])
  expect([holidaysKnown(2026, table), holidaysKnown(2027, table)]).toEqual([true, false])
  expect(said('2026-06-10', '2027-06-10')).toEqual(['原为周三，现为周四'])
})

test.each(['cis-2021', 'lnma-2021'])('every day that %s names is asked about once, and with the answers no day of the old year is left', (id) => {
  const d = resolve(chainTo(id))
  const days = d.rules.flatMap((r) => datedPlaces(r).map((p) => `${r.id} ${p.path} ${p.day}`))
  const asked = dateQuestions(d, 2027, '2026-11-21')
  expect(asked.flatMap((q) => q.days.map((p) => `${q.rule.id} ${p.path} ${p.was}`))).toEqual(days)
  expect([days.length > 1, asked.flatMap((q) => q.days).filter((p) => p.proposed?.slice(0, 4) !== '2027')]).toEqual([true, []])
  const moved = asked.map((q) => redated(q.rule, new Map(q.days.map((p) => [p.path, p.proposed!]))))
  expect(moved.flatMap((r) => datedPlaces(r)).filter((p) => p.day < '2027-01-01')).toEqual([])
  // Nothing but the days: back in the old year it is what it was.
  expect(moved.map((r) => redated(r, new Map(datedPlaces(r).map((p) => [p.path, inYear(p.day, -6)]))))).toEqual(asked.map((q) => q.rule))
})

test('a day that would lie in the past is not proposed', () => {
  const d = resolve(chainTo('lnma-2021'))
  expect(dateQuestions(d, 2026, '2026-11-21').flatMap((q) => q.days.map((p) => p.proposed))).toEqual(dateQuestions(d, 2026, '2026-11-21').flatMap((q) => q.days.map(() => null)))
})

test('the id tells the year and the campaign it continues; the year must be later', () => {
  expect([renewedId('lnma-2021', 2027), renewedId('lnma-2026-own', 2027), renewedId('lnma-2026-own-3', 2027), renewedId('notice-2026-own', 2028)]).toEqual(['lnma-2027-own', 'lnma-2027-own', 'lnma-2027-own', 'notice-2028-own'])
  expect([judgeYear(2026, 2027), judgeYear(2026, 2026).map((f) => f.code)]).toEqual([[], ['renew.year']])
})

test('what forwarded the level above stands on its own with every rule it had, those from above by the office’s decision', () => {
  const upper = resolve(chainTo('lnma-2021'))
  const own = { id: 'weekly', kind: 'duty', subject: 'report', text: { zh: '每周报送（示例）', en: 'Weekly (sample)' }, clause: { number: '三', zh: '每周报送', en: 'Weekly' } }
  const forwarded = planCampaign(chainTo('lnma-2021'), { mode: 'forward', id: 'lnma-2021-own', year: 2021, name: upper.name, award: upper.award, notice: { title: '转发（示例）', issuer: { zh: '示例', en: 'sample' }, number: 'not stated', date: '2021-05-01', hosts: upper.notice.hosts }, rules: [own] })
  if (!forwarded.ok) throw new Error(JSON.stringify(forwarded.findings))
  const { chain, resolved } = forwarded
  const base = renewalBase(chain, resolved, true)
  expect(base).toHaveLength(1)
  const planned = planCampaign(base, { mode: 'renew', id: 'lnma-2027-own', year: 2027, name: resolved.name, award: resolved.award, notice: { title: '示例', issuer: resolved.notice.issuer, number: 'not stated', date: '2027-04-01', hosts: resolved.notice.hosts }, rules: [] })
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings))
  expect(planned.resolved.rules.map((r) => `${r.kind} ${r.id}`)).toEqual(resolved.rules.map((r) => `${r.kind} ${r.id}`))
  const above = resolved.rules.filter((r) => r.rests.source?.definition !== 'lnma-2021-own').map((r) => r.id)
  expect(planned.resolved.rules.find((r) => r.id === 'weekly')?.rests.number).toBe('三')
  expect([above.length > 0, planned.resolved.rules.filter((r) => above.includes(r.id) && r.basis === undefined)]).toEqual([true, []])
  expect([planned.resolved.chain.map((c) => c.id), renewalBase(chain, resolved, false)]).toEqual([['lnma-2027-own'], chain])
})

test('a rule that names the old year in words is pointed at', () => {
  const rule = { id: 'weekly', kind: 'duty', subject: 'report', text: { zh: '2026年内完成总结', en: 'in 2026' }, strength: 'block', rests: { number: null, zh: '', en: '' } } as never
  expect(namesYear({ year: 2026, rules: [rule] }).map((r) => r.id)).toEqual(['weekly'])
  expect(namesYear({ year: 2025, rules: [rule] })).toEqual([])
})
