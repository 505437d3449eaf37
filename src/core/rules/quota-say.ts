/** A quota in one sentence. */
import type { Words } from '../kernel/finding'
import { channelNames } from './channels'
import { roleOf, type Quota, type QuotaRole } from './quota-terms'

export const roleNames: Readonly<Record<QuotaRole, Words>> = {
  nominate: { zh: '单位推荐', en: 'nominated by a unit' }, upward: { zh: '向上级推荐', en: 'sent up' }, winners: { zh: '获奖', en: 'winners' }, shortlist: { zh: '入围', en: 'shortlist' },
}

type Limits = { readonly min?: number | undefined; readonly max?: number | undefined }
const people = ({ min, max }: Limits): Words => {
  if (max === undefined) return { zh: `不少于 ${min} 人`, en: `at least ${min}` }
  return min === undefined || min === 0 ? { zh: `不超过 ${max} 人`, en: `at most ${max}` } : min === max ? { zh: `${max} 人`, en: `${max}` } : { zh: `${min}—${max} 人`, en: `${min} to ${max}` }
}

const heads: Readonly<Record<QuotaRole, (max: number) => Words>> = {
  nominate: (max) => ({ zh: `每个推荐单位限报 ${max} 人`, en: `Each unit may nominate at most ${max}` }),
  upward: (max) => ({ zh: `向上级推荐不超过 ${max} 人`, en: `At most ${max} go up to the level above` }),
  winners: (max) => ({ zh: `评选产生不超过 ${max} 人`, en: `At most ${max} are chosen` }),
  shortlist: (max) => ({ zh: `入围不超过 ${max} 人`, en: `At most ${max} are shortlisted` }),
}
const bare: Readonly<Record<QuotaRole, Words>> = {
  nominate: { zh: '推荐名额按下列规定', en: 'Units nominate as follows' }, upward: { zh: '向上级推荐的名额按下列规定', en: 'Places to the level above as follows' },
  winners: { zh: '获奖名额按下列规定', en: 'Places of winners as follows' }, shortlist: { zh: '入围名额按下列规定', en: 'Places of the shortlist as follows' },
}
/** 若干名: who does not say how many still says that it is done. */
const unnumbered: Readonly<Record<QuotaRole, Words>> = {
  ...bare, upward: { zh: '择优向上级推荐，人数未定', en: 'The best go up to the level above; how many is not stated' },
  winners: { zh: '评选产生若干人', en: 'A number not stated are chosen' }, shortlist: { zh: '入围若干人', en: 'A number not stated are shortlisted' },
}
const roundings = { up: { zh: '进一法', en: 'rounded up' }, down: { zh: '舍尾', en: 'rounded down' }, nearest: { zh: '四舍五入', en: 'rounded to the nearest' } } as const
const each = (all: readonly Words[]): Words => ({ zh: all.map((w) => w.zh).join('、'), en: all.map((w) => w.en).join(', ') })
const share = (s: { numerator: number; denominator: number }): string => (100 % s.denominator === 0 ? `${(100 / s.denominator) * s.numerator}%` : `${s.numerator}/${s.denominator}`)

const formula = (f: NonNullable<Quota['formula']>): Words => {
  const [zh, en] = f.surplus === undefined ? ['', ''] : f.surplus.included ? ['，含差额', ', surplus included'] : [`，另加差额 ${share(f.surplus.share)}`, `, plus a surplus of ${share(f.surplus.share)}`]
  return { zh: `按${f.of.name.zh}的 ${share(f.share)} 计（${roundings[f.rounding].zh}）${zh}`, en: `${share(f.share)} of ${f.of.name.en} (${roundings[f.rounding].en})${en}` }
}
const floor = (q: Quota): Words[] => (q.min === undefined ? [] : q.min === 0 ? [{ zh: '无合适人选可不推荐，但须报明', en: 'a unit without a fit candidate says so and sends none' }] : [{ zh: `至少 ${q.min} 人`, en: `at least ${q.min}` }])

const bounded = (label: Words, limits: Limits, open: readonly [string, string]): Words => ({ zh: `${open[0]}${label.zh}${people(limits).zh}`, en: `${open[1]}${label.en}: ${people(limits).en}` })

const parts = (q: Quota): Words[] => [
  ...floor(q),
  ...(q.byType ?? []).map((t) => bounded({ zh: t.type, en: t.type }, t, ['', ''])),
  ...(q.named ?? []).map((n) => bounded(n.name, n, ['', ''])),
  ...(q.formula === undefined ? [] : [formula(q.formula)]),
  ...(q.bonus ?? []).map((b): Words => ({ zh: `${b.property.name.zh}的可增报 ${b.extra} 人`, en: `${b.extra} more for ${b.property.name.en}` })),
  ...(q.pools ?? []).map((p): Words => ({ zh: `${p.name.zh}共 ${p.max} 人`, en: `${p.name.en} together ${p.max}` })),
  ...(q.within ?? []).map((w) => bounded(w.of.name, w, ['其中', 'of which '])),
  ...(q.split === undefined ? [] : [each(q.split.map((s): Words => ({ zh: `${s.of.name.zh} ${s.max} 人`, en: `${s.of.name.en} ${s.max}` })))]),
  ...(q.eachCategory === undefined ? [] : [{ zh: `每类不超过 ${q.eachCategory} 人`, en: `at most ${q.eachCategory} in each category` }]),
  ...(q.kinds === undefined ? [] : [q.kinds.either ? { zh: '个人或团队任选其一', en: 'persons or teams, not both' } : { zh: `个人不超过 ${q.kinds.person} 名、团队不超过 ${q.kinds.team} 个`, en: `at most ${q.kinds.person} person(s) and ${q.kinds.team} team(s)` }]),
  ...(q.byChannel ?? []).map((c): Words => ({ zh: `${channelNames[c.channel].zh}不超过 ${c.max} 人`, en: `${channelNames[c.channel].en}: at most ${c.max}` })),
  ...(q.joint === undefined ? [] : [{ zh: `须与${each(q.joint.map((j) => j.name)).zh}共同推荐`, en: `jointly with ${each(q.joint.map((j) => j.name)).en}` }]),
  ...(q.rankedFrom === undefined ? [] : [{ zh: `推荐 ${q.rankedFrom} 人以上的须排出先后`, en: `in order of rank from ${q.rankedFrom} on` }]),
  ...(q.extra === undefined ? [] : [q.extra.max === null ? { zh: '经批准可增加', en: 'more on approval' } : { zh: `经批准可增加不超过 ${q.extra.max} 人`, en: `up to ${q.extra.max} more on approval` }]),
  ...(q.outside ?? []).map((o): Words => ({ zh: `${o.name.zh}不占名额`, en: `${o.name.en} outside the quota` })),
]

export const sayQuota = (q: Quota): Words => {
  const role = roleOf(q) as QuotaRole
  const named = [q.byType, q.named, q.formula].some((x) => x !== undefined)
  const all = [q.max !== null ? heads[role](q.max) : named ? bare[role] : unnumbered[role], ...(q.to === undefined ? [] : [{ zh: `推荐至${q.to.zh}`, en: `to ${q.to.en}` }]), ...parts(q)]
  return { zh: all.map((w) => w.zh).join('，'), en: all.map((w) => w.en).join('; ') }
}
