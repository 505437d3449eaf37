/** Which act of the ledger is news for whom: one declaration for each act, and no act without one. */
import type { Act, LedgerEntry } from '../ledger/entry'
import type { Confirmation, NewsDetail, NewsKind } from './kinds'

/**
 * Who is told, found by the store from the act's subject. `office` and `supervisors`: of the campaign; `officeOfSent`: only once the nomination was submitted, for a draft is nobody's but the unit's.
 * `units`: the people of every unit of the campaign, and the offices below. `ownOffice`, `ownSupervisors`: of the organisation whose chain it is.
 * The one who acted is never told.
 */
export type Audience = 'unit' | 'clerks' | 'approvers' | 'candidate' | 'office' | 'officeOfSent' | 'supervisors' | 'units' | 'unitsNamed' | 'jurors' | 'secretary' | 'juryNamed' | 'ownOffice' | 'ownSupervisors' | 'accountsNamed'
export const audiences: readonly Audience[] = ['unit', 'clerks', 'approvers', 'candidate', 'office', 'officeOfSent', 'supervisors', 'units', 'unitsNamed', 'jurors', 'secretary', 'juryNamed', 'ownOffice', 'ownSupervisors', 'accountsNamed']

export interface News {
  readonly kind: NewsKind
  readonly to: readonly Audience[]
  /** Ids of organisations or accounts, where the audience is named. */
  readonly named?: readonly string[]
  readonly detail?: NewsDetail
}
export type NewsAct = Pick<LedgerEntry, 'act' | 'data'>
type Telling = 'silent' | ((data: LedgerEntry['data']) => readonly News[])

const told = (kind: NewsKind, ...to: Audience[]): Telling => () => [{ kind, to }]
const second = (what: Confirmation, ...to: Audience[]): Telling => () => [{ kind: 'secondPersonAsked', to, detail: { what } }]
const until = (d: LedgerEntry['data']): NewsDetail => (typeof d['until'] === 'number' ? { until: d['until'] } : {})
const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [])

/** Of interviews that ended with the publicity they were for. */
const ended: readonly News[] = [{ kind: 'interviewCancelled', to: ['office', 'unit', 'candidate'] }]
const ending = (d: LedgerEntry['data']): readonly News[] => (Number(d['interviews']) > 0 ? ended : [])
const and = (first: Telling): Telling => (d) => [...(first === 'silent' ? [] : first(d)), ...ending(d)]

const granted: Telling = (d) => (Array.isArray(d['to']) ? d['to'] as { organisation: string; count: number }[] : []).map((g) => ({ kind: 'quotaGranted', to: ['unitsNamed'], named: [g.organisation], detail: { count: g.count } }))

