/** 消息通知: every kind of news as data. Who is told of what stands in acts.ts; here: how it is called, what it belongs to, and how much it presses. */
import type { Words } from '../kernel/finding'
import { roles, type Role } from '../access/actor'

/** What a person sets together: how soon it comes by mail. */
export const newsGroups = ['terms', 'decisions', 'work', 'campaign', 'jury'] as const
export type NewsGroup = (typeof newsGroups)[number]

export interface GroupTerms {
  readonly name: Words
  /** What is in it, in words. */
  readonly holds: Words
  /** Roles that are ever told of it. */
  readonly roles: readonly Role[]
  /** Why it cannot be switched off; null: it can. */
  readonly must: Words | null
}

const unit = ['unitClerk', 'unitApprover'] as const satisfies readonly Role[]
export const groupTerms: Readonly<Record<NewsGroup, GroupTerms>> = {
  terms: { name: { zh: '退回和期限', en: 'Returns and terms' }, holds: { zh: '退回补正、补正期限将到、报送将截止、延长截止、公示前请单位确认', en: 'returns, a term of return or a deadline near, extensions, the question before the public notice' }, roles: [...unit, 'candidate', 'office', 'supervisor'],
    must: { zh: '过了期限就不能再报，所以不能关；可以改为每天一次。离期限太近等不到汇总的，仍即时发出。', en: 'After its term nothing can be sent, so this cannot be switched off; it can come once a day. What would end before the digest still comes at once.' } },
  decisions: { name: { zh: '审查结果', en: 'Decisions' }, holds: { zh: '接收、不予受理、收到纸质件', en: 'accepted, rejected, paper received' }, roles: [...unit, 'candidate'], must: null },
  work: { name: { zh: '待办和来件', en: 'What waits and what came in' }, holds: { zh: '送审签、退给经办人、人选交回、报送、外单位出具、等第二人确认、撤销或恢复荣誉', en: 'for the approver, back to the clerk, given back by the candidate, submitted, issued by another office, for a second person, honours revoked or restored' }, roles: [...roles], must: null },
  campaign: { name: { zh: '活动进展', en: 'Progress of campaigns' }, holds: { zh: '发布、修订、附件、名额、公示、授予荣誉', en: 'opened, amended, attachments, quotas, public notice, honours' }, roles: [...unit, 'office', 'supervisor'], must: null },
  jury: { name: { zh: '评审', en: 'Jury' }, holds: { zh: '抽取和组成评委会、开启一轮、回避、封票', en: 'a jury drawn or formed, a round opened or closed, conflicts' }, roles: ['juror', 'jurySecretary', 'office', 'supervisor'], must: null },
}

export interface KindTerms {
  readonly group: NewsGroup
  /** Passes the quiet hours whenever it comes. */
  readonly urgent?: true
  /** The office sends a letter of its own to the units' mailboxes: only a person's own address is mailed this as well. */
  readonly posted?: true
}

