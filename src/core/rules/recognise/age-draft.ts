/** Limits of age in words → the rule. Years need the day on which they count; where the notice names none, it is asked. */
import { datesOf, isoOf } from '../../text/dates'
import { recogniseAge } from './age'
import type { RuleDraft } from './draft'
import { propertyOf, subsetOf } from './named'
import type { Doubt, Found, Page } from './page'

const counted = /(?:截至|截止到?|截止至|以|按|年龄计算)[^。;]{0,4}$/u

/** The day years are counted on: 截至2026年1月1日. */
export const onDay = (page: Page, from: number, to: number): string | undefined => {
  const text = page.prepared.text.slice(from, to)
  const date = datesOf(text).find((d) => counted.test(text.slice(0, d.from)))
  const day = date?.readings[0]
  // Of a day without a year, in a notice without one, no age can be counted.
  return day === undefined || (day.year ?? page.year?.value) === undefined ? undefined : isoOf(day, page.year?.value).slice(0, 10)
}

export const recogniseAgeRules = (page: Page): Found<RuleDraft<'age'>>[] => {
  const found = recogniseAge(page)
  if (found === undefined) return []
  const { exempt, variants, ...limits } = found.value
  const on = onDay(page, found.from, found.to)
  const needsDay = on === undefined && (limits.min !== undefined || (limits.max !== undefined && limits.bornOnOrAfter === undefined && limits.bornAfter === undefined))
  const year = page.year?.value
  const doubts: Doubt[] = [...(found.doubts ?? []), ...(needsDay && year !== undefined ? [{ at: 'on', what: { zh: '年龄计算到哪一天？', en: 'On which day is age counted?' }, readings: [`${String(year)}-01-01`, `${String(year)}-12-31`] }] : [])]
  return [{
    value: { kind: 'age', id: 'age', ...limits, ...(on === undefined ? {} : { on }), ...(exempt === undefined ? {} : { exempt: exempt.map(propertyOf) }), ...(variants === undefined ? {} : { variants: variants.map(({ what, ...v }) => ({ of: subsetOf(what), ...v })) }) },
    from: found.from, to: found.to, ...(doubts.length > 0 ? { doubts } : {}),
  }]
}
