/** 汇总表: which column of a sheet is which field of the form, and where its heading ends. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'

type Field = ResolvedRule<'formField'>
type Definition = Pick<ResolvedDefinition, 'rules'>

/** As offices head them where it is not the form's own label. */
const usual: Readonly<Record<string, readonly string[]>> = {
  name: ['姓名', '人选姓名', '候选人姓名', '推荐人选', '候选人'], sex: ['性别'], birthDate: ['出生日期', '出生年月', '出生年月日', '出生时间'], ethnicGroup: ['民族'], politicalStatus: ['政治面貌'], education: ['学历', '文化程度'], degree: ['学位'],
  idNumber: ['身份证号', '身份证号码', '证件号码', '证件号', '公民身份号码', '居民身份证号码'], employer: ['工作单位', '所在单位', '单位', '单位名称', '工作单位全称'], department: ['部门', '科室', '所在部门'], post: ['职务', '行政职务', '现任职务'], title: ['职称', '专业技术职务', '技术职称'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', '联系方式'], email: ['邮箱', '电子邮箱', '电子邮件'], discipline: ['学科', '专业', '从事专业', '学科领域'], category: ['类别', '推荐类别', '人选类别'], deeds: ['主要事迹', '事迹', '事迹简介', '主要事迹简介', '突出事迹'],
}
/** Headings in one spelling: no blanks, no marks, nothing in brackets. */
const plain = (heading: string): string => heading.normalize('NFKC').replace(/\([^()]*\)/gu, '').replace(/[\s*:：·、]/gu, '').toLowerCase()

/** What a sheet can fill: all but tables of entries. */
export const sheetFields = (d: Definition): Field[] => rulesOf(d, 'formField').filter((f) => f.type !== 'entries')
const headingsOf = (f: Field): string[] => [f.label.zh, f.label.en, ...(usual[f.field] ?? [])].map(plain)

export interface SheetColumn { readonly at: number; readonly field: Field; readonly heading: string }
export interface Heading { readonly columns: readonly SheetColumn[]; /** Index of the first row below it. */ readonly below: number; /** Headings that no field answers to. */ readonly unread: readonly string[] }

const matchAll = (fields: readonly Field[], cells: readonly string[]): { columns: SheetColumn[]; unread: string[] } => {
  const columns: SheetColumn[] = [], unread: string[] = []
  // The form's own labels come before what offices say instead: a sheet may have both 单位 and 工作单位.
  const own = new Map(fields.flatMap((f) => [[plain(f.label.zh), f], [plain(f.label.en), f]] as const))
  cells.forEach((heading, at) => {
    const said = plain(heading)
    if (said === '') return
    const field = own.get(said) ?? fields.find((f) => headingsOf(f).includes(said) && !cells.some((other, k) => k !== at && own.get(plain(other)) === f))
    if (field === undefined) unread.push(heading.trim())
    else columns.push({ at, field, heading: heading.trim() })
  })
  return { columns, unread }
}

const MOST_TITLE_LINES = 6
const no = (code: string, what: [string, string], mend: [string, string]): Finding => finding({ code, rule: null, strength: 'block', what, mend })
const isName = (c: SheetColumn): boolean => c.field.field === 'name'

/**
 * The heading of the sheet: titles above it are passed over; two rows of heading are put together where the lower one names parts of the upper.
 * Where it cannot be told, it is asked.
 */
export const readHeading = (d: Definition, rows: readonly (readonly string[])[]): { readonly ok: true; readonly heading: Heading } | { readonly ok: false; readonly findings: readonly Finding[] } => {
  const fields = sheetFields(d)
  const first = rows.slice(0, MOST_TITLE_LINES).findIndex((cells) => { const { columns } = matchAll(fields, cells); return columns.some(isName) && columns.length >= 2 })
  const found = rows[first]
  if (found === undefined) return { ok: false, findings: [no('sheet.heading', ['没有找到列名一行', 'The line of headings was not found'], [`列名一行须在前 ${MOST_TITLE_LINES} 行之内，至少有“姓名”和另一栏；现有第一行：${(rows[0] ?? []).filter((c) => c !== '').slice(0, 12).join('、') || '（空）'}。`, `It must stand within the first ${MOST_TITLE_LINES} lines and name “姓名” and one more field.`])] }
  const next = rows[first + 1] ?? []
  const upper = matchAll(fields, found), lower = matchAll(fields, next)
  const nameAt = upper.columns.find(isName)!.at
  const below = (next[nameAt] ?? '').trim()
  // A second row: its name cell is empty or merged with the one above, and some of its cells are headings.
  const isSecond = (below === '' || plain(below) === plain(found[nameAt] ?? '')) && lower.columns.some((c) => !isName(c) && plain(next[c.at] ?? '') !== plain(found[c.at] ?? ''))
  const cells = isSecond ? Array.from({ length: Math.max(found.length, next.length) }, (_, i) => ((next[i] ?? '').trim() === '' ? found[i] ?? '' : next[i]!)) : found
  const { columns, unread } = isSecond ? matchAll(fields, cells) : upper
  const twice = columns.filter((c, i) => columns.findIndex((x) => x.field.field === c.field.field) !== i)
  if (twice.length > 0) return { ok: false, findings: twice.map((c) => no('sheet.columnTwice', [`“${c.field.label.zh}”有两列：${columns.filter((x) => x.field === c.field).map((x) => `第 ${x.at + 1} 列“${x.heading}”`).join('、')}`, `Two columns answer to “${c.field.label.en}”`], ['不知道该读哪一列。请删去一列，或把不读的那列改个名字。', 'It cannot be told which one to read: delete one, or give it another heading.'])) }
  return { ok: true, heading: { columns, below: first + (isSecond ? 2 : 1), unread: [...new Set(unread)] } }
}
