/** 退回意见: ticked findings and own points, as the unit will read them. The unit reads Chinese: findings go over in it. */
import type { AnswerOf, BodyInOf } from '#contract/operation'
import type { readNomination, returnNomination } from '#contract/operations/nominations'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import { asFindings } from '../../ui/answer'

export type Nomination = AnswerOf<typeof readNomination>
export type Point = BodyInOf<typeof returnNomination>['points'][number]

/** One name for one finding: the same code can stand at several places. */
export const keyOf = (f: Finding): string => [f.code, f.at.field, f.at.material, f.at.file, f.what.zh].join('|')

/** Findings of the whole, and those of single files that the whole does not repeat. */
export const findingsOf = (n: Nomination): Finding[] => {
  const all = [...asFindings(n.findings), ...n.materials.flatMap((m) => asFindings(m.findings))]
  return [...new Map(all.map((f) => [keyOf(f), f])).values()]
}

/** Where to look, by the name the unit knows: a file, a material, a field, a step; empty where the sentence says it all. */
const placeOf = (f: Finding, definition: ResolvedDefinition | undefined): string => {
  if (f.at.file !== undefined) return f.at.file
  const rule = definition?.rules.find((r) => (f.at.material === undefined ? (r.kind === 'formField' && r.field === f.at.field) || (r.kind === 'procedureStep' && `step.${r.id}` === f.at.field) : r.kind === 'material' && r.id === f.at.material))
  return rule?.kind === 'formField' ? rule.label.zh : rule?.kind === 'material' || rule?.kind === 'procedureStep' ? rule.name.zh : ''
}

export const pointOf = (f: Finding, definition?: ResolvedDefinition): Point => ({
  what: `${f.what.zh}。${f.mend.zh}`.replace('。。', '。').slice(0, 500), at: placeOf(f, definition).slice(0, 200), clause: (f.clause?.number ?? f.clause?.zh ?? '').slice(0, 300),
  code: f.code, material: f.at.material ?? '', field: f.at.field ?? '',
})
