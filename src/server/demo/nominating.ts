/** From an opened campaign to nominations that the office has accepted. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import { createCampaignCommand, openCampaignCommand } from '../commands/campaigns'
import { acceptNominationCommand } from '../commands/screen-nomination'
import { beforeIssuingQuery } from '../queries/campaigns'
import type { Services } from '../services'
import { definitionOfCampaign } from '../store/campaigns'
import { listSent } from '../store/nominations'
import { act, setClock } from './actors'
import type { Cast } from './assemble'
import type { Dossiers } from './dossiers'
import { paperIn } from './paper-in'
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
  await issue({ services, cast }, campaignId, ids)
  return { campaignId, definition: await definitionOfCampaign(services.db, services.definitions, campaignId) }
}

/** What the office of the demo says to a warning, by what it is about. */
const reasons: Readonly<Record<string, string>> = {
  'ready.question': '经会议研究，职级限制也适用于公务员；由单位逐件说明（示例）',
  'contradiction.dayOff': '截止日只收电子件，办公室安排值班（示例）',
  'contradiction.chosenBeforeClose': '评审准备与收件同时进行，截止后才投票（示例）',
}
const otherReason = '经办公室会议研究，按现方案发布（示例）'

/** Issued by the second person of the office, who answers each warning. */
const issue = async ({ services, cast }: Pick<Stage, 'services' | 'cast'>, campaignId: string, unitIds: readonly string[] | undefined): Promise<void> => {
  const looked = await act(services, cast.second, beforeIssuingQuery, { params: { campaignId } })
  const answers = looked.findings.filter((f) => f.strength === 'warn').map((f) => ({ key: f.key, reason: reasons[f.code] ?? otherReason }))
  await act(services, cast.second, openCampaignCommand, { params: { campaignId }, body: { read: looked.hash, reasons: answers, ...(unitIds === undefined ? {} : { unitIds: [...unitIds] }) } })
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
    await paperIn({ services, cast }, campaignId, definition, nominationId)
    candidates.push({ nominationId, person })
  }
  await setClock(services, t.screens)
  for (const n of await listSent(services.db, campaignId)) await act(services, cast.office, acceptNominationCommand, { params: { nominationId: n.id }, body: { version: n.version, note: '', still: true } })
  return candidates
}
