import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from '../kernel/instant'
import { nextInLine } from './next-in-line'
import { judgeAnonymity, networkOf, tellsWho } from './identity'
import { dueDay, isOverdue, judgeDemands, judgeTime, objectionTerms } from './terms'

const rule = (more: object = {}) => ({ rules: [{ id: 'objection', kind: 'objection', strength: 'block', ways: ['written'], rests: { number: '七', zh: '异议', en: 'objections' }, ...more }] }) as never
const table = { holidays: ['2026-06-19'], workdays: ['2026-06-28'] }

describe('what the definition says of objections', () => {
  it('holds; where it says nothing, the office decided fifteen working days and keeps anonymous ones as leads', () => {
    expect(objectionTerms({ rules: [] })).toEqual({ days: 15, count: 'working', anonymous: 'lead', evidence: false, clause: null, rule: null })
    const t = objectionTerms(rule({ anonymous: 'refused', demands: ['realName', 'evidence'], decides: { by: { zh: '甲', en: 'a' }, within: { days: 10, count: 'calendar' } } }))
    expect([t.days, t.count, t.anonymous, t.evidence, t.clause?.number]).toEqual([10, 'calendar', 'refused', true, '七'])
  })
  it('corrections of names are another track and no rule of it', () => expect(objectionTerms(rule({ track: 'correction', anonymous: 'refused' })).rule).toBe(null))
  it('counts working days over a holiday and a 调休 weekend, the day it came not counted', () => {
    const came = startOfDay('2026-06-18') + 3_600_000
    expect([dueDay({ days: 1, count: 'working' }, came, table), dueDay({ days: 6, count: 'working' }, came, table), dueDay({ days: 3, count: 'calendar' }, came, table)]).toEqual(['2026-06-22', '2026-06-28', '2026-06-21'])
    // On a Sunday: Monday is the first.
    expect(dueDay({ days: 1, count: 'working' }, startOfDay('2026-06-14'), table)).toBe('2026-06-15')
    expect([isOverdue('2026-06-22', endOfDay('2026-06-22') - 1), isOverdue('2026-06-22', endOfDay('2026-06-22'))]).toEqual([false, true])
  })
  it('asks for evidence and a name where it says so, and leaves to the handler what a page cannot carry', () => {
    const codes = (more: object, gives: { named: boolean; files: number }) => judgeDemands(objectionTerms(rule(more)), gives).map((f) => f.code)
    expect([codes({ demands: ['realName', 'evidence', 'unitSeal'] }, { named: true, files: 0 }), codes({ demands: ['realName', 'evidence', 'unitSeal'] }, { named: true, files: 1 }), codes({ anonymous: 'refused' }, { named: false, files: 1 }), codes({ anonymous: 'lead', demands: ['realName'] }, { named: false, files: 0 }), codes({}, { named: false, files: 0 })])
      .toEqual([['objection.incomplete'], [], ['objection.anonymous'], [], []])
  })
  it('takes it until the last millisecond, and then says where to turn', () => {
    const endsAt = endOfDay('2026-06-26')
    const contact = { phone: '0000-1', email: 'a@example.org', address: '示例路' }
    expect(judgeTime({ now: endsAt - 1, endsAt, contact })).toEqual([])
    const [late] = judgeTime({ now: endsAt, endsAt, contact })
    expect([late!.code, late!.mend.zh.includes('0000-1'), late!.what.zh.includes('24:00')]).toEqual(['objection.ended', true, true])
    expect(judgeTime({ now: 0, endsAt: null, contact: null })[0]!.code).toBe('objection.noNotice')
  })
})

describe('who objected', () => {
  const who = { name: '周 明远', contact: '139-0000-0001' }
  it.each(['周明远反映', '周　明　远', '联系１３９０００００００１', '电话 139 0000 0001'])('is found in “%s”', (text) => expect(tellsWho(text, who)).toBe(true))
  it.each(['', '周总明天远行', '编号 1390000', '第 139 条'])('is not seen in “%s”', (text) => expect(tellsWho(text, who)).toBe(false))
  it('is nobody where nobody said a name', () => expect(judgeAnonymity({ said: '任何内容' }, { name: '', contact: '' })).toEqual([]))
  it('is told by field', () => expect(judgeAnonymity({ findings: '经查无误', answer: '周明远：您好' }, who).map((f) => [f.code, f.at.field])).toEqual([['objection.tellsWho', 'answer']]))
})

it('a network of IPv6 is its /64, one of IPv4 its address', () => expect(['10.0.0.1', '::ffff:10.0.0.1', '2001:db8:1:2:3:4:5:6', '2001:DB8:1:2::9', '2001:db8::1', '::1'].map(networkOf)).toEqual(['10.0.0.1', '10.0.0.1', '2001:db8:1:2', '2001:db8:1:2', '2001:db8:0:0', '0:0:0:0']))

describe('next in line', () => {
  const row = (candidate: string, rank: number, outcome: 'selected' | 'belowPlaces' | 'belowThreshold' | 'tied', reached = outcome !== 'belowThreshold') => ({ candidate, rank, outcome, reached })
  const rows = [row('a', 1, 'selected'), row('b', 2, 'belowPlaces'), row('c', 2, 'belowPlaces'), row('d', 4, 'belowPlaces'), row('e', 5, 'belowThreshold')]
  it('is the best below the line; equals stand together for people to choose', () => expect(nextInLine(rows, new Set(['a']))).toEqual(['b', 'c']))
  it('passes over whoever is taken, and never below the threshold', () => expect([nextInLine(rows, new Set(['a', 'b', 'c'])), nextInLine(rows, new Set(['a', 'b', 'c', 'd'])), nextInLine([], new Set())]).toEqual([['d'], [], []]))
})
