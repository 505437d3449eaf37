/** Everything that the papers of a nomination are made of, read at once. */
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { NominationState } from '#core/nomination/state'
import type { Services } from '../services'
import { wholeFields } from '../secret-fields'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { listOfUnit, readMaterials, readNominationRow, type NominationRow } from '../store/nominations'
import { sheetOf } from '../appraisal-sheet'
import { smallPortrait } from './form-child'
import { formInForce } from './form-in-force'
import { Kept } from './kept'
import type { PaperOf } from './sheet-file'

/** No longer put forward: not on the summary. */
const gone: ReadonlySet<NominationState> = new Set(['rejected', 'withdrawn'] as NominationState[])
const MM_PER_INCH = 25.4
const DOTS_PER_INCH = 300
const pictures = new Kept<Buffer | null>(24_000_000, (b) => b?.byteLength ?? 0)

/** The portrait the unit handed in, as large as it is printed. */
const portraitOf = async (q: Queries, services: Services, d: ResolvedDefinition, nominationId: string): Promise<PaperOf['portrait']> => {
  const rule = rulesOf(d, 'material').find((m) => m.file.type === 'portrait')
  const file = rule === undefined ? undefined : (await readMaterials(q, nominationId)).find((m) => m.materialId === rule.id)
  if (file === undefined || rule?.file.type !== 'portrait') return null
  const pixels = (mm: number): number => Math.round((mm / MM_PER_INCH) * DOTS_PER_INCH)
  const { width, height } = rule.file.millimetres
  const picture = await pictures.get(`${file.sha256} ${width} ${height}`, async () => smallPortrait(await services.blobs.local(file.sha256), { width: pixels(width), height: pixels(height) }))
  return picture === null ? null : { sha256: file.sha256, picture }
}

export const paperOf = async (q: Queries, services: Services, nominationId: string): Promise<{ readonly row: NominationRow; readonly paper: PaperOf } | null> => {
  const row = await readNominationRow(q, nominationId)
  if (row === undefined) return null
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const others = (await listOfUnit(q, row.campaignId, row.unitId)).filter((n) => n.id === row.id || !gone.has(n.state))
  const listed = await Promise.all(others.map(async (n) => wholeFields(services.keys, n.id === row.id ? row : (await readNominationRow(q, n.id))!)))
  return {
    row, paper: {
      definition, nominationId: row.id, version: row.version, unit: row.unitName, candidate: row.candidateName, fields: wholeFields(services.keys, row), listed,
      portrait: await portraitOf(q, services, definition, row.id), form: await formInForce(q, services, row.campaignId, definition),
      appraisal: await sheetOf(q, services, definition, row, 'unit'),
    },
  }
}
