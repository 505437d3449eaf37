/** 等第 (优良中差): ordered by most of the best grade, then of the next; or by the middle grade as M. Balinski and R. Laraki define it (Majority Judgment, MIT Press 2010): of equals, the middle grade is struck out once from each and the next one compared. */
import type { Words } from '../../kernel/finding'
import type { GradeTerms } from '../../rules/round-methods'
import type { Ballot } from '../ballot-box'

export interface GradeRow { readonly candidate: string; /** How many of each, best first. */ readonly counts: readonly number[]; readonly readers: number; /** Place of the middle grade in the list; of two the worse. null: nobody graded. */ readonly middle: number | null }

export const isValidGrades = (t: GradeTerms, known: ReadonlySet<string>, b: Pick<Ballot, 'grades'>): boolean =>
  Object.entries(b.grades ?? {}).every(([c, g]) => known.has(c) && Number.isInteger(g) && g >= 0 && g < t.list.length)

export const graded = (t: GradeTerms, candidates: readonly string[], ballots: readonly Pick<Ballot, 'grades'>[]): GradeRow[] => {
  const counts = new Map(candidates.map((c) => [c, t.list.map(() => 0)]))
  for (const { grades: given } of ballots) for (const c of Object.keys(given ?? {})) counts.get(c)![given![c]!]!++
  return candidates.map((candidate) => {
    const own = counts.get(candidate)!
    const readers = own.reduce((a, b) => a + b, 0)
    return { candidate, counts: own, readers, middle: readers === 0 ? null : middleOf(own, readers) }
  })
}

/** The best grade that more than half give or better: with an even number the worse of the two in the middle. */
const middleOf = (counts: readonly number[], readers: number): number => {
  let sum = 0
  return counts.findIndex((n) => { sum += n; return 2 * sum > readers })
}

/** Below 0: the first stands above the second. Shares of their own readers, crosswise, where recusals leave unequal numbers. */
export const betterGrades = (order: GradeTerms['order']) => (order === 'mostBest' ? mostBest : byMedian)

const mostBest = (a: GradeRow, b: GradeRow): number => {
  if (a.readers === 0 || b.readers === 0) return b.readers - a.readers
  for (let g = 0; g < a.counts.length; g++) {
    const apart = b.counts[g]! * a.readers - a.counts[g]! * b.readers
    if (apart !== 0) return apart
  }
  return 0
}

/** Grades struck out one by one: juries that differ in size are brought to a common one, which must stay countable. */
const MOST_STRUCK = 5_000_000
const byMedian = (a: GradeRow, b: GradeRow): number => {
  if (a.readers === 0 || b.readers === 0) return b.readers - a.readers
  if (a.readers !== b.readers && a.readers * b.readers > MOST_STRUCK) throw new RangeError(`juries of ${a.readers} and ${b.readers} are too large to compare grade by grade`)
  // Unequal numbers are brought to one: every grade of the one counts as often as the other has readers.
  const [left, right] = a.readers === b.readers ? [[...a.counts], [...b.counts]] : [a.counts.map((n) => n * b.readers), b.counts.map((n) => n * a.readers)]
  for (let readers = left.reduce((x, y) => x + y, 0); readers > 0; readers--) {
    const [x, y] = [middleOf(left, readers), middleOf(right, readers)]
    if (x !== y) return x - y
    left[x]!--
    right[y]!--
  }
  return 0
}

export const sayGrades = (t: GradeTerms, r: GradeRow): Words => {
  const said = (of: 'zh' | 'en', join: string): string => t.list.map((g, i) => `${g.name[of]} ${r.counts[i]}`).join(join)
  const middle = r.middle === null ? null : t.list[r.middle]!.name
  return { zh: `${r.readers} 名评委评等：${said('zh', '、')}${t.order === 'median' && middle !== null ? `，居中为${middle.zh}` : ''}`, en: `graded by ${r.readers}: ${said('en', ', ')}${t.order === 'median' && middle !== null ? `; the middle one is ${middle.en}` : ''}` }
}
