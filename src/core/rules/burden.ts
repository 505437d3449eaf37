/** 减负: what a level promises its units not to ask. Judged against what its campaign asks, additions of lower levels included. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../kernel/finding'
import { ruleBase, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noMore, sameWords } from './tightness'

export const burden = z.strictObject({
  ...ruleBase,
  kind: z.literal('burden'),
  text: words.optional(),
  /** 不收取任何费用. */
  noFee: z.boolean().optional(),
  /** Paper copies of one nomination in all; 0: none. */
  paperCopies: z.int().min(0).optional(),
  /** Files of one nomination in all. */
  uploads: z.int().min(0).optional(),
  /** Another campaign of the time that it is held with. */
  heldWith: words.optional(),
})
export type Burden = z.infer<typeof burden>

const parts = (r: Burden): Words[] => [
  ...(r.text === undefined ? [] : [r.text]), ...(r.heldWith === undefined ? [] : [{ zh: `与${r.heldWith.zh}合并开展`, en: `held together with ${r.heldWith.en}` }]),
  ...(r.noFee === true ? [{ zh: '不收取任何费用', en: 'no fee is asked' }] : []),
  ...(r.paperCopies === undefined ? [] : [r.paperCopies === 0 ? { zh: '不要纸质材料', en: 'no paper is asked' } : { zh: `纸质材料合计不超过 ${r.paperCopies} 份`, en: `at most ${r.paperCopies} paper copies in all` }]),
  ...(r.uploads === undefined ? [] : [{ zh: `材料合计不超过 ${r.uploads} 件`, en: `at most ${r.uploads} files in all` }]),
]

export const burdenKind: KindOfRule<Burden> = {
  schema: burden,
  name: { zh: '减负要求', en: 'Burden' },
  say: (r) => ({ zh: parts(r).map((w) => w.zh).join('，'), en: parts(r).map((w) => w.en).join('; ') }),
  tightens: (c, p) => [
    ...sameWords('text', { zh: '减负要求', en: 'the promise' }, c.text, p.text),
    ...(p.noFee === true && c.noFee !== true ? loosening('noFee', { zh: '不收费', en: 'no fee' }, false, true, (v) => (v ? { zh: '不收费', en: 'none' } : { zh: '未说明', en: 'not said' })) : []),
    ...noMore('paperCopies', { zh: '纸质材料的份数', en: 'paper copies in all' }, c.paperCopies, p.paperCopies), ...noMore('uploads', { zh: '材料的件数', en: 'files in all' }, c.uploads, p.uploads),
  ],
  adding: 'free',
  judge: (rule, { asked }) => {
    if (asked === undefined) return []
    const over = (code: string, is: boolean, what: readonly [string, string], mend: readonly [string, string]): Finding[] => (is ? [finding({ code: `burden.${code}`, rule, at: { field: `rule.${rule.id}` }, what, mend })] : [])
    return [
      ...over('fee', rule.noFee === true && asked.fee, ['方案里有收费的要求，而规定不得收费', 'The campaign asks a fee, which the rule forbids'], ['请删去收费的要求。', 'Take out the fee.']),
      ...over('paper', rule.paperCopies !== undefined && asked.paperCopies > rule.paperCopies, [`一件推荐要纸质材料 ${asked.paperCopies} 份，最多 ${rule.paperCopies ?? 0} 份`, `One nomination takes ${asked.paperCopies} paper copies; at most ${rule.paperCopies ?? 0}`], ['请减少份数，能用电子版的不要纸质。', 'Ask for fewer; take files in place of paper.']),
      ...over('uploads', rule.uploads !== undefined && asked.uploads > rule.uploads, [`一件推荐要材料 ${asked.uploads} 件，最多 ${rule.uploads ?? 0} 件`, `One nomination takes ${asked.uploads} files; at most ${rule.uploads ?? 0}`], ['请减少材料。', 'Ask for fewer.']),
    ]
  },
  check: (r): Fault[] => (parts(r).length > 0 ? [] : [{ path: ['text'], expected: { zh: '至少一项要求', en: 'at least one promise' }, got: '—', writeInstead: { zh: 'text、noFee、paperCopies、uploads 或 heldWith', en: 'text, noFee, paperCopies, uploads or heldWith' } }]),
}
