/** What the public does during a public notice: object, ask for a correction, add evidence by the code. */
import { z } from 'zod'
import { addEvidence, askCorrection, fileObjection } from '#contract/operations/objections'
import { operation } from '#contract/operation'
import { privacyGate } from '#core/announcement/privacy-gate'
import { hashOf } from '#core/kernel/canonical'
import { Refusal } from '#core/kernel/refusal'
import { judgeEvidenceSize, mediaOfEvidence, unreadableEvidence, type EvidenceMedia } from '#core/objections/evidence'
import { judgeAnonymity, markedObjection, networkOf } from '#core/objections/identity'
import { judgeDemands, judgeTime, MOST_A_DAY, objectionTerms } from '#core/objections/terms'
import { markedForAll } from '#core/secrecy/say'
import { absent, command, done, perform, refusedBy, stopsAt, type CommandContext, type Handler } from '../handler'
import { newId, normaliseCode, readableCode } from '../ids'
import { inspectBytes } from '../inspection/inspect-bytes'
import { definitionOf, readCampaignBySlug, type CampaignRow } from '../store/campaigns'
import { countSender, listEvidence, putEvidence, putObjection, readByCode, sealObjector, type NewObjection } from '../store/objections'
import { readOnNotice } from '../store/supplements'

export const codeHashOf = (keys: CommandContext['services']['keys'], code: string): Buffer => keys.mark(`objection ${normaliseCode(code)}`)

