/** How the pages of a file stand to the version that holds now; numbers and places only, the words are in `judge-pages`. */
import { paperOfCode, type Printed, type PrintedPaper } from './content'
import type { PageCode } from './page-code'
import type { PaperReading } from './reading'

export interface Standing {
  /** Places in the file whose page is of the version that holds. */
  readonly current: readonly number[]
  /** By the version they were printed from, newest first. */
  readonly old: readonly { readonly version: number; readonly places: readonly number[] }[]
  readonly foreign: readonly number[]
  /** Of this nomination and version, but another paper than the one it was handed in as. */
  readonly otherPaper: readonly { readonly paper: PrintedPaper; readonly places: readonly number[] }[]
  /** Places without a code of ours. */
  readonly uncoded: readonly number[]
  /** Pages of the form, by their printed number. */
  readonly missing: readonly number[]
  readonly twice: readonly number[]
  /** How many pages the form has; null where the code does not say (Word lays it out). */
  readonly total: number | null
  /** Every page that is there is of this version, and none is missing. */
  readonly whole: boolean
}

interface Placed { readonly place: number; readonly code: PageCode }

/** @param expected which paper it is the scan of; undefined: any of them */
export const standingOf = (reading: PaperReading, printed: Printed, expected?: PrintedPaper): Standing => {
  const placed = reading.pages.flatMap((p) => p.codes.map((code): Placed => ({ place: p.number, code })))
  const own = placed.filter(({ code }) => code.formId === printed.formId)
  const known = own.flatMap((p) => { const paper = paperOfCode(p.code, printed); return paper === null ? [] : [{ ...p, paper }] })
  const current = known.filter(({ paper }) => expected === undefined || paper.id === expected.id)
  const stale = own.filter(({ code }) => paperOfCode(code, printed) === null)
  const others = known.filter((p) => !current.includes(p))
  const uncoded = reading.pages.filter((p) => p.codes.length === 0).map((p) => p.number)
  const total = Math.max(0, ...current.map(({ code }) => code.page?.of ?? 0)) || null
  const there = [...current, ...stale].flatMap(({ code }) => (code.page === null ? [] : [code.page.number]))
  // A page of an old version is not missing: it is told once, as old.
  const missing = total === null ? [] : numbersTo(total).filter((n) => !there.includes(n))
  const times = numbersTo(total ?? 0).map((n) => current.filter(({ code }) => code.page?.number === n).length)
  const copies = Math.min(...times)
  const twice = numbersTo(total ?? 0).filter((_, i) => (times[i] ?? 0) > Math.max(1, copies))
  const foreign = unique(placed.filter(({ code }) => code.formId !== printed.formId))
  return {
    current: unique(current), foreign, otherPaper: printed.papers.flatMap((paper) => { const places = unique(others.filter((o) => o.paper.id === paper.id)); return places.length === 0 ? [] : [{ paper, places }] }), uncoded, missing, twice, total, old: byVersion(stale),
    whole: current.length > 0 && others.length + stale.length + foreign.length + uncoded.length + missing.length + twice.length === 0 && reading.pages.length === reading.count,
  }
}

const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
const unique = (placed: readonly Placed[]): number[] => [...new Set(placed.map((p) => p.place))].toSorted((a, b) => a - b)
const byVersion = (stale: readonly Placed[]): Standing['old'][number][] =>
  [...new Set(stale.map(({ code }) => code.version))].toSorted((a, b) => b - a).map((version) => ({ version, places: unique(stale.filter(({ code }) => code.version === version)) }))
