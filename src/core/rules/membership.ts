/** 成员身份: what a candidate must be: a member of a society, a citizen, full-time staff. */
import { z } from 'zod'
import { finding } from '../kernel/finding'
import { askProperty, property, unanswered } from './property'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { sameThing } from './tightness'

export const membership = z.strictObject({ ...ruleBase, kind: z.literal('membership'), of: property })
export type Membership = z.infer<typeof membership>

export const membershipKind: KindOfRule<Membership> = {
  schema: membership,
  name: { zh: '成员身份', en: 'Membership' },
  say: (m) => (m.strength === 'block' ? { zh: `人选须是${m.of.name.zh}`, en: `The candidate must be: ${m.of.name.en}` } : { zh: `人选原则上是${m.of.name.zh}`, en: `As a rule the candidate is: ${m.of.name.en}` }),
  tightens: (c, p) => sameThing('of', { zh: '要求的身份', en: 'what the candidate must be' }, c.of, p.of, (x) => x.id, (x) => x.name),
  adding: 'free',
  stillTrue: ({ of: { id, name } }, { person }) => (person?.properties?.[id] === false ? null : { zh: `是${name.zh}`, en: `Is: ${name.en}` }),
  judge: (rule, { person }) => {
    if (person === undefined) return []
    const is = person.properties?.[rule.of.id]
    if (is === undefined) return [unanswered(rule, askProperty(rule.of))]
    return is ? [] : [finding({ code: 'membership.missing', rule, at: { field: `property.${rule.of.id}` }, what: [`人选不是${rule.of.name.zh}`, `The candidate is not: ${rule.of.name.en}`], mend: ['请另选人选；答错了的，改正这一项。', 'Nominate somebody else, or correct the answer.'] })]
  },
  asks: (r) => [askProperty(r.of)],
}
