import { z } from 'zod'
import { fraction, ruleBase, words, type Fraction } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noMore, same, type Loosening } from './tightness'

/** 评审轮: one round of the jury by approval vote, everything the count needs; frozen when the round opens. */
export const round = z.strictObject({
  ...ruleBase,
  kind: z.literal('round'),
  name: words,
  method: z.literal('approval'),
  ballot: z.enum(['secret', 'named']),
  /** 法定人数: jurors present against jurors entitled. */
  quorum: z.strictObject({ share: fraction, inclusive: z.boolean() }),
  /** 通过票: approvals against the base; a recused juror leaves the base of that candidate when `recusedLeaveBase`. */
  threshold: z.strictObject({ share: fraction, inclusive: z.boolean(), base: z.enum(['entitled', 'present', 'cast']), recusedLeaveBase: z.boolean() }),
  /** 获奖名额 of this round. */
  places: z.int().min(1),
  /** Approvals a ballot may hold; null: no limit. */
  maxApprovals: z.int().min(1).nullable().default(null),
})
export type Round = z.infer<typeof round>

interface Share { readonly share: Fraction; readonly inclusive: boolean }
const share = ({ share: s, inclusive }: Share) => (inclusive
  ? { zh: `不少于 ${s.numerator}/${s.denominator}`, en: `at least ${s.numerator}/${s.denominator}` }
  : { zh: `超过 ${s.numerator}/${s.denominator}`, en: `more than ${s.numerator}/${s.denominator}` })
/** Crosswise in whole numbers; of equal shares "more than" asks more than "at least". */
const asksLess = (child: Share, parent: Share): boolean => {
  const [c, p] = [child.share.numerator * parent.share.denominator, parent.share.numerator * child.share.denominator]
  return c < p || (c === p && child.inclusive && !parent.inclusive)
}
const bases = { entitled: { zh: '应到评委', en: 'jurors entitled' }, present: { zh: '实到评委', en: 'jurors present' }, cast: { zh: '投票评委', en: 'jurors voting' } } as const
const order = ['cast', 'present', 'entitled'] as const
const shareLoosened = (aspect: string, label: Loosening['label'], child: Share, parent: Share): Loosening[] => (asksLess(child, parent) ? loosening(aspect, label, child, parent, share) : [])

export const roundKind: KindOfRule<Round> = {
  schema: round,
  name: { zh: '评审轮', en: 'Round' },
  say: (r) => ({
    zh: `${r.name.zh}：${r.ballot === 'secret' ? '无记名' : '记名'}投赞成票，实到${share(r.quorum).zh}方可投票，赞成票${share(r.threshold).zh}（以${bases[r.threshold.base].zh}计）通过，名额 ${r.places} 个`,
    en: `${r.name.en}: ${r.ballot} approval vote; quorum ${share(r.quorum).en} of the jury; approvals ${share(r.threshold).en} of ${bases[r.threshold.base].en}; ${r.places} place(s)`,
  }),
  tightens: (child, parent) => [
    ...shareLoosened('quorum', { zh: '法定人数', en: 'the quorum' }, child.quorum, parent.quorum),
    ...shareLoosened('threshold', { zh: '通过票', en: 'the threshold' }, child.threshold, parent.threshold),
    ...(order.indexOf(child.threshold.base) < order.indexOf(parent.threshold.base) ? loosening('base', { zh: '计票基数', en: 'the base of the threshold' }, child.threshold.base, parent.threshold.base, (b) => bases[b]) : []),
    ...(child.threshold.recusedLeaveBase && !parent.threshold.recusedLeaveBase ? loosening('recusedLeaveBase', { zh: '回避评委是否计入基数', en: 'whether recused jurors stay in the base' }, true, false, (out) => (out ? { zh: '不计入', en: 'left out' } : { zh: '计入', en: 'kept' })) : []),
    ...noMore('places', { zh: '名额', en: 'the places' }, child.places, parent.places),
    ...noMore('maxApprovals', { zh: '每票可赞成人数', en: 'approvals a ballot may hold' }, child.maxApprovals, parent.maxApprovals),
    ...same('ballot', { zh: '投票方式', en: 'the kind of ballot' }, child.ballot, parent.ballot),
  ],
  adding: 'free',
  check: (r) => (r.quorum.share.numerator === 0 ? [{
    path: ['quorum', 'share', 'numerator'], expected: { zh: '大于 0 的整数', en: 'a whole number above 0' }, got: '0',
    writeInstead: { zh: '如 numerator: 2, denominator: 3', en: 'e.g. numerator: 2, denominator: 3' },
  }] : []),
}
