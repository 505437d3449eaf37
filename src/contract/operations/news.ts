import { z } from 'zod'
import { newsGroups } from '#core/news/kinds'
import { mailModes } from '#core/news/settings'
import { operation } from '../operation'
import { id, instant, words } from '../shapes'

const hour = z.int().min(0).max(23)
const mode = z.enum(mailModes)
const settings = z.object({ modes: z.record(z.enum(newsGroups), mode), digestHour: hour, quietFrom: hour, quietTo: hour })

export const listNews = operation({
  id: 'news.list', method: 'GET', path: '/api/news', who: 'signedIn',
  summary: { zh: '我的消息通知，新的在前', en: 'One’s own news, the newest first' },
  query: z.object({ unread: z.enum(['yes', 'no']).default('no'), before: id.optional() }),
  answer: z.object({
    news: z.array(z.object({
      newsId: id, kind: z.string(), say: words, at: instant, read: z.boolean(),
      campaign: words.nullable(), unit: z.string().nullable(), /** Only for those who may read it. */ candidate: z.string().nullable(),
      /** Where it leads. */
      to: z.string(),
    })),
    unread: z.int(),
    /** Unread in other roles of the same person. */
    elsewhere: z.int(),
    more: z.boolean(),
  }),
})
export const countUnreadNews = operation({
  id: 'news.count', method: 'GET', path: '/api/news/unread', who: 'signedIn',
  summary: { zh: '还有几条没有读', en: 'How many are unread' },
  answer: z.object({ unread: z.int() }),
})
export const markNews = operation({
  id: 'news.mark', method: 'POST', path: '/api/news/marks', who: 'signedIn',
  summary: { zh: '标为已读或未读', en: 'Mark as read or unread' },
  body: z.object({ newsIds: z.array(id).min(1).max(200), read: z.boolean() }),
  answer: z.object({ unread: z.int() }),
})
export const markAllNews = operation({
  id: 'news.markAll', method: 'POST', path: '/api/news/all-read', who: 'signedIn',
  summary: { zh: '全部标为已读', en: 'Mark all as read' },
  answer: z.object({ marked: z.int() }),
})
export const readNewsSettings = operation({
  id: 'news.settings', method: 'GET', path: '/api/account/news-settings', who: 'signedIn',
  summary: { zh: '我的通知设置', en: 'How one’s own news comes by mail' },
  answer: z.object({
    settings,
    /** What concerns the person’s roles. */
    groups: z.array(z.object({ group: z.enum(newsGroups), name: words, holds: words, /** Why it cannot be switched off. */ must: words.nullable() })),
    /** Where it goes now; null: nowhere. `shared`: the mailbox of the unit. */
    reached: z.object({ address: z.string(), shared: z.boolean() }).nullable(),
    /** One’s own, confirmed. */
    own: z.string().nullable(),
    /** Waits for its code. */
    asked: z.string().nullable(),
    mostADay: z.int(),
  }),
})
export const saveNewsSettings = operation({
  id: 'news.saveSettings', method: 'PUT', path: '/api/account/news-settings', who: 'signedIn',
  summary: { zh: '改通知设置', en: 'Change how one’s own news comes by mail' },
  body: settings,
})
export const askMailAddress = operation({
  id: 'news.askAddress', method: 'POST', path: '/api/account/mail-address', who: 'signedIn',
  summary: { zh: '填自己的邮箱；验证码发到那里', en: 'State an address of one’s own; a code is sent there' },
  body: z.object({ address: z.string().trim().max(254) }),
})
export const confirmMailAddress = operation({
  id: 'news.confirmAddress', method: 'POST', path: '/api/account/mail-address/code', who: 'signedIn',
  summary: { zh: '用验证码确认自己的邮箱', en: 'Confirm one’s own address by its code' },
  body: z.object({ code: z.string().trim().regex(/^\d{6}$/) }),
  /** False: the code is wrong, too old, or was tried too often. */
  answer: z.object({ confirmed: z.boolean() }),
})
export const removeMailAddress = operation({
  id: 'news.removeAddress', method: 'DELETE', path: '/api/account/mail-address', who: 'signedIn',
  summary: { zh: '去掉自己的邮箱', en: 'Take one’s own address away' },
})
