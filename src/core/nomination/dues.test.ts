/** What is due beside the end of nominations. */
import { expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { duesOf } from './dues'

const rests = { number: '四、1', zh: '示例', en: 'example' }
const words = (zh: string) => ({ zh, en: zh })
const rule = (id: string, kind: string, more: object) => ({ id, kind, strength: 'block', rests, ...more })
const of = (...rules: object[]) => ({ rules }) as unknown as ResolvedDefinition
const at = (time: string) => Date.parse(`${time}+08:00`)
const end = at('2026-05-24T00:00:00')
const paper = rule('paper', 'dueDate', { what: words('纸质材料'), day: null, time: null, before: { count: 0, days: 'calendar' }, dayIncluded: true })
const inside = rule('inside', 'dueDate', { what: words('内部公示'), day: null, time: null, before: { count: 5, days: 'working' }, dayIncluded: true })
const own = rule('own', 'dueDate', { what: words('原件'), day: '2026-05-20', time: '16:20', dayIncluded: true })

test('paper with the files is due when nominations close, and moves with an extension', () => {
  expect([duesOf(of(paper), end), duesOf(of(paper), end + 86_400_000), duesOf(of(paper), null)].map((d) => d[0]!.end)).toEqual([end, end + 86_400_000, null])
})
test('soonest first: counted back in working days, a day with an hour, a report, publicity; what has no day is no due date', () => {
  const rules = of(paper, own, inside, rule('report', 'reportBack', { what: words('总结'), to: words('省科协'), by: '2026-05-10' }), rule('leads', 'reportBack', { what: words('线索'), to: words('省科协') }), rule('day', 'publicity', { text: words('集中宣传'), channels: [], on: '2026-05-30' }))
  expect(duesOf(rules, end).map((d) => [d.rule.id, d.end])).toEqual([
    ['report', at('2026-05-11T00:00:00')], ['inside', at('2026-05-19T00:00:00')], ['own', at('2026-05-20T16:20:00')], ['paper', end], ['day', at('2026-05-31T00:00:00')],
  ])
})
