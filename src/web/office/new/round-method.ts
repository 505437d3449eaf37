/** The way of counting a round as the form holds it, and as the rule says it: one for the other, nothing lost. */
import type { Round } from '#core/rules/round-terms'
import { balanceDraft, balanceOf, type BalanceDraft } from './balance-draft'
import { noPublicVote, publicDraft, publicRule, type PublicVoteDraft } from './public-vote-draft'

export const methodChoices = ['approval', 'score', 'grades', 'borda', 'schulze', 'instantRunoff', 'singleTransferable'] as const
export type MethodChoice = (typeof methodChoices)[number]
export interface CriterionDraft { readonly id: string; readonly name: string; /** As it stood; absent: none was written. */ readonly en?: string; readonly from?: number; readonly to: string; readonly percent: string }
/** Numbers are text until they are whole. */
export interface MethodDraft {
  readonly choice: MethodChoice
  readonly against: boolean; readonly writeIn: boolean
  readonly from: string; readonly to: string; readonly decimals: string; readonly trim: string; readonly average: 'mean' | 'median'; readonly criteria: readonly CriterionDraft[]; readonly adjust: 'none' | 'zScore' | 'additive'; readonly pass: string; readonly passInclusive: boolean; readonly leastReaders: string
  readonly grades: string; /** As the rule has them: names that stay keep their id and English. */ readonly gradeList: NonNullable<Round['grades']>['list']; readonly gradeOrder: 'mostBest' | 'median'
  readonly unnamed: 'zero' | 'average' | 'modified'; readonly least: string; readonly most: string; readonly equals: boolean
  readonly tie: NonNullable<Round['tie']>; readonly unfilled: 'leaveEmpty' | 'anotherBallot'
  readonly blindName: boolean; readonly blindUnit: boolean; readonly blindPlace: boolean; readonly seeOthers: 'never' | 'afterOwn' | 'always'; readonly recusedOutOfQuorum: boolean
  /** Only of a secret vote or ranking; of others it is left out of the rule. */
  readonly keyShares: boolean
  /** Only of votes by approval. */
  readonly paper: boolean
  /** 加权合计: of the result the round before is so many per cent; '': this round stands for itself. */
  readonly carry: string
  /** 分组名额: one a line, 名称 名额; as the rule has them, names that stay keep id, values and English. */
  readonly groups: string; readonly groupList: NonNullable<Round['groups']>
  /** 结构比例; half-typed lines are left out of the rule. */
  readonly balance: readonly BalanceDraft[]
  /** 公众投票, only of a round of points. */
  readonly publicVote: PublicVoteDraft
  /** 分配评阅: off, and everybody reads everything. */
  readonly shared: boolean; readonly readers: string; readonly mostEach: string; readonly leastEach: string; readonly perUnit: string
}
export const blankMethod: MethodDraft = {
  choice: 'approval', against: false, writeIn: false, from: '0', to: '100', decimals: '0', trim: '0', average: 'mean', criteria: [], adjust: 'none', pass: '', passInclusive: true, leastReaders: '', grades: '优、良、中、差', gradeList: [], gradeOrder: 'mostBest',
  unnamed: 'zero', least: '', most: '', equals: false, tie: 'jury', unfilled: 'leaveEmpty', blindName: false, blindUnit: false, blindPlace: false, seeOthers: 'never', recusedOutOfQuorum: false, keyShares: false, paper: false,
  carry: '', groups: '', groupList: [], balance: [], publicVote: noPublicVote,
  shared: false, readers: '3', mostEach: '30', leastEach: '', perUnit: '1',
}

const whole = (text: string): number | undefined => (/^\d+$/.test(text.trim()) ? Number(text) : undefined)
const given = <K extends string>(key: K, value: number | undefined) => (value === undefined ? {} : { [key]: value } as Record<K, number>)
const gradeNames = { 优: 'Excellent', 良: 'Good', 中: 'Fair', 差: 'Poor', 优秀: 'Excellent', 良好: 'Good', 合格: 'Pass', 不合格: 'Fail' } as const
const english = (zh: string): string => (zh in gradeNames ? gradeNames[zh as keyof typeof gradeNames] : zh)

