/** 海报模板: an office keeps its own designs; every change is another version, on the ledger of the organisation. */
import { z } from 'zod'
import { addPosterArt, addPosterTemplate, changePosterTemplate, listPosterTemplates, posterArt, posterArtFile, previewPosterTemplate, removePosterTemplate } from '#contract/operations/poster-templates'
import { operation } from '#contract/operation'
import { blocking, finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { judgeTemplate, samplePoster, samplePosters } from '#core/publicity/poster/judge-template'
import { layPoster } from '#core/publicity/poster/layout'
import { sizeOf } from '#core/publicity/poster/sizes'
import { no, readTemplate, type PosterTemplate } from '#core/publicity/poster/template'
import { shapesOf } from '#documents/poster/shapes-of'
import { metrics } from '#documents/poster/typefaces'
import { absent, command, done, perform, query, refusedBy, type Handler } from '../handler'
import { takeArt, type TakenArt } from '../posters/take-art'
import type { Queries } from '../store/database'
import { artOf, deleteTemplate, insertArt, insertTemplate, lockTemplate, readArt, saveVersion, templatesOf, type ArtRow } from '../store/poster-templates'

const MOST_TEMPLATES = 40
const MOST_ART = 120
const subject = (id: string) => ({ kind: 'posterTemplate', id } as const)
const shape = (t: PosterTemplate) => ({ ...t, hosts: [...t.hosts], sizes: [...t.sizes] })

export const listPosterTemplatesQuery = query(listPosterTemplates, async (_, { q, actor }) => ({
  templates: (await templatesOf(q, actor.organisationId)).map((t) => ({ ...t, template: shape(t.template) })),
  art: (await artOf(q, actor.organisationId)).map(({ id, kind, name, width, height }) => ({ id, kind, name, width, height })),
}))

type Looked = { readonly template: PosterTemplate; readonly background: ArtRow | null; readonly findings: readonly Finding[] } | { readonly template: null; readonly findings: readonly Finding[] }
/** Read, and judged with the pictures of this office: another's picture is none. */
const lookAt = async (q: Queries, organisationId: string, raw: unknown): Promise<Looked> => {
  const read = readTemplate(raw)
  if (!read.ok) return { template: null, findings: read.findings }
  const t = read.template
  const find = async (id: string, kind: ArtRow['kind']) => { const found = await readArt(q, organisationId, id); return found?.kind === kind ? found : null }
  const [background, emblem] = [t.background === null ? null : await find(t.background.artId, 'background'), t.emblem === null ? null : await find(t.emblem, 'emblem')]
  const lost = [...(t.background !== null && background === null ? [no('artLost', 'background', ['没有这张底图', 'There is no such background'], ['请重新上传。', 'Send it again.'])] : []), ...(t.emblem !== null && emblem === null ? [no('artLost', 'emblem', ['没有这个徽标', 'There is no such emblem'], ['请重新上传。', 'Send it again.'])] : [])]
  return lost.length > 0 ? { template: null, findings: lost } : { template: t, background, findings: judgeTemplate(t, background, metrics) }
}

export const previewPosterTemplateQuery = query(previewPosterTemplate, async ({ body }, { q, actor, services }) => {
  const seen = await lookAt(q, actor.organisationId, body.template)
  const { name } = samplePosters[body.sample]
  if (seen.template === null) return { drawing: null, name, findings: seen.findings as never }
  const p = samplePoster(seen.template, seen.background, body.sample, 2026, `${services.origin}/p`)
  return { drawing: shapesOf(layPoster(p, sizeOf(body.size), metrics)) as never, name, findings: seen.findings as never }
})

const twice = (rows: readonly { readonly id: string; readonly template: PosterTemplate }[], t: PosterTemplate, but: string | null): Finding[] => (rows.some((r) => r.id !== but && r.template.name === t.name) ? [no('twice', 'name', [`已有叫“${t.name}”的模板`, `There is a template “${t.name}” already`], ['换一个名称。', 'Choose another name.'])] : [])

export const addPosterTemplateCommand = command(addPosterTemplate, async ({ body }, { tx, actor, now, record }) => {
  // The first has no row to lock: both ask here for the templates of this office.
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7467))`, [actor.organisationId])
  const rows = await templatesOf(tx, actor.organisationId)
  if (rows.length >= MOST_TEMPLATES) return refusedBy([no('many', 'name', [`已有 ${rows.length} 个模板`, `There are ${rows.length} templates`], ['先删去不用的。', 'Take away what is not used first.'])])
  const seen = await lookAt(tx, actor.organisationId, body.template)
  const against = blocking([...seen.findings, ...(seen.template === null ? [] : twice(rows, seen.template, null))])
  if (seen.template === null || against.length > 0) return refusedBy(against)
  const templateId = await insertTemplate(tx, actor.organisationId, seen.template, actor.accountId, await now())
  record({ chain: actor.organisationId, act: 'posterTemplate.added', subject: subject(templateId), data: { name: seen.template.name, version: 1 } })
  return done({ templateId, version: 1 })
})

export const changePosterTemplateCommand = command(changePosterTemplate, async ({ params: { templateId }, body }, { tx, actor, now, record }) => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7467))`, [actor.organisationId])
  const row = await lockTemplate(tx, actor.organisationId, templateId)
  if (row === undefined) throw absent()
  if (row.version !== body.version) throw new Refusal('conflict', { zh: '另一位同志刚刚改过这个模板。您改的还在页面上，没有覆盖别人的；请刷新后再改。', en: 'A colleague has just changed this template. What you changed is still on your page and nothing was overwritten; reload and change it again.' })
  const seen = await lookAt(tx, actor.organisationId, body.template)
  const against = blocking([...seen.findings, ...(seen.template === null ? [] : twice(await templatesOf(tx, actor.organisationId), seen.template, templateId))])
  if (seen.template === null || against.length > 0) return refusedBy(against)
  const version = row.version + 1
  await saveVersion(tx, templateId, version, seen.template, actor.accountId, await now())
  record({ chain: actor.organisationId, act: 'posterTemplate.changed', subject: subject(templateId), data: { name: seen.template.name, version } })
  return done({ templateId, version })
})

