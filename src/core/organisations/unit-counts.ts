/** 会员数、正式党员数、单位属性: what a list of units may tell beside names, for quotas by formula and places more. Called as the notice calls it; columns of that name are the office's to add. */
import { finding, type Finding } from '../kernel/finding'

export interface CountColumn { readonly index: number; /** 会员, of the heading 会员数. */ readonly name: string }

const headed = /^(.{1,20}?)(?:人)?数$|^number of (.{1,40})$/iu
export const countColumns = (header: readonly string[]): CountColumn[] => header.flatMap((heading, index) => {
  const [, zh, en] = headed.exec(heading.trim()) ?? []
  const name = zh ?? en
  return name === undefined ? [] : [{ index, name }]
})

/** As written; an empty cell says nothing, and what was known stays. */
export const countsIn = (cells: readonly string[], columns: readonly CountColumn[]): Record<string, string> =>
  Object.fromEntries(columns.map((c) => [c.name, (cells[c.index] ?? '').trim()] as const).filter(([, value]) => value !== ''))

/** 已建科协、省属. */
export const propertiesIn = (cell: string): string[] => [...new Set(cell.split(/[、,，;；]/u).map((w) => w.trim()).filter((w) => w !== ''))]

const whole = /^\d{1,9}$/u
export const checkCounts = (line: number, counts: Readonly<Record<string, string>>): Finding[] => Object.entries(counts).filter(([, value]) => !whole.test(value)).map(([name, value]) => finding({
  code: 'import.count', rule: null, at: { field: `${name}数` }, what: [`第 ${line} 行：“${name}数”写的是“${value}”`, `Line ${line}: “${name}数” says “${value}”`], mend: ['请填一个整数，不知道的留空。', 'Give a whole number, or leave it empty.'] }))

export const numbersOf = (counts: Readonly<Record<string, string>>): Record<string, number> => Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)]))

export interface UnitFacts { readonly counts?: Readonly<Record<string, number>>; readonly properties?: readonly string[] }
/** Whether a row tells something of a unit that is not known yet. */
export const tellsMore = (row: { readonly counts: Readonly<Record<string, string>>; readonly properties: readonly string[] }, known: UnitFacts): boolean =>
  Object.entries(numbersOf(row.counts)).some(([name, n]) => known.counts?.[name] !== n) || (row.properties.length > 0 && row.properties.toSorted().join() !== (known.properties ?? []).toSorted().join())
