/** 回避由人决定: who may decide what about a pair, and what becomes of a vote that was given before. */
import type { Role } from '../../access/actor'
import { finding, type Finding } from '../../kernel/finding'
import type { Round } from '../../rules/round-terms'
import { voidsAlone } from '../voided'

export const conflictDecisions = ['standsBack', 'stays'] as const
export type ConflictDecision = (typeof conflictDecisions)[number]
export interface Standing { readonly decision: ConflictDecision; readonly role: Role }

/** @param now the last decision about the pair, null: none; `declared`: the juror declared it */
export const mayDecideConflict = (decision: ConflictDecision, by: Role, now: Standing | null, declared: boolean): Finding[] => {
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding[] => [finding({ code: `conflict.${code}`, rule: null, what, mend })]
  if (declared) return no('declared', ['评委本人已申报回避，不用再定', 'The juror declared this conflict: there is nothing to decide'], ['本人申报的回避不能由他人撤销。', 'What a juror declared is not undone by others.'])
  if (now?.decision === decision) return no('already', [decision === 'standsBack' ? '已经提出过回避' : '已经认定不须回避', decision === 'standsBack' ? 'It was claimed already' : 'It was decided already that the juror stays'], ['请刷新页面看看。', 'Reload the page.'])
  if (now?.decision === 'standsBack' && now.role === 'supervisor' && by !== 'supervisor') return no('supervisors', ['这是纪检监督提出的回避', 'The discipline supervisor claimed this'], ['要收回，请纪检监督办理。', 'Only the supervisor can take it back.'])
  return []
}

/**
 * 迟到的回避: what a claim does to what the juror gave before it. A sealed ballot cannot be opened to take one candidate out: while the round is open it is withdrawn whole and the juror votes again;
 * a score in a named round is voided alone and kept as a trace. After the close nothing is changed by the machine: it is a finding to people.
 */
export type LateEffect = 'nothing' | 'withdraw' | 'void' | 'tellPeople'
export const lateEffect = (round: Pick<Round, 'ballot' | 'method'> & { readonly state: 'open' | 'closed' }, voted: boolean): LateEffect => {
  if (!voted) return 'nothing'
  if (round.state === 'closed') return 'tellPeople'
  return voidsAlone(round) ? 'void' : 'withdraw'
}

export const afterCloseFinding = (round: string): Finding => finding({
  code: 'conflict.afterCount', strength: 'warn', rule: null, asksPerson: true, what: [`“${round}”封票后才提出回避，这位评委已对该人选投过票`, `This conflict was claimed after “${round}” was counted, and the juror voted`],
  mend: ['计票结果不自动改动；请评委会和纪检监督研究是否重评，结论写入会议记录。', 'The count is not changed by itself: jury and supervisor decide whether to hold it again, and write it into the minutes.'],
})
