/** 纸质选票的复核: two persons entered all papers before the close, and as many are in the box as the scrutineers counted. */
import type { BallotBox } from '../review/ballot-box'
import { enteredHash } from '../review/paper'
import type { Round } from '../rules/round-terms'
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

export const checkPaper = (entries: readonly SealedEntry[], { id, rule, box }: { readonly id: string; readonly rule: Pick<Round, 'paper'>; readonly box: BallotBox }): Fault[] => {
  if (rule.paper !== true) return box.paper === undefined ? [] : [fault('count', null, '这一轮不是纸质投票，票箱却写着发出的纸票', 'this round is not on paper, and its box names papers issued')]
  const own = entries.filter(({ entry }) => entry.subject.id === id).map(({ entry }) => entry)
  const counted = own.findLast((e) => e.act === 'paperBallots.counted')
  // Whoever opened the own reading again entered it anew: the last one of each slot.
  const entered = ['A', 'B'].map((slot) => own.findLast((e) => e.act === 'paperBallots.entered' && e.data['slot'] === slot))
  const [a, b] = entered
  const faults: Fault[] = []
  if (counted === undefined || counted.data['returned'] !== box.ballots.length || counted.data['issued'] !== box.paper?.issued) faults.push(fault('count', counted?.position ?? null, '票箱里的张数与监票人清点、记入台账的不同', 'the box holds another number of papers than the scrutineers counted on the ledger'))
  if (a === undefined || b === undefined || a.actor.account === b.actor.account) faults.push(fault('count', a?.position ?? b?.position ?? null, '纸质选票没有由两个人各自录入', 'the papers were not entered by two persons'))
  else if (!own.some((e) => e.act === 'paperBallots.settled')) {
    const inBox = enteredHash(new Map(box.ballots.map((x) => [x.code, x])))
    for (const e of [a, b]) if (e.data['entered'] !== inBox) faults.push(fault('count', e.position, '票箱与录入时记入台账的不是同一份，也没有对照原票的记录', 'the box is not what was entered by the ledger, and nothing was settled over the papers'))
  }
  return faults
}
