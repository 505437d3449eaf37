/** A campaign whose list is on public notice: two places, three candidates of three units, the third next in line by the count. */
import { readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { castBallot, closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import type { StatedRule } from '#core/rules/rule'
import { acceptedFrom } from './accepted'
import { twoPapers } from './campaign-plan'
import type { Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

export const howToObject = { phone: '0000-8765432', email: 'jiandu@example.org', address: '云岭市示例路 1 号' }
export interface OnNotice { readonly o: Office; readonly supervisor: Person; readonly secretary: Person; readonly campaignId: string; readonly slug: string; readonly ids: readonly [string, string, string]; readonly endsAt: number; readonly path: string }
export const names = ['沈若川', '顾南枝', '𬭎衡'] as const

/** @param before what happens when the round is over and the notice has not begun */
export const putOnNotice = async (at: Installation, change: (rules: StatedRule[]) => StatedRule[] = (r) => r, before: (o: Office, campaignId: string, ids: readonly string[]) => Promise<void> = async () => undefined): Promise<OnNotice> => {
  const o = await openOffice(at, 3)
  const campaignId = await openProvincial(at, o, (rules) => change(twoPapers(rules).map((r) => (r.kind === 'round' ? { ...r, places: 2 } : r))))
  const ids = await acceptedFrom(o, campaignId, names)
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 4)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: ids, still: true } })
  for (const j of jurors) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  for (const [i, j] of jurors.entries()) await j.ask(castBallot, { params: { roundId }, body: { approvals: i === 0 ? ids.slice(0, 2) : ids } })
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  await before(o, campaignId, ids)
  const { roundId: last, provisional } = await o.office.ask(readAnnouncement, { params: { campaignId } })
  const { endsAt, path } = await o.office.ask(startPublicNotice, { params: { campaignId }, body: { roundId: last!, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, '山区急救一线十八年。'])), howToObject, still: true, withoutUnits: '单位已电话确认（示例）' } })
  const invited = await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  const { slug } = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!
  return { o, supervisor: await new Person(at.origin, 'supervisor').activate(invited.code), secretary, campaignId, slug, ids: ids as [string, string, string], endsAt, path }
}
