/** A round that is open, with so many candidates and jurors who have checked in, put into the database as they would stand there. */
import { randomBytes } from 'node:crypto'
import { newRoundKey } from '#server/ballot-seal'
import { newId } from '#server/ids'
import type { Keys } from '#server/keys'
import type { Queries } from '#server/store/database'
import { beginSession } from '#server/store/sessions'
import type { CompleteOne } from '../test/server/copies'

export interface BenchRound { readonly roundId: string; readonly candidates: readonly string[]; readonly jurors: readonly { readonly accountId: string; readonly token: string }[]; readonly secretary: string; readonly publicKey: Buffer }
const words = { zh: '示例', en: 'example' }

export const putRound = async (db: Queries, keys: Keys, one: CompleteOne, n: { candidates: number; jurors: number }): Promise<BenchRound> => {
  const at = (await db.row<{ campaign: string; office: string; unit: string }>(`SELECT n.campaign_id AS campaign, c.organisation_id AS office, n.unit_id AS unit FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.id = $1`, [one.nominationId]))!
  const candidates = Array.from({ length: n.candidates }, newId)
  await db.rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, candidate_name, fields, answers, created_at, changed_at) SELECT k.id, $1, $2, 'accepted', k.n + 10, '示例' || k.n, '{"employer":"示例单位"}', '{}', product_time(), product_time() FROM unnest($3::uuid[]) WITH ORDINALITY k(id, n)`, [at.campaign, at.unit, candidates])
  const [roundId, key] = [newId(), newRoundKey()]
  const share = { share: { numerator: 2, denominator: 3 }, inclusive: true }
  const rule = { id: 'bench', kind: 'round', strength: 'block', name: words, method: 'score', ballot: 'secret', quorum: share, threshold: { ...share, base: 'present', recusedLeaveBase: true }, places: 30, maxApprovals: null, score: { from: 0, to: 100, trim: 0 }, rests: { number: null, ...words } }
  await db.rows(`INSERT INTO rounds (id, campaign_id, rule_id, rule, state, public_key, private_key, opened_at) VALUES ($1, $2, 'bench', $3, 'open', $4, $5, product_time())`, [roundId, at.campaign, rule, key.publicKey, keys.seal(key.privateKey)])
  await db.rows(`INSERT INTO round_candidates (round_id, nomination_id, ordinal) SELECT $1, k.id, k.n FROM unnest($2::uuid[]) WITH ORDINALITY k(id, n)`, [roundId, candidates])
  const jurors = []
  const person = async (role: 'juror' | 'jurySecretary', i: number): Promise<{ accountId: string; token: string }> => {
    const [accountId, membershipId] = [newId(), newId()]
    await db.rows(`INSERT INTO accounts (id, login, person_name, unit_name) VALUES ($1, $2, $3, '外单位（示例）')`, [accountId, `bench-${randomBytes(4).toString('hex')}-${i}`, `示例${i}`])
    await db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4)`, [membershipId, accountId, at.office, role])
    await db.rows(`INSERT INTO jury_members (campaign_id, account_id, seat) VALUES ($1, $2, $3)`, [at.campaign, accountId, role === 'juror' ? 'juror' : 'secretary'])
    return { accountId, token: await beginSession(db, accountId, membershipId, true) }
  }
  for (let i = 0; i < n.jurors; i++) jurors.push(await person('juror', i))
  await db.rows(`INSERT INTO round_jurors (round_id, account_id, present_at) SELECT $1, unnest($2::uuid[]), product_time()`, [roundId, jurors.map((j) => j.accountId)])
  return { roundId, candidates, jurors, secretary: (await person('jurySecretary', n.jurors)).token, publicKey: key.publicKey }
}
