/** Many nominations by chance, put into the database as they would stand there: for figures and lists. The same seed makes the same people. */
import { randomUUID } from 'node:crypto'
import type { NominationState } from '#core/nomination/state'
import type { Queries } from '#server/store/database'

export interface PutOne { readonly id: string; readonly unit: { readonly id: string; readonly type: string }; readonly state: NominationState; readonly seat: number; readonly fields: Readonly<Record<string, string>>; readonly properties: Readonly<Record<string, boolean>> }
interface Many { readonly campaignId: string; readonly categories: readonly string[]; readonly count: number; readonly seed: number; /** Days over which they came, up to now. */ readonly days?: number }

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const given = [...'安成芳广海建静兰明宁平清然思文晓雅远云志']

export const putMany = async (q: Queries, { campaignId, categories, count, seed, days = 0 }: Many): Promise<PutOne[]> => {
  let at = seed
  const chance = (n: number): number => { at = (at * 1103515245 + 12345) % 2147483648; return Math.floor((at / 2147483648) * n) }
  const one = <T>(list: readonly T[]): T => list[chance(list.length)]!
  const units = await q.rows<{ id: string; type: string }>(`SELECT unit_id AS id, o.type FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 ORDER BY o.code`, [campaignId])
  const people = Array.from({ length: count }, (_, i): PutOne & { readonly name: string; readonly ago: number } => ({
    id: randomUUID(), unit: one(units), state: one(['draft', 'atApproval', 'submitted', 'submitted', 'returned', 'accepted', 'accepted', 'rejected', 'withdrawn'] as const), seat: i + 1, name: one(surnames) + one(given) + one(given), ago: Math.floor((chance(1000) * chance(1000) * days * 86_400) / 1_000_000),
    fields: { ...(chance(9) > 0 ? { category: one(categories) } : {}), ...(chance(9) > 0 ? { sex: one(['male', 'male', 'female', 'x']) } : {}), ...(chance(9) > 0 ? { birthDate: one([`19${45 + chance(50)}-0${1 + chance(9)}-1${chance(9)}`, ' 1980-12-31 ', '1981-01-01', '1981 年']) } : {}) },
    properties: one([{ academician: true }, { academician: false }, { academician: false }, { academician: false }, {}, { academician: false, other: true }]) as Record<string, boolean>,
  }))
  await q.rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, candidate_name, fields, answers, created_at, changed_at, submitted_at, typed, worked_ms)
    SELECT p.id, $1, p.unit, p.state, CASE WHEN p.state IN ('submitted','returned','accepted') THEN p.seat END, p.name, p.fields, jsonb_build_object('properties', p.properties), product_time() - make_interval(secs => p.ago + 86400), product_time() - make_interval(secs => p.ago / 2),
      CASE WHEN p.state NOT IN ('draft','atApproval') THEN product_time() - make_interval(secs => p.ago) END, '{"asked":20,"known":6,"changed":1,"typed":13}', (p.seat * 7919 % 240) * 60000
    FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::jsonb[], $7::jsonb[], $8::text[], $9::int[]) p(id, unit, state, seat, fields, properties, name, ago)`,
  [campaignId, people.map((p) => p.id), people.map((p) => p.unit.id), people.map((p) => p.state), people.map((p) => p.seat), people.map((p) => JSON.stringify(p.fields)), people.map((p) => JSON.stringify(p.properties)), people.map((p) => p.name), people.map((p) => p.ago)])
  return people
}
