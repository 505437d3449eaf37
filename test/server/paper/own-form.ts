/** The form as the product prints it for a shipped definition, filled in with the invented example. */
import { createHash } from 'node:crypto'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { exampleFields } from '#core/forms/example'
import { printedSheets } from '#core/forms/printed-sheets'
import { chainOf, readDefinitions } from '#server/definitions'
import { markOf, paperFile, type PaperOf } from '#server/forms/sheet-file'

export const shipped = async (id: string): Promise<ResolvedDefinition> => resolve(chainOf((await readDefinitions('campaigns')).definitions, id)!)

/** @param picture a portrait, printed on it @param deeds how much of the longest example stands in the long fields: it moves the seals' cells up and down, and to another page */
export const ownForm = async (definition: ResolvedDefinition, nominationId: string, deeds = 1, picture: Buffer | null = null) => {
  const fields = Object.fromEntries(Object.entries(exampleFields(definition)).map(([k, v]) => [k, typeof v === 'string' && v.length > 200 ? v.slice(0, Math.round(v.length * deeds)) : v]))
  const sheet = printedSheets(definition).find((s) => s.kind === 'form')!
  const paper: PaperOf = { definition, nominationId, version: 3, unit: '示例市医学会', candidate: '沈若川', fields, listed: [fields], portrait: picture === null ? null : { sha256: createHash('sha256').update(picture).digest('hex'), picture }, form: null, appraisal: null }
  const made = await paperFile(sheet, 'pdf', paper)
  if (!made.ok) throw new Error('the form was not made')
  return { pdf: Buffer.from(made.content), mark: markOf(sheet, paper) }
}