/** The campaign, held so that no honour is given beside this; then the clock of the database, and who is on notice. */
const begin = async ({ tx, now }: Pick<CommandContext, 'tx' | 'now'>, slug: string, nominationId: string) => {
  const row = await readCampaignBySlug(tx, slug)
  if (row === undefined || row.state === 'draft') throw absent()
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR SHARE`, [row.id])
  const [at, { notice, people }] = [await now(), await readOnNotice(tx, row.id)]
  const about = people.find((p) => p.person.nominationId === nominationId)
  // Whom nobody sees on the list, nobody objects to here: foreign and absent alike.
  if (notice !== undefined && about === undefined) throw absent()
  return { row, at, about, late: judgeTime({ now: at, endsAt: about?.endsAt ?? null, contact: notice?.howToObject ?? null }) }
}
/** One network, and nobody else, is held back by what it sends too much. */
const counted = async ({ tx, services, address }: CommandContext): Promise<void> => {
  if (address === '' || (await countSender(tx, services.keys.mark(`objector ${networkOf(address)}`))) <= MOST_A_DAY) return
  throw new Refusal('limited', { zh: `这个网络今天已经提交 ${MOST_A_DAY} 件，明天再收。急的请打公示页上的电话，或寄信、来访。`, en: `${MOST_A_DAY} came from this network today; go on tomorrow. If it presses, telephone or write as the public notice says.` }, { retryAfterSeconds: 86_400 })
}
const keep = async (c: CommandContext, row: CampaignRow, o: Omit<NewObjection, 'campaignId' | 'codeHash' | 'sealed'>, from: { readonly name: string; readonly contact: string } | null) => {
  await counted(c)
  const { tx, services, record } = c
  const [code, salt] = [readableCode(), newId()]
  const { id, number } = await putObjection(tx, { ...o, campaignId: row.id, sealed: sealObjector(services.keys, { from, salt }), codeHash: codeHashOf(services.keys, code) })
  // Whoever has the salt, which is sealed, can show that nothing was changed; nobody else can guess from it.
  record({ chain: row.id, act: o.track === 'objection' ? 'objection.received' : 'correction.received', subject: { kind: 'objection', id }, data: { number, named: o.named, content: hashOf({ salt, said: o.said, from }) } })
  return done({ number, code })
}

export const fileObjectionCommand = command(fileObjection, async ({ params, body }, c) => {
  const { row, at, late } = await begin(c, params.slug, body.nominationId)
  const definition = await definitionOf(c.tx, c.services.definitions, row.id, row.definitionHash)
  const from = body.from ?? { name: '', contact: '' }
  const against = [...late, ...judgeDemands(objectionTerms(definition), { named: body.from !== null, files: body.files }), ...markedObjection({ said: body.said, ...from }), ...judgeAnonymity({ said: body.said }, from)]
  if (stopsAt(against)) return refusedBy(against)
  return keep(c, row, { track: 'objection', nominationId: body.nominationId, named: body.from !== null, said: body.said, part: null, reads: null, at }, body.from)
})

export const askCorrectionCommand = command(askCorrection, async ({ params, body }, c) => {
  const { row, at, late } = await begin(c, params.slug, body.nominationId)
  const against = [...late, ...markedObjection({ reads: body.reads, said: body.said }), ...privacyGate([{ at: 'reads', text: body.reads }])]
  if (stopsAt(against)) return refusedBy(against)
  return keep(c, row, { track: 'correction', nominationId: body.nominationId, named: false, said: body.said, part: body.part, reads: body.reads, at }, null)
})

const noCode = (): Refusal => new Refusal('absent', { zh: '没有这个回执码。请核对字母和数字。', en: 'There is no such code. Check its letters and digits.' })
const closed = (): Refusal => new Refusal('conflict', { zh: '这件异议已经办结，不再收证据。', en: 'This objection is closed and takes no more evidence.' })

/** Not on the HTTP surface: the last step, after the file was read in a child that may be killed. */
const keepOperation = operation({ id: 'objections.keepEvidence', method: 'POST', path: '/internal/evidence', who: 'anyone', summary: { zh: '收下证据', en: 'Keep evidence' }, body: z.object({ code: z.string(), mediaType: z.custom<EvidenceMedia>(), content: z.custom<Buffer>() }), answer: z.object({ files: z.int() }) })
const keepEvidence = command(keepOperation, async ({ body }, { tx, services, record }) => {
  const row = await readByCode(tx, codeHashOf(services.keys, body.code))
  if (row === undefined || row.track === 'correction') throw noCode()
  await tx.rows(`SELECT 1 FROM objections WHERE id = $1 FOR UPDATE`, [row.id])
  if ((await readByCode(tx, codeHashOf(services.keys, body.code)))!.state === 'decided') throw closed()
  const already = (await listEvidence(tx, row.id)).length
  const against = judgeEvidenceSize(body.content.byteLength, already)
  if (stopsAt(against)) return refusedBy(against)
  await putEvidence(tx, services.keys, { objectionId: row.id, mediaType: body.mediaType, content: body.content })
  record({ chain: row.campaignId, act: 'objection.evidenceAdded', subject: { kind: 'objection', id: row.id }, data: { files: already + 1, content: services.keys.mark(`evidence ${hashOf(body.content.toString('base64'))}`).toString('hex') } })
  return done({ files: already + 1 })
})
export const addEvidenceCommand: Handler<typeof addEvidence> = {
  kind: 'query', operation: addEvidence,
  run: async ({ body }, { q, services }) => {
    const row = await readByCode(q, codeHashOf(services.keys, body.code))
    if (row === undefined || row.track === 'correction') throw noCode()
    if (row.state === 'decided') throw closed()
    const content = Buffer.from(body.base64, 'base64')
    const size = judgeEvidenceSize(content.byteLength, (await listEvidence(q, row.id)).length)
    if (stopsAt(size)) return refusedBy(size)
    const facts = await inspectBytes(content, body.name)
    const [mediaType, marked] = [mediaOfEvidence(facts), markedForAll(facts.kind === 'document' ? facts.markings ?? [] : [])]
    if (stopsAt(marked)) return refusedBy(marked)
    return mediaType === null ? refusedBy([unreadableEvidence()]) : perform(keepEvidence, { params: {}, query: {}, body: { code: body.code, mediaType, content } }, null, services)
  },
}
