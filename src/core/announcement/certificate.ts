/** 证书: what it says, in which words, and the hash that names exactly this. */
import { hashOf } from '../kernel/canonical'
import { sayDay, type CalendarDay } from '../kernel/instant'
import type { Words } from '../kernel/finding'

/** All that the register holds of an honour and a certificate shows. */
export interface CertificateFacts {
  readonly number: string
  readonly name: string
  /** 工作单位 */
  readonly unit: string
  readonly award: Words
  readonly campaign: Words
  readonly year: number
  readonly issuers: readonly Words[]
  readonly givenOn: CalendarDay
}

/** Printed on the certificate and shown by the check page: one sign changed, and it is another. */
export const certificateHash = ({ number, name, unit, award, campaign, year, issuers, givenOn }: CertificateFacts): string => hashOf({ number, name, unit, award, campaign, year, issuers, givenOn })

const digits = '〇一二三四五六七八九'
const upTo99 = (n: number): string => (n < 10 ? digits[n]! : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`)
/** `二〇二六年十一月二十二日` */
export const chineseDay = (day: CalendarDay): string => {
  const [year = '', month = '1', date = '1'] = day.split('-')
  return `${[...year].map((d) => digits[Number(d)]).join('')}年${upTo99(Number(month))}月${upTo99(Number(date))}日`
}

const unquoted = (text: string): string => text.replace(/^[“"「]|[”"」]$/gu, '')
/** 称号 stands behind a title, not behind what is called a prize or a title already. */
const asTitle = (award: string): string => (/(?:奖|称号|奖章|勋章|荣誉)[”」]?(?:（[^）]*）)?$/u.test(unquoted(award)) ? `“${unquoted(award)}”` : `“${unquoted(award)}”称号`)
const withYear = (campaign: string, year: number): string => (campaign.includes(String(year)) ? campaign : `${year}年${campaign}`)

/** The sentence between the name and 特颁此证. */
export const certificateWords = (f: CertificateFacts): Words => ({
  zh: `在${withYear(f.campaign.zh, f.year)}中，事迹突出，经推荐、评选和公示，授予${asTitle(f.award.zh)}。`,
  en: f.award.en === f.award.zh ? '' : `Awarded the honour of ${f.award.en}, ${sayDay(f.givenOn).en}`,
})

/** Whoever knows a number alone learns no name: the first sign of it, and always two stars. */
export const maskedName = (name: string): string => `${[...name][0] ?? ''}＊＊`

/** Behind the QR: the number tells which, the code that it was read from the certificate. */
export const checkPath = (at: { readonly number: string; readonly code: string }): string => `/check?n=${encodeURIComponent(at.number)}&c=${at.code}`
