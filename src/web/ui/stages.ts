/** Stages of the definition as the band shows them: which are over, which is now, how far it has come. */
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { dayOf, type CalendarDay, type Instant } from '#core/kernel/instant'
import type { Language } from '../text/language'
import type { Translate } from '../text/use-text'
import type { RailStage } from './activity-band'
import { sayDay } from './say-time'
import { stageStandings } from './stage-standings'

interface Dated { readonly from: CalendarDay | null; readonly to: CalendarDay | null }

const whenOf = (s: Dated, t: Translate, language: Language): string => {
  if (s.to !== null) return t('common.stage.to', { day: sayDay(s.to, language) })
  return s.from === null ? t('common.stage.none') : t('common.stage.from', { day: sayDay(s.from, language) })
}

export const railStages = (definition: ResolvedDefinition, now: Instant, t: Translate, language: Language): RailStage[] =>
  stageStandings(rulesOf(definition, 'stage'), dayOf(now)).map(({ stage, standing, share }) =>
    ({ name: stage.name[language], when: whenOf(stage, t, language), standing, ...(share === null ? {} : { share }) }))
