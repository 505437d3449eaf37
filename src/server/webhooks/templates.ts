/**
 * What each receiver wants and how it says yes.
 * 企业微信 (developer.work.weixin.qq.com/document/path/91770): the key stands in the address; `errcode` 0.
 * 钉钉 (open.dingtalk.com, custom robot, 加签): milliseconds and Base64(HMAC-SHA256(secret, time \n secret)) in the address; `errcode` 0.
 * 飞书 (open.feishu.cn, custom bot, 签名校验): seconds in the body, and Base64 of an HMAC-SHA256 over nothing whose key is time \n secret; `code` 0.
 * JSON: ours; signed over `time.body`, as seconds.
 */
import { createHmac } from 'node:crypto'
import { hookText, type HookLine, type WebhookTemplate } from '#core/news/webhook'

export interface Message { readonly id: string; readonly lines: readonly HookLine[]; readonly language: 'zh' | 'en'; readonly isTest: boolean; /** Where one signs in. */ readonly link: string }
interface Made { readonly address: string; readonly body: string; readonly headers: Readonly<Record<string, string>> }
type Make = (m: Message, address: string, secret: string | null, now: number) => Made

const text = (m: Message): string => hookText(m.lines, m.language, m.link, m.isTest)
const hmac = (key: string, over: string): Buffer => createHmac('sha256', key).update(over).digest()

const dingtalkAddress = (address: string, secret: string | null, now: number): string => {
  if (secret === null) return address
  const url = new URL(address)
  url.searchParams.set('timestamp', String(now))
  url.searchParams.set('sign', hmac(secret, `${now}\n${secret}`).toString('base64'))
  return url.href
}

export const templates: Readonly<Record<WebhookTemplate, Make>> = {
  wecom: (m, address) => ({ address, headers: {}, body: JSON.stringify({ msgtype: 'text', text: { content: text(m) } }) }),
  dingtalk: (m, address, secret, now) => ({ address: dingtalkAddress(address, secret, now), headers: {}, body: JSON.stringify({ msgtype: 'text', text: { content: text(m) } }) }),
  feishu: (m, address, secret, now) => {
    const seconds = String(Math.floor(now / 1000))
    return { address, headers: {}, body: JSON.stringify({ ...(secret === null ? {} : { timestamp: seconds, sign: hmac(`${seconds}\n${secret}`, '').toString('base64') }), msg_type: 'text', content: { text: text(m) } }) }
  },
  json: (m, address, secret, now) => {
    const seconds = String(Math.floor(now / 1000))
    const body = JSON.stringify({ format: 'xuanshu-news/1', id: m.id, test: m.isTest, sentAt: now, link: m.link, news: m.lines })
    return { address, headers: { 'x-xuanshu-timestamp': seconds, 'x-xuanshu-delivery': m.id, 'x-xuanshu-signature': `sha256=${hmac(secret ?? '', `${seconds}.${body}`).toString('hex')}` }, body }
  },
}

const numberIn = (answer: string, key: string): number | null => {
  try {
    const value = (JSON.parse(answer) as Record<string, unknown>)[key]
    return typeof value === 'number' ? value : null
  } catch {
    return null
  }
}
/** Null: it was taken. Messengers answer 200 and say no in the body. */
export const refusedAnswer = (template: WebhookTemplate, status: number, answer: string): string | null => {
  if (status < 200 || status > 299) return `HTTP ${status}`
  if (template === 'json') return null
  const key = template === 'feishu' ? 'code' : 'errcode'
  const said = numberIn(answer, key)
  return said === 0 ? null : said === null ? `no ${key} in the answer` : `${key} ${said}`
}
