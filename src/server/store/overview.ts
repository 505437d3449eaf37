import type { Queries } from './database'
import { dayOf } from '#core/kernel/instant'

const states = ['notOpened', 'opened', 'draft', 'atApproval', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'] as const
type State = (typeof states)[number]
export interface UnitState { readonly unitId: string; readonly name: string; readonly shortName: string; readonly groupId: string | null; readonly groupName: string; readonly state: State; readonly since: number | null; readonly clerk: string; readonly activated: boolean }

/** Where each unit stands: its furthest nomination, or whether it has looked at the campaign at all. */
export const unitStates = (q: Queries, campaignId: string): Promise<UnitState[]> => q.rows<UnitState>(
  `SELECT o.id AS "unitId", o.name, o.name AS "shortName", g.id AS "groupId", coalesce(g.name, '') AS "groupName",
     coalesce(n.state, CASE WHEN u.first_opened_at IS NULL THEN 'notOpened' ELSE 'opened' END) AS state, coalesce(n.changed_at, u.first_opened_at) AS since,
     coalesce(k.person_name, '') AS clerk, coalesce(k.opened, false) AS activated
   FROM campaign_units u JOIN organisations o ON o.id = u.unit_id JOIN campaigns c ON c.id = u.campaign_id
   LEFT JOIN organisations g ON g.id = CASE WHEN EXISTS (SELECT FROM organisations k WHERE k.parent_id = o.id) THEN o.id WHEN o.parent_id <> c.organisation_id THEN o.parent_id END
   LEFT JOIN LATERAL (SELECT state, changed_at FROM nominations x WHERE x.campaign_id = u.campaign_id AND x.unit_id = u.unit_id
     ORDER BY array_position(ARRAY['accepted','submitted','returned','atApproval','draft','rejected','withdrawn'], x.state) LIMIT 1) n ON true
   LEFT JOIN LATERAL (SELECT a.person_name, a.opened_at IS NOT NULL AND a.activation_hash IS NULL AS opened FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = o.id AND m.role = 'unitClerk' AND m.for_office IS NULL ORDER BY a.id LIMIT 1) k ON true
   WHERE u.campaign_id = $1 ORDER BY o.code`, [campaignId])

const steps: readonly { step: string; name: { zh: string; en: string }; from: number }[] = [
  { step: 'sent', name: { zh: '发送通知', en: 'Notified' }, from: 0 },
  { step: 'opened', name: { zh: '已阅', en: 'Opened' }, from: 1 },
  { step: 'draft', name: { zh: '开始填报', en: 'Drafting' }, from: 2 },
  { step: 'atApproval', name: { zh: '送审签', en: 'At approval' }, from: 3 },
  { step: 'submitted', name: { zh: '已报送', en: 'Submitted' }, from: 4 },
  { step: 'accepted', name: { zh: '已接收', en: 'Accepted' }, from: 6 },
]
export const funnel = (units: readonly UnitState[]) => steps.map(({ from, ...s }) => ({ ...s, count: units.filter((u) => states.indexOf(u.state) >= from && !(from === 6 && u.state !== 'accepted')).length }))

interface Part { value: string; name: { zh: string; en: string }; count: number }
const sexes = [{ value: 'male', name: { zh: '男', en: 'Men' } }, { value: 'female', name: { zh: '女', en: 'Women' } }]

/** Composition of what was submitted: category, sex, age. */
export const composition = async (q: Queries, campaignId: string, categories: readonly { value: string; name: { zh: string; en: string } }[]) => {
  const rows = await q.rows<{ category: string; sex: string; born: string; at: number }>(
    `SELECT coalesce(fields->>'category','') AS category, coalesce(fields->>'sex','') AS sex, coalesce(fields->>'birthDate','') AS born, product_time() AS at FROM nominations WHERE campaign_id = $1 AND state IN ('submitted','returned','accepted')`, [campaignId])
  const by = (pick: (r: (typeof rows)[number]) => string, names: readonly { value: string; name: { zh: string; en: string } }[]): Part[] => names.map((n) => ({ ...n, count: rows.filter((r) => pick(r) === n.value).length }))
  // Bands of the chart only: no rule asks for them.
  const ages = [{ value: 'under45', name: { zh: '45 岁以下', en: 'Under 45' } }, { value: 'to60', name: { zh: '45—60 岁', en: '45–60' } }, { value: 'over60', name: { zh: '60 岁以上', en: 'Over 60' } }]
  const ageOf = (r: (typeof rows)[number]) => {
    const years = yearsBetween(r.born, dayOf(r.at))
    return years === null ? '' : years < 45 ? 'under45' : years <= 60 ? 'to60' : 'over60'
  }
  return [
    { dimension: 'category', name: { zh: '类别', en: 'Category' }, parts: by((r) => r.category, categories) },
    { dimension: 'sex', name: { zh: '性别', en: 'Sex' }, parts: by((r) => r.sex, sexes) },
    { dimension: 'age', name: { zh: '年龄', en: 'Age' }, parts: by(ageOf, ages) },
  ]
}
const yearsBetween = (born: string, today: string): number | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(born)) return null
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
}
