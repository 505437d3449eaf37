/** How long a public notice or the time for objections lasts: 公示5个工作日, 一周, 15天内为异议期. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Doubt, Found, Page } from './page'

export interface PublicNoticeFact { days: number; unit: 'workingDays' | 'days' | 'said' }

const lengths = new RegExp(`(${numberPattern}) ?(?:个)?(工作日|自然日|天|日|周|星期)(?!前|以前|之前|\\d)`, 'gu')
const about = /公示|异议/u

/** The length in the page's words; a range of dates alone names none. */
export function recognisePublicNotice(page: Page): Found<PublicNoticeFact> | undefined {
  for (const sentence of page.sentences) {
    if (!about.test(sentence.text)) continue
    for (const m of sentence.text.matchAll(lengths)) {
      const before = sentence.text.slice(Math.max(0, m.index - 24), m.index), after = sentence.text.slice(m.index, m.index + 26)
      const number = numberOf(m[1] ?? '')
      if (number === undefined || number === 0 || /[月年\d]$/u.test(before) || !(about.test(before) || about.test(after))) continue
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
