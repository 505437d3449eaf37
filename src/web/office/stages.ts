/** Stages of the definition as the band shows them: which are over, which is now, how far it has come. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { dayOf, endOfDay, startOfDay, type Instant } from '#core/kernel/instant'
import type { Language } from '../text/language'
import type { Translate } from '../text/use-text'
import type { RailStage } from '../ui/activity-band'
import { sayDay } from './say-time'

type Stage = ResolvedRule<'stage'>

/** The last stage that has begun; before the first date, the first one that is not over. */
const currentOf = (stages: readonly Stage[], today: string): number => {
  const open = (s: Stage) => s.to === null || s.to >= today
  const begun = stages.findLastIndex((s) => s.from !== null && s.from <= today && open(s))
  return begun >= 0 ? begun : stages.findIndex(open)
}

const shareOf = (s: Stage, now: Instant): number | undefined => {
  if (s.from === null || s.to === null) return undefined
  const [from, to] = [startOfDay(s.from), endOfDay(s.to)]
  return Math.min(1, Math.max(0, (now - from) / (to - from)))
}

const whenOf = (s: Stage, t: Translate, language: Language): string => {
  if (s.to !== null) return t('office.stage.to', { day: sayDay(s.to, language) })
  return s.from === null ? t('office.stage.none') : t('office.stage.from', { day: sayDay(s.from, language) })
}

export const railStages = (definition: ResolvedDefinition, now: Instant, t: Translate, language: Language): RailStage[] => {
  const stages = rulesOf(definition, 'stage')
  const current = currentOf(stages, dayOf(now))
  return stages.map((s, i) => {
    const share = i === current ? shareOf(s, now) : undefined
    return { name: s.name[language], when: whenOf(s, t, language), standing: i < current || current < 0 ? 'done' : i === current ? 'now' : 'later', ...(share !== undefined && { share }) }
  })
}
