/** Clock times: 16:00, 下午5点, 下午17:00, 16:00点, 24时, 九点半. 下班前 names no hour: the office's closing hour is a setting. */
import { numberOf } from './numerals'

export interface Clock { readonly hour: number; readonly minute: number }

const pattern = /[ ,]?(上午|下午|晚上|晚间|晚|中午|凌晨|早上|早)?(?:北京时间)?(\d{1,2}|[零一二两三四五六七八九十]{1,3})(?:(?::(\d{2}))(?:[点时分整])?|(?:点|时)(?:(\d{1,2})分|(半)|(整|钟))?)(?!间)/uy

/** The clock time that begins at a place. */
export function clockAt(text: string, at: number): { clock: Clock; to: number } | undefined {
  pattern.lastIndex = at
  const m = pattern.exec(text)
  if (m === null) return undefined
  let hour = numberOf(m[2] ?? '') ?? 99
  const minute = Number(m[3] ?? m[4] ?? (m[5] === undefined ? 0 : 30))
  if ((/下午|晚/u.test(m[1] ?? '') && hour < 12) || (/晚/u.test(m[1] ?? '') && hour === 12)) hour += 12
  if (m[1] === '中午' && hour < 3) hour += 12
  return hour > 24 || minute > 59 ? undefined : { clock: { hour, minute }, to: at + m[0].length }
}
