/** Which stages of a campaign are past, current and to come on a day. Stages without dates follow their neighbours. */
import { startOfDay, type CalendarDay } from '#core/kernel/instant'

interface Dated { readonly from: CalendarDay | null; readonly to: CalendarDay | null }
export interface StageStanding<S> { stage: S; standing: 'done' | 'now' | 'later'; share: number | null }

const shareOf = ({ from, to }: Dated, today: CalendarDay): number | null =>
  from === null || to === null || from === to ? null : (startOfDay(today) - startOfDay(from)) / (startOfDay(to) - startOfDay(from))

export const stageStandings = <S extends Dated>(stages: readonly S[], today: CalendarDay): StageStanding<S>[] => {
  const over = stages.findLastIndex((s) => s.to !== null && s.to < today)
  const begun = stages.findLastIndex((s) => s.from !== null && s.from <= today)
  // The current one: the last that began, or the one after the last that ended.
  const current = Math.max(begun, over + 1)
  return stages.map((stage, i) => {
    const standing = i < current ? 'done' as const : i === current && !(stage.from !== null && stage.from > today) ? 'now' as const : 'later' as const
    return { stage, standing, share: standing === 'now' ? shareOf(stage, today) : null }
  })
}
