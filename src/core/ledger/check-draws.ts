/** 抽取的复核: from the record alone, that pool, terms and seed were fixed before, and that the seed draws just these. */
import { hashOf } from '../kernel/canonical'
import { draw, type Draw } from '../review/jury/draw'
import { commitmentOf, planHash, seedOf, type DrawPlan } from '../review/jury/draw-terms'
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

/** Ids alone: who they are stands in the pool of the installation. */
export interface DrawRecord { readonly id: string; readonly plan: DrawPlan; readonly secret: string; readonly word: string; readonly result: Draw }

export const checkDraw = (entries: readonly SealedEntry[], d: DrawRecord): Fault[] => {
  const of = (act: string) => entries.find(({ entry }) => entry.act === act && entry.subject.id === d.id)?.entry
  const [fixed, drawn] = [of('jury.seedFixed'), of('jury.drawn')]
  if (fixed === undefined || drawn === undefined || drawn.position < fixed.position) return [fault('draw', drawn?.position ?? null, '这次抽取没有先把种子的摘要记入台账', 'the hash of this draw’s seed was not on the ledger before it')]
  if (fixed.data['commitment'] !== commitmentOf(d.secret) || drawn.data['secret'] !== d.secret || drawn.data['word'] !== d.word) return [fault('draw', drawn.position, '种子与事先记入台账的摘要不符', 'the seed is not the one whose hash was on the ledger')]
  if (fixed.data['plan'] !== planHash(d.plan)) return [fault('draw', fixed.position, '评委库或抽取办法与事先固定的不同', 'pool or terms differ from what was fixed before')]
  const again = draw(d.plan, seedOf(d.secret, d.word))
  const ids = again.ok ? [again.drawn.map((x) => x.id), again.standIns.map((x) => x.id)] : []
  if (hashOf(again) !== hashOf(d.result) || hashOf(ids) !== hashOf([drawn.data['drawn'], drawn.data['standIns']])) return [fault('draw', drawn.position, '按种子重新抽取，结果与记录的不同', 'drawn anew by the seed, others come out than the record says')]
  return []
}
export const missingDraws = (entries: readonly SealedEntry[], draws: readonly DrawRecord[]): Fault[] =>
  entries.filter(({ entry }) => entry.act === 'jury.drawn' && !draws.some((d) => d.id === entry.subject.id)).map(({ entry }) => fault('draw', entry.position, `第 ${entry.position} 条记有一次抽取，记录里没有它`, `row ${entry.position} is a draw that is not in the record`))
