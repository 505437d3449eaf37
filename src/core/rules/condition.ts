/** 视人选而定: a rule that is asked of some candidates only (党员 → 纪检, 企业负责人 → 税务). */
import { z } from 'zod'
import type { Words } from '../kernel/finding'
import type { Person } from './case'
import type { Ask } from './property'
import { fieldId, words } from './rule-base'
import { loosening, type Loosening } from './tightness'

/** Answered yes or no under `property`; it holds for those of whom it is true, or (`is: false`) of whom it is not. */
export const condition = z.strictObject({ property: fieldId, name: words, is: z.boolean().optional() })
export type Condition = z.infer<typeof condition>

/** undefined: nobody has answered yet, or nothing is known of the person. No condition holds for everybody. */
export const holdsFor = (when: Condition | undefined, person: Pick<Person, 'properties'> | undefined): boolean | undefined => {
  if (when === undefined) return true
  const answer = person?.properties?.[when.property]
  return answer === undefined ? undefined : answer === (when.is ?? true)
}

export const askCondition = (when: Condition): Ask => ({ id: when.property, type: 'yesNo', question: { zh: `人选是否属于“${when.name.zh}”？`, en: `Is the candidate one of: ${when.name.en}?` } })

/** 人选是企业负责人的： before what is asked; nothing where it is asked of all. */
export const sayCondition = (when: Condition | undefined): Words => {
  if (when === undefined) return { zh: '', en: '' }
  return when.is === false ? { zh: `人选不是${when.name.zh}的，`, en: `if the candidate is not one of ${when.name.en}: ` } : { zh: `人选是${when.name.zh}的，`, en: `if the candidate is one of ${when.name.en}: ` }
}

const key = (when: Condition): string => `${when.property} ${when.is ?? true}`
/** Asking everybody is stricter than asking some; asking others lets some go. */
export const conditionTightens = (label: Words, child: Condition | undefined, parent: Condition | undefined): Loosening[] => {
  if (child === undefined || (parent !== undefined && key(child) === key(parent))) return []
  return loosening('when', label, child, parent, (w) => ({ zh: sayCondition(w).zh.replace(/，$/, ''), en: sayCondition(w).en.replace(/: $/, '') }))
}

/** Ids of rules are hyphened, ids of answers are not: `opinion-tax` → `opinionTaxGiven`. */
export const answerId = (ruleId: string, part: string): string => `${ruleId.replace(/-([a-z0-9])/g, (_, c: string) => c.toUpperCase())}${part}`
