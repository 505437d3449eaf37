import type { Download } from '#contract/operation'
import { certificate, exportRegister, honoursWord, ownCertificate, readOwnHonour, readRegister } from '#contract/operations/honours'
import { allows } from '#core/access/permission'
import { recallOutside } from '#core/announcement/recall'
import { dayOf } from '#core/kernel/instant'
import { safeName } from '#core/package/safe-name'
import type { List } from '#documents/lists/list'
import { listCsv } from '#documents/lists/list-csv'
import { listExcel } from '#documents/lists/list-excel'
import { listWord } from '#documents/lists/list-word'
import { honoursDocument } from '#documents/official/honours-document'
import { officialWord } from '#documents/official/word'
import { certificateOf } from '../certificates'
import { absent, query, type QueryContext } from '../handler'
import { pathOf } from '../public/layout'
import { definitionOfCampaign, readCampaignRow, readCampaignRows } from '../store/campaigns'
import type { Queries } from '../store/database'
import { countRegister, entriesOf, factsOf, openProposals, readRegistered, readRegisteredOf, registeredIn, registerYears, searchRegister, standingOf, type RegisteredHonour, type Sought } from '../store/honour-register'

const seek = (organisationId: string, asked: { readonly q: string; readonly year?: number | undefined; readonly standing?: 'valid' | 'revoked' | undefined; readonly campaignId?: string | undefined }): Sought =>
  ({ organisationId, words: asked.q, year: asked.year ?? null, standing: asked.standing ?? null, campaignId: asked.campaignId ?? null })
const publicPath = (slug: string | undefined, number: string): string => (slug === undefined ? '' : pathOf(slug, 'zh', `/honourees/${number}`))

const shown = async ({ q, services, actor }: QueryContext, rows: readonly RegisteredHonour[]) => {
  const ids = rows.map((h) => h.honourId)
  const campaigns = [...new Set(rows.map((h) => h.campaignId))]
  const [entries, proposals, about] = await Promise.all([entriesOf(q, ids), openProposals(q, ids), readCampaignRows(q, campaigns)])
  const recalls = new Map(await Promise.all([...new Set(rows.filter((h) => standingOf(h) === 'revoked').map((h) => h.campaignId))].map(async (id) => [id, recallOutside(await definitionOfCampaign(q, services.definitions, id))] as const)))
  return rows.map((h) => {
    const [standing, p, campaign] = [standingOf(h), proposals.find((x) => x.honourId === h.honourId), about.find((c) => c.id === h.campaignId)]
    const office = campaign !== undefined && allows('officeOfCampaign', actor, { campaign: { organisationId: campaign.organisationId, state: campaign.state, participating: false, ownCandidate: false, seatOnJury: null } })
    return {
      honourId: h.honourId, campaignId: h.campaignId, number: h.number, year: h.year, name: h.name, unit: h.unit, award: h.award, campaign: h.campaign, givenAt: h.givenAt, standing, path: publicPath(campaign?.slug, h.number),
      entries: entries.filter((e) => e.honourId === h.honourId), recall: standing === 'revoked' ? [...(recalls.get(h.campaignId) ?? [])] : [],
      proposal: p === undefined ? null : { proposalId: p.id, change: p.change, reason: p.reason, basis: p.basis, proposedBy: p.proposedByName, proposedAt: p.proposedAt, mine: p.proposedBy === actor.accountId },
      may: !office ? [] : p !== undefined ? ['withdraw', ...(p.proposedBy === actor.accountId ? [] : ['confirm'])] : [standing === 'valid' ? 'revoke' : 'restore'],
    }
  })
}

export const readRegisterQuery = query(readRegister, async ({ query: asked }, c) => {
  const s = seek(c.actor.organisationId, asked)
  const [found, total, years] = await Promise.all([searchRegister(c.q, s, asked.before ?? null, asked.limit + 1), countRegister(c.q, s), registerYears(c.q, c.actor.organisationId)])
  const rows = found.slice(0, asked.limit)
  return { rows: await shown(c, rows), total, years, next: found.length > asked.limit ? rows.at(-1)!.position : null }
})

const BATCH = 500
const columns: List['columns'] = ([['编号', 14], ['年度', 8], ['姓名', 14], ['工作单位', 30], ['荣誉', 30], ['活动', 40], ['授予日期', 14], ['现状', 10], ['历次记载', 60]] as const).map(([name, width]) => ({ name, width }))
const kinds = { given: '授予', revoked: '撤销', restored: '恢复' } as const

async function* batchesOf(q: Queries, s: Sought): AsyncGenerator<string[][]> {
  for (let before: number | null = null; ;) {
    const batch: RegisteredHonour[] = await searchRegister(q, s, before, BATCH)
    const entries = await entriesOf(q, batch.map((h) => h.honourId))
    yield batch.map((h) => [h.number, String(h.year), h.name, h.unit, h.award.zh, h.campaign.zh, dayOf(h.givenAt), standingOf(h) === 'valid' ? '有效' : '已撤销',
      entries.filter((e) => e.honourId === h.honourId).map((e) => `${dayOf(e.at)} ${kinds[e.kind]}${e.reason === null ? '' : `：${e.reason}（依据：${e.basis}）`}`).join('；')])
    if (batch.length < BATCH) return
    before = batch.at(-1)!.position
  }
}
const mediaTypes = { csv: 'text/csv; charset=utf-8', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
export const exportRegisterQuery = query(exportRegister, async ({ query: asked }, { services, actor }): Promise<Download> => {
  const list: List = { title: '荣誉名册', columns, batches: batchesOf(services.db, seek(actor.organisationId, asked)) }
  return { content: { pieces: asked.as === 'csv' ? listCsv(list) : asked.as === 'docx' ? listWord(list) : listExcel(list) }, mediaType: mediaTypes[asked.as], fileName: `荣誉名册.${asked.as}`, inline: false }
})

const certificateFile = async (c: QueryContext, h: RegisteredHonour | undefined): Promise<Download> => {
  if (h === undefined) throw absent()
  return { content: await certificateOf(c.services, h), mediaType: 'application/pdf', fileName: `荣誉证书-${safeName(h.name, 80)}-${h.number}.pdf`, inline: true }
}
export const certificateQuery = query(certificate, async ({ params }, c) => {
  const h = await readRegistered(c.q, params.honourId)
  return certificateFile(c, h?.campaignId === params.campaignId ? h : undefined)
})
export const ownCertificateQuery = query(ownCertificate, async ({ params }, c) => certificateFile(c, await readRegisteredOf(c.q, params.nominationId)))

export const readOwnHonourQuery = query(readOwnHonour, async ({ params }, { q }) => {
  const h = await readRegisteredOf(q, params.nominationId)
  if (h === undefined) return { honour: null }
  const campaign = await readCampaignRow(q, h.campaignId)
  return { honour: { number: h.number, award: h.award, givenAt: h.givenAt, revoked: standingOf(h) === 'revoked' ? { at: h.lastAt, reason: h.reason ?? '' } : null, path: publicPath(campaign?.slug, h.number) } }
})

export const honoursWordQuery = query(honoursWord, async ({ params }, { q, services }): Promise<Download> => {
  const people = (await registeredIn(q, params.campaignId)).filter((h) => standingOf(h) === 'valid')
  if (people.length === 0) throw absent()
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  return { content: await officialWord(honoursDocument(definition, people.map(factsOf), dayOf(at))), mediaType: honoursWord.answer, fileName: `表彰文件草稿-${definition.name.zh}.docx`, inline: false }
})
