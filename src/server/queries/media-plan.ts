/** 媒体投放计划 as the office and the supervisor read it. */
import { listMediaMaterials, mediaEvidenceFile, readMediaItem, readMediaPlan } from '#contract/operations/media'
import type { AnswerOf, Download } from '#contract/operation'
import { allows } from '#core/access/permission'
import { dayOf } from '#core/kernel/instant'
import { owedForDead } from '#core/publicity/links/say'
import { judgeItem, owedAt } from '#core/publicity/media-plan/judge'
import { filmFacts, judgeFilmFor, platformOf, type FilmFacts } from '#core/publicity/media-plan/platforms'
import { sizeOf } from '#core/publicity/poster/sizes'
import { pictureFile } from '../activities/picture-file'
import { absent, query, snapshotQuery } from '../handler'
import { seenLinks } from '../links/seen'
import type { Queries } from '../store/database'
import { channelsOf, evidenceOf, itemsOf, materialsOf, readItem, type ItemRow } from '../store/media-plan'
import { officePeople } from '../store/objections'
import { rulesOfOffice } from '../store/platform-rules'
import { bytesAreApart } from '../store/quarantine'

type Entry = AnswerOf<typeof readMediaPlan>['items'][number]
const shown = ({ campaignId: _c, nominationId: _n, recalledNote: _r, toldDue: _d, toldLate: _l, ...item }: ItemRow): Entry => item
export const productDay = async (q: Queries): Promise<string> => dayOf((await q.row<{ at: number }>('SELECT product_time() AS at'))!.at)

export const readMediaPlanQuery = snapshotQuery(readMediaPlan, async ({ params: { campaignId } }, { q }) => ({
  today: await productDay(q), channels: await channelsOf(q, campaignId), items: (await itemsOf(q, campaignId)).map(shown), people: (await officePeople(q, campaignId)).map((p) => ({ id: p.accountId, name: p.name })),
}))

export const listMediaMaterialsQuery = query(listMediaMaterials, async ({ params: { campaignId } }, { q }) => ({
  materials: (await materialsOf(q, campaignId)).map((m) => ({ kind: m.kind, id: m.id, name: m.kind === 'story' ? m.person : m.kind === 'film' ? `${m.person}，${m.fileName ?? ''}` : `${m.person}，${sizeOf(m.size!).name.zh}` })),
}))

/** As the inspector read it when it came into the story. */
const filmOf = async (q: Queries, mediaId: string): Promise<FilmFacts | undefined> => {
  const m = await q.row<{ seconds: number | null; width: number; height: number; bytes: number; plays: boolean; coding: string }>(`SELECT seconds, width, height, bytes, plays, coding FROM story_media WHERE id = $1 AND kind = 'film'`, [mediaId])
  return m && filmFacts(m)
}

export const readMediaItemQuery = query(readMediaItem, async ({ params: { campaignId, itemId } }, { q, services, actor, subject }) => {
  const item = await readItem(q, campaignId, itemId)
  if (item === undefined) throw absent()
  const [today, evidence, film] = [await productDay(q), await evidenceOf(q, itemId), item.material.kind === 'film' ? await filmOf(q, item.material.mediaId) : undefined]
  const rules = film === undefined ? [] : await rulesOfOffice(q, campaignId)
  const links = item.link === '' ? [] : await seenLinks(q, services, campaignId, [item.link])
  const own = platformOf(item.channelName, rules)
  return {
    item: shown(item), recalledNote: item.recalledNote, findings: [...judgeItem(item), ...(item.recallSince !== null ? [] : owedAt(item, { state: item.state, files: item.files, today, standing: item.standing, why: item.why })), ...(item.state === 'out' ? links.flatMap((l) => owedForDead(l.stand, item.files)) : [])] as never, links,
    evidence: evidence.map(({ id, name, kind, addedAt, addedBy }) => ({ id, name, kind, addedAt, addedBy })),
    platforms: film === undefined ? [] : rules.map((r) => ({ id: r.id, name: r.name, own: own?.id === r.id, findings: judgeFilmFor(film, r) as never })), mayChange: allows('officeOfCampaign', actor, subject),
  }
})

export const mediaEvidenceQuery = query(mediaEvidenceFile, async ({ params: { campaignId, itemId, evidenceId }, query: { width } }, { q, services }): Promise<Download> => {
  const item = await readItem(q, campaignId, itemId)
  const row = item === undefined ? undefined : (await evidenceOf(q, itemId)).find((e) => e.id === evidenceId)
  if (row === undefined || (await bytesAreApart(q, row.sha256))) throw absent()
  if (row.kind === 'picture') return pictureFile(services, row, width ?? 960)
  return { content: { path: await services.blobs.local(row.sha256), bytes: row.bytes }, mediaType: 'application/pdf', fileName: `${row.name.replace(/\.pdf$/iu, '')}.pdf`, inline: false, tag: row.sha256.slice(0, 22) }
})
