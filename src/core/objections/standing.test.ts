import { describe, expect, it } from 'vitest'
import { freezes, maySecond, mayTriage, needsSecond, outcomes, standingOf, takesOut, type Standing } from './standing'

const o = (more: Partial<Standing> = {}): Standing => ({ track: 'objection', named: true, state: 'received', serious: null, outcome: null, ...more })
/** By its definition, written a second time: every combination there is. */
const everything = (['objection', 'correction'] as const).flatMap((track) => [true, false].flatMap((named) => (['received', 'investigating', 'proposed', 'decided'] as const).flatMap((state) => [null, true, false].flatMap((serious) => [null, ...outcomes].map((outcome) => o({ track, named, state, serious, outcome }))))))

describe('a candidate waits', () => {
  it('while what bears a name is not looked at, and while what is serious is open; nothing else freezes', () => {
    const should = (s: Standing): boolean => s.track !== 'correction' && s.state !== 'decided' && (s.serious === true || (s.serious === null && s.named))
    expect(everything.filter((s) => freezes(s) !== should(s))).toEqual([])
  })
  it('mutant: to take an open one for settled as soon as an outcome is proposed shows itself', () => {
    const hasty = (s: Standing): boolean => freezes(s) && s.state !== 'proposed'
    expect(everything.some((s) => hasty(s) !== freezes(s))).toBe(true)
  })
  it('is out only by an objection that is closed and upheld, whatever else is open', () => {
    expect(everything.filter(takesOut).every((s) => s.track === 'objection' && s.state === 'decided' && s.outcome === 'upheld')).toBe(true)
    const out = o({ state: 'decided', serious: true, outcome: 'upheld' })
    expect([standingOf([]), standingOf([o({ named: false })]), standingOf([o()]), standingOf([o(), out]), standingOf([o({ state: 'decided', outcome: 'notUpheld' })])]).toEqual(['free', 'free', 'frozen', 'out', 'free'])
  })
})

describe('the handler alone', () => {
  it('closes only what is light and takes nobody out', () => {
    const alone = [null, true, false].flatMap((serious) => outcomes.filter((outcome) => !needsSecond({ serious }, outcome)).map((outcome) => [serious, outcome]))
    expect(alone).toEqual([[false, 'partly'], [false, 'notUpheld'], [false, 'outOfScope']])
  })
  it('is not the second person, whoever proposed', () => expect([maySecond({ proposedBy: 'a', handlerId: 'b' }, 'a'), maySecond({ proposedBy: 'a', handlerId: 'b' }, 'b'), maySecond({ proposedBy: 'a', handlerId: 'b' }, 'c')].map((f) => f.map((x) => x.code))).toEqual([['objection.samePerson'], ['objection.samePerson'], []]))
  it('raises and never lowers', () => expect([mayTriage({ serious: null }, false), mayTriage({ serious: false }, true), mayTriage({ serious: true }, true), mayTriage({ serious: true }, false)].map((f) => f.length)).toEqual([0, 0, 0, 1]))
})
