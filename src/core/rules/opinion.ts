/** 征求意见: what another office is asked about a candidate before something is done (纪检、组织人事、公安、税务、生态环境), perhaps of some candidates only. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { answerId, askCondition, condition, conditionTightens, holdsFor, sayCondition } from './condition'
import { unanswered, type Ask } from './property'
import { ruleBase, slug, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noFewer, same } from './tightness'

export const opinion = z.strictObject({
  ...ruleBase,
  kind: z.literal('opinion'),
  /** The offices asked: all of them. */
  of: z.array(words).min(1),
  when: condition.optional(),
  before: z.enum(['submission', 'approval', 'publicNotice']),
  /** The material that carries it, by its rule's id. */
  evidence: slug.optional(),
})
export type Opinion = z.infer<typeof opinion>

const times = { submission: { zh: '报送前', en: 'before submission' }, approval: { zh: '审定前', en: 'before approval' }, publicNotice: { zh: '公示前', en: 'before the public notice' } } as const
const order = ['publicNotice', 'approval', 'submission'] as const
const offices = (r: Pick<Opinion, 'of'>): Words => ({ zh: r.of.map((w) => w.zh).join('、'), en: r.of.map((w) => w.en).join(', ') })
/** Only what the unit itself must have done before it sends can be asked of it. */
const ask = (r: Opinion): Ask => ({ id: answerId(r.id, 'Given'), type: 'yesNo', question: { zh: `是否已征求${offices(r).zh}意见，且没有不同意见？`, en: `Was the opinion of ${offices(r).en} asked, and is there nothing against it?` } })

export const opinionKind: KindOfRule<Opinion> = {
  schema: opinion,
  name: { zh: '征求意见', en: 'Opinion' },
  say: (r) => ({ zh: `${sayCondition(r.when).zh}${times[r.before].zh}征求${offices(r).zh}意见${r.evidence === undefined ? '' : '，并附书面意见'}`, en: `${sayCondition(r.when).en}${times[r.before].en} the opinion of ${offices(r).en} is asked${r.evidence === undefined ? '' : ', in writing'}` }),
  tightens: (c, p) => [
    ...noFewer('of', { zh: '征求意见的部门', en: 'the offices asked' }, c.of.map((w) => w.zh), p.of.map((w) => w.zh)),
    ...conditionTightens({ zh: '征求意见的人选', en: 'of whom it is asked' }, c.when, p.when),
    ...(order.indexOf(c.before) < order.indexOf(p.before) ? loosening('before', { zh: '征求意见的时间', en: 'when it is asked' }, c.before, p.before, (b) => times[b]) : []),
    ...(p.evidence === undefined ? [] : same('evidence', { zh: '书面意见', en: 'the opinion in writing' }, c.evidence, p.evidence)),
  ],
  adding: 'free',
  judge: (rule, { person, files, done }) => {
    if (rule.before !== 'submission') {
      return done?.[rule.id] === null ? [finding({ code: 'opinion.owed', rule, at: { field: `rule.${rule.id}` }, what: [`还没有征求${offices(rule).zh}意见`, `The opinion of ${offices(rule).en} was not asked yet`], mend: [`请在${times[rule.before].zh}征求。`, `Ask it ${times[rule.before].en}.`] })] : []
    }
    if (person === undefined) return []
    const applies = holdsFor(rule.when, person)
    if (applies === undefined && rule.when !== undefined) return [unanswered(rule, askCondition(rule.when))]
    if (applies === false) return []
    const given = person.properties?.[ask(rule).id]
    const paper = rule.evidence === undefined || files === undefined || files.some((f) => f.materialId === rule.evidence) ? [] : [finding({ code: 'opinion.noEvidence', rule, at: { material: rule.evidence }, what: [`没有附${offices(rule).zh}的书面意见`, `The opinion of ${offices(rule).en} is not attached`], mend: ['请上传盖章的意见。', 'Upload it with its seal.'] })]
    if (given === undefined) return [unanswered(rule, ask(rule)), ...paper]
    return [...(given ? [] : [finding({ code: 'opinion.missing', rule, at: { field: `property.${ask(rule).id}` }, what: [`${offices(rule).zh}的意见还没有，或者有不同意见`, `The opinion of ${offices(rule).en} is missing or against it`], mend: ['征求到意见、没有不同意见再报送。', 'Submit once it is there and there is nothing against it.'] })]), ...paper]
  },
  asks: (r) => (r.before !== 'submission' ? [] : [...(r.when === undefined ? [] : [askCondition(r.when)]), ask(r)]),
}
