/** Acts of the ledger by what they belong to, for the filter and for the dots of the timeline. */
import { acts, type Act } from '#core/ledger/entry'

const ofObjections = acts.filter((a) => a.startsWith('objection.') || a.startsWith('correction.') || a === 'publicNotice.supplemented' || a === 'place.leftEmpty')

const ofJuries = acts.filter((a) => a.startsWith('conflict.') || a.startsWith('expert') || a === 'ballot.withdrawn' || a.startsWith('score.') || a === 'jury.seedFixed' || a === 'jury.drawn' || a === 'jury.standInCalled' || a === 'jury.dutiesSet')

export const families = {
  procedure: ['campaign.created', 'campaign.revised', 'campaign.opened', 'campaign.forwarded', 'amendment.proposed', 'amendment.confirmed', 'amendment.withdrawn', 'children.reasked', 'quota.received', 'quota.granted', 'quota.returned', 'reminder.sent', 'attachment.replaced', 'attachment.restored', 'attachment.added', 'attachment.removed', 'attachment.placed', 'original.stated', 'extension.proposed', 'extension.confirmed', 'nomination.enteredForUnit', 'seat.taken', 'offline.begun', 'offline.received', 'appraisal.absenceConfirmed', 'appraisal.closed', 'appraisal.reopened', 'nomination.submitted', 'nomination.withdrawn', 'screening.accepted', 'screening.returned', 'screening.rejected',
    'jury.formed', ...ofJuries, 'assignment.confirmed', 'round.opened', 'conflicts.declared', 'juror.dropped', 'keyShare.printed', 'keyShare.used', 'paperBallots.printed', 'paperBallots.counted', 'paperBallots.entered', 'paperBallots.settled', 'publicVote.opened', 'publicVote.ended', 'round.abandoned', 'round.closed', 'gate.asked', 'privacyPass.proposed', 'privacyPass.confirmed', 'privacyPass.withdrawn', 'release.prepared', 'release.withdrawn', 'release.released', 'release.lapsed', 'round.decisionProposed', 'round.decided', 'publicNotice.started', 'honours.given', 'honour.changeProposed', 'honour.revoked', 'honour.restored', 'record.exported', 'package.asked', 'account.reopened', ...ofObjections],
  deadline: ['extension.proposed', 'extension.confirmed', 'deadlineMode.set'],
  nomination: acts.filter((a) => a.startsWith('nomination.') || a.startsWith('nominations.') || a.startsWith('appraisal.') || a.startsWith('candidate.') || a.startsWith('application.') || a.startsWith('lead.') || a.startsWith('phone.') || a === 'leads.cleared' || a === 'record.linked' || a === 'record.erased' || a.startsWith('seat.') || a.startsWith('offline.') || a.startsWith('material.') || a.startsWith('manifest.') || a.startsWith('attempt.') || a.startsWith('film.') || a.startsWith('opinion.') || a.startsWith('paper.')),
  screening: acts.filter((a) => a.startsWith('screening.') || a.startsWith('consultation.') || a.startsWith('gate.')),
  jury: acts.filter((a) => /^(?:jury|juror|keyShare|paperBallots|publicVote|assignment|round|conflicts|ballot|sheet)\./.test(a) || ofJuries.includes(a)),
  announcement: [...acts.filter((a) => a.startsWith('privacyPass.') || a.startsWith('release.')), 'publicNotice.started', 'honours.given', ...acts.filter((a) => a.startsWith('honour.')), 'record.exported', ...ofObjections],
  upward: acts.filter((a) => /^(?:upward|archive|call|answer|mirror|arrival|installation|otherInstallation)\./.test(a) && a !== 'installation.setUp'),
  supervision: acts.filter((a) => a === 'count.replayed' || a.startsWith('sample.') || a.startsWith('supervision.')),
  publicity: acts.filter((a) => /^(?:story|poster|posterTemplate|kit|siteLook|activity|situation|advisory|media|interview)\./.test(a)),
  exports: ['record.exported', 'package.asked', 'package.made', 'package.removed'],
  mobilisation: ['notice.acknowledged', 'reminder.sent', 'letter.retried', 'reminder.paceSet'],
  secrecy: acts.filter((a) => a.startsWith('secrecy.') || a.startsWith('offline.')),
  accounts: ['organisations.imported', 'account.invited', 'account.activated', 'installation.setUp', 'organisation.emailSet', 'organisation.countsSet', ...acts.filter((a) => a === 'account.wayChanged' || a === 'account.reopened' || a.startsWith('reopening.') || a.startsWith('secondFactor.') || a.startsWith('webhook.') || a.startsWith('unitCode.') || a.startsWith('unitJoin.'))],
} as const satisfies Readonly<Record<string, readonly Act[]>>

export type Family = keyof typeof families | 'all'
export const familyNames = ['procedure', 'all', 'deadline', 'nomination', 'screening', 'jury', 'announcement', 'upward', 'publicity', 'supervision', 'mobilisation', 'exports', 'secrecy', 'accounts'] as const satisfies readonly Family[]

/** Acts that change what others relied on: worth a look. */
const notable: readonly string[] = ['release.released', 'release.lapsed', 'privacyPass.proposed', 'privacyPass.confirmed', 'juror.dropped', 'keyShare.used', 'paperBallots.reopened', 'paperBallots.settled', 'round.abandoned', 'assignment.confirmed', 'round.decided', 'objection.decided', 'objection.reopened', 'objection.released', 'objection.objectorRead', 'place.leftEmpty', 'account.reopened', 'honour.revoked', 'honour.restored', 'gate.decided', 'screening.undone', 'screening.holdSet', 'secrecy.setApart', 'secrecy.sentAgain', 'secrecy.confirmed', 'paper.undone', 'appraisal.reopened', 'appraisal.absenceConfirmed', 'nomination.enteredForUnit', 'offline.begun', 'seat.taken', 'amendment.proposed', 'amendment.confirmed', 'extension.proposed', 'extension.confirmed', 'nomination.withdrawn', 'candidate.withdrew', 'candidate.refused', 'screening.rejected', 'conflicts.declared', 'conflict.claimed', 'conflict.dismissed', 'ballot.withdrawn', 'score.voided', 'score.restored', 'jury.standInCalled'] satisfies readonly Act[]
/** Acts after which a stage of the procedure is another. */
const turning: readonly string[] = ['campaign.opened', 'round.opened', 'round.closed', 'publicNotice.started', 'honours.given'] satisfies readonly Act[]

export const belongs = (act: string, family: Family): boolean => family === 'all' || (families[family] as readonly string[]).includes(act)
export const toneOf = (act: string): 'notable' | 'turning' | 'plain' => (notable.includes(act) ? 'notable' : turning.includes(act) ? 'turning' : 'plain')
