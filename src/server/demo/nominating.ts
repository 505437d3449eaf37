/** From an opened campaign to nominations that the office has accepted. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import { createCampaignCommand, openCampaignCommand } from '../commands/campaigns'
import { acceptNominationCommand } from '../commands/screen-nomination'
import type { Services } from '../services'
import { definitionOfCampaign } from '../store/campaigns'
import { listSent } from '../store/nominations'
import { act, setClock } from './actors'
import type { Cast } from './assemble'
import type { Dossiers } from './dossiers'
import { demoNominee, type DemoNominee } from './people/nominee'
import type { DemoUnit } from './people/units'
import type { Plan } from './plans'

/** What every part of the loading works with. */
export interface Stage { readonly services: Services; readonly cast: Cast; readonly dossiers: Dossiers }
export interface OpenCampaign { readonly campaignId: string; readonly definition: ResolvedDefinition }
export interface Candidate { readonly nominationId: string; readonly person: DemoNominee }

/** @param units those invited; all of them unless said */
export const openCampaign = async ({ services, cast }: Stage, plan: Plan, opens: number, units?: readonly DemoUnit[]): Promise<OpenCampaign> => {
  await setClock(services, opens)
  const { campaignId } = await act(services, cast.office, createCampaignCommand, { body: plan as never })
  const ids = units === undefined ? undefined : (await services.db.rows<{ id: string }>(`SELECT id FROM organisations WHERE code = ANY($1)`, [units.map((u) => u.code)])).map((r) => r.id)
  await act(services, cast.office, openCampaignCommand, { params: { campaignId }, body: ids === undefined ? {} : { unitIds: ids } })
  return { campaignId, definition: await definitionOfCampaign(services.db, services.definitions, campaignId) }
}

/** Somebody with a post, of whom the public notice will say something else than of the others: another line of work, if it must be. */
const another = (year: string, unit: DemoUnit, i: number, others: readonly Candidate[]): DemoNominee => {
  const possible = Array.from({ length: 12 }, (_, k) => demoNominee(year, unit, Number(year) * 1000 + i * 13 + k))
  return possible.find((p) => p.fields['post'] !== '无' && others.every((o) => o.person.summary !== p.summary)) ?? possible[0]!
}

/** Each unit nominates one person and submits; the office accepts all. */
export const nominateAndAccept = async ({ services, cast, dossiers }: Stage, { campaignId, definition }: OpenCampaign, units: readonly DemoUnit[], t: { readonly year: string; readonly works: number; readonly screens: number }): Promise<Candidate[]> => {
  const candidates: Candidate[] = []
  for (const [i, unit] of units.entries()) {
    await setClock(services, t.works + i * 17 * 60_000)
    const [clerk, approver] = [await cast.clerk(unit), await cast.approver(unit)]
    const person = another(t.year, unit, i, candidates)
    const nominationId = await dossiers.begin(clerk, campaignId, person)
    await dossiers.fill(clerk, nominationId, definition, person)
    await dossiers.send(clerk, nominationId)
    await dossiers.submit(approver, nominationId, definition)
    candidates.push({ nominationId, person })
  }
  await setClock(services, t.screens)
  for (const n of await listSent(services.db, campaignId)) await act(services, cast.office, acceptNominationCommand, { params: { nominationId: n.id }, body: { version: n.version, note: '' } })
  return candidates
}
