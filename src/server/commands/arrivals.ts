/** 收进来: a file from another installation is brought in, opened and taken; whose keys it bears is compared with paper first. */
import { FileStore } from '@tus/file-store'
import { Upload } from '@tus/server'
import { beginArrival, confirmInstallation, dropArrival, endInstallation, giveWords, lookAtInstallation, takeArrival } from '#contract/operations/arrivals'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { fingerprintOf, readFingerprint } from '#core/upward/fingerprint'
import { absent, command, done, refusedBy, type CommandContext } from '../handler'
import { newId } from '../ids'
import { insertArrival, lockArrival, setContentKey, setDropped, setState, waitingFor, type Arrival } from '../store/archives'
import { violates } from '../store/database'
import { enqueueFor } from '../store/jobs'
import { lockInstallation, setConfirmed, setEnded, setLooked, type OtherInstallation } from '../store/other-installations'
import { forgetArrival } from '../upward/places'
import { previewOf } from '../upward/preview'
import { openByWords } from '../upward/sealing'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `arrival.${code}`, rule: null, strength: 'block', what, mend })
/** Whoever begins more fills the disk with beginnings. */
const MOST_OPEN = 10

export const beginArrivalCommand = command(beginArrival, async ({ body }, { tx, services, actor }) => {
  const { open } = (await tx.row<{ open: number }>(`SELECT count(*)::int AS open FROM arrivals WHERE organisation_id = $1 AND state IN ('receiving','reading','asksSender','asksWords','ready','taking')`, [actor.organisationId]))!
  if (open >= MOST_OPEN) throw new Refusal('limited', { zh: `已有 ${open} 个文件没有办完，请先导入或删去。`, en: `${open} files are not dealt with yet: take them in or drop them first.` })
  const arrivalId = newId()
  await insertArrival(tx, { id: arrivalId, organisationId: actor.organisationId, accountId: actor.accountId, name: body.name, bytes: body.bytes })
  await new FileStore({ directory: services.archivesDir }).create(new Upload({ id: `${arrivalId}.in`, size: body.bytes, offset: 0 }))
  return done({ arrivalId, url: `/api/upward/files/${arrivalId}.in` })
})

const ownArrival = async ({ tx, actor }: Pick<CommandContext, 'tx' | 'actor'>, id: string): Promise<Arrival> => {
  const v = await lockArrival(tx, id)
  if (v === undefined || v.organisationId !== actor.organisationId) throw absent()
  return v
}
const moved = (): Refusal => new Refusal('conflict', { zh: '这个文件刚由另一人办过，请刷新。', en: 'Somebody else just dealt with this file: reload.' })
export const readAgain = (tx: CommandContext['tx'], arrivalId: string): Promise<string> => enqueueFor(tx, { kind: 'readArrival', campaignId: null, payload: { arrivalId }, total: 1 })

/** 口令: tried here, so that a wrong one is said at once; what it opens is kept sealed until the file is read. */
export const giveWordsCommand = command(giveWords, async ({ params, body }, c) => {
  const v = await ownArrival(c, params.arrivalId)
  if (v.state !== 'asksWords' || v.envelope?.sealing?.to !== 'words') throw moved()
  const key = await openByWords(v.envelope.sealing, body.words, v.envelope.id)
  if (key === null) return refusedBy([no('wrongWords', ['口令不对', 'These are not the words'], ['请照口令单逐词核对；空格和标点不要紧，字和次序要一样。', 'Compare word by word: blanks do not matter, the words and their order do.'])])
  await setContentKey(c.tx, v.id, c.services.keys.seal(key))
  await readAgain(c.tx, v.id)
  return done({})
})

export const takeArrivalCommand = command(takeArrival, async ({ params, body }, c) => {
  const v = await ownArrival(c, params.arrivalId)
  if (v.state !== 'ready') throw moved()
  const { fresh, refused } = await previewOf(c.tx, c.services, v)
  if (fresh !== body.newSeen || refused !== body.refusedSeen) return refusedBy([no('changed', ['预览之后情况有变化', 'Things changed after the preview'], ['请看过新的预览再导入。', 'Look at the new preview, then take it in.'])])
  await c.tx.rows(`UPDATE arrivals SET taken_by = $2 WHERE id = $1`, [v.id, c.actor.accountId])
  await setState(c.tx, v.id, 'taking')
  await enqueueFor(c.tx, { kind: 'takeArrival', campaignId: null, payload: { arrivalId: v.id }, total: 1 })
  c.record({ chain: c.actor.organisationId, act: 'arrival.asked', subject: { kind: 'arrival', id: v.id }, data: { archive: v.sha256, kind: v.envelope!.kind } })
  return done({})
})

