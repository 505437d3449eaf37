/** Rounds as commands meet them: one that is open, under its lock; its own words for whoever comes too late. */
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import type { RoundRule } from '#core/rules/round-terms'
import type { CommandContext } from './handler'
import { lockRound, type RoundRow } from './store/rounds'

export const closedAlready = (): Refusal => new Refusal('conflict', { zh: '这一轮已经封票。', en: 'This round is closed.' })

export const openOne = async (c: CommandContext, roundId: string): Promise<RoundRow> => {
  const round = await lockRound(c.tx, roundId)
  if (round.state !== 'open') throw closedAlready()
  return round
}

/** Whoever was taken out of the round, or now works where a candidate works. `named`: of whom the ballot says something; null: of everybody. */
export const notTheirs = (rule: RoundRule, { dropped, own, named, say }: { dropped: boolean; own: readonly string[]; named: readonly string[] | null; say: (candidate: string) => string }): Finding[] => [
  ...(dropped ? [finding({ code: 'ballot.dropped', strength: 'block', rule, what: ['秘书已登记您退出本轮，不能再评审', 'You were taken out of this round'], mend: ['有疑问的，请联系评委会秘书。', 'Ask the jury secretary.'] })] : []),
  ...own.filter((c) => named === null || named.includes(c)).map((c) => finding({ code: 'ballot.ownUnit', strength: 'block', rule, at: { field: `candidate.${c}` },
    what: [`${say(c)} 与您现在同一单位，不能评审`, `${say(c)} is of the unit you now belong to`], mend: ['请先补报回避，再评审其他人选。', 'Declare the conflict first, then go on with the others.'] })),
]
