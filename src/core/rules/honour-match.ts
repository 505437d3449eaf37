/** Honours a candidate has had, against the honours that a rule names. */
import { z } from 'zod'
import type { CalendarDay } from '../kernel/instant'
import type { Words } from '../kernel/finding'
import type { Honour } from './case'
import { words } from './rule-base'

/** Levels an honour can have, lowest first. */
export const honourLevels = ['unit', 'city', 'province', 'national'] as const
export type HonourLevel = (typeof honourLevels)[number]
export const levelNames: Readonly<Record<HonourLevel, Words>> = { unit: { zh: '单位级', en: 'of a unit' }, city: { zh: '市级', en: 'of a city' }, province: { zh: '省级', en: 'provincial' }, national: { zh: '国家级', en: 'national' } }

/** Which honours count; without titles any honour of the level does. */
export const honourTerms = {
  titles: z.array(words).min(1).optional(),
  /** This level or above. */
  level: z.enum(honourLevels).optional(),
}
export interface HonourTerms { readonly titles?: readonly Words[] | undefined; readonly level?: HonourLevel | undefined }

const bare = (name: string): string => name.replace(/[《》“”"\s]/gu, '').toLowerCase()
/** A person writes a title with or without its year and quotes: one name within the other is the same honour. */
const sameTitle = (said: string, title: Words): boolean => [title.zh, title.en].some((t) => bare(said) !== '' && (bare(said).includes(bare(t)) || bare(t).includes(bare(said))))

export const honourFits = (h: Honour, terms: HonourTerms): boolean =>
  (terms.titles === undefined || terms.titles.some((t) => sameTitle(h.name, t)))
  && (terms.level === undefined || (h.level !== undefined && honourLevels.indexOf(h.level as HonourLevel) >= honourLevels.indexOf(terms.level)))

export const sayHonours = (t: HonourTerms): Words => {
  const level = t.level === undefined ? { zh: '', en: '' } : { zh: `${levelNames[t.level].zh}及以上`, en: `${levelNames[t.level].en} or higher` }
  if (t.titles === undefined) return t.level === undefined ? { zh: '荣誉', en: 'an honour' } : { zh: `${level.zh}荣誉`, en: `an honour ${level.en}` }
  return { zh: `${level.zh}“${t.titles.map((x) => x.zh).join('”“')}”`, en: `${t.titles.map((x) => x.en).join(' or ')}${t.level === undefined ? '' : ` (${level.en})`}` }
}

export const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4))
export const sayHonour = (h: Honour): string => `${h.name}（${h.year}）`
