/** 推荐名额: the kind. What it can say is in `quota-terms`. */
import { askChannel } from './channels'
import { askProperty } from './property'
import { askJoint, judgeQuota } from './quota-judge'
import { sayQuota } from './quota-say'
import { quota, roleOf, type Quota } from './quota-terms'
import { tightenQuota } from './quota-tighten'
import type { Fault, KindOfRule } from './rule-kind'
import { askSubset, subsetFaults } from './subset'

export const quotaKind: KindOfRule<Quota> = {
  schema: quota,
  name: { zh: '推荐名额', en: 'Quota' },
  say: sayQuota,
  tightens: tightenQuota,
  adding: 'single',
  onePer: roleOf,
  judge: judgeQuota,
  // Of winners and shortlists nobody is asked who nominates.
  asks: (q) => [
    ...(q.outside ?? []).map(askProperty), ...(q.joint ?? []).map(askJoint), ...[...(q.within ?? []), ...(q.split ?? [])].flatMap((w) => askSubset(w.of)),
    ...(q.byChannel ?? []).flatMap((c) => (c.channel === 'unit' ? [] : [askChannel(c.channel)])),
  ],
  check: (q) => [
    ...[...(q.within ?? []).map((w, i) => ({ w, path: ['within', i, 'of'] })), ...(q.split ?? []).map((w, i) => ({ w, path: ['split', i, 'of'] }))].flatMap(({ w, path }) => subsetFaults(w.of, path)),
    ...sums(q), ...limits(q),
  ],
}

/** 教工4、学生6 of 10: groups that do not come to the number contradict it. */
const sums = (q: Quota): Fault[] => {
  const sum = (q.split ?? []).reduce((n, s) => n + s.max, 0)
  return q.split === undefined || q.max === null || sum === q.max ? [] : [{
    path: ['split'], got: String(sum), expected: { zh: `各组之和等于 max（${q.max}）`, en: `groups that add up to max (${q.max})` }, writeInstead: { zh: `改正各组人数，或 max: ${sum}`, en: `mend the groups, or max: ${sum}` },
  }]
}

const limits = (q: Quota): Fault[] => [
  ...(q.max === null && roleOf(q) === 'nominate' && q.byType === undefined && q.named === undefined && q.formula === undefined ? [fault('max', 'null', 'byType、named 或 formula 里的名额', 'a number in byType, named or formula', 'max: 1，或写 byType、named、formula', 'max: 1, or byType, named, formula')] : []),
  ...(q.max !== null && q.min !== undefined && q.min > q.max ? [fault('min', String(q.min), `不大于 max（${q.max}）`, `no more than max (${q.max})`, `min: ${q.max} 或更小`, `min: ${q.max} or less`)] : []),
]
const fault = (key: string, got: string, zh: string, en: string, writeZh: string, writeEn: string): Fault => ({ path: [key], got, expected: { zh, en }, writeInstead: { zh: writeZh, en: writeEn } })
