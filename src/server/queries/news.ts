import { countUnreadNews, listNews as listNewsOperation, readNewsSettings } from '#contract/operations/news'
import { groupTerms, newsGroups } from '#core/news/kinds'
import { reachedBy } from '#core/news/mail-address'
import { MOST_A_DAY } from '#core/news/plan'
import { sayNews } from '#core/news/say'
import { usualSettings } from '#core/news/settings'
import { whereOf } from '#core/news/where'
import { query } from '../handler'
import { countElsewhere, countUnread, listNews, readSettings } from '../store/news'

const PAGE = 30

export const listNewsQuery = query(listNewsOperation, async ({ query: { unread, before } }, { q, actor }) => {
  const rows = await listNews(q, actor, { unread: unread === 'yes', before: before ?? null, most: PAGE + 1 })
  return {
    news: rows.slice(0, PAGE).map((r) => ({
      newsId: r.newsId, kind: r.kind, say: sayNews(r.kind, r.detail), at: r.at, read: r.readAt !== null, campaign: r.campaign, unit: r.unit, candidate: r.candidate, to: whereOf(r.kind, actor.role, r, r.detail.what),
    })),
    unread: await countUnread(q, actor), elsewhere: await countElsewhere(q, actor), more: rows.length > PAGE,
  }
})
export const countUnreadQuery = query(countUnreadNews, async (_, { q, actor }) => ({ unread: await countUnread(q, actor) }))

export const readNewsSettingsQuery = query(readNewsSettings, async (_, { q, actor }) => {
  const row = await readSettings(q, actor.accountId)
  return {
    settings: row.settings ?? usualSettings, own: row.address, asked: row.askedAddress, reached: reachedBy(row), mostADay: MOST_A_DAY,
    groups: newsGroups.filter((g) => groupTerms[g].roles.some((r) => row.roles.includes(r))).map((group) => ({ group, name: groupTerms[group].name, holds: groupTerms[group].holds, must: groupTerms[group].must })),
  }
})
