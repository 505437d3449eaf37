/** 人物故事, as the office, the supervisor, the unit and the person read it. */
import { listStories, readStory, storyMediaFile, storyProof } from '#contract/operations/stories'
import type { AnswerOf, Download } from '#contract/operation'
import { allows } from '#core/access/permission'
import { clearanceStates } from '#core/publicity/story/clearance'
import { emptyStory, lengthOf, mediaOf, storyHash } from '#core/publicity/story/document'
import { judgeStory } from '#core/publicity/story/judge'
import { measuredOf } from '#core/publicity/story/media'
import { readCues } from '#core/publicity/story/captions'
import { absent, query } from '../handler'
import { pathOf } from '../public/layout'
import { isHonoured, standingOfStory } from '../stories/standing'
import { fileOfMedia } from '../stories/media-file'
import { readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readMaterials } from '../store/nominations'
import { bytesAreApart } from '../store/quarantine'
import { readOnNotice } from '../store/supplements'
import { clearancesOf, mediaOfStories, readStoryRow, storiesOf, type MediaRow, type StoryRow } from '../store/stories'

type Publication = AnswerOf<typeof readStory>['publication']
const numbersOf = async (q: Queries, campaignId: string): Promise<Map<string, string>> => new Map((await q.rows<{ id: string; number: string }>(`SELECT nomination_id AS id, number FROM honours WHERE campaign_id = $1`, [campaignId])).map((h) => [h.id, h.number]))
const publicationOf = (row: StoryRow | undefined, slug: string, number: string | undefined): Publication => ({
  publishAt: row?.publishAt ?? null, publishedAt: row?.publishedAt ?? null, isOlder: row?.publishedHash != null && row.publishedHash !== row.hash, withdrawnAt: row?.withdrawnAt ?? null, withdrawnWhy: row?.withdrawnWhy ?? null,
  path: number === undefined ? null : pathOf(slug, 'zh', `/honourees/${number}`),
})
const shown = (m: MediaRow): AnswerOf<typeof readStory>['media'][number] => ({
  id: m.id, kind: m.kind, name: m.name, bytes: m.bytes, width: m.width, height: m.height, seconds: m.seconds, plays: m.plays, coding: m.coding, credit: m.credit, people: m.people, consent: m.consent, captions: m.captions === null ? null : readCues(m.captions).length,
})

export const listStoriesQuery = query(listStories, async ({ params: { campaignId } }, { q }) => {
  const [{ slug }, { people }, rows, numbers] = [(await readCampaignRow(q, campaignId))!, await readOnNotice(q, campaignId), await storiesOf(q, campaignId), await numbersOf(q, campaignId)]
  const words = await clearancesOf(q, rows.map((r) => r.nominationId))
  const byId = new Map(rows.map((r) => [r.nominationId, r]))
  return { people: people.map(({ person: p }) => {
    const row = byId.get(p.nominationId)
    return { nominationId: p.nominationId, name: p.name, employer: p.employer, honoured: numbers.has(p.nominationId), story: row === undefined ? null : {
      title: row.document.title.join(''), characters: lengthOf(row.document), savedAt: row.savedAt, savedBy: row.savedByName, clearances: { ...clearanceStates(row.hash, words.get(row.nominationId) ?? []) }, consent: row.consent?.given ?? null, publication: publicationOf(row, slug, numbers.get(p.nominationId)) } }
  }) }
})

export const readStoryQuery = query(readStory, async ({ params: { nominationId } }, { q, actor, subject, campaignId }) => {
  const person = (await readOnNotice(q, campaignId)).people.find((p) => p.person.nominationId === nominationId)?.person
  if (person === undefined) throw absent()
  const [row, campaign, numbers, materials] = [await readStoryRow(q, nominationId), (await readCampaignRow(q, campaignId))!, await numbersOf(q, campaignId), await readMaterials(q, nominationId)]
  const standing = row === undefined ? { media: [], words: [], findings: judgeStory(emptyStory, []), states: clearanceStates('', []), against: [] } : await standingOfStory(q, row)
  const office = allows('officeOfCampaign', actor, subject)
  const honoured = await isHonoured(q, nominationId)
  const isPublic = row?.publishedAt != null && row.withdrawnAt === null
  return {
    name: person.name, employer: person.employer, post: person.post, summary: person.summary, revision: row?.revision ?? 0, document: row?.document ?? emptyStory, hash: row?.hash ?? storyHash(emptyStory), savedAt: row?.savedAt ?? null, savedBy: row?.savedByName ?? null,
    media: standing.media.map(shown),
    dossier: office ? materials.flatMap((m) => { const is = measuredOf(m.facts); return is === null || standing.media.some((x) => x.sha256 === m.sha256) ? [] : [{ fileId: m.fileId, name: m.name, kind: is.kind }] }) : [],
    findings: standing.findings as never, clearances: { ...standing.states }, words: standing.words.map((w) => ({ kind: w.kind, yes: w.yes, by: w.name, role: w.role, at: w.at, note: w.note, current: w.hash === row?.hash })),
    consent: row?.consent ?? null, against: standing.against as never, publication: publicationOf(row, campaign.slug, numbers.get(nominationId)),
    may: office ? ['save', ...(row === undefined ? [] : ['review', ...(honoured ? ['publish'] : []), ...(row.publishAt === null ? [] : ['unschedule']), ...(isPublic ? ['withdraw'] : [])])] : [],
  }
})

/** Before a second person has reviewed it there is nothing to confirm. */
export const storyProofQuery = query(storyProof, async ({ params: { nominationId } }, { q, actor, campaignId }) => {
  const row = await readStoryRow(q, nominationId)
  if (row === undefined) return { proof: null }
  const words = (await clearancesOf(q, [nominationId])).get(nominationId) ?? []
  const states = clearanceStates(row.hash, words)
  if (states.review !== 'given') return { proof: null }
  const [person, campaign, numbers, media] = [(await readOnNotice(q, campaignId)).people.find((p) => p.person.nominationId === nominationId)?.person, (await readCampaignRow(q, campaignId))!, await numbersOf(q, campaignId), await mediaOfStories(q, [nominationId])]
  const used = new Set(mediaOf(row.document))
  return { proof: {
    name: person?.name ?? '', document: row.document, hash: row.hash, media: media.filter((m) => used.has(m.id)).map(shown), clearances: { ...states }, consent: row.consent, publication: publicationOf(row, campaign.slug, numbers.get(nominationId)),
    mayAnswer: actor.role === 'candidate' ? ['person' as const] : actor.role === 'unitApprover' ? ['person' as const, 'secrecy' as const] : [], withPaper: actor.role === 'unitApprover',
  } }
})

/** To unit and person only what the reviewed text shows. */
export const storyMediaFileQuery = query(storyMediaFile, async ({ params: { nominationId, mediaId }, query: { width } }, { q, services, actor, subject }): Promise<Download> => {
  const [row, m] = [await readStoryRow(q, nominationId), (await mediaOfStories(q, [nominationId])).find((x) => x.id === mediaId)]
  if (row === undefined || m === undefined || (await bytesAreApart(q, m.sha256))) throw absent()
  if (!allows('overseersOfCampaign', actor, subject)) {
    const reviewed = clearanceStates(row.hash, (await clearancesOf(q, [nominationId])).get(nominationId) ?? []).review === 'given'
    if (!reviewed || !mediaOf(row.document).includes(mediaId)) throw absent()
  }
  return fileOfMedia(services, m, width ?? 960)
})
