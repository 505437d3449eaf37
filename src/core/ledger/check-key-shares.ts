/** 钥匙一分为三的复核: three shares were printed before the first ballot, and two different ones opened the box. */
import { holders } from '../review/key-share'
import type { Round } from '../rules/round-terms'
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

export const checkKeyShares = (entries: readonly SealedEntry[], { id, rule }: { readonly id: string; readonly rule: Pick<Round, 'keyShares'> }): Fault[] => {
  if (rule.keyShares !== true) return []
  const own = entries.filter(({ entry }) => entry.subject.id === id).map(({ entry }) => entry)
  const cast = own.find((e) => e.act === 'ballot.cast')?.position ?? Infinity
  const last = new Map(own.filter((e) => e.act === 'keyShare.printed').map((e) => [String(e.data['holder']), e.position]))
  const printed = holders.every((h) => (last.get(h) ?? Infinity) < cast)
  const used = own.find((e) => e.act === 'keyShare.used')
  const by = Array.isArray(used?.data['holders']) ? new Set(used.data['holders']) : new Set()
  return [
    ...(printed ? [] : [fault('count', cast === Infinity ? null : cast, '这一轮的开箱钥匙一分为三，第一张选票之前却没有印齐，或投票以后又印过', 'this round splits its key in three, and not all shares were printed before the first ballot, or one was printed after it')]),
    ...(used !== undefined && by.size >= 2 ? [] : [fault('count', used?.position ?? null, '这一轮开箱时没有记下用了哪两方的钥匙', 'the ledger does not say which two shares opened the box of this round')]),
  ]
}
