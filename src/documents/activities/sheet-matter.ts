/** 学习宣传活动开展情况汇总表: what stands in it, for Word and Excel alike. Numbers stay numbers, so that both can be added up again. */
import { activityForms, formNames, sayForm, type Activity } from '#core/publicity/activities/activity'
import { wholeOf, type ActivitySheet, type Sum, type Tally } from '#core/publicity/activities/totals'

export interface SheetTable { readonly name: string; readonly columns: readonly { readonly name: string; readonly width: number; readonly numeric?: true }[]; readonly rows: readonly (readonly (string | number)[])[]; /** Below the rows; null: nothing is added up. */ readonly total: readonly (string | number)[] | null }
export interface SheetMatter { readonly title: string; readonly head: string; readonly tables: readonly SheetTable[]; readonly notes: readonly string[] }

export type Listed = Activity & { readonly unitName: string }
/** More are in the list beside it. */
export const MOST_LISTED = 300

const numbers = (s: Sum): number[] => [s.times, s.people, s.links]
const sums = [{ name: '场次', width: 8, numeric: true }, { name: '参加人数', width: 10, numeric: true }, { name: '报道篇次', width: 10, numeric: true }] as const

const byForm = (total: Tally): SheetTable => ({
  name: '按形式', columns: [{ name: '形式', width: 24 }, ...sums], total: ['合计', ...numbers(wholeOf(total))],
  rows: activityForms.flatMap((f) => { const s = total[f]; return s === undefined || s.times === 0 ? [] : [[formNames[f].zh, ...numbers(s)]] }),
})
const byUnit = ({ rows, total }: ActivitySheet): SheetTable => {
  const used = activityForms.filter((f) => (total[f]?.times ?? 0) > 0)
  const line = (t: Tally) => [...numbers(wholeOf(t)), ...used.map((f) => t[f]?.times ?? 0)]
  return {
    name: '按单位', columns: [{ name: '序号', width: 6, numeric: true }, { name: '单位', width: 28 }, ...sums, ...used.map((f) => ({ name: `${formNames[f].zh}（场）`, width: 10, numeric: true as const }))],
    rows: rows.map((r, i) => [i + 1, r.kind === 'level' ? `${r.name}（本级及所属汇总）` : r.name, ...line(r.tally)]), total: ['', '合计', ...line(total)],
  }
}
/** In the columns that the sheet goes out with; with whose each is where several units stand in it. */
const single = (all: readonly Listed[], withUnit: boolean): SheetTable => ({
  name: '明细', total: null,
  columns: [{ name: '序号', width: 6, numeric: true }, ...(withUnit ? [{ name: '单位', width: 18 }] : []), { name: '活动名称', width: 22 }, { name: '时间', width: 12 }, { name: '地点', width: 16 }, { name: '形式', width: 14 }, { name: '参加人数', width: 9, numeric: true }, { name: '媒体及报道篇次', width: 16 }, { name: '主要内容和效果', width: 32 }, { name: '备注', width: 16 }],
  rows: all.map((a, i) => [i + 1, ...(withUnit ? [a.unitName] : []), ...listedCells(a)]),
})
/** 活动名称 … 备注 of one activity. */
export const listedCells = (a: Listed): (string | number)[] => [a.name, a.day, a.place, sayForm(a).zh, a.people ?? '', a.links.length === 0 ? '' : `${a.links.length} 篇`, a.words, a.hosts === '' ? '' : `主办：${a.hosts}`]

/** @param listed at most `MOST_LISTED` @param all how many there are of this level itself */
export const sheetMatter = ({ title, organisation, day, kind, sheet, listed, all }: { readonly title: string; readonly organisation: string; readonly day: string; readonly kind: 'unit' | 'level'; readonly sheet: ActivitySheet; readonly listed: readonly Listed[]; readonly all: number }): SheetMatter => ({
  title, head: `填报单位（盖章）：${organisation}　　　　填表人：　　　　　　联系电话：　　　　　　填表日期：${day}`,
  tables: [byForm(sheet.total), ...(kind === 'level' ? [byUnit(sheet)] : []), single(listed, kind === 'level')],
  notes: [
    ...(kind === 'level' ? ['单位按名册顺序排列，不按数量；数量不作评比依据。', '所属各级的活动只列合计，明细见各级的汇总表。'] : []), '参加人数为到场人数；展览、线上宣传不计人数的留空。',
    ...(all > listed.length ? [`本级共 ${all} 次活动，这里列最近 ${listed.length} 次，其余见活动明细表。`] : []),
  ],
})
