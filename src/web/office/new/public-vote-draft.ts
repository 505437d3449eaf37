/** 公众投票 of a round as the form holds it. */
import type { Round } from '#core/rules/round-terms'

export interface PublicVoteDraft { readonly on: boolean; readonly percent: string; readonly by: 'byRank' | 'byShare'; readonly perDay: string; readonly inAll: string; readonly perAddress: string; readonly perCandidate: string; readonly least: string; readonly most: string }
export const noPublicVote: PublicVoteDraft = { on: false, percent: '10', by: 'byRank', perDay: '', inAll: '1', perAddress: '20', perCandidate: '', least: '', most: '' }

const limits = ['perDay', 'inAll', 'perAddress', 'perCandidate', 'least', 'most'] as const
const whole = (text: string): number | undefined => (/^[1-9]\d*$/.test(text.trim()) ? Number(text) : undefined)

/** Undefined where it is off: the rule then says nothing of the public. */
export const publicRule = (d: PublicVoteDraft, scores: boolean): Pick<Round, 'publicPart' | 'publicVote'> => {
  if (!d.on || !scores) return { publicPart: undefined, publicVote: undefined }
  const given = Object.fromEntries(limits.flatMap((key) => { const n = whole(d[key]); return n === undefined ? [] : [[key, n]] }))
  return { publicPart: { percent: whole(d.percent) ?? 0, by: d.by }, publicVote: given }
}
export const publicDraft = (r: Pick<Round, 'publicPart' | 'publicVote'>): PublicVoteDraft => (r.publicPart === undefined ? noPublicVote : {
  ...noPublicVote, on: true, percent: String(r.publicPart.percent), by: r.publicPart.by, ...Object.fromEntries(limits.map((key) => [key, String(r.publicVote?.[key] ?? '')])),
})
