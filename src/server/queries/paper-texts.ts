import { compareTexts as operation } from '#contract/operations/paper'
import type { AnswerOf } from '#contract/operation'
import { bodyOfPages, compareTexts } from '#core/paper/compare-texts'
import { isPrintedForm } from '#core/paper/agreement'
import { isWordFile, notInWord, textPairs, type TextPair } from '#core/paper/text-pairs'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Fields } from '#core/nomination/form'
import { absent, query } from '../handler'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readMaterials, readNominationRow, type MaterialRow } from '../store/nominations'
import { readReading } from '../store/paper-readings'

type Pair = AnswerOf<typeof operation>['pairs'][number]

/** Sealed fields stay sealed: what is compared is what the reader of the form may see. */
export const compareTextsQuery = query(operation, async ({ params }, { q, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const materials = await readMaterials(q, row.id)
  const pairs = await Promise.all(textPairs(definition).map((p) => pairOf(q, definition, p, materials, row.fields)))
  return { pairs: pairs.filter((p) => p !== null) }
})

const pairOf = async (q: Queries, definition: ResolvedDefinition, { word, stamped }: TextPair, materials: readonly MaterialRow[], fields: Fields): Promise<Pair | null> => {
  const [w, s] = [word, stamped].map((rule) => materials.find((m) => m.materialId === rule.id))
  if (w === undefined || s === undefined || !isWordFile(w.facts)) return null
  const [left, right] = await Promise.all([readReading(q, w.sha256), readReading(q, s.sha256)])
  const base = { name: stamped.name, wordFile: w.name, stampedFile: s.name, differences: 0, pieces: [], notInWord: [] }
  if (left === undefined || right === undefined) return { ...base, state: 'waiting' }
  if (left.reading.state === 'unreadable' || right.reading.state === 'unreadable') return { ...base, state: 'unreadable' }
  const text = left.texts.join('\n')
  const missing = isPrintedForm(stamped) ? notInWord(definition, fields, text).map((v) => ({ label: { ...v.label }, value: v.value })) : []
  const pdf = bodyOfPages(right.texts.filter((t) => t !== ''))
  if (pdf.trim() === '') return { ...base, state: 'noTextLayer', notInWord: missing }
  const { pieces, differences } = compareTexts(text, pdf)
  return { ...base, state: differences === 0 ? 'same' : 'different', differences, pieces: pieces.map((p) => ({ ...p })), notInWord: missing }
}
