/** 异议: the states of one, what it does to the candidate meanwhile, and who may close it. */
import { finding, type Finding, type Words } from '../kernel/finding'

/** 异议, or 更正姓名、单位: the second freezes nobody and asks no name. */
export const tracks = ['objection', 'correction'] as const
export type Track = (typeof tracks)[number]
export const objectionStates = ['received', 'investigating', 'proposed', 'decided'] as const
export type ObjectionState = (typeof objectionStates)[number]
/** As whoever objected is told. */
export const objectionStateNames: Readonly<Record<ObjectionState, Words>> = {
  received: { zh: '已登记，等候办理', en: 'Registered, waiting' }, investigating: { zh: '正在核查', en: 'Being looked into' },
  proposed: { zh: '已有处理意见，等第二人确认', en: 'An outcome waits for a second person' }, decided: { zh: '已办结', en: 'Closed' },
}
export const outcomes = ['upheld', 'partly', 'notUpheld', 'outOfScope'] as const
export type Outcome = (typeof outcomes)[number]
export const correctionOutcomes = ['corrected', 'notCorrected'] as const
export type CorrectionOutcome = (typeof correctionOutcomes)[number]
export const outcomeNames: Readonly<Record<Outcome | CorrectionOutcome, Words>> = {
  upheld: { zh: '成立', en: 'Upheld' }, partly: { zh: '部分属实，不影响评选', en: 'True in part, without bearing on the selection' }, notUpheld: { zh: '不成立', en: 'Not upheld' }, outOfScope: { zh: '不属于异议范围', en: 'Out of scope' },
  corrected: { zh: '已更正', en: 'Corrected' }, notCorrected: { zh: '不用更正', en: 'Not corrected' },
}
export const stepKinds = ['asked', 'came', 'note', 'handed', 'sentBack', 'reopened', 'released'] as const
export type StepKind = (typeof stepKinds)[number]
/** What the handler records; the others follow from acts. */
export const writtenSteps = ['asked', 'came', 'note'] as const satisfies readonly StepKind[]
export const stepNames: Readonly<Record<StepKind, Words>> = {
  asked: { zh: '向谁了解', en: 'Asked' }, came: { zh: '得到什么', en: 'Came in' }, note: { zh: '核查记录', en: 'Note' }, handed: { zh: '办理人', en: 'Handler' },
  sentBack: { zh: '第二人不同意', en: 'Sent back by the second person' }, reopened: { zh: '监督要求重新办理', en: 'Reopened by the supervisor' }, released: { zh: '监督要求换人办理', en: 'Taken from the handler by the supervisor' },
}

export interface Standing {
  readonly track: Track
  readonly named: boolean
  readonly state: ObjectionState
  /** null: nobody has decided yet. */
  readonly serious: boolean | null
  readonly outcome: Outcome | CorrectionOutcome | null
}
/** While it is open: what is serious, and until somebody says so whatever bears a name. What comes without one freezes nobody by itself. */
export const freezes = (o: Standing): boolean => o.track === 'objection' && o.state !== 'decided' && (o.serious ?? o.named)
/** Upheld: the candidate is out. */
export const takesOut = (o: Standing): boolean => o.track === 'objection' && o.state === 'decided' && o.outcome === 'upheld'
export type CandidateStanding = 'free' | 'frozen' | 'out'
/** Of all objections about one candidate. */
export const standingOf = (all: readonly Standing[]): CandidateStanding => (all.some(takesOut) ? 'out' : all.some(freezes) ? 'frozen' : 'free')

/** Closed by the handler alone: only what is not serious, and takes nobody out. */
export const needsSecond = (o: Pick<Standing, 'serious'>, outcome: Outcome): boolean => o.serious !== false || outcome === 'upheld'
/** The second person is another one, and not the one who handles it. */
export const maySecond = (by: { readonly proposedBy: string | null; readonly handlerId: string | null }, accountId: string): Finding[] => (accountId !== by.proposedBy && accountId !== by.handlerId ? [] : [finding({
  code: 'objection.samePerson', rule: null, strength: 'block', what: ['处理意见由您提出或由您办理，不能由您确认', 'You proposed the outcome or handle the objection, and cannot confirm it'], mend: ['请活动办公室另一位同事确认。', 'Ask a colleague of the office to confirm it.'] })])
/** Once serious, never light again by the handler's word. */
export const mayTriage = (o: Pick<Standing, 'serious'>, serious: boolean): Finding[] => (o.serious === true && !serious ? [finding({
  code: 'objection.staysSerious', rule: null, strength: 'block', what: ['已定为严重的异议，不能改为一般', 'It was held serious and cannot be made light'], mend: ['查清后写明处理意见，由两人办结。', 'Look into it, write the outcome, and close it by two persons.'] })] : [])

/** Why honours wait for this candidate. */
export const frozenFinding = (name: string, numbers: readonly number[]): Finding => finding({
  code: 'objection.open', rule: null, strength: 'block', at: { field: 'honours' },
  what: [`${name}有严重异议没有办结（第 ${numbers.join('、')} 号），暂缓授予`, `A serious objection about ${name} is open (no. ${numbers.join(', ')}); the honour waits`], mend: ['请先核查并办结。其他人选照常授予。', 'Look into it and close it first. The others go on.'] })
