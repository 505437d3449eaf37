/** What stands on the sheets that units fill in by hand: the form, the summary of candidates, the report of activities; each from the definition. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'

type Given = Pick<ResolvedDefinition, 'rules' | 'year' | 'award' | 'notice'>

/** A table to be filled in, row by row. */
export interface BlankTable {
  readonly title: string
  /** Below the title, one line each. */
  readonly head: readonly string[]
  readonly columns: readonly { readonly name: string; /** Share of the width. */ readonly width: number }[]
  readonly rows: number
  /** What the product knows already, row by row, without the running number; the rest is left open. */
  readonly filled: readonly (readonly string[])[]
  readonly foot: string
}
/** What is known when a unit fetches a table, not when it goes out with a notice. */
export interface Known { readonly unit: string; readonly rows: readonly (readonly string[])[] }
export interface FormRow { /** Key of the value. */ readonly field: string; readonly label: string; /** What is printed where one writes: choices, a limit. */ readonly hint: string; readonly wide: boolean; /** Lines to write on. */ readonly lines: number }
export interface BlankForm {
  readonly title: string
  readonly head: readonly string[]
  /** Millimetres of the portrait; null where none is asked for. */
  readonly portrait: { readonly width: number; readonly height: number } | null
  readonly rows: readonly FormRow[]
  /** Boxes with room for a seal; null: nobody types anything in. */
  readonly opinions: readonly { readonly field: string | null; readonly name: string; readonly hint: string }[]
  readonly foot: string
}

const sections = ['person', 'work', 'contact', 'achievement'] as const
/** With the year and the honour in front. */
export const titled = (d: Given, title: string): string => `${d.award.zh.includes(String(d.year)) ? '' : `${d.year}年`}${d.award.zh}${title}`
const footOf = (d: Given): string => `${d.notice.issuer.zh}制`

export const blankForm = (d: Given, title: string): BlankForm => ({
  title: titled(d, title), head: ['推荐单位（盖章）：'],
  portrait: portraitOf(d), rows: sections.flatMap((s) => rulesOf(d, 'formField').filter((f) => f.section === s).map((f) => rowOf(d, f))),
  opinions: opinionsOf(d), foot: footOf(d),
})
const portraitOf = (d: Given): BlankForm['portrait'] => rulesOf(d, 'material').flatMap((m) => (m.file.type === 'portrait' ? [m.file.millimetres] : []))[0] ?? null

/** Who opines stands in the form itself; the employer always does. */
const opinionsOf = (d: Given): BlankForm['opinions'] => {
  const own = rulesOf(d, 'formField').filter((f) => f.section === 'opinion').map((f) => ({ field: f.field, name: f.label.zh, hint: rowOf(d, f).hint }))
  const has = (word: string) => own.some((o) => o.name.includes(word))
  return [...(has('所在单位') ? [] : [{ field: null, name: '所在单位意见', hint: '' }]), ...own, ...(has('推荐单位') ? [] : [{ field: null, name: '推荐单位意见', hint: '' }])]
}

const rowOf = (d: Given, f: ResolvedRule<'formField'>): FormRow => {
  const choices = f.type === 'category' ? rulesOf(d, 'category').map((c) => c.name.zh) : (f.choices ?? []).map((c) => c.zh)
  const long = f.type === 'longText' || f.type === 'entries'
  const limit = f.maxLength === undefined || !long ? '' : `（不超过 ${f.maxLength} 字）`
  return { field: f.field, label: `${f.label.zh}${f.required ? '' : '（选填）'}`, hint: choices.length > 0 ? choices.map((c) => `□${c}`).join('　') : f.type === 'entries' ? `（起止年月、单位和职务，一段一行）${limit}` : limit, wide: long || f.type === 'category', lines: f.type === 'longText' ? 14 : f.type === 'entries' ? 6 : 1 }
}

/** Short enough for a column, and nothing that a list passed from hand to hand should carry. */
const listed = (f: ResolvedRule<'formField'>): boolean => f.required && ['text', 'choice', 'category', 'day', 'phone'].includes(f.type) && f.section !== 'opinion' && f.field !== 'idNumber'
const MOST_COLUMNS = 13

/** The fields that stand in columns of the summary. */
export const summaryFields = (d: Pick<ResolvedDefinition, 'rules'>): ResolvedRule<'formField'>[] => rulesOf(d, 'formField').filter(listed).slice(0, MOST_COLUMNS)
const gap = (n: number): string => '　'.repeat(n)
const headOf = (who: string, known: Known | undefined): string => `${who}（盖章）：${known?.unit ?? gap(10)}${gap(4)}填表人：${gap(8)}联系电话：${gap(8)}填表日期：${gap(4)}年${gap(2)}月${gap(2)}日`

const widthOf = (f: ResolvedRule<'formField'>): number => (f.type === 'phone' ? 13 : /性别|民族|学历|学位/u.test(f.label.zh) ? 6 : /单位|类别|范围/u.test(f.label.zh) ? 16 : 10)

export const blankSummary = (d: Given, title: string, known?: Known): BlankTable => ({
  title: titled(d, title), head: [headOf('推荐单位', known)],
  columns: [{ name: '序号', width: 5 }, ...summaryFields(d).map((f) => ({ name: f.label.zh, width: widthOf(f) })), { name: '备注', width: 8 }],
  rows: 12, filled: known?.rows ?? [], foot: footOf(d),
})

export const blankReport = (d: Given, title: string, known?: Known): BlankTable => ({
  title: titled(d, title), head: [headOf('填报单位', known)],
  columns: [['序号', 5], ['活动名称', 18], ['时间', 10], ['地点', 12], ['形式', 12], ['参加人数', 8], ['媒体及报道篇次', 15], ['主要内容和效果', 26], ['备注', 8]].map(([name, width]) => ({ name: String(name), width: Number(width) })),
  rows: 10, filled: known?.rows ?? [], foot: footOf(d),
})
/** Lines of a table: at least as many as it goes out with. */
export const linesOfTable = (t: BlankTable): string[][] => Array.from({ length: Math.max(t.rows, t.filled.length) }, (_, n) => t.columns.map((_, i) => (i === 0 ? String(n + 1) : t.filled[n]?.[i - 1] ?? '')))
