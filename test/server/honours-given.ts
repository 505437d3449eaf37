/** A campaign brought to its honours through the product's own operations. */
import { giveHonours, readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { castBallot, closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { acceptNomination, readNomination } from '#contract/operations/nominations'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import type { Installation } from './installation'
import { inviteJury, openProvincial, type Office } from './office'

export interface Honoured { readonly campaignId: string; readonly nominationIds: readonly string[]; readonly honours: readonly { readonly honourId: string; readonly name: string; readonly path: string }[] }

/** As many are honoured as have a place. */
export const placesFor = (names: readonly string[]) => (rules: StatedRule[]): StatedRule[] => twoPapers(rules).map((r) => (r.kind === 'round' ? { ...r, places: names.length } : r))

/** One unit a name, all of them honoured; the product's clock stands at the end of the public notice afterwards. */
export const giveHonoursTo = async (at: Installation, o: Office, names: readonly string[], jury = inviteJury): Promise<Honoured> => honoursIn(at, o, await openProvincial(at, o, placesFor(names)), names, jury)

/** The same in a campaign that is open. */
export const honoursIn = async (at: Installation, o: Office, campaignId: string, names: readonly string[], jury = inviteJury): Promise<Honoured> => {
  const nominationIds: string[] = []
  for (const [i, name] of names.entries()) {
    const { clerk, approver } = o.units[i]!
    const id = await prepareNomination(clerk, campaignId, name, i + 1)
    await sealAndSubmit(approver, campaignId, id)
    await o.office.ask(acceptNomination, { params: { nominationId: id }, body: { version: (await o.office.ask(readNomination, { params: { nominationId: id } })).version, still: true } })
    nominationIds.push(id)
  }
  const { jurors, secretary } = await jury(at, o, campaignId, 3)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds, still: true } })
  for (const j of jurors) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  for (const j of jurors) await j.ask(castBallot, { params: { roundId }, body: { approvals: nominationIds } })
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  const { provisional } = await o.office.ask(readAnnouncement, { params: { campaignId } })
  const notice = await o.office.ask(startPublicNotice, { params: { campaignId }, body: { roundId, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, '山区急救一线十八年。'])), howToObject: { phone: '0000-8765432', email: 'jiandu@example.org', address: '云岭市示例路 1 号' }, still: true, withoutUnits: '单位已电话确认（示例）' } })
  await at.setClock(notice.endsAt)
  const { honours } = await o.office.ask(giveHonours, { params: { campaignId }, body: { still: true } })
  return { campaignId, nominationIds, honours }
}