export const newsKinds = {
  // Told to the unit that nominates.
  returned: { group: 'terms' }, returnTermNear: { group: 'terms' }, deadlineNear: { group: 'terms', posted: true }, deadlineExtended: { group: 'terms', urgent: true, posted: true }, stillAsked: { group: 'terms' },
  accepted: { group: 'decisions' }, rejected: { group: 'decisions' }, offlineReceived: { group: 'decisions' }, paperReceived: { group: 'decisions' }, paperUndone: { group: 'decisions' },
  waitsForApprover: { group: 'work' }, handedBack: { group: 'work' }, gateDecided: { group: 'work' }, submitted: { group: 'work' }, withdrawn: { group: 'work' },
  applicationBegun: { group: 'work' }, candidateGaveBack: { group: 'work' }, candidateRefused: { group: 'work' }, candidateWithdrew: { group: 'work' },
  opinionAnswered: { group: 'work' }, filmMade: { group: 'work' }, filmFailed: { group: 'work' }, packageReady: { group: 'work' }, statementAsked: { group: 'terms' }, statementSettled: { group: 'decisions' }, setApart: { group: 'work' }, setApartSettled: { group: 'work' },
  campaignOpened: { group: 'campaign', posted: true }, campaignAmended: { group: 'campaign' }, attachmentsChanged: { group: 'campaign' }, quotaGranted: { group: 'campaign' }, publicNoticeStarted: { group: 'campaign' }, outcomeReleased: { group: 'campaign' }, outcomeYours: { group: 'decisions' }, honoursGiven: { group: 'campaign' }, honourRevoked: { group: 'work' }, honourRestored: { group: 'work' }, storyToConfirm: { group: 'work' }, storyPublished: { group: 'work' }, storyWithdrawn: { group: 'work' },
  // Told to the candidate.
  partAskedAgain: { group: 'work' }, partTakenBack: { group: 'work' }, applicationDeclined: { group: 'decisions' },
  // Told to the office.
  nominationSent: { group: 'work' }, nominationWithdrawn: { group: 'work' }, lateFileArrived: { group: 'work' }, attemptHandedIn: { group: 'work' }, organAnswered: { group: 'work' }, sentAgainApart: { group: 'work' }, gateChanged: { group: 'work' }, objectionCame: { group: 'work' }, correctionCame: { group: 'work' }, objectionYours: { group: 'work' }, statementCame: { group: 'work' }, objectionDecided: { group: 'work' }, objectionReopened: { group: 'work' }, quotaReturned: { group: 'campaign' }, secondPersonAsked: { group: 'work' }, releaseLapsed: { group: 'work' }, releaseTakenBack: { group: 'work' }, webhookStopped: { group: 'work' }, cameFromAbove: { group: 'work' }, archiveTaken: { group: 'work' }, wentUp: { group: 'work' }, storySentBack: { group: 'work' }, storyAnswered: { group: 'work' },
  // 有关情况, told to the office it is for and to whoever sent it; 提示, told to the units.
  situationCame: { group: 'work' }, situationUrgent: { group: 'work', urgent: true }, situationAnswered: { group: 'work' }, situationClosed: { group: 'work' }, advisoryGiven: { group: 'work' }, mediaDue: { group: 'work' }, mediaLate: { group: 'work' },
  // 采访、拍摄, told to unit, person and office; what is off passes quiet hours.
  interviewAsked: { group: 'work' }, interviewAnswered: { group: 'work' }, interviewAgreed: { group: 'work' }, interviewFixed: { group: 'work' }, interviewNear: { group: 'work' }, interviewCancelled: { group: 'work', urgent: true }, interviewTakenBack: { group: 'work' },
  // Told to the jury and to those who watch over it.
  recusalClaimed: { group: 'jury' }, voteAgain: { group: 'jury', urgent: true }, recusalAfterCount: { group: 'jury' }, juryDrawing: { group: 'jury' }, juryFormed: { group: 'jury' }, readingsMoved: { group: 'jury' }, roundOpened: { group: 'jury' }, roundClosed: { group: 'jury' }, roundAbandoned: { group: 'jury', urgent: true }, roundDecided: { group: 'jury' }, jurorDropped: { group: 'jury' },
} as const satisfies Readonly<Record<string, KindTerms>>

export type NewsKind = keyof typeof newsKinds
export const termsOf = (kind: NewsKind): KindTerms => newsKinds[kind]
export const isNewsKind = (text: string): text is NewsKind => Object.hasOwn(newsKinds, text)

/** What a second person is asked to confirm. */
export const confirmations = ['extension', 'amendment', 'reopening', 'secondFactor', 'setApart', 'honourChange', 'objection', 'roundDecision', 'privacyPass', 'release', 'otherInstallation'] as const
export type Confirmation = (typeof confirmations)[number]

/** Beside ids: no names, no personal data. `until`: the end of a term. `count`: of places, or of media items. */
export interface NewsDetail { readonly until?: number; readonly count?: number; readonly what?: Confirmation }
