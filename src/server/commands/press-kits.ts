/** 媒体素材包: made and ended by the office. Pictures are drawn in full size before the transaction begins. */
import { z } from 'zod'
import { endKit, makeKit } from '#contract/operations/press-kits'
import { operation } from '#contract/operation'
import { blocking, finding } from '#core/kernel/finding'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import { kitOf } from '#core/publicity/kit/kit'
import { absent, command, done, perform, refusedBy, type Handler } from '../handler'
import { newId } from '../ids'
import { kitMatter } from '../kits/matter'
import { pressPicture } from '../kits/press-picture'
import { newLink } from '../store/opinion-requests'
import { endKit as endRow, insertKit, keepPressPicture, type PressPicture } from '../store/press-kits'

const MOST_OPEN = 30
const subject = (nominationId: string) => ({ kind: 'nomination', id: nominationId } as const)

const keepOperation = operation({
  id: 'pressKits.keep', method: 'POST', path: '/internal/press-kits', who: 'officeOfNomination', summary: { zh: '记下素材包', en: 'Keep a press kit' }, params: z.object({ nominationId: z.string() }),
  body: z.object({ asked: z.custom<ReturnType<typeof makeKit.body.parse>>(), drawn: z.custom<ReadonlyMap<string, PressPicture>>() }), answer: z.object({ kitId: z.string(), token: z.string(), path: z.string(), until: z.number() }),
})
const keep = command(keepOperation, async ({ params: { nominationId }, body: { asked, drawn } }, { tx, services, campaignId, actor, now, record }) => {
  // Of a publication or withdrawal at the same moment one waits for the other.
  await tx.rows(`SELECT 1 FROM stories WHERE nomination_id = $1 FOR UPDATE`, [nominationId])
  const about = await kitMatter(tx, services, campaignId, nominationId)
  if (about === null) throw absent()
  if (about.story?.publishedHash != null && about.matter.published && about.story.publishedHash !== asked.hash) throw new Refusal('stale', { zh: '公开的故事刚刚换过一稿。请刷新后再选句子。', en: 'The public story has just been replaced. Reload and pick again.' })
  const against = blocking(kitOf(about.matter, asked).findings)
  if (against.length > 0) return refusedBy(against)
  const open = (await tx.row<{ n: number }>(`SELECT count(*)::int AS n FROM press_kits WHERE nomination_id = $1 AND ended_at IS NULL AND until > product_time()`, [nominationId]))!.n
  if (open >= MOST_OPEN) return refusedBy([finding({ code: 'kit.tooMany', rule: null, what: [`已有 ${open} 个链接开着`, `${open} links are open`], mend: ['先停用不再需要的。', 'End those that are needed no more.'] })])
  for (const [mediaId, picture] of drawn) await keepPressPicture(tx, mediaId, picture)
  const at = await now()
  const [id, { token, hash }, until] = [newId(), newLink(), endOfDay(addDays(dayOf(at), asked.days))]
  await insertKit(tx, { ...asked, id, campaignId, nominationId, storyHash: asked.hash, tokenHash: hash, at, by: actor.accountId, until })
  record({ chain: campaignId, act: 'kit.made', subject: subject(nominationId), data: { kit: id, text: asked.hash, days: asked.days, media: asked.media.length, posters: asked.posters.length } })
  return done({ kitId: id, token, path: `/press/${token}`, until })
})

export const makeKitCommand: Handler<typeof makeKit> = {
  kind: 'query', operation: makeKit,
  run: async ({ params, body }, { q, services, session, campaignId }) => {
    const about = await kitMatter(q, services, campaignId, params.nominationId)
    if (about === null) throw absent()
    const against = blocking(kitOf(about.matter, body).findings)
    if (against.length > 0) return refusedBy(against)
    const drawn = new Map<string, PressPicture>()
    for (const m of about.media) {
      if (m.kind !== 'picture' || m.press !== null || !body.media.includes(m.id)) continue
      const picture = await pressPicture(services, m)
      if (picture === null) return refusedBy([finding({ code: 'kit.undrawn', rule: null, at: { file: m.name }, what: [`“${m.name}”画不出原尺寸的图`, `“${m.name}” cannot be drawn in full size`], mend: ['不放这一张，或换一张。', 'Leave it out, or take another.'] })])
      drawn.set(m.id, picture)
    }
    return perform(keep, { params, query: {}, body: { asked: body, drawn } } as never, session, services)
  },
}

export const endKitCommand = command(endKit, async ({ params: { nominationId, kitId } }, { tx, campaignId, actor, now, record }) => {
  if (!(await endRow(tx, nominationId, kitId, actor.accountId, await now()))) throw absent()
  record({ chain: campaignId, act: 'kit.ended', subject: subject(nominationId), data: { kit: kitId } })
  return done({})
})
