import type { Download } from '#contract/operation'
import { listLetters as listLettersOperation, replyScan } from '#contract/operations/organ-links'
import { opinionStanding } from '#core/appraisal/opinion-request'
import { mediaNames } from '#core/objections/evidence'
import { absent, query } from '../handler'
import { listLetters, openScan } from '../store/consultation-links'

export const listLettersQuery = query(listLettersOperation, async ({ params: { campaignId } }, { q }) => {
  const { at: now } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  return { letters: (await listLetters(q, campaignId)).map(({ link: l, ...letter }) => ({
    ...letter, link: l === null ? null : { standing: opinionStanding(l, now), openedAt: l.openedAt, answered: l.answeredAt === null ? null : { at: l.answeredAt, handler: l.handler!, code: l.code! } },
  })) }
})
export const replyScanQuery = query(replyScan, async ({ params: { campaignId, letterId } }, { q, services }) => {
  const found = await openScan(q, services.keys, campaignId, letterId)
  if (found === undefined) throw absent()
  return { content: found.content, mediaType: found.mediaType, fileName: `复函-${found.office}.${mediaNames[found.mediaType]}`, inline: false } satisfies Download
})
