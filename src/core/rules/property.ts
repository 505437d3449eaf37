/** 属性: what rules ask of a candidate or a unit beside the form (院士, 中共党员, 已建科协): answered under one id, however many rules ask. */
import { z } from 'zod'
import type { Finding, Strength, Words } from '../kernel/finding'
import { finding } from '../kernel/finding'
import type { ClauseRef } from '../kernel/clause'
import { fieldId, words } from './rule-base'

export const property = z.strictObject({ id: fieldId, name: words })
export type Property = z.infer<typeof property>

/** A question that a rule puts to the unit about its candidate; kept under `id` in the answers, whichever rule asks. */
export interface Ask { readonly id: string; readonly type: 'yesNo' | 'day' | 'number'; readonly question: Words; /** Asked only of whom one of these was answered yes (个人自荐的，是否已盖章). */ readonly onlyIf?: readonly string[] }

export const askProperty = (p: Property): Ask => ({ id: p.id, type: 'yesNo', question: { zh: `人选是否属于“${p.name.zh}”？`, en: `Is the candidate one of: ${p.name.en}?` } })

interface Rested { readonly kind: string; readonly rests: ClauseRef; readonly strength: Strength }

/** Nobody has answered yet: nothing is submitted on an open question. */
export const unanswered = (rule: Rested, ask: Pick<Ask, 'id' | 'question'>, strength: Strength = 'block'): Finding => finding({
  code: `${rule.kind}.unanswered`, strength, rule, at: { field: `property.${ask.id}` },
  what: [`还没有回答：${ask.question.zh}`, `Not answered yet: ${ask.question.en}`], mend: ['请在“资格与程序”里回答。', 'Answer it under “Eligibility”.'],
})
