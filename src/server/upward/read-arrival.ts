/** A file from another installation: held against its envelope, then against who we know, then opened and read by our own eyes. Refused at any step, nothing of it stays. */
import { readFile, rm } from 'node:fs/promises'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { levelOf } from '#core/campaign/resolve'
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { isMarked } from '#core/secrecy/find-markings'
import { readContents, type Contents } from '#core/upward/contents'
import { archiveFindings, type Envelope } from '#core/upward/envelope'
import { fingerprintOf } from '#core/upward/fingerprint'
import { answers as answersShape } from '#contract/operations/nominations'
import { hashFile } from '../blobs/disk-blobs'
import { wipeFile } from '../blobs/wipe-file'
import { inspectFile } from '../inspection/inspect-file'
import type { Services } from '../services'
import type { Arrival, ReadSoFar } from '../store/archives'
import { definitionOfCampaign } from '../store/campaigns'
import { confirmedFor, readInstallation } from '../store/other-installations'
import { readMirror } from '../store/mirrors'
import { identityOf } from './identity'
import { openArchive, type PartAt } from './open-archive'
import { arrivedPath, forgetArrival, freshPartsDir, partFile } from './places'
import { openByKey, partToFile } from './sealing'

export type ReadOutcome =
  | { readonly kind: 'over' }
  | { readonly kind: 'refused'; readonly sha256: string | null; readonly findings: readonly Finding[] }
  /** Whose keys these are is to be noted, and perhaps confirmed, before it is opened. */
  | { readonly kind: 'asks'; readonly what: 'sender' | 'words'; readonly soFar: Omit<ReadSoFar, 'installationId'>; readonly envelope: Envelope; readonly unitId: string | null }
  | { readonly kind: 'ready'; readonly soFar: Omit<ReadSoFar, 'installationId'>; readonly envelope: Envelope; readonly unitId: string | null; readonly contents: Contents; readonly facts: Readonly<Record<string, Facts>> }

export const readArrival = async (services: Services, v: Arrival, signal?: AbortSignal): Promise<ReadOutcome> => {
  const outcome = await look(services, v, signal)
  if (outcome.kind === 'refused') await forgetArrival(services, v.id)
  return outcome
}

const look = async (services: Services, v: Arrival, signal?: AbortSignal): Promise<ReadOutcome> => {
  const path = arrivedPath(services, v.id)
  const sum = await hashFile(path).catch(() => null)
  const no = (f: Finding): ReadOutcome => ({ kind: 'refused', sha256: sum?.sha256 ?? null, findings: [f] })
  if (sum === null) return no(archiveFindings.cut())
  const opened = await openArchive(path)
  if (!opened.ok) return { kind: 'refused', sha256: sum.sha256, findings: opened.findings }
  const { envelope, at } = opened
  if (envelope.from.keys.sign === identityOf(services.keys).keys.sign) return no(archiveFindings.ownFile())
  const place = await placeOf(services, v, envelope)
  if ('code' in place) return no(place)
  const soFar = { sha256: sum.sha256, envelope, campaignId: place.campaignId }
  if (!place.confirmed) return { kind: 'asks', what: 'sender', soFar, envelope, unitId: place.unitId }
  const key = envelope.sealing === null ? null : envelope.sealing.to === 'key' ? openByKey(envelope.sealing, identityOf(services.keys), envelope.id) : v.contentKey === null ? undefined : services.keys.open(v.contentKey)
  if (key === undefined) return { kind: 'asks', what: 'words', soFar, envelope, unitId: place.unitId }
  if (key === null && envelope.sealing !== null) return no(archiveFindings.notForUs())
  const read = await openParts(services, v, envelope, at, key, signal)
  if ('code' in read) return no(read)
  return { kind: 'ready', soFar, envelope, unitId: place.unitId, ...read }
}

