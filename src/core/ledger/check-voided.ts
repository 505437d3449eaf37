/** 作废打分的复核: whatever a round leaves uncounted was voided on the ledger after its sheet went in, and whatever was voided there is not counted. */
import type { BallotBox } from '../review/ballot-box'
import { voidedIn, voidsAlone } from '../review/voided'
import type { Round } from '../rules/round-terms'
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

export const checkVoided = (entries: readonly SealedEntry[], { id, rule, box }: { readonly id: string; readonly rule: Pick<Round, 'ballot' | 'method'>; readonly box: BallotBox }): Fault[] => {
  if (!voidsAlone(rule)) return []
  const own = entries.filter(({ entry }) => entry.subject.id === id)
  const handedIn = new Map(own.filter(({ entry }) => entry.act === 'sheet.submitted').map(({ entry }) => [entry.actor.account, entry.position]))
  // The last word about a pair since the sheet that counts went in.
  const last = new Map(own.filter(({ entry }) => (entry.act === 'score.voided' || entry.act === 'score.restored') && entry.position > (handedIn.get(String(entry.data['juror'])) ?? Infinity)).map(({ entry }) => [`${entry.data['juror']} ${entry.data['candidate']}`, entry]))
  const without = voidedIn(rule, box).filter((v) => last.get(`${v.juror} ${v.candidate}`)?.act !== 'score.voided')
  const recused = new Set(box.recusals.map((r) => `${r.juror} ${r.candidate}`))
  const counted = [...last].filter(([pair, entry]) => entry.act === 'score.voided' && !recused.has(pair))
  return [
    ...without.map(() => fault('count', handedIn.size === 0 ? null : Math.max(...handedIn.values()), '有一名评委的打分没有计入，台账里却没有作废的记录', 'a juror’s score is left out of the count, and the ledger holds no voiding of it')),
    ...counted.map(([, entry]) => fault('count', entry.position, '台账记着作废的打分，票箱里仍然计入', 'a score that the ledger says was voided still counts')),
  ]
}
