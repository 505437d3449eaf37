/** 抽查的复核: pool and number were fixed before the seed was known, and the seed draws just these. */
import { hashOf } from '../kernel/canonical'
import { commitmentOf, seedOf } from '../review/jury/draw-terms'
import { drawSample, samplePlanHash, type SamplePlan } from '../supervision/sample'
import { fault, type Fault } from './chain'
import type { SealedEntry } from './entry'

export interface SampleRecord extends SamplePlan { readonly id: string; readonly secret: string; readonly word: string; readonly drawn: readonly string[] }

export const checkSample = (entries: readonly SealedEntry[], s: SampleRecord): Fault[] => {
  const of = (act: string) => entries.find(({ entry }) => entry.act === act && entry.subject.id === s.id)?.entry
  const [fixed, drawn] = [of('sample.seedFixed'), of('sample.drawn')]
  if (fixed === undefined || drawn === undefined || drawn.position < fixed.position) return [fault('draw', drawn?.position ?? null, '这次抽查没有先把种子的摘要记入台账', 'the hash of this sampling’s seed was not on the ledger before it')]
  if (fixed.data['commitment'] !== commitmentOf(s.secret) || drawn.data['secret'] !== s.secret || drawn.data['word'] !== s.word) return [fault('draw', drawn.position, '抽查的种子与事先记入台账的摘要不符', 'the seed of the sampling is not the one whose hash was on the ledger')]
  if (fixed.data['plan'] !== samplePlanHash(s)) return [fault('draw', fixed.position, '抽查的范围或件数与事先固定的不同', 'what is sampled, or how many, differs from what was fixed before')]
  const again = hashOf(drawSample(s, seedOf(s.secret, s.word)))
  return again === hashOf(s.drawn) && again === hashOf(drawn.data['drawn']) ? [] : [fault('draw', drawn.position, '按种子重新抽查，抽出的与记录的不同', 'sampled anew by the seed, others come out than the record says')]
}
export const missingSamples = (entries: readonly SealedEntry[], samples: readonly SampleRecord[]): Fault[] =>
  entries.filter(({ entry }) => entry.act === 'sample.drawn' && !samples.some((s) => s.id === entry.subject.id)).map(({ entry }) => fault('draw', entry.position, `第 ${entry.position} 条记有一次抽查，记录里没有它`, `row ${entry.position} is a sampling that is not in the record`))
