/** 媒体投放计划 and 媒体投放情况: what stands in them, for Word and Excel alike. Numbers stay numbers. */
import { kindNames, levelNames, type ChannelKind, type ChannelLevel } from '#core/publicity/media-plan/channel'
import { isShown, isToRecall, stateNames, type KeptItem } from '#core/publicity/media-plan/item'
import { standing, totalsOf, type MediaSum } from '#core/publicity/media-plan/totals'
import type { SheetMatter, SheetTable } from '../activities/sheet-matter'

export type PlanLine = KeptItem & { readonly title: string; readonly channelName: string; readonly kind: ChannelKind; readonly level: ChannelLevel; readonly ownerName: string; readonly materialName: string; readonly why: string; readonly reachFrom: string }
type Cell = string | number

const days = (i: PlanLine): string => (i.from === i.to ? i.from : `${i.from} 至 ${i.to}`)
const states = (s: MediaSum): Cell[] => [standing(s), s.planned, s.ready, s.out]
const results = (s: MediaSum): Cell[] => [s.out, s.out - s.unshown, s.recalled, s.reachOf === 0 ? '' : s.reach, s.reachOf]
const heads = { plan: [{ name: '项数', width: 8 }, { name: '计划', width: 8 }, { name: '备好', width: 8 }, { name: '已刊播', width: 8 }], results: [{ name: '已刊播', width: 8 }, { name: '有凭据', width: 8 }, { name: '已撤回', width: 8 }, { name: '阅读播放量', width: 14 }, { name: '有数据的项数', width: 10 }] } as const

const summed = (name: string, first: string, what: 'plan' | 'results', rows: readonly { readonly name: string; readonly sum: MediaSum }[], all: MediaSum): SheetTable => {
  const cells = what === 'plan' ? states : results
  return { name, columns: [{ name: first, width: 24 }, ...heads[what].map((h) => ({ ...h, numeric: true as const }))], rows: rows.map((r) => [r.name, ...cells(r.sum)]), total: ['合计', ...cells(all)] }
}
const planned = (items: readonly PlanLine[]): SheetTable => ({
  name: '明细', total: null, columns: [{ name: '序号', width: 6, numeric: true }, { name: '日期', width: 14 }, { name: '宣传内容', width: 24 }, { name: '渠道', width: 18 }, { name: '类别', width: 12 }, { name: '级别', width: 8 }, { name: '使用材料', width: 20 }, { name: '责任人', width: 10 }, { name: '状态', width: 8 }, { name: '备注', width: 16 }],
  rows: items.map((i, n) => [n + 1, days(i), i.title, i.channelName, kindNames[i.kind].zh, levelNames[i.level].zh, i.materialName, i.ownerName, stateNames[i.state].zh, noteOf(i)]),
})
const carried = (items: readonly PlanLine[]): SheetTable => ({
  name: '明细', total: null, columns: [{ name: '序号', width: 6, numeric: true }, { name: '日期', width: 14 }, { name: '宣传内容', width: 24 }, { name: '渠道', width: 18 }, { name: '类别', width: 12 }, { name: '级别', width: 8 }, { name: '链接', width: 28 }, { name: '凭据份数', width: 8, numeric: true }, { name: '阅读播放量', width: 12, numeric: true }, { name: '数据来源', width: 14 }, { name: '备注', width: 14 }],
  rows: items.map((i, n) => [n + 1, days(i), i.title, i.channelName, kindNames[i.kind].zh, levelNames[i.level].zh, i.link, i.files, i.reach ?? '', i.reachFrom, noteOf(i)]),
})
const noteOf = (i: PlanLine): string => [isToRecall(i) ? '待撤回' : i.recalledAt !== null ? '已撤回' : '', i.state === 'cancelled' ? `取消：${i.why}` : '', i.state === 'out' && !isShown(i) ? '缺凭据' : ''].filter((n) => n !== '').join('；')

/** A table of a thousand lines keeps the typesetter of Word, and everybody with it, for more than a second. */
export const MOST_IN_WORD = 300
/** @param items all of the plan, in the order of their days @param most lines of the single ones */
export const planMatter = ({ what, campaign, organisation, day, items, most }: { readonly what: 'plan' | 'results'; readonly campaign: string; readonly organisation: string; readonly day: string; readonly items: readonly PlanLine[]; readonly most: number }): SheetMatter => {
  const t = totalsOf(items)
  const listed = what === 'plan' ? items : items.filter((i) => i.state === 'out')
  const kept = what === 'plan' ? <T extends { readonly sum: MediaSum }>(rows: readonly T[]) => rows.filter((r) => standing(r.sum) > 0) : <T extends { readonly sum: MediaSum }>(rows: readonly T[]) => rows.filter((r) => r.sum.out > 0)
  return {
    title: `${campaign}${what === 'plan' ? '媒体投放计划' : '媒体投放情况'}`, head: `填报单位（盖章）：${organisation}　　　　填表人：　　　　　　填表日期：${day}`,
    tables: [summed('按渠道类别', '渠道类别', what, kept(t.byKind).map((r) => ({ name: kindNames[r.kind].zh, sum: r.sum })), t.all), summed('按级别', '级别', what, kept(t.byLevel).map((r) => ({ name: levelNames[r.level].zh, sum: r.sum })), t.all), (what === 'plan' ? planned : carried)(listed.slice(0, most))],
    notes: ['类别和级别按固定次序排列，不按数量；数量不作评比依据。', ...(what === 'plan' ? ['项数不含取消的。'] : ['阅读播放量为各渠道自报或平台显示，来源见明细，没有数据的留空；各平台口径不同，合计仅供参考。']), ...(listed.length > most ? [`明细共 ${listed.length} 项，这里列前 ${most} 项；全部见 Excel。`] : [])],
  }
}
