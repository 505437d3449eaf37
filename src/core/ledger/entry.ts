import { canonical, hashOf } from '../kernel/canonical'
import type { Role } from '../access/actor'

/** 台账: what was done, when, by whom, to what. No names and no personal data: ids and hashes only, names are joined when shown. */
export interface LedgerEntry {
  readonly chain: string
  /** 1, 2, 3 …: a gap is a fault. */
  readonly position: number
  /** Product time and real time, milliseconds; they differ in a demo installation only. */
  readonly at: number
  readonly realAt: number
  readonly act: Act
  readonly actor: { readonly account: string; readonly role: Role | 'system'; readonly organisation: string; /** Whose person sat in for the organisation. */ readonly office?: string }
  readonly subject: { readonly kind: string; readonly id: string }
  readonly data: Readonly<Record<string, unknown>>
  /** Hash of the entry before; 64 zeros at the beginning. */
  readonly previous: string
}
export interface SealedEntry {
  readonly entry: LedgerEntry
  readonly hash: string
}

export const acts = [
  'organisations.imported', 'account.invited', 'account.activated', 'installation.setUp',
  'unitCode.made', 'unitCode.ended', 'unitJoin.sent', 'unitJoin.takenIn', 'unitJoin.refused', 'unitJoin.codeGiven',
  'account.wayChanged', 'reopening.proposed', 'reopening.withdrawn', 'account.reopened', 'secondFactor.proposed', 'secondFactor.withdrawn', 'secondFactor.set',
  'campaign.created', 'campaign.revised', 'campaign.opened', 'extension.proposed', 'extension.confirmed', 'deadlineMode.set',
  'campaign.forwarded', 'amendment.proposed', 'amendment.confirmed', 'amendment.withdrawn', 'children.reasked',
  'quota.received', 'quota.granted', 'quota.returned',
  'notice.acknowledged', 'reminder.sent', 'letter.retried', 'reminder.paceSet', 'organisation.emailSet', 'organisation.countsSet',
  'attachment.replaced', 'attachment.restored', 'attachment.added', 'attachment.removed', 'attachment.placed', 'original.stated',
  'nomination.created', 'nomination.enteredForUnit', 'application.begun', 'application.declined', 'lead.reported', 'lead.seen', 'lead.passed', 'lead.takenUp', 'lead.joined', 'lead.declined', 'leads.cleared', 'record.linked', 'record.erased', 'candidate.codeGiven', 'candidate.opened', 'candidate.consented', 'candidate.refused', 'candidate.gaveBack', 'candidate.takenBack', 'candidate.askedAgain', 'candidate.withdrew', 'candidate.recordTaken', 'offline.begun', 'offline.registered', 'offline.received', 'seat.taken', 'nomination.sentToApprover', 'nomination.handedBack', 'nomination.submitted', 'nomination.withdrawn', 'attempt.handedIn',
  'nominations.imported', 'nominations.ranked', 'appraisal.recorded', 'appraisal.verified', 'appraisal.absenceConfirmed', 'appraisal.closed', 'appraisal.reopened',
  'phone.letIn', 'phone.shutOut', 'material.received', 'material.supplemented', 'material.removed', 'manifest.registered', 'film.asked', 'film.made', 'film.failed', 'film.taken', 'film.dropped', 'opinion.asked', 'opinion.revoked', 'opinion.answered', 'paper.received', 'paper.undone',
  'secrecy.setApart', 'secrecy.sentAgain', 'secrecy.reported', 'secrecy.decided', 'secrecy.takenBack', 'secrecy.confirmed', 'secrecy.done',
  'consultation.asked', 'consultation.answered', 'consultation.linkMade', 'consultation.linkRevoked',
  'screening.accepted', 'screening.returned', 'screening.rejected', 'screening.held', 'screening.undone', 'screening.holdSet',
  'gate.asked', 'gate.answered', 'gate.decided',
  'jury.formed', 'assignment.asked', 'assignment.changed', 'assignment.confirmed', 'round.opened', 'conflicts.declared', 'conflict.claimed', 'conflict.dismissed', 'ballot.withdrawn', 'score.voided', 'score.restored', 'ballot.cast', 'sheet.submitted', 'juror.dropped', 'keyShare.printed', 'keyShare.used', 'paperBallots.printed', 'paperBallots.counted', 'paperBallots.entered', 'paperBallots.reopened', 'paperBallots.settled', 'publicVote.opened', 'publicVote.ended', 'round.abandoned', 'round.closed', 'round.decisionProposed', 'round.decisionWithdrawn', 'round.decided',
  'experts.imported', 'expert.changed', 'jury.seedFixed', 'jury.drawn', 'jury.standInCalled', 'jury.dutiesSet',
  'publicNotice.started', 'objection.received', 'correction.received', 'objection.evidenceAdded', 'objection.handlerNamed', 'objection.objectorRead', 'objection.evidenceRead', 'objection.triaged', 'objection.stepRecorded', 'objection.statementAsked', 'objection.statementGiven', 'objection.proposed', 'objection.sentBack', 'objection.decided', 'objection.reopened', 'objection.released', 'correction.settled', 'publicNotice.supplemented', 'place.leftEmpty', 'honours.given', 'honour.changeProposed', 'honour.changeWithdrawn', 'honour.revoked', 'honour.restored', 'honour.certificatesShaped', 'record.exported', 'package.asked', 'package.made', 'package.removed',
  'release.prepared', 'release.withdrawn', 'release.released', 'release.lapsed',
  'privacyPass.proposed', 'privacyPass.confirmed', 'privacyPass.withdrawn', 'count.replayed', 'sample.seedFixed', 'sample.drawn', 'sample.noted', 'supervision.reportSealed',
  'story.takenOver', 'story.mediaAdded', 'story.mediaDescribed', 'story.mediaRemoved', 'story.reviewed', 'story.sentBack', 'story.confirmed', 'story.refusedByPerson', 'story.cleared', 'story.notCleared', 'story.scheduled', 'story.unscheduled', 'story.published', 'story.withdrawn',
  'poster.asked', 'poster.made', 'posterTemplate.added', 'posterTemplate.changed', 'posterTemplate.removed', 'posterTemplate.artAdded', 'kit.made', 'kit.ended', 'siteLook.set', 'siteLook.reset',
  'activity.recorded', 'activity.changed', 'activity.withdrawn', 'activity.photoAdded', 'activity.photoDescribed', 'activity.photoRemoved', 'activity.released', 'activity.heldBack', 'activity.linkAsked',
  'situation.sent', 'situation.fileAdded', 'situation.opened', 'situation.answered', 'situation.closed', 'advisory.given', 'advisory.ended',
  'media.channelAdded', 'media.channelChanged', 'media.channelRemoved', 'media.itemAdded', 'media.itemChanged', 'media.itemMoved', 'media.evidenceAdded', 'media.evidenceRemoved', 'media.recalled', 'media.imported', 'media.platformSet',
  'interview.asked', 'interview.changed', 'interview.answered', 'interview.consented', 'interview.refused', 'interview.fixed', 'interview.done', 'interview.cancelled', 'media.linkAsked',
  'webhook.added', 'webhook.changed', 'webhook.removed', 'webhook.stopped',
  'upward.recommended', 'nomination.recommended', 'upward.answered', 'upward.cameBack', 'archive.asked', 'archive.made', 'call.given', 'answer.given', 'mirror.begun', 'mirror.renewed', 'arrival.asked', 'arrival.taken', 'arrival.refused', 'arrival.dropped', 'otherInstallation.looked', 'otherInstallation.confirmed', 'otherInstallation.ended',
] as const
export type Act = (typeof acts)[number]

export const genesis = '0'.repeat(64)

/** SHA-256 over the canonical JSON of the entry, which holds the hash before it. */
export const entryHash = (entry: LedgerEntry): string => hashOf(entry)

/** Puts the next link on a chain: what the database's `ledger_append` does under the lock of the head, said in one line. */
export const link = (head: { position: number; hash: string } | null, e: Omit<LedgerEntry, 'position' | 'previous'>): SealedEntry => {
  const entry: LedgerEntry = { ...e, position: (head?.position ?? 0) + 1, previous: head?.hash ?? genesis }
  return { entry, hash: entryHash(entry) }
}

/** What is known of an entry before its place in the chain is. */
export type OpenEntry = Omit<LedgerEntry, 'at' | 'position' | 'previous' | 'realAt'>

/** The canonical text of an entry in five pieces, around the four values that only the locked head decides: at, position, previous, realAt. */
export const piecesOf = ({ act, actor, chain, data, subject }: OpenEntry): readonly [string, string, string, string, string] => [
  `{"act":${canonical(act)},"actor":${canonical(actor)},"at":`,
  `,"chain":${canonical(chain)},"data":${canonical(data)},"position":`,
  ',"previous":"',
  '","realAt":',
  `,"subject":${canonical(subject)}}`,
]
