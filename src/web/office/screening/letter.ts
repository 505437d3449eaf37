/** 退回意见: ticked findings and own points, as the unit will read them. The unit reads Chinese: findings go over in it. */
import type { AnswerOf, BodyInOf } from '#contract/operation'
import type { readNomination, returnNomination, screeningQueue } from '#contract/operations/nominations'
import type { Finding } from '#core/kernel/finding'
import { asFindings } from '../../ui/answer'

export type Nomination = AnswerOf<typeof readNomination>
export type QueueRow = AnswerOf<typeof screeningQueue>['nominations'][number]
export type Point = BodyInOf<typeof returnNomination>['points'][number]

/** One name for one finding: the same code can stand at several places. */
export const keyOf = (f: Finding): string => [f.code, f.at.field, f.at.material, f.at.file, f.what.zh].join('|')

/** Findings of the whole, and those of single files that the whole does not repeat. */
export const findingsOf = (n: Nomination): Finding[] => {
  const all = [...asFindings(n.findings), ...n.materials.flatMap((m) => asFindings(m.findings))]
  return [...new Map(all.map((f) => [keyOf(f), f])).values()]
}

export const pointOf = (f: Finding): Point => ({
  what: `${f.what.zh}。${f.mend.zh}`.replace('。。', '。').slice(0, 500), at: (f.at.file ?? f.at.material ?? f.at.field ?? '').slice(0, 200), clause: (f.clause?.number ?? f.clause?.zh ?? '').slice(0, 300),
})

/** Those that wait first, the longest wait at the top; then what was decided, newest first. */
export const sortQueue = (rows: readonly QueueRow[]): { waiting: QueueRow[]; done: QueueRow[] } => ({
  waiting: rows.filter((r) => r.state === 'submitted').sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0)),
  done: rows.filter((r) => r.state !== 'submitted').sort((a, b) => b.changedAt - a.changedAt),
})