export const dropArrivalCommand = command(dropArrival, async ({ params }, c) => {
  const v = await ownArrival(c, params.arrivalId)
  if (v.state === 'taking' || v.state === 'taken' || v.state === 'refused' || v.state === 'dropped') throw moved()
  await setDropped(c.tx, v.id)
  const { place } = c.record({ chain: c.actor.organisationId, act: 'arrival.dropped', subject: { kind: 'arrival', id: v.id }, data: v.sha256 === null ? {} : { archive: v.sha256 } })
  return done(place.then(async () => { await forgetArrival(c.services, v.id); return {} }))
})

const ownInstallation = async ({ tx, actor }: Pick<CommandContext, 'tx' | 'actor'>, id: string): Promise<OtherInstallation> => {
  const i = await lockInstallation(tx, id, actor.organisationId)
  if (i === undefined) throw absent()
  if (i.endedAt !== null) throw new Refusal('conflict', { zh: '这个平台已经停用。', en: 'Dealing with this installation was ended.' })
  return i
}
const confirmed = (): Refusal => new Refusal('conflict', { zh: '指纹已经确认过了。', en: 'The fingerprint is confirmed already.' })

/** The first of two who compare it with the sheet. */
export const lookAtInstallationCommand = command(lookAtInstallation, async ({ params }, c) => {
  const i = await ownInstallation(c, params.installationId)
  if (i.confirmedAt !== null) throw confirmed()
  await setLooked(c.tx, i.id, c.actor.accountId)
  c.record({ chain: c.actor.organisationId, act: 'otherInstallation.looked', subject: { kind: 'otherInstallation', id: i.id }, data: { fingerprint: fingerprintOf(i.keys) } })
  return done({})
})

/** By typing it from paper one is enough: nobody types what does not stand there. By eye it takes two. */
export const confirmInstallationCommand = command(confirmInstallation, async ({ params, body }, c) => {
  const { tx, actor } = c
  const i = await ownInstallation(c, params.installationId)
  if (i.confirmedAt !== null) throw confirmed()
  const typed = body.typed !== undefined
  if (typed && readFingerprint(body.typed!) !== fingerprintOf(i.keys)) return refusedBy([no('otherFingerprint', ['键入的指纹与文件的不同', 'What was typed is not the fingerprint of the file'], ['请照交接单再键入一遍；仍然不同，文件就不是那个平台导出的，不要使用。', 'Type it from the sheet once more; if it differs again, the file is not from that installation: do not use it.'])])
  if (!typed && (i.lookedBy === null || i.lookedBy === actor.accountId)) return refusedBy([no('secondPerson', i.lookedBy === null ? ['还没有第一人核对', 'Nobody compared it first'] : ['您是第一个核对的人', 'You were the first to compare it'], ['请办公室的另一人照交接单核对后确认；或一人照交接单键入指纹。', 'Another person of the office compares and confirms; or one types it from the sheet.'])])
  await setConfirmed(tx, i.id, actor.accountId, typed).catch((e: unknown) => { throw violates(e, 'one_key_a_unit') ? new Refusal('conflict', { zh: '这家单位已有一个在用的平台，请先停用旧的。', en: 'This unit has another installation in use: end that one first.' }) : e })
  for (const v of await waitingFor(tx, i.id)) {
    await setState(tx, v.id, 'reading')
    await readAgain(tx, v.id)
  }
  c.record({ chain: actor.organisationId, act: 'otherInstallation.confirmed', subject: { kind: 'otherInstallation', id: i.id }, data: { fingerprint: fingerprintOf(i.keys), typed } })
  return done({})
})

export const endInstallationCommand = command(endInstallation, async ({ params, body }, c) => {
  const i = await ownInstallation(c, params.installationId)
  await setEnded(c.tx, i.id)
  c.record({ chain: c.actor.organisationId, act: 'otherInstallation.ended', subject: { kind: 'otherInstallation', id: i.id }, data: { fingerprint: fingerprintOf(i.keys), reason: body.reason } })
  return done({})
})
