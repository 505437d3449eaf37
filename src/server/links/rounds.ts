/** Looks at links that are due, in rounds beside everything else; no request ever waits for a look. Any number of processes. */
import { afterLook, isDead, isSilent, nextLook, type LinkLook } from '#core/publicity/links/look'
import { publishCampaign } from '../public/publish'
import type { Services } from '../services'
import { forgetLook, hasWay, keepLook, lockLook, takeDue, whereItStands, type LinkRow } from '../store/link-looks'
import { lookAt } from './look-at'

const AT_ONCE = 8
const OF_ONE_HOST = 2
/** Longer than a look can take (look-at). */
const LEASE_SECONDS = 60
const PAUSE_MS = 3000

/** What was found is written down with the public page it changes, or not at all. */
const keep = (services: Services, { campaignId, address }: LinkRow, found: LinkLook): Promise<void> => services.db.transaction(async (tx) => {
  const { isOpen, isPublic } = await whereItStands(tx, campaignId, address)
  // The campaign first, as everybody locks it who publishes.
  if (isPublic) await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const before = await lockLook(tx, campaignId, address)
  if (before === undefined) return
  const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
  const proven = !isSilent(found.kind) || (await hasWay(tx))
  const after = afterLook(before, found, at, proven)
  await keepLook(tx, campaignId, address, { ...after, look: after.look! }, found.status === null ? null : at, nextLook(after, found.kind !== 'noWay' && proven, at, isOpen))
  if (isPublic && isDead(before) !== isDead(after)) await publishCampaign(tx, services, campaignId)
})

/** How many were looked at. What stands nowhere any more is forgotten, and nobody asks for it. */
export const lookRound = async (services: Services, ending: AbortSignal): Promise<number> => {
  if (!services.links.on) return 0
  const due = await services.db.transaction(async (tx) => takeDue(tx, AT_ONCE, OF_ONE_HOST, LEASE_SECONDS))
  await Promise.all(due.map(async (row) => {
    if (!(await whereItStands(services.db, row.campaignId, row.address)).isUsed) { await forgetLook(services.db, row.campaignId, row.address); return }
    const found = await lookAt(row.address, services.links, ending)
    // Stopped half way: the lease runs out, and another looks.
    if (!ending.aborted) await keep(services, row, found)
  }))
  return due.length
}

export interface Looking { stop(): Promise<void> }
export const startLooking = (services: Services, failed: (error: unknown) => void): Looking => {
  const ending = new AbortController()
  if (!services.links.on) return { stop: async () => undefined }
  let wake = () => {}
  const pause = () => new Promise<void>((resolve) => { const timer = setTimeout(resolve, PAUSE_MS); wake = () => { clearTimeout(timer); resolve() } })
  const loop = async (): Promise<void> => { while (!ending.signal.aborted) if ((await lookRound(services, ending.signal).catch((error: unknown) => { failed(error); return 0 })) === 0 && !ending.signal.aborted) await pause() }
  const looping = loop()
  return { stop: async () => { ending.abort(); wake(); await looping } }
}
