/** 转发 down five levels: what is tightened, added, decided; what is refused with both clauses; what an amendment asks of a child. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Definition } from '../campaign/definition'
import { parseDefinition } from '../campaign/parse'
import { layUnder, levelOf, resolve, type Level } from '../campaign/resolve'
import type { StatedRule } from '../rules/rule'
import { difference } from './difference'
import { forward, forwardedId, type Overlay } from './forward'
import { changesHere, asker } from './reask'

const read = (id: string): Definition => {
  const parsed = parseDefinition(readFileSync(new URL(`../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}
const association = levelOf(['national-2021', 'liaoning-2021', 'lnma-2021'].map(read))
const words = (zh: string) => ({ zh, en: zh })
const basis = (zh: string) => ({ kind: 'office decision' as const, reason: words(zh), date: '2021-05-06' })
const deadline = (day: string, why = '本级通知'): StatedRule => ({ id: 'deadline', kind: 'deadline', strength: 'block', day, time: null, dayIncluded: true, basis: basis(why) })
const report = (id: string): StatedRule => ({ id, kind: 'duty', strength: 'block', subject: 'report', text: words('每周报进度（示例）'), basis: basis('便于调度') })
const overlay = (upper: Level, issuer: string, rules: readonly StatedRule[]): Overlay => ({
  format: 'xuanshu-definition/1', id: forwardedId(upper), year: 2021, level: 'city', name: words('活动（示例）'), award: words('荣誉（示例）'),
  notice: { title: '转发通知（示例）', issuer: words(issuer), number: 'not stated', date: 'not stated', hosts: [words(issuer)], basis: [] }, rules: [...rules],
})
const forwarded = (upper: Level, issuer: string, ...rules: StatedRule[]): Level => {
  const made = forward(upper, overlay(upper, issuer, rules))
  if (!made.ok) throw new Error(made.findings.map((f) => f.what.zh).join('\n'))
  return made.level
}
const city = forwarded(association, '云岭市医学会（示例）', deadline('2021-05-20'), report('weekly'))
const unit = forwarded(city, '云岭市第一医院（示例）', deadline('2021-05-18'))
const leaf = (level: Level): Definition => level.chain.at(-1)!
const rows = (upper: Level, level: Level) => difference(upper, level).map((c) => [c.id, c.how, c.before?.rests.source?.definition ?? null, c.after?.rests.source?.definition ?? null])

describe('five levels', () => {
  test('each stands under an id of its own in the chain', () => expect(unit.chain.map((d) => d.id)).toEqual(['national-2021', 'liaoning-2021', 'lnma-2021', 'lnma-2021-own', 'lnma-2021-own-2']))
  test('folded step by step they are what the whole chain folds to', () => expect(unit.resolved).toEqual(resolve(unit.chain)))
  test('the difference names what was tightened and added, each with both grounds', () => {
    expect(rows(association, city)).toEqual([['deadline', 'tightened', 'lnma-2021', 'lnma-2021-own'], ['weekly', 'added', null, 'lnma-2021-own']])
    expect(rows(city, unit)).toEqual([['deadline', 'tightened', 'lnma-2021-own', 'lnma-2021-own-2']])
  })
  test('what was open above is decided, and a rule said again on another ground is no difference', () => {
    const { rests: _rests, clause: _clause, ...quota } = association.rules.find((r) => r.kind === 'quota')!
    const round = association.open.find((o) => o.kind === 'publicNotice')!
    const level = forwarded(association, '云岭市（示例）', { ...quota, basis: basis('重申') } as StatedRule, { id: round.id, kind: 'publicNotice', strength: 'block', days: 5, count: 'working', basis: basis('本级定') })
    expect(rows(association, level)).toEqual([[round.id, 'decided', null, 'lnma-2021-own']])
  })
})

describe('a loosening is refused', () => {
  const refused = forward(city, overlay(city, '云岭市第一医院（示例）', [deadline('2021-05-22', '多家科室要求')]))
  test('with both clauses', () => {
    expect(refused.ok).toBe(false)
    expect(refused.ok || refused.findings.map((f) => [f.code, f.at.field, f.clause?.source?.zh])).toEqual([['tighten.deadline.end', 'rule.deadline', '云岭市医学会（示例）']])
    expect(!refused.ok && refused.findings[0]!.what.zh).toBe('报送截止放宽了：上级为“2021年5月20日（周四）24:00”，本级为“2021年5月22日（周六）24:00”（上级依据：云岭市医学会（示例） 2021-05-06 决定“本级通知”；本级依据：云岭市第一医院（示例） 2021-05-06 决定“多家科室要求”）。')
  })
  test('and it can still be looked at, on both sides', () => expect(!refused.ok && difference(city, refused.resolved!).map((c) => [c.how, c.before?.says.zh, c.after?.says.zh])).toEqual([
    ['loosened', '2021年5月20日（周四）24:00 前报送，逾期不予受理', '2021年5月22日（周六）24:00 前报送，逾期不予受理'],
  ]))
  test('an id of the chain cannot be taken again', () => {
    const taken = forward(city, { ...overlay(city, '甲（示例）', []), id: 'lnma-2021' })
    expect(!taken.ok && taken.findings.map((f) => f.code)).toEqual(['plan.idTaken'])
  })
})

describe('an amendment above', () => {
  const amend = (...rules: StatedRule[]): Level => layUnder(association, { ...leaf(city), rules: rules })
  const ask = (after: Level) => { const r = asker(city, after).ask(leaf(unit)); return [r.fits, r.findings.map((f) => [f.code, f.strength, f.at.field])] }
  const here = (after: Level) => changesHere(leaf(unit), difference(city, after), asker(city, after).ask(leaf(unit)).findings).map((c) => [c.id, c.how, c.here])

  test('that leaves the child tighter still fits, and says what follows by itself', () => {
    const after = amend(deadline('2021-05-19'), report('weekly'), report('daily'))
    expect(ask(after)).toEqual([true, []])
    expect(here(after)).toEqual([['deadline', 'tightened', 'restated'], ['daily', 'added', 'followed']])
  })
  test('that is earlier than the child must be mended by the child’s office', () => {
    const after = amend(deadline('2021-05-15'), report('weekly'))
    expect(ask(after)).toEqual([false, [['tighten.deadline.end', 'block', 'rule.deadline']]])
    expect(here(after)).toEqual([['deadline', 'tightened', 'mend']])
  })
  test('that loosens is no trouble, and is said', () => {
    const after = amend(deadline('2021-05-21'))
    expect(ask(after)).toEqual([true, []])
    expect(here(after)).toEqual([['deadline', 'loosened', 'restated'], ['weekly', 'dropped', 'followed']])
  })
  test('that changes nothing asks nothing', () => {
    expect(ask(city)).toEqual([true, []])
    expect(difference(city, city)).toEqual([])
  })
  test('what was wrong before is not laid to the amendment: questions, and what the level leaves open', () => {
    expect(forward(city, overlay(city, '甲（示例）', [])).ok).toBe(true)
    const after = amend(deadline('2021-05-20'))
    expect(asker(city, after).ask({ ...leaf(unit), rules: [] })).toEqual({ fits: true, findings: [] })
  })
  test('that makes the child incomplete says what is missing', () => {
    const [before, after] = [layUnder(association, { ...leaf(city), rules: [{ id: 'public-notice', kind: 'publicNotice', strength: 'block', days: 5, count: 'working', basis: basis('本级定') }] }), amend()]
    const { fits, findings } = asker(before, after).ask({ ...leaf(unit), rules: [] })
    expect([fits, findings.map((f) => f.at.field)]).toEqual([false, ['rule.public-notice']])
  })
})
