/** 分组: who stands in which group of a round that opens, by what stands in the form; of a round that follows another, as it was there. */
import { finding, type Finding } from '#core/kernel/finding'
import { groupField, groupOf, type Groups } from '#core/review/groups'
import type { RoundRule } from '#core/rules/round-terms'
import type { Queries } from './store/database'

export const groupsFor = async (q: Queries, rule: RoundRule, candidates: readonly string[], follows: string | null): Promise<{ readonly groups: Groups | null; readonly findings: readonly Finding[] }> => {
  if (rule.groups === undefined) return { groups: null, findings: [] }
  const rows = await q.rows<{ id: string; name: string; value: unknown; before: string | null }>(
    `SELECT n.id, n.candidate_name AS name, n.fields->$2 AS value, k.group_id AS before FROM nominations n LEFT JOIN round_candidates k ON k.nomination_id = n.id AND k.round_id = $3 WHERE n.id = ANY($1) ORDER BY n.candidate_name, n.id`, [candidates, groupField(rule), follows])
  const known = rows.map((r) => ({ ...r, group: follows === null ? groupOf(rule, r.value) : r.before }))
  const none = known.filter((r) => r.group === null)
  const names = (separator: string): string => none.slice(0, 5).map((r) => r.name).join(separator) + (none.length > 5 ? ' …' : '')
  return {
    groups: Object.fromEntries(known.flatMap((r) => (r.group === null ? [] : [[r.id, r.group]]))),
    findings: none.length === 0 ? [] : [finding({ code: 'round.noGroup', strength: 'block', rule, what: [`${none.length} 名人选不属于本轮的任何一组：${names('、')}`, `${none.length} candidate(s) belong to no group of this round: ${names(', ')}`], mend: ['请核对推荐表上的类别，或修改分组。', 'Check the category in the form, or change the groups.'] })],
  }
}
