/** 公众投票的复核: the votes in the box are those the ledger took when the vote was over, opened and ended before the count, and with the weight that was said. */
import { hashOf } from '../kernel/canonical'
import type { BallotBox } from '../review/ballot-box'
import type { Round } from '../rules/round-terms'
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

export const checkPublicVote = (entries: readonly SealedEntry[], { id, rule, box }: { readonly id: string; readonly rule: Pick<Round, 'publicPart'>; readonly box: BallotBox }): Fault[] => {
  if (rule.publicPart === undefined) return box.publicVote === undefined ? [] : [fault('count', null, '这一轮没有公众投票，票箱里却有公众的票', 'this round gives the public no part, and its box holds votes of the public')]
  const own = entries.filter(({ entry }) => entry.subject.id === id).map(({ entry }) => entry)
  const [opened, ended, closed] = ['publicVote.opened', 'publicVote.ended', 'round.closed'].map((act) => own.find((e) => e.act === act))
  if (opened === undefined || ended === undefined || closed === undefined || !(opened.position < ended.position && ended.position < closed.position)) return [fault('count', closed?.position ?? null, '公众投票没有在封票前开始并结束的记录', 'the ledger does not hold a vote of the public that was opened and over before the count')]
  if (opened.data['percent'] !== rule.publicPart.percent) return [fault('count', opened.position, '公众投票占的比例与开始时记入台账的不同', 'the weight of the public is not the one the ledger recorded at its opening')]
  return box.publicVote !== undefined && ended.data['tally'] === hashOf(box.publicVote) ? [] : [fault('count', ended.position, '公众投票的票数与结束时记入台账的不是同一份', 'the votes of the public are not those the ledger recorded at the end')]
}
