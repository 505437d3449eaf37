/** 考核调研 as it is read: the unit its own; the office, the supervisor and the jury's secretary the unit's, and the office's beside it. */
import type { AnswerOf, Download } from '#contract/operation'
import { appraisalSheet, readAppraisal } from '#contract/operations/appraisal'
import type { Actor } from '#core/access/actor'
import { allows, type Subject } from '#core/access/permission'
import { judgeAppraised, judgeClosed } from '#core/appraisal/judge-step'
import { owners, type AppraisalOwner } from '#core/appraisal/record'
import { standingsOf } from '#core/appraisal/standings'
import { factsByStep, stepsFor } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { after, trackOf, type NominationAct } from '#core/nomination/state'
import { appraisalPdf, signInPdf } from '#documents/forms/appraisal-pdf'
import { appraisalWord, signInWord } from '#documents/forms/appraisal-word'
import { sheetHashOf } from '#core/forms/content-hash'
import { APPRAISAL_ID } from '#core/forms/printed-sheets'
import { markOf } from '../appraisal-facts'
import { sheetOf } from '../appraisal-sheet'
import { stamped } from '../forms/sheet-file'
import { absent, done, query, refusedBy, type Handler, type QueryContext } from '../handler'
import { maskedFields, wholeFields } from '../secret-fields'
import { asItems, readAppraisalRow, readItems } from '../store/appraisals'
import { definitionOf } from '../store/campaigns'
import { readMaterials, readNominationRow, type NominationRow } from '../store/nominations'

type Shown = AnswerOf<typeof readAppraisal>['appraisals'][number]

/** A unit never sees what the office wrote for itself. */
const mayRead = (owner: AppraisalOwner, actor: Actor, row: NominationRow): boolean => owner === 'unit' || row.unitId !== actor.organisationId

const acts = (owner: AppraisalOwner, closed: boolean, actor: Actor, subject: Subject, row: NominationRow): Shown['may'] => {
  const can = (act: NominationAct, who: 'clerkOfNomination' | 'screenerOfNomination' | 'approverOfNomination') => after(row.state, act, trackOf(row)) !== null && allows(who, actor, subject)
  const writes = owner === 'unit' ? can('edit', 'clerkOfNomination') : can('appraise', 'screenerOfNomination')
  return [...(writes ? (closed ? ['reopen' as const] : ['write' as const, 'close' as const]) : []), ...(owner === 'unit' && can('confirmAbsence', 'approverOfNomination') ? ['confirm' as const] : [])]
}

const shown = async (owner: AppraisalOwner, row: NominationRow, definition: ResolvedDefinition, now: number, { q, services, actor, subject }: QueryContext): Promise<Shown | null> => {
  const steps = stepsFor(definition, owner)
  const stored = steps.length === 0 ? undefined : await readAppraisalRow(q, row.id, owner)
  const may = acts(owner, stored?.closedAt != null, actor, subject, row)
  // Of the office's own, whoever cannot begin it hears only once it was begun.
  if (steps.length === 0 || (owner === 'office' && stored === undefined && may.length === 0)) return null
  const rows = stored === undefined ? [] : await readItems(q, services.keys, stored.id)
  const whole = wholeFields(services.keys, row)
  const fields = row.unitId === actor.organisationId ? whole : maskedFields(definition, services.keys, row).fields
  const facts = factsByStep(definition, steps, { fields: whole, shown: fields, answers: row.answers, materials: await readMaterials(q, row.id) }, markOf(services.keys, row.id))
  const items = asItems(rows)
  const appraisal = { items, facts, closed: stored?.closedAt != null }
  const found = steps.flatMap((rule) => judgeAppraised(rule, { appraisal, now, by: actor.role === 'unitApprover' || owner === 'office' ? 'approver' : 'clerk' }))
  return {
    owner, holder: owner === 'unit' ? row.unitName : (await q.row<{ name: string }>(`SELECT o.name FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = $1`, [row.campaignId]))!.name,
    begun: rows.length > 0, closed: stored?.closedAt == null ? null : { by: stored.closedBy ?? '', at: stored.closedAt }, may,
    items: rows.map((i) => ({ kind: i.kind, step: i.step, key: i.key, version: i.version, content: i.content, changed: { by: i.changedBy, at: i.changedAt }, confirmed: i.confirmedAt === null ? null : { by: i.confirmedBy ?? '', at: i.confirmedAt } })),
    facts: steps.flatMap((s) => standingsOf(facts[s.id] ?? [], items, s.id).map(({ fact, state }) => ({ step: s.id, ...fact, state }))),
    findings: [...found, ...judgeClosed(steps, appraisal, found)] as never,
  }
}

export const readAppraisalQuery = query(readAppraisal, async ({ params }, c) => {
  const row = await readNominationRow(c.q, params.nominationId)
  if (row === undefined) throw absent()
  if (row.offline !== null) return { appraisals: [] }
  const definition = await definitionOf(c.q, c.services.definitions, row.campaignId, row.definitionHash)
  const { at } = (await c.q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const all: Shown[] = []
  for (const owner of owners.filter((o) => mayRead(o, c.actor, row))) {
    const one = await shown(owner, row, definition, at, c)
    if (one !== null) all.push(one)
  }
  return { appraisals: all }
})

const mediaTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
/** The list to sign is for the table in the meeting and carries no code; the sheet carries one, of what was closed. */
export const appraisalSheetQuery: Handler<typeof appraisalSheet> = {
  kind: 'query', operation: appraisalSheet,
  run: async ({ params, query: { owner, part, as } }, c) => {
    const row = await readNominationRow(c.q, params.nominationId)
    if (row === undefined || !mayRead(owner, c.actor, row)) throw absent()
    const made = await sheetOf(c.q, c.services, await definitionOf(c.q, c.services.definitions, row.campaignId, row.definitionHash), row, owner)
    if (made === null || (part === 'signIn' && made.sheet.symposia.length === 0)) throw absent()
    const mark = { formId: row.id, version: row.version, contentHash: sheetHashOf({ id: APPRAISAL_ID, kind: 'appraisal' }, row.id, {}, made.hash) }
    const name = part === 'signIn' ? '座谈会签到表' : '考核调研表'
    const ready = async (content: Promise<Uint8Array>) => ({ ok: true as const, content: await content })
    const file = part === 'signIn' ? await ready(as === 'pdf' ? signInPdf(made.sheet) : signInWord(made.sheet)) : as === 'pdf' ? await ready(appraisalPdf(made.sheet, { about: `${name} · ${row.candidateName}`, foot: '', mark })) : await stamped(await appraisalWord(made.sheet), mark)
    return file.ok ? done<Download>({ content: file.content, mediaType: mediaTypes[as], fileName: `${name}-${row.candidateName}.${as}`, inline: as === 'pdf' }) : refusedBy(file.findings)
  },
}
