/** One candidate of each unit in turn, from the clerk to the office that accepts. */
import { acceptNomination, readNomination } from '#contract/operations/nominations'
import { prepareNomination, sealAndSubmit } from './dossier'
import type { Office } from './office'

export const acceptedFrom = async (o: Office, campaignId: string, names: readonly string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const [i, name] of names.entries()) {
    const { clerk, approver } = o.units[i]!
    const nominationId = await prepareNomination(clerk, campaignId, name, i + 1)
    await sealAndSubmit(approver, campaignId, nominationId)
    const { version } = await o.office.ask(readNomination, { params: { nominationId } })
    await o.office.ask(acceptNomination, { params: { nominationId }, body: { version, still: true } })
    ids.push(nominationId)
  }
  return ids
}