/** A line without a number is a group with one place: nothing typed is passed over. */
const groupsIn = (d: Pick<MethodDraft, 'groups' | 'groupList'>): NonNullable<Round['groups']> => d.groups.split('\n').map((l) => l.trim()).filter((l) => l !== '').map((line, i) => {
  const [, name = line, places = '1', limit] = /^(.+?)[\s　：:]+(\d+)(?:[\s　]+(\d+))?$/u.exec(line) ?? []
  const most = Number(limit) > 0 ? { most: Number(limit) } : {}
  const before = d.groupList.find((g) => g.name.zh === name)
  return before === undefined ? { id: `group-${i + 1}`, name: { zh: name, en: name }, places: Number(places) || 1, ...most } : { id: before.id, name: before.name, ...(before.of && { of: before.of }), places: Number(places) || 1, ...most }
})

const balanceRule = (d: MethodDraft): Round['balance'] => { const own = d.balance.flatMap((l) => balanceOf(l) ?? []); return own.length === 0 ? undefined : own }

/** Members of the rule that a way of counting decides; those it does not have are undefined, so that an earlier choice leaves nothing behind. */
export const methodRule = (d: MethodDraft): Record<string, unknown> => {
  const isScore = d.choice === 'score'
  const ranks = d.choice === 'borda' || d.choice === 'schulze' || d.choice === 'instantRunoff' || d.choice === 'singleTransferable'
  const weighted = d.criteria.length > 0 && d.criteria.every((c) => whole(c.percent) !== undefined)
  const method = d.choice === 'approval' ? 'approval' : ranks ? 'rank' : 'score'
  const blind = [...(d.blindName ? ['name'] : []), ...(d.blindPlace ? ['place'] : []), ...(d.blindUnit ? ['unit'] : [])]
  return {
    method,
    marks: d.choice === 'approval' && (d.against || d.writeIn) ? { against: d.against, writeIn: d.writeIn } : undefined,
    score: !isScore ? undefined : {
      from: whole(d.from) ?? 0, to: whole(d.to) ?? 100, trim: whole(d.trim) ?? 0, ...(whole(d.decimals) ? given('decimals', whole(d.decimals)) : {}), ...(d.average === 'median' && { average: 'median' }), ...(d.adjust !== 'none' && { adjust: d.adjust }),
      ...(whole(d.pass) === undefined ? {} : { pass: { mark: whole(d.pass), inclusive: d.passInclusive } }), ...given('leastReaders', whole(d.leastReaders) || undefined),
      ...(d.criteria.length < 2 ? {} : { criteria: d.criteria.map((c) => ({ id: c.id, name: { zh: c.name.trim(), en: c.en ?? c.name.trim() }, from: c.from ?? 0, to: whole(c.to) ?? 100, ...(weighted && given('percent', whole(c.percent))) })) }),
    },
    grades: d.choice !== 'grades' ? undefined : { list: d.grades.split(/[、，,\s]+/).filter((g) => g !== '').map((zh, i) => d.gradeList.find((g) => g.name.zh === zh) ?? { id: `g${i + 1}`, name: { zh, en: english(zh) } }), order: d.gradeOrder },
    ranking: !ranks ? undefined : { by: d.choice, ...(d.choice === 'borda' && { unnamed: d.unnamed }), ...given('least', whole(d.least)), ...given('most', whole(d.most)), ...(d.equals && (d.choice === 'schulze' || (d.choice === 'borda' && d.unnamed !== 'modified')) && { equals: true }) },
    tie: d.tie === 'jury' ? undefined : d.tie, unfilled: d.unfilled === 'leaveEmpty' ? undefined : d.unfilled, blind: blind.length === 0 ? undefined : blind, seeOthers: d.seeOthers === 'never' || method !== 'score' ? undefined : d.seeOthers, keyShares: d.keyShares && method !== 'score' && !(d.paper && method === 'approval') ? true : undefined, paper: d.paper && method === 'approval' ? true : undefined,
    balance: balanceRule(d),
    ...publicRule(d.publicVote, isScore),
    groups: (ranks && d.choice !== 'borda') || groupsIn(d).length === 0 ? undefined : groupsIn(d),
    assignment: d.shared && method === 'score' ? { readers: whole(d.readers) || 3, most: whole(d.mostEach) || 30, ...given('least', whole(d.leastEach) || undefined), ...given('perUnit', whole(d.perUnit) || undefined) } : undefined,
  }
}