interface Place { readonly campaignId: string | null; readonly unitId: string | null; readonly confirmed: boolean }
/** Where it belongs here, and whether its sender is known by a comparison with paper. */
const placeOf = async ({ db }: Services, v: Arrival, e: Envelope): Promise<Place | Finding> => {
  const same = (k: Envelope['from']['keys']): boolean => k.sign === e.from.keys.sign && k.box === e.from.keys.box
  const mirror = await readMirror(db, e.campaign.id, v.organisationId)
  const own = await db.row<{ id: string }>(`SELECT c.id FROM campaigns c WHERE c.id = $1 AND NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = c.id)`, [e.campaign.id])
  if (e.kind === 'recommendation') {
    const unit = await db.row<{ id: string }>(`SELECT u.unit_id AS id FROM campaign_units u JOIN campaigns c ON c.id = u.campaign_id WHERE c.id = $1 AND c.organisation_id = $2 AND u.unit_id = $3 AND c.state <> 'draft'`, [e.campaign.id, v.organisationId, e.unit.id])
    if (own === undefined || unit === undefined) return archiveFindings.noSuchCampaign()
    const known = await confirmedFor(db, v.organisationId, unit.id)
    if (known !== undefined && !same(known.keys)) return archiveFindings.otherKey()
    return { campaignId: e.campaign.id, unitId: unit.id, confirmed: known !== undefined }
  }
  if (own !== undefined || (e.kind === 'answer' && mirror === undefined)) return archiveFindings.noSuchCampaign()
  if (mirror !== undefined) {
    const known = await readInstallation(db, mirror.installationId, v.organisationId)
    if (known === undefined || !same(known.keys)) return archiveFindings.otherKey()
    if (e.kind === 'call' && e.madeAt < mirror.calledAt) return archiveFindings.olderCall()
    if (known.endedAt === null && known.confirmedAt !== null) return { campaignId: e.campaign.id, unitId: null, confirmed: true }
  }
  const known = await db.row<{ confirmed: boolean }>(`SELECT confirmed_at IS NOT NULL AS confirmed FROM other_installations WHERE organisation_id = $1 AND sign_key = $2 AND box_key = $3 AND unit_id IS NULL AND ended_at IS NULL`, [v.organisationId, e.from.keys.sign, e.from.keys.box])
  return { campaignId: mirror === undefined ? null : e.campaign.id, unitId: null, confirmed: known?.confirmed === true }
}

type Files = readonly { readonly part: number; readonly bytes: number; readonly sha256: string; readonly name: string; readonly materialId: string | null }[]
const filesOf = (c: Contents): Files => (c.kind === 'recommendation' ? c.items.flatMap((i) => i.files.map((f) => ({ part: f.part, bytes: f.bytes, sha256: f.sha256, name: f.name, materialId: f.materialId })))
  : c.kind === 'call' ? c.templates.map((t) => ({ part: t.part, bytes: t.bytes, sha256: t.sha256, name: t.originalName, materialId: null })) : [])

const openParts = async (services: Services, v: Arrival, e: Envelope, at: readonly PartAt[], contentKey: Buffer | null, signal?: AbortSignal): Promise<{ contents: Contents; facts: Record<string, Facts> } | Finding> => {
  await freshPartsDir(services, v.id)
  const take = async (n: number): Promise<{ bytes: number; sha256: string } | null> => {
    const part = e.parts[n]!
    const seal = contentKey === null ? null : { contentKey, archiveId: e.id, path: part.path, nonce: part.nonce!, tag: part.tag! }
    return partToFile(arrivedPath(services, v.id), at[n]!, seal, partFile(services, v.id, n)).catch((error: unknown) => { if (error instanceof Error && /authenticate/i.test(error.message)) return null; throw error })
  }
  if ((await take(0)) === null) return archiveFindings.tampered()
  const contents = readContents((await readFile(partFile(services, v.id, 0))).toString('utf8'), e.parts.length)
  await rm(partFile(services, v.id, 0))
  if (contents === null || !fits(contents, e)) return archiveFindings.contents()
  const definition = contents.kind === 'recommendation' ? await definitionOfCampaign(services.db, services.definitions, e.campaign.id) : null
  const facts: Record<string, Facts> = {}
  for (const f of filesOf(contents)) {
    if (signal?.aborted === true) break
    if (facts[f.part] !== undefined) continue
    const got = await take(f.part)
    if (got === null || got.sha256 !== f.sha256 || got.bytes !== f.bytes) return archiveFindings.changed(e.parts[f.part]!.path)
    facts[f.part] = await seen(definition, f, partFile(services, v.id, f.part))
    // What bears a marking does not lie here for a moment longer; its dossier is refused by name.
    if (markedFile(facts[f.part])) await wipeFile(partFile(services, v.id, f.part))
  }
  return { contents, facts }
}

/** As an upload is looked at: by what its bytes are. */
const seen = (definition: ResolvedDefinition | null, f: Files[number], path: string): Promise<Facts> => {
  const portrait = definition !== null && f.materialId !== null && ruleOf(definition, 'material', f.materialId)?.file.type === 'portrait'
  return inspectFile(path, f.name, { border: portrait, faces: portrait })
}

/** The list says what the envelope says, and every answer in it has the shape of an answer. */
const fits = (c: Contents, e: Envelope): boolean => {
  if (c.kind !== e.kind) return false
  if (c.kind === 'call') return hashOfChain(c.chain) === c.hash && c.hash === e.campaign.definition && c.unit.id === e.unit.id
  if (c.sender !== fingerprintOf(e.from.keys)) return false
  if (c.kind === 'answer') return c.results.length === e.items
  return c.items.length === e.items && new Set(c.items.map((i) => i.nominationId)).size === c.items.length && c.items.every((i) => answersShape.safeParse(i.answers).success)
}
const hashOfChain = (chain: Parameters<typeof levelOf>[0]): string => { try { return levelOf(chain).resolved.hash } catch { return '' } }

/** Signs of secrecy in any of these files; they are found by what we read, not by what the sender says. */
export const markedFile = (facts: Facts | undefined): boolean => facts?.kind === 'document' && isMarked(facts.markings)
