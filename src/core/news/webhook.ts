/** 群机器人: what is asked of its address, what a message says, and how long is tried. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { oneLine } from '../mobilisation/letter'
import type { NewsDetail, NewsGroup, NewsKind } from './kinds'
import { sayNews } from './say'

export const webhookTemplates = ['wecom', 'dingtalk', 'feishu', 'json'] as const
export type WebhookTemplate = (typeof webhookTemplates)[number]
/** An office hears of its own campaigns; of jurors’ work only that a round was closed. */
export const webhookGroups = ['work', 'campaign', 'jury'] as const satisfies readonly NewsGroup[]

/** Several within these minutes are one message. */
export const HOOK_BUNDLE_MINUTES = 1
export const MOST_MESSAGE_LINES = 20
/** The smallest limit of the messengers (WeCom, text: 2048 bytes), with room for the frame. */
const MOST_BYTES = 1800
const MINUTE = 60
/** Seconds after the first, second … failed try; after the last it is given up. */
export const usualHookPauses: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE, 1440 * MINUTE, 1440 * MINUTE]
/** Everything failed for so long: it is switched off. */
export const STOP_AFTER_DAYS = 3
export const LEAST_SECRET = 16
/** Of one webhook: nobody floods a group by this button. */
export const TESTS_AN_HOUR = 20

export interface HookLine { readonly kind: NewsKind; readonly say: string; readonly campaign: string; readonly unit: string; readonly at: number }
export interface HookNews { readonly kind: NewsKind; readonly detail: NewsDetail; readonly campaign: Words | null; readonly unit: string | null; readonly at: number }

const LONGEST = 40
/** Names come from others: nothing in them is a command of the messenger, as `<at …>` would be. */
const plain = (text: string): string => { const letters = [...oneLine(text).replaceAll('<', '＜').replaceAll('>', '＞')]; return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…` }

/** Nothing of a person: the sentence, the campaign and the unit. */
export const hookLine = (n: HookNews, language: 'zh' | 'en'): HookLine => ({ kind: n.kind, say: sayNews(n.kind, n.detail)[language], campaign: n.campaign === null ? '' : plain(n.campaign[language]), unit: n.unit === null ? '' : plain(n.unit), at: n.at })

const bytes = (text: string): number => [...text].reduce((n, c) => { const p = c.codePointAt(0)!; return n + (p < 0x80 ? 1 : p < 0x800 ? 2 : p < 0x1_0000 ? 3 : 4) }, 0)

/** As people read it in a group. Bots that look for a keyword find 选树. */
export const hookText = (lines: readonly HookLine[], language: 'zh' | 'en', address: string, isTest: boolean): string => {
  const head = isTest ? { zh: '【选树】测试消息：能看到这一条，就是接通了。', en: '【选树】Test: if you can read this, it works.' }[language] : '【选树】'
  const shown: string[] = []
  let size = 0
  for (const l of lines) {
    const line = `${shown.length + 1}. ${l.say}${[l.unit, l.campaign].filter(Boolean).map((w) => ` · ${w}`).join('')}`
    if (shown.length === MOST_MESSAGE_LINES || size + bytes(line) > MOST_BYTES - 200) break
    size += bytes(line) + 1
    shown.push(line)
  }
  const rest = lines.length - shown.length
  return [head, ...shown, ...(rest === 0 ? [] : [language === 'zh' ? `另有 ${rest} 条` : `and ${rest} more`]), `${language === 'zh' ? '登录查看：' : 'Sign in: '}${address}`].join('\n')
}

const no = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `webhook.${code}`, rule: null, strength: 'block', at: { field }, what, mend })

export interface HookAsked { readonly template: WebhookTemplate; /** Null: as it was. */ readonly address: { readonly protocol: string; readonly isPlain: boolean; readonly isInside: boolean } | 'none' | null; readonly secret: string | null; readonly hasSecret: boolean; readonly groups: readonly string[] }
/** Empty: it can be kept. @param allowed what the operator of the installation allows */
export const judgeHook = (h: HookAsked, allowed: { readonly http: boolean; readonly inside: boolean }): Finding[] => [
  ...(h.address === 'none' || (h.address !== null && (!['https:', 'http:'].includes(h.address.protocol) || !h.address.isPlain)) ? [no('address', 'address', ['这不是一个能用的地址', 'This is no address that can be used'], ['请把机器人给的地址整段复制过来，以 https:// 开头，不带用户名和密码。', 'Copy the whole address the bot gives, beginning with https://, without user name or password.'])] : []),
  ...(h.address !== null && h.address !== 'none' && h.address.protocol === 'http:' && !allowed.http ? [no('http', 'address', ['地址不是 https', 'The address is not https'], ['请用 https:// 开头的地址。确须用 http 的，请系统管理员在服务器上允许。', 'Use an address beginning with https://. Where http is needed, the operator of the server can allow it.'])] : []),
  ...(h.address !== null && h.address !== 'none' && h.address.isInside && !allowed.inside ? [no('inside', 'address', ['这是单位内网或本机的地址', 'This address lies inside a private network'], ['请用公网上的地址。确须发往内网的，请系统管理员在服务器上允许。', 'Use a public address. Where an inner one is needed, the operator of the server can allow it.'])] : []),
  ...(h.template === 'json' && (h.secret === null ? !h.hasSecret : h.secret.length < LEAST_SECRET) ? [no('secret', 'secret', ['签名密钥没有填，或太短', 'The signing secret is missing or too short'], [`自己的接口要用密钥核对签名：请填至少 ${LEAST_SECRET} 个字符。`, `Your interface checks the signature by it: give at least ${LEAST_SECRET} characters.`])] : []),
  ...(h.groups.length === 0 ? [no('groups', 'groups', ['没有选发哪些', 'Nothing is chosen to be sent'], ['请至少选一类。', 'Choose at least one.'])] : []),
]
export const tooManyTests = (most: number): Finding => no('tests', 'test', [`一小时里已经发过 ${most} 条测试`, `${most} tests were sent within an hour`], ['请过一会儿再试；没有送到的原因在发送记录里。', 'Wait a while; why one did not arrive stands in the record.'])
