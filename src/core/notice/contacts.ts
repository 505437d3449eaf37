/** How many persons or named desks can be asked; the footer of the page that republished the notice is none. */
import type { Prepared, Span } from '../text/prepare'

const footer = /(?:来源|原文链接|版权声明|主办单位:[^\n]*版权|技术支持|ICP备)/u
const named = /联系人(?:及(?:电话|联系方式))?[: ]([^\n。;]*?)(?=$|\n|。|;|联系人|(?:联系)?电话|手机|邮箱|电子邮箱|地址|\d{3,4}-|[\dx]{7,})/gu
const phone = /(?:联系|咨询|监督)?电话[: ]?[\dx(]|\d{3,4}-[\dx]{6,8}|[\dx]{7,11}/u
const person = /[一-鿿]{1,4}[x*某X]{1,2}(?:[一-鿿]{0,3})?|[一-鿿]{2,4}(?:老师|同志|主任)?/gu

/** Contacts and where they stand. */
export function contactsOf(prepared: Prepared, span: Span): { count: number; at?: Span } {
  const whole = prepared.text.slice(span.from, span.to)
  const end = whole.search(footer)
  const text = end < 0 ? whole : whole.slice(0, end)
  let count = 0, at: Span | undefined
  for (const m of text.matchAll(named)) {
    const names = (m[1] ?? '').match(person) ?? []
    if (names.length === 0) continue
    count += names.length
    at ??= { from: span.from + m.index, to: span.from + m.index + m[0].length }
  }
  if (count > 0) return at === undefined ? { count } : { count, at }
  const heading = /联系方式[^\n]*\n([^\n]+)/u.exec(text)
  const line = heading?.[1] !== undefined && phone.test(heading[1]) ? { text: heading[1], from: heading.index + heading[0].length - heading[1].length } : undefined
  const desk = line ?? (() => { const m = /(?:联系|咨询)电话[: ]?[\dx][^\n。]*/u.exec(text); return m === null ? undefined : { text: m[0], from: m.index } })()
  return desk === undefined ? { count: 0 } : { count: 1, at: { from: span.from + desk.from, to: span.from + desk.from + desk.text.length } }
}
