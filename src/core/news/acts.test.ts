import { expect, test } from 'vitest'
import { acts } from '../ledger/entry'
import { audiences, newsOf, tellings, type Audience } from './acts'
import { groupTerms, newsKinds, termsOf, type NewsKind } from './kinds'
import { sayNews } from './say'
import { whereOf } from './where'
import { roles, type Role } from '../access/actor'

/** What acts carry, as the commands write them. */
const data = { gate: 'submission', until: 1_780_000_000_000, count: 2, to: [{ organisation: 'o', count: 1 }], jurors: ['j'], secretary: 's', by: 'a', handler: 'h', units: ['u'], link: 'l', juror: 'j', gained: ['j'], reason: '示例', counted: 1 }

/** Every act without a word of its own for or against. The compiler says the same; this asks what was built. */
const undeclared = (declared: Readonly<Record<string, unknown>>): string[] => acts.filter((a) => declared[a] !== 'silent' && typeof declared[a] !== 'function')

test('every act of the ledger is declared: news for somebody, or silent', () => {
  expect(undeclared(tellings)).toEqual([])
  expect(Object.keys(tellings).sort()).toEqual([...acts].sort())
})
test('mutant: an act that nobody declared shows itself', () => {
  const { 'round.opened': _, ...forgetful } = tellings
  expect(undeclared(forgetful)).toEqual(['round.opened'])
})
test('what is declared as news tells somebody something, in both languages, and leads to a page of the product', () => {
  for (const act of acts.filter((a) => tellings[a] !== 'silent')) {
    const news = newsOf({ act, data })
    expect([act, news.length > 0]).toEqual([act, true])
    for (const n of news) {
      expect([act, n.to.length > 0, n.to.every((to) => audiences.includes(to)), Object.hasOwn(newsKinds, n.kind)]).toEqual([act, true, true, true])
      for (const role of roles) expect(whereOf(n.kind, role, { campaignId: 'c', nominationId: 'n', roundId: 'r' }, n.detail?.what)).toMatch(/^\/(office|unit|jury|supervisor|me)(\/|$)/)
    }
  }
  const han = /\p{Script=Han}/u
  for (const kind of Object.keys(newsKinds) as NewsKind[]) {
    const said = sayNews(kind, { until: data.until, count: 2 })
    expect([kind, han.test(said.zh), han.test(said.en)]).toEqual([kind, true, false])
  }
})
test('a sealed ballot, who came and what a candidate only looked at make no news', () => {
  expect(['ballot.cast', 'conflicts.declared', 'candidate.consented', 'account.wayChanged', 'material.received'].map((act) => newsOf({ act: act as never, data }))).toEqual([[], [], [], [], []])
})
test('jurors are told of rounds and of nothing that names a candidate or a unit', () => {
  const toJury: readonly Audience[] = ['jurors', 'juryNamed']
  const kinds = acts.flatMap((act) => newsOf({ act, data })).filter((n) => n.to.some((to) => toJury.includes(to))).map((n) => n.kind)
  expect([...new Set(kinds)].sort()).toEqual(['jurorDropped', 'juryFormed', 'readingsMoved', 'recusalClaimed', 'roundAbandoned', 'roundOpened', 'voteAgain'])
})
test('a draft is no news to the office: what may come before the submission goes to it only when it was sent, or tells of no candidate', () => {
  const before = acts.filter((a) => /^(candidate|opinion|material|nomination\.(handedBack|sentToApprover|withdrawn))/.test(a))
  expect(before.filter((act) => newsOf({ act, data }).some((n) => n.to.includes('office')))).toEqual([])
})
test('news goes to roles that can set its group', () => {
  const rolesOf: Readonly<Record<Audience, readonly Role[]>> = { unit: ['unitClerk', 'unitApprover'], clerks: ['unitClerk'], approvers: ['unitApprover'], candidate: ['candidate'], office: ['office'], officeOfSent: ['office'], supervisors: ['supervisor'], units: ['unitClerk', 'unitApprover', 'office'], unitsNamed: ['unitClerk', 'unitApprover', 'office'], jurors: ['juror'], secretary: ['jurySecretary'], juryNamed: ['juror', 'jurySecretary'], ownOffice: ['office'], ownSupervisors: ['supervisor'], accountsNamed: ['office', 'unitClerk', 'unitApprover'] }
  const missing = acts.flatMap((act) => newsOf({ act, data }).flatMap((n) => n.to.flatMap((to) => rolesOf[to].filter((r) => !groupTerms[termsOf(n.kind).group].roles.includes(r)).map((r) => `${n.kind} ${r}`))))
  expect(missing).toEqual([])
})

test('what the office decides at a gate is told only where the nomination is still with its unit: later ones would tell who stands before them', () => {
  expect(['submission', 'acceptance', 'round', 'notice', 'honour'].filter((gate) => newsOf({ act: 'gate.decided', data: { gate } }).length > 0)).toEqual(['submission'])
})
