/** What the office sees of posters, and takes away: only what may be released at this moment. */
import { listPosters, posterArchive, posterFile, readPosters } from '#contract/operations/posters'
import { proposals } from '#core/publicity/poster/propose'
import { sizeOf } from '#core/publicity/poster/sizes'
import { absent, query } from '../handler'
import { aboutPosters } from '../posters/about'
import { archiveOf, posterName } from '../posters/archive'
import type { Queries } from '../store/database'
import { isOut, posterSetsOf, postersOf, readPosterSet, releasable, type PosterRow } from '../store/posters'
import { storiesOf } from '../store/stories'
import { readOnNotice } from '../store/supplements'

export const readPostersQuery = query(readPosters, async ({ params: { nominationId } }, { q, services, campaignId }) => {
  const about = await aboutPosters(q, services, campaignId, nominationId)
  if (about === null) throw absent()
  return { name: about.name, employer: about.employer, proposals: proposals(about.document), pictures: about.pictures.map((m) => ({ id: m.id, name: m.name, width: m.width, height: m.height })), portrait: about.document.portrait, against: about.against as never }
})

const stateOf = (p: PosterRow) => (p.withdrawnAt !== null || (p.sha256 !== null && !isOut(p)) ? 'withdrawn' as const : p.sha256 !== null ? 'made' as const : p.lacks !== null ? 'lacks' as const : 'waiting' as const)
export const listPostersQuery = query(listPosters, async ({ params: { campaignId } }, { q }) => {
  const [sets, { people }, stories] = [await posterSetsOf(q, campaignId), await readOnNotice(q, campaignId), await storiesOf(q, campaignId)]
  const ready = new Set(stories.filter((s) => s.published !== null && s.withdrawnAt === null && s.consent?.given === true).map((s) => s.nominationId))
  const all = await postersOf(q, sets.map((s) => s.id))
  return {
    people: people.map(({ person: p }) => ({ nominationId: p.nominationId, name: p.name, ready: ready.has(p.nominationId) })),
    sets: sets.map((s) => {
      const own = all.filter((p) => p.setId === s.id)
      const posters = own.map((p) => ({ id: p.id, nominationId: p.nominationId, name: p.name, size: p.size, state: stateOf(p), bytes: p.bytes, lacks: (p.lacks ?? []) as never }))
      return { id: s.id, askedAt: s.askedAt, askedBy: s.askedBy, design: s.design, template: s.templateName === null ? null : { name: s.templateName, version: s.templateVersion! }, state: s.jobState === 'failed' ? 'failed' as const : s.jobState === 'done' ? 'ready' as const : 'making' as const, done: posters.filter((p) => p.state !== 'waiting').length, posters }
    }),
  }
})

const ofSet = async (q: Queries, campaignId: string, setId: string): Promise<PosterRow[]> => {
  if ((await readPosterSet(q, campaignId, setId)) === undefined) throw absent()
  const out: PosterRow[] = []
  for (const p of await postersOf(q, [setId])) if (await releasable(q, p)) out.push(p)
  return out
}
export const posterFileQuery = query(posterFile, async ({ params: { campaignId, setId, posterId } }, { q, services }) => {
  const p = (await ofSet(q, campaignId, setId)).find((x) => x.id === posterId)
  if (p === undefined) throw absent()
  return { content: { path: await services.blobs.local(p.sha256!), bytes: p.bytes! }, mediaType: sizeOf(p.size).made === 'png' ? 'image/png' : 'application/pdf', fileName: posterName(p, sizeOf(p.size)), inline: false, tag: p.sha256!.slice(0, 22) }
})
export const posterArchiveQuery = query(posterArchive, async ({ params: { campaignId, setId } }, { q, services }) => {
  const out = await ofSet(q, campaignId, setId)
  if (out.length === 0) throw absent()
  return { content: { pieces: archiveOf(services, out) }, mediaType: 'application/zip', fileName: `海报-${out[0]!.design.toUpperCase()}-${out.length}张.zip`, inline: false }
})
