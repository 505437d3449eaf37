/** 清单: the first part of an archive, sealed with the rest. What it says is judged again by whoever takes it in. */
import { z } from 'zod'
import { definition } from '../campaign/definition'
import type { Facts } from '../materials/facts'
import type { Answers, Fields } from '../nomination/form'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const text = (most: number) => z.string().max(most)
const instant = z.int().min(0)
const words = z.object({ zh: text(1000), en: text(1000) })
const object = <T>() => z.custom<T>((v) => typeof v === 'object' && v !== null && !Array.isArray(v))
const entry = z.object({ from: text(20), to: text(20), what: text(2000) })
/** Lengths are the definition's to judge; here only what no form of ours ever holds is refused. */
const fields = z.record(text(100), z.union([text(60_000), z.array(entry).max(500)])) as unknown as z.ZodType<Fields>

/** One file of a dossier; `part`: which part of the archive holds its bytes. */
const file = z.strictObject({ materialId: text(100), ordinal: z.int().min(1).max(10_000), name: text(400), originalName: text(400), bytes: z.int().min(0), sha256, part: z.int().min(1), facts: object<Facts>(), receivedAt: instant })
export type SentFile = z.infer<typeof file>
/** One dossier as it was sealed and submitted under the rules above. */
const item = z.strictObject({
  nominationId: z.uuid(), version: z.int().min(1), candidateName: text(100).min(1), fields, answers: object<Answers>(), rank: z.int().min(1).nullable(), submittedAt: instant,
  /** Where the submission stands in the ledger of the sender. */
  receipt: z.strictObject({ position: z.int().min(1), hash: sha256 }),
  files: z.array(file).max(400),
})
export type SentItem = z.infer<typeof item>
/** What people open: the forms as they are printed, the summary, the index. Nobody takes them in; they are made again from the same facts. */
const readable = z.strictObject({ path: text(600), part: z.int().min(1), bytes: z.int().min(0), sha256 })
export const recommendation = z.strictObject({ kind: z.literal('recommendation'), /** The sender's fingerprint once more, within what is sealed: nobody can pass another's dossiers off as their own. */ sender: text(40), items: z.array(item).min(1).max(500), readable: z.array(readable).max(3000) })
export type Recommendation = z.infer<typeof recommendation>

const template = z.strictObject({ attachment: text(100), format: z.enum(['docx', 'doc', 'xlsx', 'xls', 'pdf']), originalName: text(400), bytes: z.int().min(1), sha256, part: z.int().min(1), corrections: object<Record<string, unknown>>().nullable() })
export type SentTemplate = z.infer<typeof template>
/** What the level above asks, for one of its units: enough to run its rules at the unit's own installation. */
export const call = z.strictObject({
  kind: z.literal('call'), chain: z.array(definition).min(1).max(12), hash: sha256,
  office: z.strictObject({ name: text(200).min(1), nameEn: text(200) }), contact: z.object({ person: text(100), phone: text(100), email: text(200), address: text(400) }),
  unit: z.strictObject({ id: z.uuid(), code: text(100).min(1), name: text(200).min(1), type: text(100).min(1), counts: z.record(text(100), z.number()), properties: z.array(text(100)) }),
  /** End of nominations, extensions included. */
  end: instant,
  /** Places granted to this unit where the campaign hands them out; null: its rule alone holds. */
  granted: z.int().min(0).nullable(), templates: z.array(template).max(60),
})
export type Call = z.infer<typeof call>

/** What became of one dossier above. */
export const outcomes = ['accepted', 'returned', 'rejected', 'notChosen', 'honoured', 'revoked'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeNames: Readonly<Record<Outcome, { readonly zh: string; readonly en: string }>> = {
  accepted: { zh: '上级接收', en: 'Accepted above' }, returned: { zh: '上级退回', en: 'Returned from above' }, rejected: { zh: '上级不予受理', en: 'Rejected above' },
  notChosen: { zh: '上级未入选', en: 'Not chosen above' }, honoured: { zh: '上级获评', en: 'Honoured above' }, revoked: { zh: '上级撤销荣誉', en: 'Revoked above' },
}
const point = z.object({ what: text(2000), at: text(400), clause: text(400) })
const result = z.strictObject({ nominationId: z.uuid(), version: z.int().min(1), outcome: z.enum(outcomes), at: instant, note: text(4000), points: z.array(point).max(200), until: instant.nullable(), /** Number of the honour. */ number: text(40).nullable() })
export type SentResult = z.infer<typeof result>
export const answer = z.strictObject({ kind: z.literal('answer'), sender: text(40), award: words, results: z.array(result).min(1).max(500) })
export type SentAnswer = z.infer<typeof answer>

export const contents = z.discriminatedUnion('kind', [recommendation, call, answer])
export type Contents = z.infer<typeof contents>

/** Each part once, each of the length and sum that the envelope names where nothing is sealed; null: it does not fit. */
export const readContents = (json: string, parts: number): Contents | null => {
  let raw: unknown
  try { raw = JSON.parse(json) } catch { return null }
  const read = contents.safeParse(raw)
  if (!read.success) return null
  const used = partsOf(read.data)
  return used.every((p) => p < parts) ? read.data : null
}
const partsOf = (c: Contents): number[] => (c.kind === 'recommendation' ? [...c.items.flatMap((i) => i.files.map((f) => f.part)), ...c.readable.map((r) => r.part)] : c.kind === 'call' ? c.templates.map((t) => t.part) : [])
