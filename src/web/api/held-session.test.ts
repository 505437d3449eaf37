import { expect, test } from 'vitest'
import { holding, type Held, type Seated } from './held-session'

const seat = (membershipId: string) => ({ membershipId })
const nobody: Seated = { signedIn: false, next: null, accountId: null, membershipId: null, memberships: [] }
const as = (accountId: string, membershipId: string, next: Seated['next'] = 'done'): Seated => ({ signedIn: true, next, accountId, membershipId, memberships: [seat('clerk'), seat('approver')] })
const after = (...sessions: Seated[]) => sessions.reduce<Held<Seated> | null>(holding, null)

test('who was never through has no page to keep', () => {
  expect([after(nobody), after(as('a', 'clerk', 'secondFactor'))]).toEqual([null, null])
})
test('a session that ended is held while its person signs in again, second step and all', () => {
  const first = as('a', 'clerk')
  expect(after(first, nobody)).toEqual({ session: first, away: true })
  expect(after(first, nobody, as('a', 'clerk', 'setUpSecondFactor'))).toEqual({ session: first, away: true })
  const again = as('a', 'clerk')
  expect(after(first, nobody, again)).toEqual({ session: again, away: false })
})
test('neither another person nor another of one’s own seats gets the page', () => {
  const first = as('a', 'approver')
  expect([after(first, nobody, as('b', 'approver')), after(first, nobody, as('a', 'clerk'))]).toEqual([{ session: first, away: true }, { session: first, away: true }])
})
test('a seat that was taken away meanwhile is not waited for, and changing the role by oneself is no ending', () => {
  const without = { ...as('a', 'clerk'), memberships: [seat('clerk')] }
  expect([after(as('a', 'approver'), nobody, without), after(as('a', 'approver'), as('a', 'clerk'))?.away]).toEqual([{ session: without, away: false }, false])
})
