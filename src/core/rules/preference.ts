/** 优先: whom an office would rather see, without a number; it never stops anybody. */
import { z } from 'zod'
import { finding } from '../kernel/finding'
import { askProperty, property, unanswered } from './property'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { noFewer } from './tightness'

export const preference = z.strictObject({ ...ruleBase, kind: z.literal('preference'), strength: z.literal('note').default('note'), toward: z.array(property).min(1) })
export type Preference = z.infer<typeof preference>

const names = (r: Preference) => ({ zh: r.toward.map((t) => t.name.zh).join('、'), en: r.toward.map((t) => t.name.en).join(', ') })

export const preferenceKind: KindOfRule<Preference> = {
  schema: preference,
  name: { zh: '优先', en: 'Preference' },
  say: (r) => ({ zh: `同等条件下优先考虑${names(r).zh}`, en: `Other things being equal, preferred: ${names(r).en}` }),
  tightens: (c, p) => noFewer('toward', { zh: '优先的人选', en: 'who is preferred' }, c.toward.map((t) => t.id), p.toward.map((t) => t.id)),
  adding: 'free',
  // Over a list it is enough that one of them is there.
  judge: (rule, { person, list }) => {
    const persons = list ?? (person === undefined ? [] : [person])
    return persons.length === 0 ? [] : rule.toward.flatMap((t) => {
      const answers = persons.map((p) => p.properties?.[t.id])
      if (answers.includes(true)) return []
      if (answers.includes(undefined)) return [unanswered(rule, askProperty(t), 'note')]
      return [finding({ code: 'preference.none', strength: 'note', rule, at: { field: `property.${t.id}` }, what: [`没有${t.name.zh}的人选`, `No candidate is: ${t.name.en}`], mend: ['有条件相当的，请考虑；这不影响报送。', 'Consider one of equal merit; it does not stop the nomination.'] })]
    })
  },
  asks: (r) => r.toward.map(askProperty),
}
