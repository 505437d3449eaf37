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

/** Longest name of a count or property, and most of either: a line of the page, not a form of its own. */
const LONGEST = 20
const MOST = 20
const MOST_COUNTED = 999_999_999
const no = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `unit.${code}`, rule: null, strength: 'block', at: { field }, what, mend })

/** 人数、属性 of one unit as an office enters them. Empty: they may stand so. */
export const judgeFacts = ({ counts, properties }: Required<UnitFacts>): Finding[] => {
  const names = [...Object.keys(counts), ...properties]
  return [
    ...Object.entries(counts).filter(([, n]) => !Number.isInteger(n) || n < 0 || n > MOST_COUNTED).map(([name, n]) => no('count', name, [`“${name}”填的是 ${n}`, `“${name}” says ${n}`], ['请填 0 或更大的整数；不知道的去掉这一项。', 'Give a whole number, 0 or more; take it out where it is not known.'])),
    ...names.filter((name) => name.trim() === '' || [...name].length > LONGEST).map((name) => no('name', name, [`“${name}”不能作名称`, `“${name}” cannot be a name`], [`名称写 1 至 ${LONGEST} 个字，与通知里的叫法一致，如“会员”。`, `A name has 1 to ${LONGEST} characters and is what the notice calls it, for example 会员.`])),
    ...(Object.keys(counts).length > MOST || properties.length > MOST ? [no('tooMany', 'counts', [`超过 ${MOST} 项`, `More than ${MOST}`], ['请去掉名额用不到的。', 'Take out what no quota needs.'])] : []),
  ]
}

/** Whether two say the same of a unit, in whatever order. */
export const sameFacts = (a: Required<UnitFacts>, b: Required<UnitFacts>): boolean =>
  a.properties.toSorted().join('\n') === b.properties.toSorted().join('\n') && Object.keys(a.counts).length === Object.keys(b.counts).length && Object.entries(a.counts).every(([name, n]) => b.counts[name] === n)
