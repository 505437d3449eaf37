/** 人物故事: written, illustrated and reviewed by the office. */
import { z } from 'zod'
import { addStoryMedia, captionStoryFilm, describeStoryMedia, removeStoryMedia, reviewStory, saveStory } from '#contract/operations/stories'
import { operation } from '#contract/operation'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { judgeCues, readCues, writeVtt } from '#core/publicity/story/captions'
import { mayClear } from '#core/publicity/story/clearance'
import { emptyStory, mediaOf } from '#core/publicity/story/document'
import { judgeStory } from '#core/publicity/story/judge'
import { absent, command, done, perform, refusedBy, stopsAt, type CommandContext, type Handler } from '../handler'
import { newId } from '../ids'
import { standingOfStory } from '../stories/standing'
import { takeSent, takeStored, type TakenMedia } from '../stories/take-media'
import type { Queries } from '../store/database'
import { readMaterial } from '../store/nominations'
import { readOnNotice } from '../store/supplements'
import { asMedia, clearancesOf, insertMedia, lockStory, mediaOfStories, putClearance, saveText, type MediaRow, type StoryRow } from '../store/stories'

/** A story is written about whoever was put on public notice; of anybody else there is none, whoever asks. */
const mustBePublic = async (q: Queries, campaignId: string, nominationId: string): Promise<void> => {
  if (!(await readOnNotice(q, campaignId)).people.some((p) => p.person.nominationId === nominationId)) throw absent()
}
/** Its row, begun where there is none: nobody else writes until the transaction is through. */
const begun = async ({ tx, campaignId, actor, now }: CommandContext, nominationId: string): Promise<StoryRow> => {
  const row = await lockStory(tx, nominationId)
  if (row !== undefined) return row
  await mustBePublic(tx, campaignId, nominationId)
  await tx.rows(`SELECT 1 FROM nominations WHERE id = $1 FOR UPDATE`, [nominationId])
  const again = await lockStory(tx, nominationId)
  if (again !== undefined) return again
  await saveText(tx, { nominationId, campaignId, revision: 0, document: emptyStory, by: actor.accountId, at: await now() })
  return (await lockStory(tx, nominationId))!
}
export const written = async (tx: Queries, nominationId: string): Promise<StoryRow> => {
  const row = await lockStory(tx, nominationId)
  if (row === undefined) throw absent()
  return row
}
/** A word is said of the text one has read. */
export const sameText = (row: StoryRow, hash: string): void => {
  if (row.hash !== hash) throw new Refusal('conflict', { zh: `稿子刚刚被${row.savedByName}改过，您看的不是现在这一稿。请刷新后再看一遍。`, en: `${row.savedByName} has changed the text meanwhile: you read an earlier one. Reload and read it again.` })
}
const subject = (nominationId: string) => ({ kind: 'nomination', id: nominationId } as const)

export const saveStoryCommand = command(saveStory, async ({ params: { nominationId }, body }, c) => {
  const row = await begun(c, nominationId)
  const media = (await mediaOfStories(c.tx, [nominationId])).map(asMedia)
  if (row.revision !== body.revision) throw new Refusal('conflict', { zh: `${row.savedByName}刚刚也改了这篇稿子。您的改动还在页面上，没有覆盖别人的；请把要紧的复制下来，刷新后合到一起。`, en: `${row.savedByName} has just changed this text too. What you wrote is still on your page and nothing was overwritten; copy what matters, reload, and join the two.` }, { by: row.savedByName })
  const at = await c.now()
  const hash = await saveText(c.tx, { nominationId, campaignId: row.campaignId, revision: row.revision + 1, document: body.document, by: c.actor.accountId, at })
  // What was to go public at a set time is another text now: it is judged and scheduled again.
  if (hash !== row.hash && row.publishAt !== null) {
    await c.tx.rows(`UPDATE stories SET publish_at = NULL WHERE nomination_id = $1`, [nominationId])
    c.record({ chain: row.campaignId, act: 'story.unscheduled', subject: subject(nominationId), data: { text: row.hash } })
  // Typing is no act of the campaign; a text that somebody else goes on from is.
  } else if (hash !== row.hash && row.savedBy !== c.actor.accountId) c.record({ chain: row.campaignId, act: 'story.takenOver', subject: subject(nominationId), data: { text: row.hash } })
  return done({ revision: row.revision + 1, hash, savedAt: at, findings: judgeStory(body.document, media) as never })
})

