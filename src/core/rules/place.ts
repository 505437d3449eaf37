/** 地域: where a candidate must work or live. */
import { z } from 'zod'
import { finding } from '../kernel/finding'
import { property, unanswered, type Ask, type Property } from './property'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { noWider } from './tightness'

/** One place is enough; each is a question of its own (`worksInYunzhou`). */
export const place = z.strictObject({ ...ruleBase, kind: z.literal('place'), anyOf: z.array(property).min(1) })
export type Place = z.infer<typeof place>

const ask = (p: Property): Ask => ({ id: p.id, type: 'yesNo', question: { zh: `人选是否${p.name.zh}？`, en: `Does the candidate ${p.name.en}?` } })

export const placeKind: KindOfRule<Place> = {
  schema: place,
  name: { zh: '地域', en: 'Place' },
  say: (r) => {
    const [zh, en] = [r.anyOf.map((p) => p.name.zh).join('或'), r.anyOf.map((p) => p.name.en).join(' or ')]
    return r.strength === 'block' ? { zh: `人选须${zh}`, en: `The candidate must ${en}` } : { zh: `人选原则上${zh}`, en: `As a rule the candidate should ${en}` }
  },
  tightens: (c, p) => noWider('anyOf', { zh: '所列地域', en: 'the places' }, c.anyOf.map((x) => x.id), p.anyOf.map((x) => x.id)),
  adding: 'free',
  stillTrue: ({ anyOf }, { person }) => {
    const held = anyOf.filter((p) => person?.properties?.[p.id] !== false)
    return held.length === 0 ? null : { zh: held.map((p) => p.name.zh).join('或'), en: `Does ${held.map((p) => p.name.en).join(' or ')}` }
  },
  judge: (rule, { person }) => {
    if (person === undefined) return []
    const answers = rule.anyOf.map((p) => person.properties?.[p.id])
    if (answers.includes(true)) return []
    const open = rule.anyOf.filter((_, i) => answers[i] === undefined)
    if (open.length > 0) return open.map((p) => unanswered(rule, ask(p)))
    const [zh, en] = [rule.anyOf.map((p) => p.name.zh).join('或'), rule.anyOf.map((p) => p.name.en).join(' or ')]
    return [finding({ code: 'place.elsewhere', rule, at: { field: `property.${rule.anyOf[0]?.id ?? ''}` }, what: [`人选不符合“${zh}”`, `The candidate does not ${en}`], mend: ['请另选人选；答错了的，改正这一项。', 'Nominate somebody else, or correct the answer.'] })]
  },
  asks: (r) => r.anyOf.map(ask),
}
