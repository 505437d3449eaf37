/** 学习宣传活动开展情况汇总表: sums made when they are asked for, checked against every single activity, given out as Word and Excel. */
import { activityListFile, activitySheetFile, readActivitySheet } from '#contract/operations/activities'
import type { Download } from '#contract/operation'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { dayOf, sayDay } from '#core/kernel/instant'
import { isSame, sheetOf, wholeOf, type ActivitySheet } from '#core/publicity/activities/totals'
import { listedCells, MOST_LISTED, sheetMatter } from '#documents/activities/sheet-matter'
import { activitySheetExcel } from '#documents/activities/sheet-excel'
import { activitySheetWord } from '#documents/activities/sheet-word'
import { titled } from '#documents/attachments/blank-sheets'
import type { List } from '#documents/lists/list'
import { listCsv } from '#documents/lists/list-csv'
import { listExcel } from '#documents/lists/list-excel'
import { listWord } from '#documents/lists/list-word'
import { query, snapshotQuery, type QueryContext } from '../handler'
import { pathOf } from '../public/layout'
import { countAll, readDays, readLevel, readOwnTally, readPage, type ActivityRow } from '../store/activities'
import { definitionOf, readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { onlyOf } from './activities'

const USUAL = '学习宣传活动开展情况汇总表'
/** As the notice calls it. */
const titleOf = (d: ResolvedDefinition): string => titled(d, rulesOf(d, 'material').map((m) => m.name.zh).find((name) => name.includes('活动开展情况') && !name.includes('（')) ?? USUAL)

interface Whole { readonly title: string; readonly organisation: string; readonly kind: 'unit' | 'level'; readonly unitId: string | null; readonly sheet: ActivitySheet; readonly slug: string }
const wholeSheet = async ({ q, services, actor, subject }: QueryContext, campaignId: string): Promise<Whole> => {
  const [row, unitId] = [(await readCampaignRow(q, campaignId))!, onlyOf(actor, subject)]
  const definition = await definitionOf(q, services.definitions, campaignId, row.definitionHash)
  const common = { title: titleOf(definition), unitId, slug: row.slug }
  if (unitId === null) return { ...common, organisation: row.organisationName, kind: 'level', sheet: sheetOf(await readLevel(q, campaignId)) }
  const name = (await q.row<{ name: string }>(`SELECT name FROM organisations WHERE id = $1`, [unitId]))!.name
  const tally = await readOwnTally(q, campaignId, unitId)
  return { ...common, organisation: name, kind: 'unit', sheet: sheetOf({ campaignId, name, units: wholeOf(tally).times === 0 ? [] : [{ unitId, name, tally }], below: [] }) }
}

export const readActivitySheetQuery = snapshotQuery(readActivitySheet, async ({ params: { campaignId } }, c) => {
  const { title, organisation, kind, sheet, unitId, slug } = await wholeSheet(c, campaignId)
  const counted = await countAll(c.q, campaignId, unitId)
  return { title, organisation, kind, rows: sheet.rows.map((r) => ({ ...r })), total: sheet.total, counted, agrees: isSame(sheet.total, counted), days: await readDays(c.q, campaignId, unitId), publicPath: pathOf(slug, 'zh', '/activities') }
})

const mediaTypes = { csv: 'text/csv; charset=utf-8', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
const wanted = (campaignId: string, unitId: string | null, after: string | null, limit: number) => ({ campaignId, unitId, form: null, show: 'all' as const, after, limit })

export const activitySheetFileQuery = snapshotQuery(activitySheetFile, async ({ params: { campaignId }, query: { as } }, c): Promise<Download> => {
  const whole = await wholeSheet(c, campaignId)
  const { rows, next } = await readPage(c.q, wanted(campaignId, whole.unitId, null, MOST_LISTED))
  const all = next === null ? rows.length : (await c.q.row<{ n: number }>(`SELECT count(*) AS n FROM activities WHERE campaign_id = $1 AND withdrawn_at IS NULL AND ($2::uuid IS NULL OR unit_id = $2)`, [campaignId, whole.unitId]))!.n
  const { at } = (await c.q.row<{ at: number }>('SELECT product_time() AS at'))!
  const matter = sheetMatter({ ...whole, day: sayDay(dayOf(at)).zh, listed: rows, all })
  return { content: as === 'docx' ? await activitySheetWord(matter) : await activitySheetExcel(matter), mediaType: mediaTypes[as], fileName: `${whole.title}-${whole.organisation}.${as}`, inline: false }
})

const BATCH = 500
/** Written while it is read. */
export const activityListQuery = query(activityListFile, async ({ params: { campaignId }, query: { as } }, c): Promise<Download> => {
  const unitId = onlyOf(c.actor, c.subject)
  const row = (await readCampaignRow(c.q, campaignId))!
  const list: List = { title: `学习宣传活动明细`, columns: ([['序号', 6], ['单位', 20], ['活动名称', 24], ['时间', 12], ['地点', 18], ['形式', 14], ['参加人数', 9], ['媒体及报道篇次', 14], ['主要内容和效果', 40], ['备注', 18], ['链接', 40]] as const).map(([name, width]) => ({ name, width })), batches: batchesOf(c.services.db, campaignId, unitId) }
  return { content: { pieces: as === 'csv' ? listCsv(list) : as === 'docx' ? listWord(list) : listExcel(list) }, mediaType: mediaTypes[as], fileName: `学习宣传活动明细-${row.organisationName}.${as}`, inline: false }
})
async function* batchesOf(q: Queries, campaignId: string, unitId: string | null): AsyncGenerator<string[][]> {
  let n = 0
  for (let after: string | null = null, more = true; more;) {
    const page: { rows: ActivityRow[]; next: string | null } = await readPage(q, wanted(campaignId, unitId, after, BATCH))
    yield page.rows.map((a) => [String(++n), a.unitName, ...listedCells(a).map(String), a.links.join(' ')])
    after = page.next
    more = after !== null
  }
}