export const removePosterTemplateCommand = command(removePosterTemplate, async ({ params: { templateId } }, { tx, actor, now, record }) => {
  const row = await lockTemplate(tx, actor.organisationId, templateId)
  if (row === undefined) throw absent()
  await deleteTemplate(tx, templateId, await now())
  record({ chain: actor.organisationId, act: 'posterTemplate.removed', subject: subject(templateId), data: { name: row.template.name, version: row.version } })
  return done({})
})

const keepOperation = operation({
  id: 'posterTemplates.keepArt', method: 'POST', path: '/internal/poster-templates/art', who: 'office', summary: { zh: '收下底图或徽标', en: 'Keep a background or an emblem' },
  body: z.object({ taken: z.custom<TakenArt>() }), answer: posterArt,
})
const keepArt = command(keepOperation, async ({ body: { taken } }, { tx, actor, now, record }) => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7467))`, [actor.organisationId])
  const there = await artOf(tx, actor.organisationId)
  const told = ({ id, kind, name, width, height }: ArtRow) => ({ id, kind, name, width, height })
  const same = there.find((a) => a.sha256 === taken.sha256 && a.kind === taken.kind)
  if (same !== undefined) return done(told(same))
  if (there.length >= MOST_ART) return refusedBy([finding({ code: 'poster.art.many', rule: null, at: { file: taken.name }, what: [`已有 ${there.length} 张底图和徽标`, `There are ${there.length} backgrounds and emblems`], mend: ['请用已有的。', 'Use one of them.'] })])
  const id = await insertArt(tx, actor.organisationId, taken, actor.accountId, await now())
  record({ chain: actor.organisationId, act: 'posterTemplate.artAdded', subject: subject(id), data: { kind: taken.kind, file: taken.sha256 } })
  return done(told({ ...taken, id }))
})
export const addPosterArtCommand: Handler<typeof addPosterArt> = {
  kind: 'query', operation: addPosterArt,
  run: async ({ body }, { services, session }) => {
    const taken = await takeArt(services, body)
    return taken.ok ? perform(keepArt, { params: {}, query: {}, body: { taken: taken.value } }, session, services) : taken
  },
}
export const posterArtFileQuery = query(posterArtFile, async ({ params: { artId } }, { q, actor, services }) => {
  const a = await readArt(q, actor.organisationId, artId)
  if (a === undefined) throw absent()
  return { content: { path: await services.blobs.local(a.sha256), bytes: a.bytes }, mediaType: a.kind === 'background' ? 'image/jpeg' : 'image/png', fileName: a.kind === 'background' ? '底图.jpg' : '徽标.png', inline: true, tag: a.sha256.slice(0, 22) }
})
