/** How long a public notice or the time for objections lasts: 公示5个工作日, 一周, 15天内为异议期. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import type { Doubt, Found, Page } from './page'

export interface PublicNoticeFact { days: number; unit: 'workingDays' | 'days' | 'said' }

const lengths = new RegExp(`(${numberPattern}) ?(?:个)?(工作日|自然日|天|日|周|星期)(?!前|以前|之前|\\d)`, 'gu')
const about = /公示|异议/u

/** The length in the page's words; a range of dates alone names none. */
export function recognisePublicNotice(page: Page): Found<PublicNoticeFact> | undefined {
  for (const sentence of page.sentences) {
    if (!about.test(sentence.text)) continue
    for (const m of sentence.text.matchAll(lengths)) {
      // (5个工作日) behind the days of the notice
      const before = sentence.text.slice(Math.max(0, m.index - (sentence.text.charAt(m.index - 1) === '(' ? 64 : 24)), m.index), after = sentence.text.slice(m.index, m.index + 26)
      const number = numberOf(m[1] ?? '')
      if (number === undefined || number === 0 || /[月年\d]$|[日号]?(?:-|至|到) ?$|(?:公示|异议)(?:期|截止|结束|开始|公布|发布)?前$|截止(?:时间|日期|之日)?前 ?$/u.test(before) || !(about.test(before) || about.test(after))) continue
      if (/两年|投诉|答复|处理/u.test(after.slice(0, 12)) && !about.test(before)) continue
      const week = /周|星期/u.test(m[2] ?? '')
      const unit = m[2] === '工作日' ? 'workingDays' as const : m[2] === '自然日' ? 'days' as const : 'said' as const
      const days = week ? number * 7 : number
      const doubts: Doubt[] = unit === 'said' ? [{ at: '', what: { zh: `公示${m[0]}：按自然日还是工作日计算？`, en: `Public notice of ${String(days)} days: calendar days or working days?` }, readings: [`${String(days)}个自然日`, `${String(days)}个工作日`] }] : []
      return { value: { days, unit }, from: sentence.from, to: sentence.to, ...(doubts.length > 0 ? { doubts } : {}) }
    }
  }
  return undefined
}

/** Whose notice a sentence speaks of: the workplace's, the nominating unit's, or the host's own. */
const levelIn = (text: string): 'unit' | 'nominator' | undefined => (/(?:所在单位|本单位|单位内部?|完成单位)[^,。;]{0,12}公示/u.test(text) ? 'unit' : /(?:推荐|提名|申报)单位[^,。;]{0,16}公示/u.test(text) ? 'nominator' : undefined)
const scopeIn = (text: string): string | undefined => /在((?:一定|适当|本单位|本系统|本地区|全[校院省市县])(?:的)?范围内?)(?:进行)?公示/u.exec(text)?.[1]

/** The first of each level; 天 is asked, a week counts as seven calendar days unless somebody says otherwise. */
export const recognisePublicNotices = (page: Page): Found<RuleDraft<'publicNotice'>>[] => {
  const all = page.sentences.flatMap((s) => noticeIn({ ...page, sentences: [s] }, s.text))
  return all.filter((f, i) => all.findIndex((o) => o.value.at === f.value.at) === i)
}

const noticeIn = (page: Page, text: string): Found<RuleDraft<'publicNotice'>>[] => {
  const found = recognisePublicNotice(page)
  if (found === undefined) return []
  const { value: { days, unit }, from, to } = found
  const [at, scope] = [levelIn(text), scopeIn(text)]
  const clock = /(\d{1,2})[:时点](\d{2})?分? ?(?:止|结束|截止)/u.exec(text)
  const endsAt = clock === null ? undefined : `${(clock[1] ?? '').padStart(2, '0')}:${clock[2] ?? '00'}`
  const doubt: Doubt = { at: 'count', what: { zh: `公示 ${String(days)} 天：按自然日还是工作日计算？`, en: `Public notice of ${String(days)} days: calendar days or working days?` }, readings: ['calendar', 'working'] }
  return [{ value: { kind: 'publicNotice', id: at === undefined ? 'public-notice' : `public-notice-${at}`, ...(at === undefined ? {} : { at }), days, count: unit === 'workingDays' ? 'working' : 'calendar', ...(scope === undefined ? {} : { scope: asWritten(scope) }), ...(endsAt === undefined ? {} : { endsAt }) }, from, to, ...(unit === 'said' ? { doubts: [doubt] } : {}) }]
}
