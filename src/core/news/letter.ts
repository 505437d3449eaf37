/** News by mail: few words and one way. No name of a person is ever in it: a mailbox may be shared, and a letter is read by many machines. */
import type { Words } from '../kernel/finding'
import { oneLine, type Letter } from '../mobilisation/letter'
import type { NewsDetail, NewsKind } from './kinds'
import { sayNews } from './say'

export interface LetterNews { readonly kind: NewsKind; readonly detail: NewsDetail; /** Null: of no campaign. */ readonly campaign: Words | null; /** Of a unit, for an office that reads of several; empty: the reader's own. */ readonly unit: string }

/** More lines than these nobody reads: the rest is counted, and stands in the product. */
export const MOST_LINES = 20

interface Counted { readonly said: Words; readonly about: Words; readonly times: number }
/** The same said twice of one campaign and unit is one line with a number. */
const counted = (news: readonly LetterNews[]): Counted[] => {
  const lines = new Map<string, Counted>()
  for (const n of news) {
    const said = sayNews(n.kind, n.detail)
    const about = { zh: [n.campaign?.zh, n.unit].filter(Boolean).map((w) => oneLine(w!)).join('，'), en: [n.campaign?.en, n.unit].filter(Boolean).map((w) => oneLine(w!)).join(', ') }
    const key = `${said.zh}\n${about.zh}`
    lines.set(key, { said, about, times: (lines.get(key)?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}

const line = ({ said, about, times }: Counted): Words => ({
  zh: `· ${said.zh}${times === 1 ? '' : `（${times} 件）`}${about.zh === '' ? '' : `：${about.zh}`}`, en: `· ${said.en}${times === 1 ? '' : ` (${times})`}${about.en === '' ? '' : `: ${about.en}`}`,
})

/** @param address of the list of news @param settings where one sets how they come */
export const newsLetter = (news: readonly LetterNews[], { digest, address, settings }: { readonly digest: boolean; readonly address: string; readonly settings: string }): Letter => {
  const lines = counted(news)
  const shown = lines.slice(0, MOST_LINES).map(line)
  const rest = lines.slice(MOST_LINES).reduce((n, l) => n + l.times, 0)
  const [first] = lines as [Counted, ...Counted[]]
  const subject: Words = digest ? { zh: `今日通知汇总：${news.length} 条`, en: `Digest: ${news.length} new` } : lines.length === 1 ? { zh: `${first.said.zh}${first.times === 1 ? '' : `（${first.times} 件）`}`, en: first.said.en } : { zh: `${first.said.zh}等 ${news.length} 条通知`, en: `${first.said.en}, and ${news.length - first.times} more` }
  return {
    subject: oneLine(subject.zh),
    text: [
      ...shown.map((l) => l.zh), ...(rest === 0 ? [] : [`· 另有 ${rest} 条，请登录后看`]), '', '请登录后查看和办理：', address, '', `多久发一次邮件、夜里发不发，可以自己设：${settings}`, '此信由活动办公系统自动发出，不收回信；信里没有能用来登录的内容。',
      '', '- - -', '', subject.en, '', ...shown.map((l) => l.en), ...(rest === 0 ? [] : [`· ${rest} more: sign in to read them`]), '', 'Sign in to read and act:', address, '', `How often you are mailed, and whether at night, is yours to set: ${settings}`, 'Sent by the campaign system; replies are not read; nothing in it lets anybody in.', '',
    ].join('\n'),
  }
}
