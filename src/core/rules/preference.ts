/** 优先、兼顾: whom an office would rather see, and over what a list should spread, without a number; it never stops anybody. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../kernel/finding'
import type { Person, Rested } from './case'
import { askProperty, property, unanswered } from './property'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { noFewer } from './tightness'

const spreads = ['category', 'age', 'sex'] as const

export const preference = z.strictObject({
  ...ruleBase,
  kind: z.literal('preference'),
  strength: z.literal('note').default('note'),
  toward: z.array(property).min(1).optional(),
  /** 兼顾不同类别、年龄: read off the form, so that nobody is asked. */
  across: z.array(z.enum(spreads)).min(1).optional(),
})
export type Preference = z.infer<typeof preference>

const toward = (r: Preference): Words => ({ zh: (r.toward ?? []).map((t) => t.name.zh).join('、'), en: (r.toward ?? []).map((t) => t.name.en).join(', ') })
const spreadNames: Readonly<Record<(typeof spreads)[number], Words>> = { category: { zh: '类别', en: 'categories' }, age: { zh: '年龄段', en: 'ages' }, sex: { zh: '性别', en: 'sexes' } }

const parts = (r: Preference): Words[] => [
  ...(r.toward === undefined ? [] : [{ zh: `同等条件下优先考虑${toward(r).zh}`, en: `Other things being equal, preferred: ${toward(r).en}` }]),
  ...(r.across === undefined ? [] : [{ zh: `推荐兼顾不同${r.across.map((a) => spreadNames[a].zh).join('、')}`, en: `Nominations regard different ${r.across.map((a) => spreadNames[a].en).join(', ')}` }]),
]

/** Ages spread over decades of birth: 同为80后 is one. */
const spreadOf = (p: Person, by: (typeof spreads)[number]): string | undefined => (by === 'age' ? p.birthDay?.slice(0, 3) : by === 'sex' ? p.sex : p.category)

/** One alone is of one sort; from two on they can differ. */
const oneSided = (rule: Rested<Preference>, list: readonly Person[]): Finding[] => (list.length < 2 ? [] : (rule.across ?? []).flatMap((by) => {
  const sorts = list.map((p) => spreadOf(p, by))
  if (sorts.includes(undefined) || new Set(sorts).size > 1) return []
  const { zh, en } = spreadNames[by]
  return [finding({ code: 'preference.oneSided', strength: 'note', rule, at: { field: `preference.${rule.id}` }, what: [`名单 ${list.length} 人同属一个${zh}`, `All ${list.length} on the list are alike: no different ${en}`], mend: ['有条件相当的，请兼顾；这不影响报送。', 'Regard others of equal merit; it does not stop the nomination.'] })]
}))

export const preferenceKind: KindOfRule<Preference> = {
  schema: preference,
  name: { zh: '优先', en: 'Preference' },
  say: (r) => ({ zh: parts(r).map((w) => w.zh).join('，'), en: parts(r).map((w) => w.en).join('; ') }),
  tightens: (c, p) => [
    ...noFewer('toward', { zh: '优先的人选', en: 'who is preferred' }, (c.toward ?? []).map((t) => t.id), (p.toward ?? []).map((t) => t.id)),
    ...noFewer('across', { zh: '兼顾的方面', en: 'over what nominations spread' }, c.across ?? [], p.across ?? []),
  ],
  adding: 'free',
  // Over a list it is enough that one of them is there.
  judge: (rule, { person, list }) => {
    const persons = list ?? (person === undefined ? [] : [person])
    if (persons.length === 0) return []
    return [...oneSided(rule, persons), ...(rule.toward ?? []).flatMap((t) => {
      const answers = persons.map((p) => p.properties?.[t.id])
      if (answers.includes(true)) return []
      if (answers.includes(undefined)) return [unanswered(rule, askProperty(t), 'note')]
      return [finding({ code: 'preference.none', strength: 'note', rule, at: { field: `property.${t.id}` }, what: [`没有${t.name.zh}的人选`, `No candidate is: ${t.name.en}`], mend: ['有条件相当的，请考虑；这不影响报送。', 'Consider one of equal merit; it does not stop the nomination.'] })]
    })]
  },
  asks: (r) => (r.toward ?? []).map(askProperty),
  check: (r) => (parts(r).length > 0 ? [] : [{ path: ['toward'], expected: { zh: '优先谁，或兼顾什么', en: 'whom it prefers, or over what it spreads' }, got: '—', writeInstead: { zh: 'toward: [...] 或 across: [category, age]', en: 'toward: [...] or across: [category, age]' } }]),
}
