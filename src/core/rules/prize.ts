/** 奖励: what the honoured receive; 精神奖励为主. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noMore, sameWords } from './tightness'

export const prize = z.strictObject({ ...ruleBase, kind: z.literal('prize'), gives: words, /** Honour rather than money. */ mainlyHonour: z.boolean().optional(), /** Money of one person or team; 0: none. */ maxYuan: z.int().min(0).optional() })
export type Prize = z.infer<typeof prize>

const money = (n: number): Words => (n === 0 ? { zh: '不发奖金', en: 'no money' } : { zh: `奖金不超过 ${n} 元`, en: `at most ${n} yuan` })

export const prizeKind: KindOfRule<Prize> = {
  schema: prize,
  name: { zh: '奖励', en: 'Prize' },
  say: (r) => ({ zh: [...(r.mainlyHonour === true ? ['以精神奖励为主'] : []), r.gives.zh, ...(r.maxYuan === undefined ? [] : [money(r.maxYuan).zh])].join('，'), en: [...(r.mainlyHonour === true ? ['honour rather than money'] : []), r.gives.en, ...(r.maxYuan === undefined ? [] : [money(r.maxYuan).en])].join('; ') }),
  tightens: (c, p) => [
    ...sameWords('gives', { zh: '奖励', en: 'the prize' }, c.gives, p.gives), ...noMore('maxYuan', { zh: '奖金', en: 'the money' }, c.maxYuan, p.maxYuan, money),
    ...(p.mainlyHonour === true && c.mainlyHonour !== true ? loosening('mainlyHonour', { zh: '精神奖励为主', en: 'honour rather than money' }, false, true, (v) => (v ? { zh: '是', en: 'yes' } : { zh: '未说明', en: 'not said' })) : []),
  ],
  adding: 'single',
  judge: (rule, { prize: of }) => (of === undefined || rule.maxYuan === undefined || of.yuan <= rule.maxYuan ? [] : [finding({ code: 'prize.over', rule, at: { field: `rule.${rule.id}` }, what: [`奖金 ${of.yuan} 元，${money(rule.maxYuan).zh}`, `${of.yuan} yuan; ${money(rule.maxYuan).en}`], mend: ['请按规定发放。', 'Pay what the rule allows.'] })]),
}
