import { readAccount } from '#contract/operations/account'
import { sayDevice } from '#core/access/device'
import { sayNews, type NewsDetail, type NewsKind } from '#core/access/account-news'
import { proofWays } from '#core/access/ways-in'
import { query } from '../handler'
import { needsTwoSteps, readWaysIn } from '../store/accounts'
import type { Queries } from '../store/database'

interface NewsRow { readonly newsId: string; readonly kind: NewsKind; readonly detail: NewsDetail; readonly at: number }
const told = ({ detail, ...row }: NewsRow) => ({ ...row, say: sayNews(row.kind, detail) })
const SHOWN = 20

/** Changes that another session made and this person has not seen. */
export const unseenNews = async (q: Queries, accountId: string, session: Buffer) =>
  (await q.rows<NewsRow>(`SELECT id AS "newsId", kind, detail, at FROM account_news WHERE account_id = $1 AND seen_at IS NULL AND made_in IS DISTINCT FROM $2 ORDER BY at DESC LIMIT ${SHOWN}`, [accountId, session])).map(told)

interface Row { readonly login: string; readonly personName: string; readonly hasPassword: boolean; readonly totpSince: number | null; readonly madeAt: number | null }
interface SessionLine { readonly sessionId: string; readonly device: string; readonly beganAt: number; readonly lastUsedAt: number; readonly here: boolean }

export const readAccountQuery = query(readAccount, async (_, { q, services, session, actor }) => {
  const { accountId } = actor
  const { oidc } = services
  const row = (await q.row<Row>(
    `SELECT login, person_name AS "personName", password_hash IS NOT NULL AS "hasPassword", totp_confirmed_at AS "totpSince", (SELECT max(made_at) FROM recovery_codes r WHERE r.account_id = a.id) AS "madeAt" FROM accounts a WHERE id = $1`, [accountId]))!
  const passkeys = await q.rows<{ passkeyId: string; name: string; synced: boolean; createdAt: number; lastUsedAt: number | null }>(
    `SELECT id AS "passkeyId", name, synced, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkeys WHERE account_id = $1 ORDER BY created_at`, [accountId])
  const link = oidc === null ? undefined : await q.row<{ since: number; used: number | null }>(`SELECT created_at AS since, last_used_at AS used FROM oidc_links WHERE account_id = $1 AND issuer = $2`, [accountId, oidc.issuer])
  const sessions = await q.rows<SessionLine>(
    `SELECT id AS "sessionId", device, created_at AS "beganAt", last_used_at AS "lastUsedAt", token_hash = $2 AS here FROM sessions WHERE account_id = $1 AND expires_at > clock_timestamp() ORDER BY token_hash = $2 DESC, last_used_at DESC`, [accountId, session!.tokenHash])
  const news = await q.rows<NewsRow>(`SELECT id AS "newsId", kind, detail, at FROM account_news WHERE account_id = $1 ORDER BY at DESC LIMIT ${SHOWN}`, [accountId])
  const ways = await readWaysIn(q, accountId, oidc?.issuer ?? null)
  return {
    login: row.login, personName: row.personName, hasPassword: row.hasPassword, totpSince: row.totpSince, passkeys, twoSteps: await needsTwoSteps(q, accountId),
    oidc: oidc === null ? null : { label: oidc.label, linkedSince: link?.since ?? null, lastUsedAt: link?.used ?? null },
    recoveryCodes: row.madeAt === null ? null : { left: ways.recoveryCodes, madeAt: row.madeAt },
    sessions: sessions.map(({ device, ...s }) => ({ ...s, device: sayDevice(device) })),
    news: news.map(told), proof: { fresh: session!.fresh === true, ...proofWays(ways) },
  }
})
