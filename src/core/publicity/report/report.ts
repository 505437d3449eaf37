/** 总结报告初稿: everything page and Word file say, made once. Figures carry where they come from; sentences name them by key, so that no number stands in a sentence alone. */
import type { Words } from '../../kernel/finding'
import type { Instant } from '../../kernel/instant'
import type { ChartData } from './chart'

export interface Figure { readonly key: string; readonly name: Words; readonly value: number; /** Where it comes from. */ readonly from: Words }
/** Null: few enough that one of them might be known by it. */
export type Cell = number | Words | null
export interface ReportTable {
  readonly id: string
  readonly title: Words
  readonly columns: readonly { readonly name: Words; readonly numeric: boolean; /** Share of the width. */ readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
  readonly from: Words
  readonly note: Words | null
  readonly chart: ChartData | null
}
export interface ReportSection { readonly id: SectionId; readonly title: Words; readonly says: readonly Words[]; readonly tables: readonly ReportTable[] }
export const sections = ['timeline', 'participation', 'composition', 'selection', 'publicity', 'activities', 'burden'] as const
export type SectionId = (typeof sections)[number]
export interface Report { readonly title: Words; readonly organisation: string; readonly at: Instant; readonly sections: readonly ReportSection[]; readonly figures: readonly Figure[] }

export const masked = '＊'
export const cellText = (cell: Cell): Words => (cell === null ? { zh: masked, en: masked } : typeof cell === 'number' ? { zh: String(cell), en: String(cell) } : cell)
export const plain = (text: string): Words => ({ zh: text, en: text })

/** What one section puts down. A sentence is dropped where it is null; `{key}` in it is a figure of any section before or in it. */
export interface Draft { readonly id: SectionId; readonly title: Words; readonly figures: readonly Figure[]; readonly says: readonly (Words | null)[]; readonly tables: readonly (ReportTable | null)[] }

const fillOne = (text: string, of: ReadonlyMap<string, number>): string => text.replace(/\{([\w.]+)\}/gu, (_, key: string) => {
  const value = of.get(key)
  if (value === undefined) throw new TypeError(`no figure ${key}`)
  return String(value)
})
/** @throws TypeError for a sentence that names a figure nobody put down */
export const assemble = (title: Words, organisation: string, at: Instant, drafts: readonly Draft[]): Report => {
  const figures = drafts.flatMap((d) => d.figures)
  const values = new Map(figures.map((f) => [f.key, f.value]))
  const fill = (w: Words): Words => ({ zh: fillOne(w.zh, values), en: fillOne(w.en, values) })
  return { title, organisation, at, figures, sections: drafts.map((d) => ({ id: d.id, title: d.title, says: d.says.filter((s) => s !== null).map(fill), tables: d.tables.filter((t) => t !== null) })) }
}
