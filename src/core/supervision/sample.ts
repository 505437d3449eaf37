/** 抽查: so many out of a pool by lot, which nobody chooses: pool, number and the hash of a secret first, then the word that makes the seed. */
import { hashOf, sha256Hex } from '../kernel/canonical'
import type { Words } from '../kernel/finding'

export const sampled = ['nominations', 'ballots', 'letters'] as const
/** 推荐 by their ids, 选票 by their receipt codes, 发出的信 by their ids. */
export type Sampled = (typeof sampled)[number]
export const sampledNames: Readonly<Record<Sampled, Words>> = { nominations: { zh: '推荐', en: 'nominations' }, ballots: { zh: '选票回执', en: 'ballot receipts' }, letters: { zh: '发出的信', en: 'letters' } }
export const mostSampled = 200

export interface SamplePlan { readonly what: Sampled; readonly pool: readonly string[]; readonly size: number }
/** Names pool and number for ever, whatever the order of the pool. */
export const samplePlanHash = ({ what, pool, size }: SamplePlan): string => hashOf({ what, pool: [...pool].sort(), size })

/** The smallest lots come in; a lot is SHA-256 of seed and id. In the order of the lots. @param seed of `seedOf` (review/jury/draw-terms) */
export const drawSample = ({ pool, size }: Pick<SamplePlan, 'pool' | 'size'>, seed: string): string[] =>
  [...new Set(pool)].map((id) => ({ id, lot: sha256Hex(`xuanshu sample 1 ${seed} ${id}`) })).sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, size).map((x) => x.id)

export const sampleVerdicts = ['true', 'doubtful'] as const
/** 属实、有疑问. */
export type SampleVerdict = (typeof sampleVerdicts)[number]
export const verdictNames: Readonly<Record<SampleVerdict, Words>> = { true: { zh: '属实', en: 'as stated' }, doubtful: { zh: '有疑问', en: 'doubtful' } }