/** An act that is not declared here does not compile; the test beside it asks the same at run time. */
export const tellings: Readonly<Record<Act, Telling>> = {
  'organisations.imported': 'silent', 'installation.setUp': 'silent', 'organisation.emailSet': 'silent', 'organisation.countsSet': 'silent',
  // How many units wait stands on the page of units; the applicants hear by their link.
  'unitCode.made': 'silent', 'unitCode.ended': 'silent', 'unitJoin.sent': 'silent', 'unitJoin.takenIn': 'silent', 'unitJoin.refused': 'silent', 'unitJoin.codeGiven': 'silent',
  // Its own person is told of these at the next sign-in and by mail (access/account-news).
  'account.invited': 'silent', 'account.activated': 'silent', 'account.wayChanged': 'silent', 'account.reopened': 'silent',
  'reopening.proposed': second('reopening', 'ownOffice', 'ownSupervisors'), 'reopening.withdrawn': 'silent', 'secondFactor.proposed': second('secondFactor', 'ownOffice'), 'secondFactor.withdrawn': 'silent', 'secondFactor.set': 'silent',
  'campaign.created': 'silent', 'campaign.revised': 'silent', 'campaign.opened': told('campaignOpened', 'units'), 'campaign.forwarded': 'silent',
  'extension.proposed': second('extension', 'office'), 'extension.confirmed': (d) => [{ kind: 'deadlineExtended', to: ['units', 'supervisors'], detail: until(d) }], 'deadlineMode.set': 'silent',
  'amendment.proposed': second('amendment', 'office'), 'amendment.confirmed': told('campaignAmended', 'units', 'supervisors'), 'amendment.withdrawn': 'silent', 'children.reasked': 'silent',
  'quota.received': 'silent', 'quota.granted': granted, 'quota.returned': (d) => [{ kind: 'quotaReturned', to: ['office'], detail: typeof d['count'] === 'number' ? { count: d['count'] } : {} }],
  // What the units do at the office's asking is seen on its map; reminders are letters of their own.
  'notice.acknowledged': 'silent', 'reminder.sent': 'silent', 'letter.retried': 'silent', 'reminder.paceSet': 'silent',
  'attachment.replaced': told('attachmentsChanged', 'units'), 'attachment.restored': told('attachmentsChanged', 'units'), 'attachment.added': told('attachmentsChanged', 'units'), 'attachment.removed': told('attachmentsChanged', 'units'), 'attachment.placed': 'silent', 'original.stated': 'silent',
  'nomination.created': 'silent', 'nomination.enteredForUnit': 'silent', 'application.begun': told('applicationBegun', 'unit'), 'application.declined': told('applicationDeclined', 'candidate'), 'record.linked': 'silent', 'record.erased': 'silent',
  // How many leads wait is seen on the navigation of whoever they are with.
  'lead.reported': 'silent', 'lead.seen': 'silent', 'lead.passed': 'silent', 'lead.takenUp': 'silent', 'lead.joined': 'silent', 'lead.declined': 'silent', 'leads.cleared': 'silent',
  'candidate.codeGiven': 'silent', 'candidate.opened': 'silent', 'candidate.consented': 'silent', 'candidate.refused': and(told('candidateRefused', 'unit', 'officeOfSent')), 'candidate.gaveBack': told('candidateGaveBack', 'clerks'),
  'candidate.takenBack': told('partTakenBack', 'candidate'), 'candidate.askedAgain': told('partAskedAgain', 'candidate'), 'candidate.withdrew': and(told('candidateWithdrew', 'unit', 'officeOfSent', 'supervisors')), 'candidate.recordTaken': 'silent',
  'offline.begun': 'silent', 'offline.registered': 'silent', 'offline.received': told('offlineReceived', 'unit'), 'seat.taken': 'silent',
  'nomination.sentToApprover': told('waitsForApprover', 'approvers'), 'nomination.handedBack': told('handedBack', 'clerks'),
  'nomination.submitted': () => [{ kind: 'nominationSent', to: ['office'] }, { kind: 'submitted', to: ['unit', 'candidate'] }],
  'nomination.withdrawn': () => [{ kind: 'nominationWithdrawn', to: ['officeOfSent'] }, { kind: 'withdrawn', to: ['unit', 'candidate'] }],
  'attempt.handedIn': told('attemptHandedIn', 'office', 'supervisors'), 'nominations.imported': 'silent', 'nominations.ranked': 'silent',
  // Minutes are written in many small steps; whoever waits for them is told when the form is sent to the approver.
  'appraisal.recorded': 'silent', 'appraisal.verified': 'silent', 'appraisal.absenceConfirmed': 'silent', 'appraisal.closed': 'silent', 'appraisal.reopened': 'silent',
  'material.received': 'silent', 'material.supplemented': told('lateFileArrived', 'officeOfSent'), 'material.removed': 'silent', 'manifest.registered': 'silent',
  'phone.letIn': 'silent', 'phone.shutOut': 'silent',
  'film.asked': 'silent', 'film.made': told('filmMade', 'clerks'), 'film.failed': told('filmFailed', 'clerks'), 'film.taken': 'silent', 'film.dropped': 'silent',
  'opinion.asked': 'silent', 'opinion.revoked': 'silent', 'opinion.answered': told('opinionAnswered', 'unit', 'officeOfSent'),
  // That other organs were asked, and what they said, leaves the office and its supervisor by no way.
  // That an answer came by a link is told to who made the link, and says no more than that.
  'consultation.asked': 'silent', 'consultation.linkMade': 'silent', 'consultation.linkRevoked': 'silent', 'consultation.answered': (d) => (d['link'] === undefined ? [] : [{ kind: 'organAnswered', to: ['accountsNamed'], named: idsIn([d['by']]) }]),
  'paper.received': told('paperReceived', 'unit'), 'paper.undone': told('paperUndone', 'unit'),
  'secrecy.setApart': told('setApart', 'unit', 'office', 'supervisors'), 'secrecy.sentAgain': told('sentAgainApart', 'office', 'supervisors'), 'secrecy.reported': 'silent', 'secrecy.decided': second('setApart', 'office'), 'secrecy.takenBack': 'silent', 'secrecy.confirmed': 'silent', 'secrecy.done': told('setApartSettled', 'unit', 'office'),
  'screening.accepted': told('accepted', 'unit', 'candidate'), 'screening.returned': (d) => [{ kind: 'returned', to: ['unit', 'candidate'], detail: until(d) }], 'screening.rejected': told('rejected', 'unit', 'candidate'),
  'screening.held': 'silent', 'screening.undone': 'silent', 'screening.holdSet': 'silent',
  // What is decided at later gates would tell a unit who stands before them.
  // All of whom the office asks are asked at once; that all is as it was is seen where it asked.
  'gate.asked': (d) => [{ kind: 'stillAsked', to: ['unitsNamed'], named: idsIn(d['units']), detail: until(d) }],
  'gate.answered': (d) => (d['answer'] === 'still' ? [] : [{ kind: 'gateChanged', to: ['office', 'supervisors'] }]), 'gate.decided': (d) => (d['gate'] === 'submission' ? [{ kind: 'gateDecided', to: ['approvers'] }] : []),
  'jury.formed': (d) => [{ kind: 'juryFormed', to: ['juryNamed'], named: [...idsIn(d['jurors']), ...idsIn([d['secretary']])] }], 'round.opened': told('roundOpened', 'jurors', 'secretary', 'supervisors'),
  // Who has come and who has voted is told to nobody while a round is open.
  'conflict.claimed': (d) => [{ kind: 'recusalClaimed', to: ['juryNamed'], named: idsIn([d['juror']]) }, ...(Number(d['counted']) > 0 ? [{ kind: 'recusalAfterCount' as const, to: ['office', 'supervisors', 'secretary'] as const }] : [])], 'conflict.dismissed': 'silent', 'score.voided': 'silent', 'score.restored': 'silent', 'ballot.withdrawn': (d) => [{ kind: 'voteAgain', to: ['juryNamed'], named: idsIn([d['juror']]) }],
  'experts.imported': 'silent', 'expert.changed': 'silent', 'jury.seedFixed': told('juryDrawing', 'supervisors'), 'jury.drawn': told('juryDrawing', 'supervisors'), 'jury.dutiesSet': 'silent', 'jury.standInCalled': (d) => [{ kind: 'juryFormed', to: ['juryNamed'], named: idsIn([d['juror']]) }],
  // Before the round opens nobody's work changes yet.
  'assignment.asked': 'silent', 'assignment.changed': 'silent', 'assignment.confirmed': (d) => [{ kind: 'readingsMoved', to: ['juryNamed'], named: idsIn(d['gained']) }],
  'conflicts.declared': 'silent', 'ballot.cast': 'silent', 'sheet.submitted': 'silent', 'round.closed': told('roundClosed', 'office', 'supervisors', 'secretary'),
  'juror.dropped': (d) => [{ kind: 'jurorDropped', to: ['office', 'supervisors'] }, { kind: 'jurorDropped', to: ['juryNamed'], named: idsIn([d['juror']]) }],
  // Shares are printed and used by their holders themselves, who see on the round's page what the others did.
  'keyShare.printed': 'silent', 'keyShare.used': 'silent', 'paperBallots.printed': 'silent', 'paperBallots.counted': 'silent', 'paperBallots.entered': 'silent', 'paperBallots.reopened': 'silent', 'paperBallots.settled': 'silent', 'publicVote.opened': 'silent', 'publicVote.ended': 'silent', 'round.abandoned': told('roundAbandoned', 'jurors', 'office', 'supervisors'),
  'round.decisionProposed': second('roundDecision', 'office', 'supervisors'), 'round.decisionWithdrawn': 'silent', 'round.decided': told('roundDecided', 'office', 'supervisors', 'secretary'),
  // Who objected stands in none of it; the candidate is told nothing, the unit what it is asked and that its candidate is out.
  'objection.received': told('objectionCame', 'office', 'supervisors'), 'correction.received': told('correctionCame', 'office'), 'objection.evidenceAdded': 'silent', 'objection.objectorRead': 'silent', 'objection.evidenceRead': 'silent', 'objection.triaged': 'silent', 'objection.stepRecorded': 'silent',
  'objection.handlerNamed': (d) => [{ kind: 'objectionYours', to: ['accountsNamed'], named: idsIn([d['handler']]) }], 'objection.statementAsked': (d) => [{ kind: 'statementAsked', to: ['unit'], detail: until(d) }], 'objection.statementGiven': (d) => [{ kind: 'statementCame', to: ['accountsNamed'], named: idsIn([d['handler']]) }],
  'objection.proposed': second('objection', 'office'), 'objection.sentBack': 'silent', 'objection.reopened': told('objectionReopened', 'office'), 'objection.released': told('objectionReopened', 'office'), 'correction.settled': 'silent', 'place.leftEmpty': 'silent',
  'objection.decided': (d) => [{ kind: 'objectionDecided', to: ['office', 'supervisors'] }, ...(d['unitKnows'] === true ? [{ kind: 'statementSettled' as const, to: ['unit' as const] }] : [])],
  'publicNotice.supplemented': (d) => [{ kind: 'publicNoticeStarted', to: ['units', 'supervisors'], detail: until(d) }],
  'publicNotice.started': (d) => [{ kind: 'publicNoticeStarted', to: ['units', 'supervisors'], detail: until(d) }], 'honour.certificatesShaped': 'silent', 'honours.given': told('honoursGiven', 'units', 'supervisors'),
  'honour.changeProposed': second('honourChange', 'office'), 'honour.changeWithdrawn': 'silent', 'honour.revoked': and(told('honourRevoked', 'unit', 'candidate', 'office', 'supervisors')), 'honour.restored': told('honourRestored', 'unit', 'candidate', 'office', 'supervisors'),
  'record.exported': 'silent', 'package.asked': 'silent', 'package.made': (d) => [{ kind: 'packageReady', to: ['accountsNamed'], named: idsIn([d['by']]) }], 'package.removed': 'silent',
  // Who does it at the office sees it on the page; told is what came back, and what waits for a second person.
  'upward.recommended': told('wentUp', 'supervisors'), 'nomination.recommended': 'silent', 'upward.answered': 'silent', 'upward.cameBack': (d) => [{ kind: 'cameFromAbove', to: ['office', 'supervisors'], detail: until(d) }], 'archive.asked': 'silent', 'archive.made': 'silent', 'call.given': 'silent', 'answer.given': 'silent',
  'mirror.begun': 'silent', 'mirror.renewed': 'silent', 'arrival.asked': 'silent', 'arrival.taken': told('archiveTaken', 'office', 'supervisors'), 'arrival.refused': 'silent', 'arrival.dropped': 'silent', 'otherInstallation.looked': second('otherInstallation', 'ownOffice'), 'otherInstallation.confirmed': 'silent', 'otherInstallation.ended': 'silent',
  // Before its release nobody outside the office hears of it; what came of each stands on its own page.
  'release.prepared': second('release', 'office'), 'release.withdrawn': (d) => [{ kind: 'releaseTakenBack', to: ['accountsNamed'], named: idsIn([d['by']]) }], 'release.released': (d) => [{ kind: 'outcomeReleased', to: ['unitsNamed'], named: idsIn(d['units']) }, { kind: 'outcomeReleased', to: ['supervisors'] }], 'release.lapsed': told('releaseLapsed', 'office', 'supervisors'),
  'privacyPass.proposed': second('privacyPass', 'office', 'supervisors'), 'privacyPass.confirmed': 'silent', 'privacyPass.withdrawn': 'silent',
  // The supervisor looks without telling; what was found stands in the report.
  'count.replayed': 'silent', 'sample.seedFixed': 'silent', 'sample.drawn': 'silent', 'sample.noted': 'silent', 'supervision.reportSealed': 'silent',
  // Writing is the office's own; told is who has to say something, and what came of it.
  'story.takenOver': 'silent', 'story.mediaAdded': 'silent', 'story.mediaDescribed': 'silent', 'story.mediaRemoved': 'silent', 'story.sentBack': told('storySentBack', 'office'), 'story.scheduled': 'silent', 'story.unscheduled': 'silent',
  'story.reviewed': told('storyToConfirm', 'approvers', 'candidate'), 'story.confirmed': and(told('storyAnswered', 'office')), 'story.refusedByPerson': and(told('storyAnswered', 'office')), 'story.cleared': told('storyAnswered', 'office'), 'story.notCleared': told('storyAnswered', 'office'),
  'poster.asked': 'silent', 'poster.made': 'silent', 'posterTemplate.added': 'silent', 'posterTemplate.changed': 'silent', 'posterTemplate.removed': 'silent', 'posterTemplate.artAdded': 'silent', 'kit.made': 'silent', 'kit.ended': 'silent', 'siteLook.set': 'silent', 'siteLook.reset': 'silent',
  'story.published': told('storyPublished', 'unit', 'candidate'), 'story.withdrawn': told('storyWithdrawn', 'unit', 'candidate', 'office'),
  // What units did is seen in the sums; nobody is written to about each.
  'activity.recorded': 'silent', 'activity.changed': 'silent', 'activity.withdrawn': 'silent', 'activity.photoAdded': 'silent', 'activity.photoDescribed': 'silent', 'activity.photoRemoved': 'silent', 'activity.released': 'silent', 'activity.heldBack': 'silent', 'activity.linkAsked': 'silent',
  // The office it is for, and then whoever did not write the last word.
  'situation.sent': (d) => [{ kind: d['urgency'] === 'urgent' ? 'situationUrgent' : 'situationCame', to: ['unitsNamed'], named: idsIn(d['units']) }], 'situation.answered': (d) => [{ kind: 'situationAnswered', to: ['unitsNamed'], named: idsIn(d['units']) }],
  'situation.closed': (d) => [{ kind: 'situationClosed', to: ['unitsNamed'], named: idsIn(d['units']) }], 'situation.opened': 'silent', 'situation.fileAdded': 'silent',
  'advisory.given': told('advisoryGiven', 'units'), 'advisory.ended': 'silent',
  // The plan is the office's own; of what is due noteMedia tells.
  'media.channelAdded': 'silent', 'media.channelChanged': 'silent', 'media.channelRemoved': 'silent', 'media.itemAdded': 'silent', 'media.itemChanged': 'silent', 'media.itemMoved': 'silent', 'media.evidenceAdded': 'silent', 'media.evidenceRemoved': 'silent', 'media.recalled': 'silent', 'media.imported': 'silent', 'media.platformSet': 'silent',
  // Unit and person are asked, the office hears what they say, and whoever did not end it that it is over.
  'interview.asked': told('interviewAsked', 'unit', 'candidate'), 'interview.changed': told('interviewAsked', 'unit', 'candidate'), 'interview.answered': told('interviewAnswered', 'office'), 'interview.consented': told('interviewAgreed', 'office', 'unit'),
  'interview.refused': (d) => (d['cancelled'] === true ? ended : [{ kind: 'interviewTakenBack', to: ['office', 'unit'] }]), 'interview.fixed': (d) => [{ kind: 'interviewFixed', to: ['unit', 'candidate'], detail: until(d) }], 'interview.cancelled': () => ended, 'interview.done': 'silent', 'media.linkAsked': 'silent',
  'webhook.added': 'silent', 'webhook.changed': 'silent', 'webhook.removed': 'silent', 'webhook.stopped': told('webhookStopped', 'ownOffice'),
}

/** What follows from an act, for whom. Audiences that are named and nobody is are left out. */
export const newsOf = ({ act, data }: NewsAct): readonly News[] => {
  const telling = tellings[act]
  return telling === 'silent' ? [] : telling(data).filter((n) => n.named === undefined || n.named.length > 0)
}
