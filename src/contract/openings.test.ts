/** Whatever shows something of a nomination to people who did not write it says what it opens, or why it opens nothing. */
import { expect, test } from 'vitest'
import { permissions } from '#core/access/permission'
import { noOpenings, openings } from './openings'
import { operations } from './operations'

const campaign = { organisationId: 'o', state: 'open' as const, participating: false, ownCandidate: false, seatOnJury: null }
const subject = { campaign, nomination: { unitId: 'u', sent: true, ownCandidate: false }, round: { state: 'open' as const, candidate: true, recused: false, declared: true } }
const outsiders = [
  ...(['office', 'supervisor'] as const).map((role) => [{ accountId: 'a', personName: '', role, organisationId: 'o' }, subject] as const),
  ...([['juror', 'juror'], ['jurySecretary', 'secretary']] as const).map(([role, seatOnJury]) => [{ accountId: 'a', personName: '', role, organisationId: 'o' }, { ...subject, campaign: { ...campaign, seatOnJury } }] as const),
]

test('every reading of a nomination by others than those who wrote it is an opening, or says why not', () => {
  const open = operations.filter((o) => o.method === 'GET' && o.path.includes(':nominationId') && o.who in permissions && outsiders.some(([actor, s]) => permissions[o.who as keyof typeof permissions](actor, s))).map((o) => o.id)
  expect(open.filter((id) => !(id in openings) && !(id in noOpenings))).toEqual([])
  expect([...Object.keys(openings), ...Object.keys(noOpenings)].filter((id) => !open.includes(id))).toEqual([])
})
