/** Section 4 of the catalogue: 比例, the diversity of a list. */
import { propertyOf } from '#core/rules/recognise/named'
import type { Row, Section } from './row'

const academicians = { name: { zh: '院士', en: 'academicians' }, property: 'academician' }
const young = { name: { zh: '45岁以下青年', en: 'people under 45' }, property: 'under45' }
const [leaders, heads] = [{ name: { zh: '领导干部', en: 'leading cadres' }, property: 'leadingCadre' }, { name: { zh: '正职', en: 'those in first charge' }, property: 'firstInCharge' }]
const frontline = { name: { zh: '一线职工', en: 'people of the front line' }, property: 'frontline' }
const many = (n: number, properties: Record<string, boolean>, kind: 'person' | 'team' = 'person') => Array.from({ length: n }, () => ({ kind, properties }))
const some = (property: string, n: number, of: number, more: Record<string, boolean> = {}) => [...many(n, { ...more, [property]: true }), ...many(of - n, { ...more, [property]: false })]

const rows: Row[] = [
  {
    row: 'share, max', kind: 'proportion', rule: { of: academicians, bound: 'max', percent: 15, over: 'unit' },
    // 15 % of 20 are 3, exactly.
    passes: { list: some('academician', 3, 20) }, fails: { of: { list: some('academician', 4, 20) }, codes: ['proportion.over'] },
    tighter: { percent: 10 }, looser: { change: { percent: 20 }, aspects: ['percent'] },
    says: { zh: '院士不超过每个单位的推荐名单的 15%', en: 'academicians: at most 15% of each unit’s nominations' },
    recognised: { text: '院士比例不超过推荐名单的20%。', draft: { of: academicians, bound: 'max', percent: 20, over: 'unit' } },
  },
  {
    row: 'share, min', kind: 'proportion', rule: { of: young, bound: 'min', percent: 20, over: 'winners' },
    passes: { list: some('under45', 3, 11) }, fails: { of: { list: some('under45', 2, 11) }, codes: ['proportion.under'] },
    tighter: { percent: 30 }, looser: { change: { percent: 10 }, aspects: ['percent'] },
    says: { zh: '45岁以下青年不少于获奖名单的 20%', en: 'people under 45: at least 20% of the winners' },
    recognised: { text: '获奖者中45岁以下青年不少于20%。', draft: { of: young, bound: 'min', percent: 20, over: 'winners' } },
  },
  {
    row: 'nested base', kind: 'proportion', rule: { of: heads, bound: 'max', percent: 50, over: 'level', base: leaders },
    passes: { list: [...some('firstInCharge', 1, 2, { leadingCadre: true }), ...many(8, { leadingCadre: false })] }, fails: { of: { list: [...some('firstInCharge', 2, 3, { leadingCadre: true }), ...many(8, { leadingCadre: false })] }, codes: ['proportion.over'] },
    tighter: { percent: 40 }, looser: { change: { base: undefined }, aspects: ['base'] },
    says: { zh: '正职不超过本级推荐名单的领导干部的 50%', en: 'those in first charge: at most 50% of leading cadres among the list of this level' },
    recognised: { text: '领导干部不超过推荐名单的20%，其中正职不超过领导干部的50%。', draft: { of: heads, bound: 'max', percent: 50, base: leaders } },
  },
  {
    row: 'per list', kind: 'proportion', rule: { of: frontline, bound: 'min', percent: 60, over: 'level', candidates: 'person' },
    passes: { list: [...some('frontline', 3, 5), ...many(9, { frontline: false }, 'team')] }, fails: { of: { list: [...some('frontline', 2, 5), ...many(9, { frontline: true }, 'team')] }, codes: ['proportion.under'] },
    tighter: { percent: 70 }, looser: { change: { candidates: undefined }, aspects: ['candidates'] },
    says: { zh: '一线职工不少于本级推荐名单（个人）的 60%', en: 'people of the front line: at least 60% of the list of this level (persons)' },
    recognised: { text: '先进个人中一线职工不少于60%，先进集体中基层单位不少于80%。', draft: { of: frontline, bound: 'min', percent: 60, candidates: 'person' } },
  },
  {
    row: 'soft', kind: 'preference', rule: { toward: [{ id: 'woman', name: { zh: '女性', en: 'women' } }] },
    passes: { list: [{ properties: { woman: false } }, { properties: { woman: true } }] }, fails: { of: { list: [{ properties: { woman: false } }] }, codes: ['preference.none'] },
    tighter: { toward: [{ id: 'woman', name: { zh: '女性', en: 'women' } }, { id: 'ethnicMinority', name: { zh: '少数民族', en: 'ethnic minorities' } }] }, looser: { change: { toward: [{ id: 'young', name: { zh: '青年', en: 'young people' } }] }, aspects: ['toward'] },
    says: { zh: '同等条件下优先考虑女性', en: 'Other things being equal, preferred: women' },
    recognised: { text: '推荐时适当考虑女性和少数民族。', draft: { toward: [propertyOf('女性'), propertyOf('少数民族')] } },
  },
  {
    row: 'balance after scoring', kind: 'preference', rule: { toward: [{ id: 'balancedTrades', name: { zh: '行业分布', en: 'a balance of trades' } }] },
    passes: { person: { properties: { balancedTrades: true } } }, fails: { of: { person: {} }, codes: ['preference.unanswered'] },
    tighter: { toward: [{ id: 'balancedTrades', name: { zh: '行业分布', en: 'a balance of trades' } }, { id: 'balancedUnits', name: { zh: '单位分布', en: 'a balance of units' } }] }, looser: { change: { toward: [{ id: 'balancedUnits', name: { zh: '单位分布', en: 'a balance of units' } }] }, aspects: ['toward'] },
    says: { zh: '同等条件下优先考虑行业分布', en: 'Other things being equal, preferred: a balance of trades' },
    recognised: { text: '按得分排序，统筹考虑行业和单位分布，确定获奖人选。', draft: { toward: [propertyOf('行业'), propertyOf('单位')] } },
  },
]

export const section: Section = { title: '4 Diversity of a list 比例', rows, names: ['share, max', 'share, min', 'nested base', 'per list', 'soft', 'balance after scoring'] }
