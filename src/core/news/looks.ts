/** 有变化，请再看一眼: what an open page is told so that it asks again. Never what changed: whoever asks is answered by the ordinary permissions. */
import type { Act } from '../ledger/entry'

/** `news`: the person's own. `campaign`: what the pages of a campaign show to this seat. */
export const lookTopics = ['news', 'campaign'] as const
export type LookTopic = (typeof lookTopics)[number]

/**
 * Acts that change the desk, the overview or the map of those who oversee a campaign; all of them stand in the ledger that they read.
 * What is not named here tells nobody: neither who has come and who has voted, nor who objected and what was read of it, nor steps that are written in dozens.
 */
const onTheDesk: ReadonlySet<Act> = new Set<Act>([
  'campaign.opened', 'extension.confirmed', 'amendment.confirmed', 'notice.acknowledged', 'reminder.sent', 'quota.granted', 'quota.returned',
  'nomination.created', 'nomination.enteredForUnit', 'nomination.sentToApprover', 'nomination.handedBack', 'nomination.submitted', 'nomination.withdrawn', 'nominations.imported', 'application.begun', 'candidate.withdrew', 'offline.begun', 'offline.registered', 'offline.received',
  'material.supplemented', 'opinion.answered', 'paper.received', 'paper.undone', 'secrecy.setApart', 'secrecy.decided', 'secrecy.done',
  'screening.accepted', 'screening.returned', 'screening.rejected', 'screening.held', 'screening.undone', 'gate.asked', 'gate.answered', 'gate.decided', 'consultation.answered',
  'round.opened', 'round.closed', 'round.abandoned', 'round.decided', 'release.prepared', 'release.withdrawn', 'release.released', 'release.lapsed', 'publicNotice.started', 'publicNotice.supplemented', 'honours.given',
])
export const changesDesk = (act: Act): boolean => onTheDesk.has(act)

/** Milliseconds. A page is told at once, and then not before `apart`, however much happens; of many at once each is told up to `spread` later for each other; a stream says that it is alive every `beat`, and is taken for dead when nothing came for `dead`. */
export const lookTimes = { apart: 10_000, spread: 4, beat: 20_000, dead: 50_000 } as const
/** Streams of one session, of one person, and of one process: whoever gets none asks now and then, as before. */
export const mostStreams = { session: 3, person: 6, process: 2000 } as const
