/** Two installations on two databases: the level above, with our association as one of its units, and ours, with people honoured. */
import { readArrival, beginArrival, confirmInstallation, readIdentity, takeArrival } from '#contract/operations/arrivals'
import { chooseRole, readSession } from '#contract/operations/sign-in'
import { callFile, makeArchive, listArchives, archiveFile, readUpward, recommend, takeOwnSeat } from '#contract/operations/upward'
import { readNomination, saveDraft, sendToApprover } from '#contract/operations/nominations'
import type { AnswerOf, Operation } from '#contract/operation'
import { rulesOf } from '#core/campaign/definition'
import { addDays, dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import { answersFor, definitionFor, fieldsFor, fileFor, sealAndSubmit } from './dossier'
import { giveHonoursTo } from './honours-given'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'

export interface Side { readonly at: Installation; readonly o: Office; readonly campaignId: string }
export interface Two { readonly above: Side & { readonly unitId: string }; readonly ours: Side & { readonly nominationIds: readonly string[] }; close(): Promise<void> }
export const honoured = ['沈若川', '顾南枝'] as const

/** A portrait beyond what our own campaign asked, two places for each unit, weeks of time. */
const asksMore = (today: string) => (rules: StatedRule[]): StatedRule[] => twoPapers(rules).map((r) => (r.id === 'portrait' ? { ...r, min: 1 } as typeof r : r.kind === 'quota' ? { ...r, max: 2 } : r.kind === 'deadline' ? { ...r, day: addDays(today, 60) } as typeof r : r))

/** The level above, of which our association is the one unit. */
export const openAbove = async (port?: number): Promise<Two['above']> => {
  const at = await freshInstallation(port === undefined ? {} : { port })
  const o = await openOffice(at, 1)
  const campaignId = await openProvincial(at, o, asksMore(dayOf(await at.now())))
  const unitId = (await at.services.db.row<{ id: string }>(`SELECT unit_id AS id FROM campaign_units WHERE campaign_id = $1`, [campaignId]))!.id
  return { at, o, campaignId, unitId }
}
export const openTwo = async (ports: { readonly above?: number; readonly ours?: number } = {}): Promise<Two> => {
  const [above, ours] = await Promise.all([openAbove(ports.above), freshInstallation(ports.ours === undefined ? {} : { port: ports.ours })])
  const o = await openOffice(ours, honoured.length)
  const given = await giveHonoursTo(ours, o, honoured)
  return { above, ours: { at: ours, o, campaignId: given.campaignId, nominationIds: given.nominationIds }, close: async () => { await Promise.all([above.at.close(), ours.close()]) } }
}

/** Bytes as a browser keeps them. */
export const download = async (who: Person, operation: Operation, params: Readonly<Record<string, string>>): Promise<Buffer> => {
  const path = operation.path.replace(/:(\w+)/g, (_, key: string) => params[key]!)
  const response = await fetch(`${who.origin}${path}`, { headers: { cookie: `xuanshu_session=${who.token}` } })
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(`${operation.id}: ${response.status} ${bytes.toString()}`)
  return bytes
}

type Read = AnswerOf<typeof readArrival>
const moving: ReadonlySet<string> = new Set(['receiving', 'reading', 'taking'])
export const settled = async (who: Person, arrivalId: string): Promise<Read> => {
  for (;;) {
    const read = await who.ask(readArrival, { params: { arrivalId } })
    if (!moving.has(read.arrival.state)) return read
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
/** Brings a file in as a browser does, and waits until it was looked at. */
export const bring = async (who: Person, bytes: Uint8Array, name = '文件.xuanshu'): Promise<Read> => {
  const { arrivalId, url } = await who.ask(beginArrival, { body: { name, bytes: bytes.byteLength } })
  const sent = await who.raw('PATCH', url, bytes, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
  if (sent.status !== 204) throw new Error(`${name}: ${sent.status} ${sent.text}`)
  return settled(who, arrivalId)
}
export const fingerprint = async (who: Person): Promise<string> => (await who.ask(readIdentity)).fingerprint
/** Types it from the sheet that the sender printed. */
export const confirmTyped = async (who: Person, read: Read, sheet: string): Promise<Read> => {
  await who.ask(confirmInstallation, { params: { installationId: read.arrival.installation!.id }, body: { typed: sheet } })
  return settled(who, read.arrival.id)
}
export const take = async (who: Person, read: Read): Promise<Read> => {
  const newSeen = read.call !== null ? 1 : read.rows.filter((r) => r.effect === 'create' || r.effect === 'update').length + read.results.filter((r) => r.isNew).length
  const refusedSeen = read.arrival.kind === 'answer' ? read.arrival.items - read.results.length : read.rows.filter((r) => r.effect === 'refused').length
  await who.ask(takeArrival, { params: { arrivalId: read.arrival.id }, body: { newSeen, refusedSeen } })
  return settled(who, read.arrival.id)
}

/** The call file of the level above stands here from now on. */
export const takeCall = async ({ above, ours }: Two): Promise<void> => {
  const file = await download(above.o.office, callFile, { campaignId: above.campaignId, unitId: above.unitId })
  const asked = await bring(ours.o.office, file)
  const ready = asked.arrival.state === 'asksSender' ? await confirmTyped(ours.o.office, asked, await fingerprint(above.o.office)) : asked
  const taken = await take(ours.o.office, ready)
  if (taken.arrival.state !== 'taken') throw new Error(JSON.stringify(taken.arrival))
}

export const backToOffice = async (who: Person): Promise<void> => {
  const { person } = await who.ask(readSession)
  await who.ask(chooseRole, { body: { membershipId: person!.memberships.find((m) => m.role === 'office')!.membershipId } })
}

/** Recommends, completes what is asked beyond, seals by the second person; the nomination above, submitted in our installation. */
export const recommendWhole = async ({ above, ours }: Two, nominationIds: readonly string[]): Promise<string[]> => {
  const { office, second } = ours.o
  const { made } = await office.ask(recommend, { params: { campaignId: ours.campaignId }, body: { to: above.campaignId, nominationIds: [...nominationIds], still: true } })
  for (const m of made) await complete(office, second, above.campaignId, m.nominationId)
  return made.map((m) => m.nominationId)
}
export const complete = async (clerk: Person, approver: Person, campaignId: string, nominationId: string): Promise<void> => {
  await clerk.ask(takeOwnSeat, { params: { campaignId }, body: { as: 'unitClerk' } })
  const definition = await definitionFor(clerk, campaignId)
  const before = await clerk.ask(readNomination, { params: { nominationId } })
  for (const rule of rulesOf(definition, 'material')) {
    for (let i = before.materials.filter((m) => m.materialId === rule.id).length + 1; i <= rule.min; i++) {
      const file = await fileFor(rule, i)
      const { state, findings } = await clerk.upload(nominationId, rule.id, file.name, file.bytes)
      if (state !== 'kept') throw new Error(`${rule.id}: ${JSON.stringify(findings)}`)
    }
  }
  const { version, fields } = await clerk.ask(readNomination, { params: { nominationId } })
  const missing = Object.fromEntries(Object.entries(fieldsFor(definition, String(fields['name']))).filter(([k]) => fields[k] === undefined || fields[k] === ''))
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: missing, answers: answersFor(definition) } })
  const state = (await clerk.ask(readNomination, { params: { nominationId } })).state
  if (state === 'draft') await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  await backToOffice(clerk)
  await approver.ask(takeOwnSeat, { params: { campaignId }, body: { as: 'unitApprover' } })
  await sealAndSubmit(approver, campaignId, nominationId)
  await backToOffice(approver)
}
/** The archive as it is copied to a stick. */
export const exportArchive = async (who: Person, campaignId: string, nominationIds: readonly string[], seal: 'key' | 'words' = 'key'): Promise<{ bytes: Buffer; passphrase: string | null; archiveId: string }> => {
  const { archiveId, passphrase } = await who.ask(makeArchive, { params: { campaignId }, body: { nominationIds: [...nominationIds], seal } })
  for (;;) {
    const found = (await who.ask(listArchives, { params: { campaignId } })).archives.find((x) => x.id === archiveId)!
    if (found.state === 'failed') throw new Error(JSON.stringify(found.findings))
    if (found.state === 'ready') return { archiveId, passphrase, bytes: await download(who, archiveFile, { campaignId, archiveId }) }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
export const readOurs = ({ ours, above }: Two): Promise<AnswerOf<typeof readUpward>> => ours.o.office.ask(readUpward, { params: { campaignId: ours.campaignId }, query: { to: above.campaignId } })
