/** 海报: laid out for the page, and asked for; a job makes them. */
import { makePosters, previewPoster } from '#contract/operations/posters'
import { blocking, finding } from '#core/kernel/finding'
import type { Crop } from '#core/publicity/poster/crop'
import { pictureFor, proposals } from '#core/publicity/poster/propose'
import { sizeOf } from '#core/publicity/poster/sizes'
import { absent, command, done, query, refusedBy } from '../handler'
import { newId } from '../ids'
import { aboutPosters, judgePoster } from '../posters/about'
import { previewPoster as layOut } from '../posters/make-poster'
import { withArt } from '../posters/used-template'
import { readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { enqueue } from '../store/jobs'
import { readTemplateRow, type TemplateRow } from '../store/poster-templates'
import { insertPosters, posterSetsOf } from '../store/posters'
import { bytesAreApart } from '../store/quarantine'

const MOST_UNDER_WAY = 3
const MOST_POSTERS = 800

/** Of the office that holds the campaign, and still offered. */
const rowOf = async (q: Queries, campaignId: string, templateId: string): Promise<TemplateRow> => {
  const row = await readTemplateRow(q, (await readCampaignRow(q, campaignId))!.organisationId, templateId)
  if (row === undefined) throw absent()
  return row
}

export const previewPosterQuery = query(previewPoster, async ({ params: { nominationId }, body }, { q, services, campaignId }) => {
  const about = await aboutPosters(q, services, campaignId, nominationId)
  const picture = about?.pictures.find((m) => m.id === body.mediaId)
  if (about === null || picture === undefined || (await bytesAreApart(q, picture.sha256))) throw absent()
  const used = body.templateId === undefined ? null : await withArt(q, (await rowOf(q, campaignId, body.templateId)).template)
  const p = about.poster(body.design, body.words, { template: used, crop: body.crop })
  const size = sizeOf(body.size)
  const widths = Object.keys(picture.renditions).map(Number).toSorted((a, b) => a - b)
  const small = picture.renditions[String(widths.find((w) => w >= 900) ?? widths.at(-1))]!
  const shown = { ...p, words: p.words.length === 0 ? [' '] : p.words.slice(0, 4) }
  const { shapes, findings } = await layOut(shown, size, await services.blobs.local(small.sha256))
  return { drawing: shapes as never, findings: [...judgePoster(about, p, [body.size], picture), ...findings] as never }
})

export const makePostersCommand = command(makePosters, async ({ params: { campaignId }, body }, { tx, services, actor, now, record }) => {
  const underWay = (await posterSetsOf(tx, campaignId)).filter((s) => s.jobState === 'waiting' || s.jobState === 'running')
  if (underWay.length >= MOST_UNDER_WAY) return refusedBy([finding({ code: 'poster.underWay', rule: null, what: [`已有 ${underWay.length} 套海报在做`, `${underWay.length} sets of posters are being made`], mend: ['等做好一套再做下一套。', 'Wait until one is ready.'] })])
  const sizes = [...new Set(body.sizes)]
  const row = body.templateId === undefined ? null : await rowOf(tx, campaignId, body.templateId)
  const template = row === null ? null : await withArt(tx, row.template)
  const design = row?.template.base ?? body.design
  const outside = sizes.find((s) => row !== null && !row.template.sizes.includes(s))
  if (outside !== undefined) return refusedBy([finding({ code: 'poster.template.notThisSize', rule: null, at: { field: 'sizes' }, what: [`模板“${row!.template.name}”不用于${sizeOf(outside).name.zh}`, `The template “${row!.template.name}” is not for ${sizeOf(outside).name.en}`], mend: ['从模板的尺寸里选，或先在模板里加上这个尺寸。', 'Choose one of its sizes, or add this one to the template first.'] })])
  const ids = new Set<string>()
  const people: { nominationId: string; words: readonly string[]; mediaId: string; storyHash: string; crop: Crop | null }[] = []
  const leftOut: { name: string; finding: ReturnType<typeof finding> }[] = []
  for (const wanted of body.people) {
    if (ids.has(wanted.nominationId)) continue
    ids.add(wanted.nominationId)
    const about = await aboutPosters(tx, services, campaignId, wanted.nominationId)
    if (about === null) throw absent()
    const picture = wanted.mediaId === undefined ? pictureFor(design, about.document.portrait, about.pictures) : about.pictures.find((m) => m.id === wanted.mediaId)
    const words = about.poster(design, wanted.words ?? proposals(about.document)[0] ?? []).words
    const against = blocking([
      ...about.against,
      ...(picture === undefined ? [finding({ code: 'poster.noPicture', rule: null, at: { field: 'picture' }, what: ['已发布的故事里没有这张照片', 'The published story shows no such picture'], mend: ['先把照片放进故事，审核后发布。', 'Put the picture into the story, and publish it when it is cleared.'] })] : [...judgePoster(about, about.poster(design, words, { template, crop: wanted.crop }), sizes, picture)]),
    ])
    if (against.length > 0) leftOut.push(...against.slice(0, 1).map((f) => ({ name: about.name, finding: f })))
    if (against.length > 0 && body.people.length === 1) return refusedBy(against)
    if (against.length === 0) people.push({ nominationId: wanted.nominationId, words, mediaId: picture!.id, storyHash: about.story!.publishedHash!, crop: wanted.crop ?? null })
  }
  if (people.length === 0) return refusedBy(leftOut.slice(0, 5).map((l) => ({ ...l.finding, what: { zh: `${l.name}：${l.finding.what.zh}`, en: `${l.name}: ${l.finding.what.en}` } })))
  if (people.length * sizes.length > MOST_POSTERS) return refusedBy([finding({ code: 'poster.tooMany', rule: null, what: [`一次要做 ${people.length * sizes.length} 张，最多 ${MOST_POSTERS} 张`, `${people.length * sizes.length} at once; ${MOST_POSTERS} at most`], mend: ['少选几种尺寸，分两次做。', 'Choose fewer sizes, and make the others afterwards.'] })])
  const [setId, posters] = [newId(), people.length * sizes.length]
  const jobId = await enqueue(tx, { kind: 'makePosters', campaignId, payload: { setId }, total: posters })
  await insertPosters(tx, { setId, campaignId, jobId, by: actor.accountId, at: await now(), design, template: row === null ? null : { id: row.id, version: row.version }, sizes, people })
  record({ chain: campaignId, act: 'poster.asked', subject: { kind: 'campaign', id: campaignId }, data: { set: setId, design, ...(row !== null && { template: row.id, version: row.version }), people: people.length, posters } })
  return done({ setId, posters, leftOut: leftOut as never })
})
