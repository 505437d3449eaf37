/** 实际造成的负担: what nominations really took of the units, as far as the product can know it, beside what was estimated before issuing. */
import { burdenOf } from '../campaign/burden/burden'
import type { ResolvedDefinition } from '../campaign/definition'
import type { Words } from '../kernel/finding'
import { spreadOf, type Bin, type Spread } from './quantile'

/** A pause longer than this is no work at the page. The database counts by the same number (`count_work`). */
export const IDLE_MINUTES = 5
export const howMinutesAreCounted: Words = {
  zh: `同一件前后两次保存相隔不超过 ${IDLE_MINUTES} 分钟的，这段时间计入；更长的停顿不计。看通知、开会、盖章、跑腿不在其中，所以只能与“填表、回答、备材料”的估计相比。`,
  en: `Time between two saves of the same nomination counts where it is at most ${IDLE_MINUTES} minutes; a longer pause does not. Reading the notice, meetings, seals and errands are not in it, so it compares only with the estimate for form, questions and files.`,
}

/** Sums over all nominations that were submitted. */
export interface BurdenSums {
  readonly sent: number
  /** How many nominations took so many whole minutes. */
  readonly minutes: readonly Bin[]
  readonly totalMinutes: number
  readonly returns: number
  /** Of how many nominations the fields were counted, and their sums. */
  readonly counted: number; readonly asked: number; readonly known: number; readonly changed: number; readonly typed: number
  readonly filesRefused: number; readonly filesReplaced: number
}
export interface BurdenCaused extends BurdenSums {
  readonly spread: Spread | null
  /** Bars of the chart: up to so many minutes, the last without an end. */
  readonly bars: readonly { readonly from: number; readonly to: number | null; readonly n: number }[]
  readonly estimated: { /** What is done on the pages: form, questions, files. */ readonly onPages: number; readonly whole: number }
}

const edges = [0, 15, 30, 60, 90, 120, 180, 240, 360] as const

export const burdenCaused = (definition: Pick<ResolvedDefinition, 'rules'>, sums: BurdenSums): BurdenCaused => {
  const { minutes, minutesByPart } = burdenOf(definition)
  return {
    ...sums, spread: spreadOf(sums.minutes),
    bars: edges.map((from, i) => ({ from, to: edges[i + 1] ?? null, n: sums.minutes.filter((b) => b.value >= from && b.value < (edges[i + 1] ?? Infinity)).reduce((n, b) => n + b.n, 0) })),
    estimated: { onPages: minutesByPart.form + minutesByPart.answers + minutesByPart.files, whole: minutes },
  }
}

/** 0.4 次/件: in tenths, without a division that nobody can follow. */
export const perNomination = (n: number, of: number): string => {
  if (of === 0) return '—'
  const tenths = Math.round((n * 10) / of)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
