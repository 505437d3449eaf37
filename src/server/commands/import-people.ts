/** 汇总表导入: a sheet of candidates becomes drafts of the unit, one a line, after a look at each. */
import { importPeople, previewPeople } from '#contract/operations/people-sheet'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { canonical } from '#core/kernel/canonical'
import { finding, type Finding } from '#core/kernel/finding'
import { mask, secretTypes, textOf } from '#core/nomination/form'
import { keysOfPerson, planPeople, type PeoplePlan, type PlannedPerson } from '#core/nomination/sheet-plan'
import { command, done, query, refusedBy, type QueryContext } from '../handler'
import { newId } from '../ids'
import { askToBegin } from '../may-begin'
import { spellCandidate } from '../search/spelling'
import { idHashOf, sealFields, split, wholeFields } from '../secret-fields'
import { readSheetBytes } from '../sheets/sheet-file'
import { definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { insertDraft } from '../store/nominations'
import type { Fields } from '#core/nomination/form'

type Effect = 'create' | 'same' | 'refused'
interface Planned extends Omit<PeoplePlan, 'rows'> { readonly encoding: string; readonly definition: ResolvedDefinition; readonly rows: readonly (PlannedPerson & { readonly effect: Effect; readonly mark: Buffer })[] }

interface Known { readonly marks: ReadonlySet<string>; readonly keys: ReadonlySet<string>; readonly names: ReadonlySet<string> }
/** The unit's own that still stand. */
const readKnown = async (q: Queries, { keys }: QueryContext['services'], campaignId: string, unitId: string): Promise<Known> => {
  const rows = await q.rows<{ mark: Buffer | null; name: string; fields: Fields; secretFields: Buffer | null }>(`SELECT import_mark AS mark, candidate_name AS name, fields, secret_fields AS "secretFields" FROM nominations WHERE campaign_id = $1 AND unit_id = $2 AND state <> 'withdrawn'`, [campaignId, unitId])
  return { marks: new Set(rows.flatMap((r) => (r.mark === null ? [] : [r.mark.toString('hex')]))), keys: new Set(rows.flatMap((r) => keysOfPerson(wholeFields(keys, r)))), names: new Set(rows.map((r) => r.name)) }
}

const already = (): Finding => finding({ code: 'sheet.known', rule: null, strength: 'note', what: ['本单位已有这个人选的推荐', 'The unit has a nomination of this person'], mend: ['没有改动；要改，请打开那件推荐。', 'Nothing is changed: open that nomination to change it.'] })
const namesake = (): Finding => finding({ code: 'sheet.knownName', rule: null, strength: 'warn', at: { field: 'name' }, what: ['本单位已有同名人选的推荐', 'The unit has a nomination of somebody of this name'], mend: ['不是同一人的照常导入；是同一人的，请从表里删去。', 'If it is another person, go on; if not, delete the line.'] })

const plan = async (q: Queries, { services, actor }: Pick<QueryContext, 'services' | 'actor'>, campaignId: string, base64: string): Promise<Planned> => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const read = await readSheetBytes(Buffer.from(base64, 'base64'))
  if (!read.ok) return { encoding: '', definition, rows: [], findings: read.findings, notes: [], columns: [] }
  const planned = planPeople(definition, read.sheet)
  const known = await readKnown(q, services, campaignId, actor.organisationId)
  return { ...planned, encoding: read.sheet.encoding, definition, rows: planned.rows.map((row) => {
    const mark = services.keys.mark(`import ${campaignId} ${actor.organisationId} ${canonical(row.fields)}`)
    if (row.refused) return { ...row, mark, effect: 'refused' }
    const same = known.marks.has(mark.toString('hex')) || keysOfPerson(row.fields).some((k) => known.keys.has(k))
    return { ...row, mark, effect: same ? 'same' : 'create', findings: same ? [already()] : known.names.has(row.name) ? [...row.findings, namesake()] : row.findings }
  }) }
}
const countOf = (rows: Planned['rows'], effect: Effect): number => rows.filter((r) => r.effect === effect).length

export const previewPeopleQuery = query(previewPeople, async ({ params, body }, c) => {
  const { rows, columns, ...p } = await plan(c.q, c, params.campaignId, body.base64)
  const types = new Map(columns.map((col) => [col.field.field as string, col.field.type as string]))
  const shown = (fields: Fields) => Object.fromEntries(Object.keys(fields).filter((f) => f !== 'name').map((f) => [f, secretTypes.has(types.get(f) ?? '') ? mask(types.get(f)!, textOf(fields, f)) : textOf(fields, f)]))
  return {
    encoding: p.encoding, findings: p.findings as never, notes: p.notes as never, columns: columns.map((col) => ({ heading: col.heading, field: col.field.field, ...col.field.label })),
    rows: rows.map((r) => ({ line: r.line, name: r.name, effect: r.effect, shown: shown(r.fields), findings: r.findings as never })), counts: { create: countOf(rows, 'create'), same: countOf(rows, 'same'), refused: countOf(rows, 'refused') },
  }
})

export const importPeopleCommand = command(importPeople, async ({ params, body }, c) => {
  const { tx, services, actor, record } = c
  // One sheet after the other for a unit: the second finds what the first wrote.
  await tx.rows(`SELECT 1 FROM campaign_units WHERE campaign_id = $1 AND unit_id = $2 FOR UPDATE`, [params.campaignId, actor.organisationId])
  const { rows, findings, definition } = await plan(tx, c, params.campaignId, body.base64)
  if (findings.length > 0) return refusedBy(findings)
  const counts = { created: countOf(rows, 'create'), same: countOf(rows, 'same'), refused: countOf(rows, 'refused') }
  if (counts.created !== body.createSeen || counts.refused !== body.refusedSeen) return refusedBy([finding({ code: 'import.changed', rule: null, what: ['表格或已有的推荐在预览之后有变化', 'The sheet or the nominations changed after the preview'], mend: ['请重新预览再导入。', 'Preview again, then import.'] })])
  const { at, against } = await askToBegin(tx, services, params.campaignId)
  if (against.length > 0) return refusedBy(against)
  const ids: string[] = []
  for (const row of rows.filter((r) => r.effect === 'create')) {
    const id = newId()
    const { open, secret } = split(definition, row.fields)
    await insertDraft(tx, { id, campaignId: params.campaignId, unitId: actor.organisationId, candidateName: row.name, at })
    await tx.rows(`UPDATE nominations SET fields = $2, secret_fields = $3, id_number_hash = $4, import_mark = $5 WHERE id = $1`, [id, open, sealFields(services.keys, secret), idHashOf(services.keys, secret), row.mark])
    await spellCandidate(tx, id, row.name)
    ids.push(id)
  }
  if (ids.length > 0) {
    await tx.rows(`UPDATE campaign_units SET first_opened_at = product_time(), opened_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND first_opened_at IS NULL`, [params.campaignId, actor.organisationId, actor.accountId])
    record({ chain: params.campaignId, act: 'nominations.imported', subject: { kind: 'organisation', id: actor.organisationId }, data: { created: ids.length, nominations: ids } })
  }
  return done(counts)
})
