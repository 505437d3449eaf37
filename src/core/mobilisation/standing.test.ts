import { describe, expect, test } from 'vitest'
import { nominationStates, type NominationState } from '../nomination/state'
import { standingNames, standingOf, standings, type Deeds } from './standing'

const nothing: Deeds = { openedAt: null, acknowledgedAt: null, forwarded: false, nominations: [] }
const unit = (d: Partial<Deeds>) => standingOf({ ...nothing, ...d })

describe('a unit stands', () => {
  test('before its first nomination by what it did with the notice', () => {
    expect([unit({}), unit({ openedAt: 1 }), unit({ openedAt: 1, acknowledgedAt: 2 }), unit({ openedAt: 1, acknowledgedAt: 2, forwarded: true })]).toEqual(['notOpened', 'opened', 'acknowledged', 'forwarded'])
  })
  test('with one nomination by the state of that, acknowledged or not', () => {
    expect(Object.fromEntries(nominationStates.map((s) => [s, unit({ nominations: [s] })]))).toEqual({
      draft: 'drafting', atApproval: 'atApproval', submitted: 'submitted', returned: 'returned', accepted: 'submitted', rejected: 'declined', withdrawn: 'declined',
    })
    expect(unit({ openedAt: 1, acknowledgedAt: 2, nominations: ['draft'] })).toBe('drafting')
  })
  test('with several by the furthest, whatever their order', () => {
    const pairs: [NominationState, NominationState, string][] = [['withdrawn', 'draft', 'drafting'], ['draft', 'atApproval', 'atApproval'], ['atApproval', 'returned', 'returned'], ['returned', 'submitted', 'submitted'], ['rejected', 'accepted', 'submitted']]
    for (const [a, b, stands] of pairs) expect([unit({ nominations: [a, b] }), unit({ nominations: [b, a] })]).toEqual([stands, stands])
  })
  test('as forwarded only while it nominates nobody itself', () => {
    expect([unit({ forwarded: true, nominations: ['draft'] }), unit({ forwarded: true, nominations: ['withdrawn'] })]).toEqual(['drafting', 'forwarded'])
  })
  test('each standing has its words, all different', () => {
    expect(new Set(standings.flatMap((s) => [standingNames[s].zh, standingNames[s].en])).size).toBe(standings.length * 2)
  })
})
