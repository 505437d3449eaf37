import { exampleForm, listPapers, paper, readFormPlaces } from '#contract/operations/forms'
import { formPdf } from '#contract/operations/nominations'
import type { Download } from '#contract/operation'
import { FORM_ID } from '#core/campaign/attachments'
import { blocking } from '#core/kernel/finding'
import { exampleFields } from '#core/forms/example'
import { sayKey } from '#core/forms/names'
import { printedSheets, type PrintedSheet } from '#core/forms/printed-sheets'
import { choosableKeys } from '#core/forms/reading'
import { readAttachments } from '../attachments'
import { formInForce, unreadable, type FormInForce } from '../forms/form-in-force'
import { paperOf } from '../forms/paper-of'
import { fillWith, paperFile, type Format } from '../forms/sheet-file'
import { absent, done, query, refusedBy, type Handler, type QueryContext } from '../handler'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import { readNominationRow } from '../store/nominations'

const formOf = async ({ q, services, campaignId }: QueryContext, attachmentId: string): Promise<{ form: FormInForce; definition: Awaited<ReturnType<typeof definitionOfCampaign>> }> => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const form = attachmentId === FORM_ID ? await formInForce(q, services, campaignId, definition) : null
  if (form === null) throw absent()
  return { form, definition }
}

export const readFormPlacesQuery = query(readFormPlaces, async ({ params }, context) => {
  const { form, definition } = await formOf(context, params.attachmentId)
  const { file, reading, spots, corrections, findings } = form
  return {
    by: file.by, fileName: file.fileName, sha256: file.sha256, corrections: { ...corrections }, findings: [...findings] as never,
    spots: spots === null ? null : spots.map((s) => ({ id: s.id, cell: s.cell, lines: [...s.lines] })),
    places: (reading?.places ?? []).map((p) => ({ id: p.id, spot: p.spot, keys: [...p.keys], label: p.label, how: p.how.kind, by: p.by, rows: p.how.kind === 'rows' ? { spots: p.how.cells.map((c) => c.spot), count: p.how.blankRows } : null })),
    tags: [...(reading?.tags ?? [])], unknown: [...(reading?.unknown ?? [])], unplaced: [...(reading?.unplaced ?? [])],
    choices: choosableKeys(definition).map((key) => ({ key, name: sayKey(definition, key) })),
  }
})

/** Filled in with invented words, so that an office sees where everything goes before anybody has to. */
export const exampleFormQuery: Handler<typeof exampleForm> = {
  kind: 'query', operation: exampleForm,
  run: async ({ params }, context) => {
    const { form, definition } = await formOf(context, params.attachmentId)
    if (form.reading === null || blocking(form.findings).length > 0) return refusedBy(form.findings)
    const made = await fillWith(form.source, form, { definition, fields: exampleFields(definition), unit: '示例市医学会', portrait: null }, null)
    if (!made.ok) return refusedBy([unreadable(made.why)])
    return done<Download>({ content: made.value, mediaType: exampleForm.answer, fileName: '推荐表（样例）.docx', inline: false })
  },
}

/** Whose form or sheet it is; another's that is no Word form the unit fills in itself. */
export const listPapersQuery = query(listPapers, async ({ params }, { q, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const [standing, form] = [await readAttachments(q, row.campaignId, definition), await formInForce(q, services, row.campaignId, definition)]
  return {
    papers: printedSheets(definition).map((s) => {
      const inForce = standing.find((a) => a.attachment.id === s.id)?.inForce ?? null
      const by = inForce?.by ?? 'product' as const
      if (by === 'product') return { id: s.id, name: s.name, formats: [...s.formats], by, blank: null }
      const fillable = s.kind === 'form' && form?.reading != null && blocking(form.findings).length === 0
      return { id: s.id, name: s.name, formats: fillable ? ['docx' as const] : [], by, blank: fillable ? null : { fileName: inForce!.fileName, attachmentId: s.id } }
    }),
  }
})

const mediaTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

const paperOfNomination = async (nominationId: string, find: (sheets: readonly PrintedSheet[]) => PrintedSheet | undefined, format: Format, { q, services }: QueryContext) => {
  const found = await paperOf(q, services, nominationId)
  const sheet = found === null ? undefined : find(printedSheets(found.paper.definition))
  if (found === null || sheet === undefined || !sheet.formats.includes(format)) throw absent()
  if (sheet.kind === 'form' && format === 'docx' && blocking(found.paper.form?.findings ?? []).length > 0) return refusedBy(found.paper.form!.findings)
  const made = await paperFile(sheet, format, found.paper)
  if (!made.ok) return refusedBy(made.findings)
  return done<Download>({ content: made.content, mediaType: mediaTypes[format], fileName: `${sheet.name.zh}-${found.row.candidateName}.${format}`, inline: format === 'pdf' })
}

export const paperQuery: Handler<typeof paper> = { kind: 'query', operation: paper, run: ({ params, query: { as } }, context) => paperOfNomination(params.nominationId, (sheets) => sheets.find((s) => s.id === params.sheetId), as, context) }
export const formPdfQuery: Handler<typeof formPdf> = { kind: 'query', operation: formPdf, run: ({ params }, context) => paperOfNomination(params.nominationId, (sheets) => sheets.find((s) => s.kind === 'form'), 'pdf', context) }
