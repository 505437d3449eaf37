/** 监督报告 as data: which acts of the ledger stand under which heading. Words of the report are Chinese: it is a paper of the supervisor's own office. */
import type { Act } from '../ledger/entry'

export interface ReportLine { /** Milliseconds; null: it has no one moment. */ readonly at: number | null; readonly text: string }
export interface ReportSection { readonly title: string; readonly lines: readonly ReportLine[]; readonly none: string }
export interface Report { readonly sections: readonly ReportSection[] }
/** As it is sealed: with the supervisor's own words. */
export interface SealedReport extends Report { readonly words: string }

export interface ReportHeading { readonly id: string; readonly title: string; readonly none: string; readonly acts: readonly Act[] }
/** In the order of the report. An act stands under one heading at most. */
export const reportHeadings = [
  { id: 'steps', title: '程序步骤', none: '台账上还没有程序步骤。', acts: ['campaign.opened', 'amendment.confirmed', 'consultation.asked', 'gate.asked', 'round.opened', 'round.abandoned', 'round.closed', 'round.decided', 'release.prepared', 'release.withdrawn', 'release.released', 'release.lapsed', 'publicNotice.started', 'publicNotice.supplemented', 'honours.given', 'honour.revoked', 'honour.restored', 'upward.recommended'] },
  { id: 'deadlines', title: '期限变更', none: '没有变更期限。', acts: ['extension.proposed', 'extension.confirmed', 'deadlineMode.set'] },
  { id: 'juries', title: '评委会及其变更', none: '没有组成评委会。', acts: ['jury.formed', 'jury.seedFixed', 'jury.drawn', 'jury.standInCalled', 'jury.dutiesSet', 'juror.dropped'] },
  { id: 'recusals', title: '回避', none: '没有人声明或提出回避。', acts: ['conflicts.declared', 'conflict.claimed', 'conflict.dismissed', 'ballot.withdrawn', 'score.voided', 'score.restored'] },
  { id: 'passes', title: '公示前隐私放行', none: '没有放行。', acts: ['privacyPass.proposed', 'privacyPass.confirmed', 'privacyPass.withdrawn'] },
  { id: 'replays', title: '重算计票', none: '没有重算。', acts: ['count.replayed'] },
] as const satisfies readonly ReportHeading[]
