/** 请外单位出具: another office is asked, by a link, for a material that it issues. How the asking stands, until when it may be answered, what an answer must say. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf, endOfDay, sayDay, sayEnd, type CalendarDay, type Instant } from '../kernel/instant'
import { textOf, type Fields } from '../nomination/form'
import { sayIssuer } from '../rules/material-say'
import type { Material, MaterialRule } from '../rules/material-terms'

/** What is known of one asking. */
export interface OpinionRequest {
  /** From this moment on the link opens nothing. */
  readonly until: Instant
  readonly openedAt: Instant | null
  readonly answeredAt: Instant | null
  readonly revokedAt: Instant | null
}

export const opinionStandings = ['asked', 'opened', 'answered', 'overdue', 'revoked'] as const
export type OpinionStanding = (typeof opinionStandings)[number]
export const opinionStandingNames: Readonly<Record<OpinionStanding, Words>> = {
  asked: { zh: '已发出', en: 'Asked' },
  opened: { zh: '链接已打开', en: 'Link opened' },
  answered: { zh: '已出具', en: 'Issued' },
  overdue: { zh: '逾期未出具', en: 'Overdue' },
  revoked: { zh: '已撤回', en: 'Revoked' },
}

/** What was done about it goes before what time did. */
export const opinionStanding = (r: OpinionRequest, now: Instant): OpinionStanding => {
  if (r.answeredAt !== null) return 'answered'
  if (r.revokedAt !== null) return 'revoked'
  if (now >= r.until) return 'overdue'
  return r.openedAt === null ? 'asked' : 'opened'
}

/** Whether an answer may still come. */
export const awaitsOpinion = (r: OpinionRequest, now: Instant): boolean => ['asked', 'opened'].includes(opinionStanding(r, now))

/** Issued by somebody other than the nominating unit, and due with the nomination. */
export const isIssuedElsewhere = (rule: Pick<Material, 'issuedBy' | 'orIssuedBy' | 'package' | 'file'>): boolean =>
  sayIssuer(rule) !== null && rule.package !== 'chosen' && rule.file.type === 'document'

/** 人选所在单位纪检部门 → 示例医院纪检部门: the notice names a kind of office, the letter goes to one. */
export const officeToAsk = (rule: Pick<Material, 'issuedBy' | 'orIssuedBy'>, fields: Fields): string => {
  const [office, employer] = [(rule.issuedBy ?? rule.orIssuedBy?.[0])?.zh ?? '', textOf(fields, 'employer').trim()]
  return employer === '' ? office : office.replace(/^(?:人选|候选人|被推荐人)?(?:的)?所在单位(?:的)?/u, employer)
}

/** What a link tells of the candidate, on its page and in the model text: who it is and where, nothing that identifies further. */
export const toldToIssuer = (fields: Fields): Fields => Object.fromEntries(['name', 'employer', 'department', 'post'].map((key) => [key, textOf(fields, key)]))

type Asked = { readonly ok: true; readonly until: Instant } | { readonly ok: false; readonly findings: readonly Finding[] }
/** A day to come, and one that leaves the answer in time: never after the nomination's own end. */
export const judgeAsking = (rule: MaterialRule, { answerBy, end, now }: { readonly answerBy: CalendarDay; readonly end: Instant | null; readonly now: Instant }): Asked => {
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Asked => ({ ok: false, findings: [finding({ code, strength: 'block', rule: null, at: { field: 'answerBy' }, what, mend })] })
  if (!isIssuedElsewhere(rule)) return no('opinion.notIssuedElsewhere', [`“${rule.name.zh}”不是由外单位出具的材料`, `“${rule.name.en}” is not issued by another office`], ['请在“材料”里直接上传。', 'Upload it under “Materials”.'])
  if (end !== null && now >= end) return no('opinion.askedLate', [`报送已在 ${sayEnd(end).zh} 截止`, `Nominations closed on ${sayEnd(end).en}`], ['截止后不能再请外单位出具。', 'Nobody can be asked after that.'])
  if (answerBy < dayOf(now)) return no('opinion.dayPast', [`出具期限 ${sayDay(answerBy).zh} 已经过了`, `${sayDay(answerBy).en} is past`], ['请选今天或以后的日期。', 'Choose today or a later day.'])
  if (end !== null && answerBy > dayOf(end - 1)) return no('opinion.dayTooLate', [`出具期限 ${sayDay(answerBy).zh} 晚于报送截止 ${sayEnd(end).zh}`, `${sayDay(answerBy).en} is after the end of nominations, ${sayEnd(end).en}`], ['请选不晚于截止日的日期，最好留出审签的时间。', 'Choose a day not after the deadline, better with time left to seal.'])
  return { ok: true, until: end === null ? endOfDay(answerBy) : Math.min(endOfDay(answerBy), end) }
}

export interface OpinionAnswer {
  readonly handler: string
  readonly opinionDay: CalendarDay
  /** Null: the office says none. */
  readonly validUntil: CalendarDay | null
}

/** What cannot be: an opinion of tomorrow, or one that was never valid. */
export const judgeOpinionAnswer = ({ opinionDay, validUntil }: OpinionAnswer, now: Instant): Finding[] => [
  ...(opinionDay > dayOf(now) ? [finding({ code: 'opinion.dayAhead', strength: 'block', rule: null, at: { field: 'opinionDay' }, what: [`出具日期 ${sayDay(opinionDay).zh} 还没有到`, `${sayDay(opinionDay).en} is still to come`], mend: ['请写材料上落款的日期。', 'Give the date that stands on the paper.'] })] : []),
  ...(validUntil !== null && validUntil < opinionDay ? [finding({ code: 'opinion.neverValid', strength: 'block', rule: null, at: { field: 'validUntil' }, what: [`有效期至 ${sayDay(validUntil).zh}，早于出具日期 ${sayDay(opinionDay).zh}`, `Valid until ${sayDay(validUntil).en}, which is before the day it was issued, ${sayDay(opinionDay).en}`], mend: ['请核对两个日期；材料上没有写有效期的，留空。', 'Check both dates; leave it empty where the paper names none.'] })] : []),
]

/** The nomination has left the clerk's desk: nothing can be added to it now. */
export const closedToOpinions = (): Finding => finding({
  code: 'opinion.closed', strength: 'block', rule: null, what: ['这件推荐已经送审签、报送或撤回，现在不能再收', 'This nomination was sent for sealing, submitted or withdrawn; nothing can be added now'],
  mend: ['没有收下任何文件。请联系发链接给您的经办人。', 'No file was taken. Speak to the person who sent you the link.'],
})

/** 收件编号: where the receipt stands in the ledger, and the beginning of that entry's hash. The store writes the same by SQL, in the statement that appends the entry. */
export const opinionCode = (at: { readonly position: number; readonly hash: string }): string => `${at.position}-${at.hash.slice(0, 8)}`