/** Two parts, the round before and this one; empty where this round stands for itself. */
export const weightsRule = (d: Pick<MethodDraft, 'choice' | 'carry'>, before: { readonly id: string; readonly name: { zh: string; en: string } } | undefined, own: { zh: string; en: string }): { readonly weights?: NonNullable<Round['weights']> } => {
  const percent = whole(d.carry)
  return before === undefined || d.choice !== 'score' || percent === undefined || percent < 1 || percent > 99 ? {} : { weights: [{ of: before.name, percent, round: before.id }, { of: own, percent: 100 - percent }] }
}

const text = (n: number | undefined): string => (n === undefined ? '' : String(n))
export const methodDraft = (r: Round): MethodDraft => ({
  ...blankMethod,
  choice: r.method === 'rank' ? r.ranking?.by ?? 'borda' : r.method === 'score' ? (r.grades === undefined ? 'score' : 'grades') : 'approval',
  against: r.marks?.against ?? false, writeIn: r.marks?.writeIn ?? false,
  ...(r.score !== undefined && {
    from: String(r.score.from), to: String(r.score.to), decimals: String(r.score.decimals ?? 0), trim: String(r.score.trim), average: r.score.average ?? 'mean', adjust: r.score.adjust ?? 'none', pass: text(r.score.pass?.mark), leastReaders: text(r.score.leastReaders),
    passInclusive: r.score.pass?.inclusive ?? true,
    criteria: (r.score.criteria ?? []).map((c) => ({ id: c.id, name: c.name.zh, en: c.name.en, from: c.from, to: String(c.to), percent: text(c.percent) })),
  }),
  ...(r.grades !== undefined && { grades: r.grades.list.map((g) => g.name.zh).join('、'), gradeList: r.grades.list, gradeOrder: r.grades.order }),
  ...(r.ranking !== undefined && { unnamed: r.ranking.unnamed ?? 'zero', least: text(r.ranking.least), most: text(r.ranking.most), equals: r.ranking.equals ?? false }),
  tie: r.tie ?? 'jury', unfilled: r.unfilled ?? 'leaveEmpty', blindName: r.blind?.includes('name') ?? false, blindUnit: r.blind?.includes('unit') ?? false, blindPlace: r.blind?.includes('place') ?? false, seeOthers: r.seeOthers ?? 'never', recusedOutOfQuorum: r.quorum.recusedLeaveBase ?? false, keyShares: r.keyShares ?? false, paper: r.paper ?? false,
  ...(r.weights?.length === 2 && r.weights.some((w) => w.round !== undefined && w.round === r.after) && { carry: String(r.weights.find((w) => w.round !== undefined)!.percent) }),
  ...(r.groups !== undefined && { groups: r.groups.map((g) => `${g.name.zh} ${g.places}${g.most === undefined ? '' : ` ${g.most}`}`).join('\n'), groupList: r.groups }),
  balance: (r.balance ?? []).map(balanceDraft), publicVote: publicDraft(r),
  ...(r.assignment !== undefined && { shared: true, readers: String(r.assignment.readers), mostEach: String(r.assignment.most), leastEach: text(r.assignment.least), perUnit: text(r.assignment.perUnit) }),
})
