/** 联审: other organs are asked by the office about candidates that were submitted. How each cell of the matrix stands, whom one letter is about, what an entered answer must say. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding, type Words } from '../kernel/finding'
import { addDays, dayOf, endOfDay, sayDay, type CalendarDay, type Instant } from '../kernel/instant'

export const cellStates = ['byHand', 'notAsked', 'asked', 'overdue', 'clear', 'objection', 'paper', 'expiring', 'expired'] as const
export type CellState = (typeof cellStates)[number]
export const cellNames: Readonly<Record<CellState, Words>> = {
  byHand: { zh: '线下办', en: 'By hand' }, notAsked: { zh: '未征求', en: 'Not asked' }, asked: { zh: '已征求', en: 'Asked' }, overdue: { zh: '逾期未复', en: 'Overdue' },
  clear: { zh: '无不同意见', en: 'Nothing against' }, objection: { zh: '有意见', en: 'Objection' }, paper: { zh: '已附材料', en: 'Paper attached' }, expiring: { zh: '即将到期', en: 'Expires soon' }, expired: { zh: '已过有效期', en: 'Expired' },
}
/** Nothing is owed here any more. */
export const isSettled = (s: CellState): boolean => ['byHand', 'clear', 'paper', 'expiring'].includes(s)
/** Days before the end of its validity in which an opinion is told. */
export const SOON_DAYS = 30

/** One asking of one organ about one candidate, or of a paper that the unit asked for. */
export interface Asking { readonly until: Instant; readonly answeredAt: Instant | null; /** Null: not answered, or a paper that nobody but people read. */ readonly objection: boolean | null; readonly validUntil: CalendarDay | null }

/** @param asking the latest; null: none @param paper a file of that material is in the dossier */
export const cellOf = (asking: Asking | null, now: Instant, { offline = false, paper = false }: { readonly offline?: boolean; readonly paper?: boolean } = {}): CellState => {
  if (offline) return 'byHand'
  const today = dayOf(now)
  if (asking !== null && asking.answeredAt !== null) {
    // An objection stays one, however old it is.
    if (asking.objection === true) return 'objection'
    if (asking.validUntil !== null && asking.validUntil < today) return 'expired'
    if (asking.validUntil !== null && asking.validUntil <= addDays(today, SOON_DAYS)) return 'expiring'
    return asking.objection === null ? 'paper' : 'clear'
  }
  if (paper) return 'paper'
  if (asking === null) return 'notAsked'
  return now >= asking.until ? 'overdue' : 'asked'
}

/** Organs that the notice names for the office to ask, in its order; what is asked before submission is the unit's. */
export const organsOf = (definition: Pick<ResolvedDefinition, 'rules'>): Words[] =>
  [...new Map(rulesOf(definition, 'opinion').filter((r) => r.before !== 'submission').flatMap((r) => r.of.map((o) => [o.zh, o] as const))).values()]

export interface Candidate { readonly nominationId: string; readonly name: string; readonly unitName: string; readonly employer: string; readonly post: string; readonly offline: boolean }
export interface Letter { readonly office: string; readonly candidates: readonly Candidate[]; /** Waited for or answered and still good: not asked again. */ readonly already: number; readonly byHand: number }

/** One letter for each organ. Whoever is asked about already, or was answered and is still good, is not asked again; an objection is not asked away. */
export const lettersFor = (offices: readonly string[], candidates: readonly Candidate[], stateOf: (nominationId: string, office: string) => CellState): Letter[] =>
  offices.map((office) => {
    const askable = candidates.filter((c) => !c.offline && ['notAsked', 'overdue', 'expiring', 'expired'].includes(stateOf(c.nominationId, office)))
    const byHand = candidates.filter((c) => c.offline).length
    return { office, candidates: askable, already: candidates.length - askable.length - byHand, byHand }
  })

/** @returns until when an answer is waited for, or what is wrong with the day */
export const judgeAskingDay = (answerBy: CalendarDay, now: Instant): { readonly ok: true; readonly until: Instant } | { readonly ok: false; readonly findings: readonly Finding[] } =>
  answerBy < dayOf(now)
    ? { ok: false, findings: [finding({ code: 'consultation.dayPast', rule: null, at: { field: 'answerBy' }, what: [`回复期限 ${sayDay(answerBy).zh} 已经过了`, `${sayDay(answerBy).en} is past`], mend: ['请选今天或以后的日期。', 'Choose today or a later day.'] })] }
    : { ok: true, until: endOfDay(answerBy) }

export interface Reply { readonly replyDay: CalendarDay; readonly validUntil: CalendarDay | null; readonly objections: readonly { readonly words: string }[] }
export const judgeReply = (r: Reply, now: Instant): Finding[] => [
  ...(r.replyDay > dayOf(now) ? [finding({ code: 'consultation.dayAhead', rule: null, at: { field: 'replyDay' }, what: [`复函日期 ${sayDay(r.replyDay).zh} 还没有到`, `${sayDay(r.replyDay).en} is still to come`], mend: ['请写复函落款的日期。', 'Give the date on the letter.'] })] : []),
  ...(r.validUntil !== null && r.validUntil < r.replyDay ? [finding({ code: 'consultation.neverValid', rule: null, at: { field: 'validUntil' }, what: ['有效期早于复函日期', 'It would end before the day of the letter'], mend: ['请核对两个日期；没有写有效期的，留空。', 'Check both dates; leave it empty where none is named.'] })] : []),
]

/** The letter that goes to an organ, as text: who asks, about whom, by when. Names, units, employers and posts, and nothing that identifies further. */
export const letterText = ({ office, candidates }: Pick<Letter, 'office' | 'candidates'>, { campaign, host, until }: { readonly campaign: string; readonly host: string; readonly until: Instant }): string => [
  `${office}：`, `${host}正在开展${campaign}。现就下列 ${candidates.length} 名人选征求你单位意见，请于 ${sayDay(dayOf(until - 1)).zh}前书面回复，写明有无不同意见；有意见的，请逐人写明。`, '',
  ...candidates.map((c, i) => `${i + 1}. ${[c.name, c.employer, c.post].filter((x) => x !== '').join('，')}（推荐单位：${c.unitName}）`), '', host,
].join('\n')
