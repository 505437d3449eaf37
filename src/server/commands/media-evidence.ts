/** What shows that an item was out: pictures are drawn anew in a child, so that place and device are left behind; a page stays the PDF it is. */
import { z } from 'zod'
import { addMediaEvidence, removeMediaEvidence } from '#contract/operations/media'
import { operation } from '#contract/operation'
import { finding, type Finding } from '#core/kernel/finding'
import type { DocumentFacts } from '#core/materials/facts'
import { mediaLimits } from '#core/publicity/media-plan/channel'
import { markedForAll } from '#core/secrecy/say'
import { absent, command, done, perform, refusedBy, stopsAt, type Handler, type Outcome } from '../handler'
import { newId } from '../ids'
import { inspectBytes } from '../inspection/inspect-bytes'
import type { Services } from '../services'
import { takeSent } from '../stories/take-media'
import { dropEvidence, evidenceOf, readItem } from '../store/media-plan'
import { bytesAreApart } from '../store/quarantine'
import type { Queries } from '../store/database'
import type { Renditions } from '../store/stories'
import { lockedItem, ofItem } from './media-plan'

interface Taken { readonly kind: 'picture' | 'page'; readonly name: string; readonly sha256: string; readonly bytes: number; readonly renditions: Renditions }
const no = (code: string, name: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `media.${code}`, rule: null, at: { file: name }, what, mend })
const MOST_PAGE_BYTES = 20_000_000

const judgePage = (f: DocumentFacts): Finding[] => [
  ...markedForAll(f.markings ?? []),
  ...(f.encrypted ? [no('pageEncrypted', f.name, [`“${f.name}”加了密码`, `“${f.name}” is protected by a password`], ['去掉密码再传。', 'Remove the password.'])] : []),
  ...(f.active ? [no('pageActive', f.name, [`“${f.name}”里有脚本或内嵌文件`, `“${f.name}” holds scripts or embedded files`], ['重新打印成 PDF，或截图。', 'Print it to a PDF anew, or take a screenshot.'])] : []),
]
const takePage = async (services: Services, q: Queries, name: string, bytes: Buffer): Promise<Outcome<Taken>> => {
  if (bytes.byteLength > MOST_PAGE_BYTES) return refusedBy([no('pageLarge', name, [`“${name}”超过 20 MB`, `“${name}” is larger than 20 MB`], ['只留那一版，或截图。', 'Keep that page alone, or take a screenshot.'])])
  const facts = await inspectBytes(bytes, name)
  if (facts.kind !== 'document' || facts.format !== 'pdf') return refusedBy([no('pageBroken', name, [`“${name}”读不出来`, `“${name}” cannot be read`], ['重新导出，或截图。', 'Export it again, or take a screenshot.'])])
  const findings = judgePage(facts)
  if (stopsAt(findings)) return refusedBy(findings)
  const stored = await services.blobs.put(bytes)
  if (await bytesAreApart(q, stored.sha256)) return refusedBy([no('pageApart', name, [`“${name}”先前因密级标志被隔离，没有收下`, `“${name}” was set apart before for its marking; it was not kept`], ['报告保密工作人员。', 'Tell the secrecy officer.'])])
  return { ok: true, value: { kind: 'page', name, ...stored, renditions: {} } }
}
const take = async (services: Services, q: Queries, sent: { readonly name: string; readonly base64: string }): Promise<Outcome<Taken>> => {
  const bytes = Buffer.from(sent.base64, 'base64')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return takePage(services, q, sent.name, bytes)
  const taken = await takeSent(services, sent)
  if (!taken.ok) return taken
  return taken.value.kind === 'film' ? refusedBy([no('evidenceFilm', sent.name, [`“${sent.name}”是视频`, `“${sent.name}” is a film`], ['截一张图；视频放到网上的，贴链接。', 'Take a screenshot; of a film that is online, paste the link.'])])
    : { ok: true, value: { kind: 'picture', name: sent.name, sha256: taken.value.sha256, bytes: taken.value.bytes, renditions: taken.value.renditions } }
}

const keepOperation = operation({
  id: 'media.keepEvidence', method: 'POST', path: '/internal/media/evidence', who: 'officeOfCampaign', summary: { zh: '收下凭据', en: 'Keep a piece of evidence' }, params: z.object({ campaignId: z.string(), itemId: z.string() }), body: z.object({ taken: z.custom<Taken>() }), answer: z.object({ evidenceId: z.string() }),
})
const keepEvidence = command(keepOperation, async ({ params: { campaignId, itemId }, body: { taken } }, c) => {
  await lockedItem(c, campaignId, itemId, null)
  const there = await evidenceOf(c.tx, itemId)
  const same = there.find((e) => e.sha256 === taken.sha256)
  if (same !== undefined) return done({ evidenceId: same.id })
  if (there.length >= mediaLimits.files) return refusedBy([no('files', taken.name, [`一项最多 ${mediaLimits.files} 份凭据`, `An item has ${mediaLimits.files} pieces of evidence at most`], ['先去掉一份；能说明就够了。', 'Take one away first; one that shows it is enough.'])])
  const id = newId()
  for (const file of taken.kind === 'page' ? [taken] : Object.values(taken.renditions)) await c.tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.sha256, file.bytes])
  await c.tx.rows(`INSERT INTO media_evidence (id, item_id, name, kind, sha256, bytes, renditions, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`, [id, itemId, taken.name, taken.kind, taken.sha256, taken.bytes, taken.renditions, c.actor.accountId, await c.now()])
  c.record({ chain: campaignId, act: 'media.evidenceAdded', subject: ofItem(itemId), data: { evidence: id, file: taken.sha256 } })
  return done({ evidenceId: id })
})

export const addMediaEvidenceCommand: Handler<typeof addMediaEvidence> = {
  kind: 'query', operation: addMediaEvidence,
  run: async ({ params, body }, { q, services, session }) => {
    if ((await readItem(q, params.campaignId, params.itemId)) === undefined) throw absent()
    const taken = await take(services, q, body)
    return taken.ok ? perform(keepEvidence, { params, query: {}, body: { taken: taken.value } }, session, services) : taken
  },
}
export const removeMediaEvidenceCommand = command(removeMediaEvidence, async ({ params: { campaignId, itemId, evidenceId } }, c) => {
  await lockedItem(c, campaignId, itemId, null)
  const row = (await evidenceOf(c.tx, itemId)).find((e) => e.id === evidenceId)
  if (row === undefined) throw absent()
  await dropEvidence(c.tx, evidenceId)
  c.record({ chain: campaignId, act: 'media.evidenceRemoved', subject: ofItem(itemId), data: { evidence: evidenceId, file: row.sha256 } })
  return done({})
})
