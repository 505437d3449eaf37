/** 有效期: an opinion that says until when it holds must still hold on the day it is submitted. */
import type { ResolvedDefinition } from '../campaign/definition'
import { ruleOf } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import { dayOf, sayDay, type Instant } from '../kernel/instant'

export interface OpinionFile {
  readonly materialId: string
  readonly name: string
  /** Of a file that came from another office by its link. */
  readonly opinion?: { readonly office: string; readonly validUntil: string | null } | null | undefined
}

/** The last day counts whole. A warning, never more: whether an older opinion is enough is for people to say. */
export const judgeValidity = (definition: Pick<ResolvedDefinition, 'rules'>, file: OpinionFile, submitted: Instant): Finding[] => {
  const rule = ruleOf(definition, 'material', file.materialId)
  const [until, day] = [file.opinion?.validUntil ?? null, dayOf(submitted)]
  if (rule === undefined || until === null || until >= day) return []
  return [finding({
    code: 'opinion.expired', rule, strength: 'warn', at: { material: rule.id, file: file.name },
    what: [`${file.opinion!.office}出具的“${rule.name.zh}”有效期至 ${sayDay(until).zh}，报送日 ${sayDay(day).zh} 已过有效期`, `“${rule.name.en}” of ${file.opinion!.office} was valid until ${sayDay(until).en}; submitted on ${sayDay(day).en} it no longer is`],
    mend: ['请出具单位重新出具；确认仍可用的，审核人写明后报送。', 'Ask the office to issue it anew; where it still serves, the approver says so and submits.'],
  })]
}

export const checkValidity = (definition: Pick<ResolvedDefinition, 'rules'>, files: readonly OpinionFile[], submitted: Instant): Finding[] => files.flatMap((f) => judgeValidity(definition, f, submitted))
