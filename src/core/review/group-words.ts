/** Equals at the line of a round with places by group, told group by group. */
import type { RoundRule } from '../rules/round-terms'
import type { Outcome } from './counting/placement'
import { nameOfGroup, partsOfRows } from './groups'

/** Null: the round has no groups. */
export const sayTied = (rule: RoundRule, rows: readonly { readonly outcome: Outcome; readonly group?: string }[]): readonly [string, string] | null => {
  const parts = partsOfRows(rule, rows).flatMap((p) => {
    const tied = p.rows.filter((r) => r.outcome === 'tied').length
    return p.id === null || tied === 0 ? [] : [{ name: nameOfGroup(rule, p.id), tied, left: p.places - p.rows.filter((r) => r.outcome === 'selected').length }]
  })
  return parts.length === 0 ? null : [parts.map((p) => `“${p.name.zh}”${p.tied} 人并列，只剩 ${p.left} 个名额`).join('；'), parts.map((p) => `in “${p.name.en}” ${p.tied} are equal for ${p.left} remaining place(s)`).join('; ')]
}