const keepOperation = operation({
  id: 'stories.keepMedia', method: 'POST', path: '/internal/stories/media', who: 'screenerOfNomination', summary: { zh: '收下图片或视频', en: 'Keep a picture or film' },
  params: z.object({ nominationId: z.string() }), body: z.object({ taken: z.custom<TakenMedia>() }), answer: z.object({ mediaId: z.string() }),
})
const keepMedia = command(keepOperation, async ({ params: { nominationId }, body: { taken } }, c) => {
  const row = await begun(c, nominationId)
  const there = (await mediaOfStories(c.tx, [nominationId])).find((m) => m.sha256 === taken.sha256)
  if (there !== undefined) return done({ mediaId: there.id })
  const id = newId()
  for (const file of [taken, ...Object.values(taken.renditions)]) await c.tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [file.sha256, file.bytes])
  await insertMedia(c.tx, { ...taken, id, nominationId, by: c.actor.accountId, at: await c.now() })
  c.record({ chain: row.campaignId, act: 'story.mediaAdded', subject: subject(nominationId), data: { media: id, file: taken.sha256 } })
  return done({ mediaId: id })
})

export const addStoryMediaCommand: Handler<typeof addStoryMedia> = {
  kind: 'query', operation: addStoryMedia,
  run: async ({ params, body }, { q, services, session, campaignId }) => {
    await mustBePublic(q, campaignId, params.nominationId)
    const file = 'fileId' in body ? await readMaterial(q, params.nominationId, body.fileId) : undefined
    if ('fileId' in body && file === undefined) throw absent()
    const taken = 'fileId' in body ? await takeStored(services, file!) : await takeSent(services, body)
    return taken.ok ? perform(keepMedia, { params, query: {}, body: { taken: taken.value } }, session, services) : taken
  },
}

const ownMedia = async (tx: Queries, nominationId: string, mediaId: string): Promise<MediaRow> => {
  const m = (await mediaOfStories(tx, [nominationId])).find((x) => x.id === mediaId)
  if (m === undefined) throw absent()
  return m
}
export const describeStoryMediaCommand = command(describeStoryMedia, async ({ params: { nominationId, mediaId }, body }, { tx, record }) => {
  const row = await written(tx, nominationId)
  await ownMedia(tx, nominationId, mediaId)
  await tx.rows(`UPDATE story_media SET credit = $2, people = $3, consent = $4 WHERE id = $1`, [mediaId, body.credit, body.people, body.consent])
  record({ chain: row.campaignId, act: 'story.mediaDescribed', subject: subject(nominationId), data: { media: mediaId, people: body.people, consent: body.consent !== '' } })
  return done({})
})
export const captionStoryFilmCommand = command(captionStoryFilm, async ({ params: { nominationId, mediaId }, body }, { tx, record }) => {
  const row = await written(tx, nominationId)
  const film = await ownMedia(tx, nominationId, mediaId)
  if (film.kind !== 'film') throw absent()
  const cues = body.text.trim() === '' ? [] : readCues(body.text)
  const findings = body.text.trim() === '' ? [] : judgeCues(cues, film.seconds ?? 0)
  if (stopsAt(findings)) return refusedBy(findings)
  await tx.rows(`UPDATE story_media SET captions = $2 WHERE id = $1`, [mediaId, cues.length === 0 ? null : writeVtt(cues)])
  record({ chain: row.campaignId, act: 'story.mediaDescribed', subject: subject(nominationId), data: { media: mediaId, captions: cues.length } })
  return done({ captions: cues.length, findings: findings as never })
})
/** What a public story shows stays until that story is withdrawn or replaced. */
export const removeStoryMediaCommand = command(removeStoryMedia, async ({ params: { nominationId, mediaId } }, { tx, now, record }) => {
  const row = await written(tx, nominationId)
  await ownMedia(tx, nominationId, mediaId)
  if (mediaOf(row.document).includes(mediaId) || (row.published !== null && row.withdrawnAt === null && mediaOf(row.published).includes(mediaId))) return refusedBy([finding({ code: 'story.mediaShown', rule: null, what: ['稿子里或已发布的故事里还用着它', 'The text, or the story that is public, still shows it'], mend: ['先从稿子里删去那一段；已发布的，先发布新稿或撤下。', 'Remove the part first; where it is public, publish the new text or withdraw it.'] })])
  await tx.rows(`UPDATE story_media SET removed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [mediaId, await now()])
  record({ chain: row.campaignId, act: 'story.mediaRemoved', subject: subject(nominationId), data: { media: mediaId } })
  return done({})
})

/** 审稿, by the second person of the office. */
export const reviewStoryCommand = command(reviewStory, async ({ params: { nominationId }, body }, { tx, actor, now, record }) => {
  const row = await written(tx, nominationId)
  sameText(row, body.hash)
  const { findings } = await standingOfStory(tx, row)
  const against = mayClear('review', body.yes, body.note, { hash: row.hash, all: (await clearancesOf(tx, [nominationId])).get(nominationId) ?? [], open: findings, savedBy: row.savedBy, asker: actor.accountId })
  if (stopsAt(against)) return refusedBy(against)
  await putClearance(tx, { nominationId, kind: 'review', hash: row.hash, yes: body.yes, note: body.note, by: actor.accountId, role: actor.role, at: await now(), paper: null })
  record({ chain: row.campaignId, act: body.yes ? 'story.reviewed' : 'story.sentBack', subject: subject(nominationId), data: { text: row.hash } })
  return done({})
})
