import { receiptCode } from '#core/ledger/receipt-code'
import { listNominations, readLevelList, readNomination } from '#contract/operations/nominations'
import type { AnswerOf } from '#contract/operation'
import type { Actor } from '#core/access/actor'
import { allows, type Subject } from '#core/access/permission'
import { nominationQuota, ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { Instant } from '#core/kernel/instant'
import { judgeFile } from '#core/materials/judge'
import { candidateView } from '#core/nomination/candidate-part'
import { openLater } from '#core/nomination/late-files'
import { noAnswers } from '#core/nomination/form'
import { after, trackOf } from '#core/nomination/state'
import { judgeList } from '#core/nomination/list'
import { checkDossier, FIRST_OUTSIDE } from '#core/nomination/submit'
import { quotaOf } from '#core/rules/quota-terms'
import { absent, query, type QueryContext } from '../handler'
import { judgeValidity } from '#core/appraisal/opinion-validity'
import { appraisalOf } from '../appraisal-facts'
import { holidayTable } from '../holidays'
import { checkPaperFile } from '#core/paper/check-paper'
import type { Printed } from '#core/paper/content'
import { printedOf } from '../paper/printed'
import { shownFindings } from '../own-part'
import { maskedFields, wholeFields } from '../secret-fields'
import { findTwins } from '../store/candidate-records'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import { listOfUnit, readMaterials, readNominationRow, readSeated, unitOf, type MaterialRow, type NominationRow, type NominationSummary } from '../store/nominations'
import { sealedOf } from '../store/sealed-files'
import type { Queries } from '../store/database'
import { readEntryOrigin } from '../store/entries'

const countOf = (findings: readonly Finding[]) => ({ blockCount: findings.filter((f) => f.strength === 'block').length, warnCount: findings.filter((f) => f.strength === 'warn').length })

/** A unit's own few nominations are judged as they stand now. */
const judged = async (n: NominationSummary, c: Pick<QueryContext, 'q' | 'services'>, now: number) => {
  const row = (await readNominationRow(c.q, n.id))!
  const [fields, materials] = [wholeFields(c.services.keys, row), await readMaterials(c.q, n.id)]
  const definition = await definitionOf(c.q, c.services.definitions, row.campaignId, row.definitionHash)
  return { ...n, ...countOf(checkDossier(definition, { fields, answers: row.answers, materials, rank: row.rank, offline: row.offline, part: row.part, ...(await appraisalOf(c.q, c.services, definition, row)), ...printedOf(definition, row, fields, materials) }, now, 'clerk', { unit: unitOf(row), holidays: holidayTable(), end: row.end, sealed: await sealedOf(c.q, n.id) })) }
}

export const listNominationsQuery = query(listNominations, async ({ params }, { q, actor, services }) => {
  const own = await listOfUnit(q, params.campaignId, actor.organisationId)
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const { at: now, ...row } = (await q.row<{ at: number } & Parameters<typeof unitOf>[0]>(`SELECT product_time() AS at, code AS "unitCode", type AS "unitType", counts AS "unitCounts", properties AS "unitProperties" FROM organisations WHERE id = $1`, [actor.organisationId]))!
  const unit = unitOf(row)
  const quota = nominationQuota(definition)
  return {
    nominations: await Promise.all(own.map((n) => judged(n, { q, services }, now))),
    quota: { max: quota === undefined ? 0 : quotaOf(quota, unit).max ?? 0, held: own.filter((n) => n.seat !== null && n.seat < FIRST_OUTSIDE).length },
  }
})

export const readNominationQuery = query(readNomination, async ({ params }, { q, actor, subject, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const candidate = actor.role === 'candidate'
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const materials = await readMaterials(q, row.id)
  const now = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  const sealed = await sealedOf(q, row.id)
  const own = candidate || row.unitId === actor.organisationId
  const whole = wholeFields(services.keys, row)
  // Of what other channels do only those who seal and screen are told.
  const twins = candidate || row.offline !== null ? undefined : await findTwins(q, row, row.idHash)
  const printed = printedOf(definition, row, whole, materials)
  const shown = own ? { fields: whole, masked: [] } : maskedFields(definition, services.keys, row)
  // What is with the office was judged on the day it was submitted; what the unit still works on, today.
  const submittedAt = after(row.state, 'submit') === null ? row.submittedAt : null
  const seen = candidate ? candidateView(definition) : definition
  const findings = shownFindings(actor, definition, checkDossier(definition, { fields: whole, answers: row.answers, materials, rank: row.rank, offline: row.offline, part: row.part, submittedAt, ...(twins === undefined ? {} : { twins }), ...(await appraisalOf(q, services, definition, row)), ...printed }, now, own && actor.role === 'unitClerk' ? 'clerk' : 'approver', { unit: unitOf(row), holidays: holidayTable(), end: row.end, sealed }))
  const files = candidate ? materials.filter((m) => ruleOf(seen, 'material', m.materialId) !== undefined) : materials
  return {
    ...row, ...shown, definition: candidate ? seen : definition.hash === row.inForce ? null : definition,
    employer: String(row.fields['employer'] ?? ''), category: String(row.fields['category'] ?? ''),
    ...countOf(findings),
    fields: shown.fields as AnswerOf<typeof readNomination>['fields'],
    answers: (candidate ? noAnswers : row.answers) as AnswerOf<typeof readNomination>['answers'],
    materials: files.map((m) => showFile(definition, m, printed.printed, submittedAt ?? now)),
    findings: findings as AnswerOf<typeof readNomination>['findings'],
    sealed: candidate ? [] : sealed,
    screening: await readScreenings(q, row.id),
    entered: candidate ? null : await readEntryOrigin(q, row.id),
    receipt: row.receipt === null || candidate ? null : { ...row.receipt, manifest: [...row.receipt.manifest], code: receiptCode(row.receipt) },
    maybe: actor.role === 'unitClerk' ? twins?.record ?? null : null, prefilled: candidate ? [] : [...row.prefilled],
    part: row.part as AnswerOf<typeof readNomination>['part'], handBackNote: candidate ? '' : row.handBackNote,
    may: candidate ? (row.part?.hands === 'candidate' && after(row.state, 'edit') !== null ? ['edit'] : []) : acts(actor, subject, row).filter((act) => act !== 'supplement' || openLater(definition, { state: row.state, track: trackOf(row), end: row.end, sealed, at: now }, (id) => materials.filter((m) => m.materialId === id).length).length > 0),
  }
})

/** A stored file as pages see it: its facts are judged anew, so that a definition that changed shows. */
export const showFile = (definition: ResolvedDefinition, m: MaterialRow, printed?: Printed, submitted?: Instant): AnswerOf<typeof readNomination>['materials'][number] => {
  const rule = ruleOf(definition, 'material', m.materialId)
  const findings: Finding[] = rule === undefined ? [] : [...judgeFile(rule, m.facts), ...(printed === undefined ? [] : checkPaperFile(definition, m, printed)), ...(submitted === undefined ? [] : judgeValidity(definition, m, submitted))]
  return { ...m, facts: { ...m.facts }, findings: findings as AnswerOf<typeof readNomination>['findings'], hasPreview: m.previewSha256 !== null }
}

const readScreenings = (q: Queries, nominationId: string) => q.rows<AnswerOf<typeof readNomination>['screening'][number]>(
  `SELECT s.decision, s.decided_at AS at, a.person_name AS by, s.note, s.until, s.points FROM screenings s JOIN accounts a ON a.id = s.decided_by WHERE s.nomination_id = $1 ORDER BY s.decided_at DESC`, [nominationId])

const actRules = [['edit', 'clerkOfNomination'], ['register', 'clerkOfNomination'], ['sendToApprover', 'clerkOfNomination'], ['handBack', 'approverOfNomination'], ['submit', 'approverOfNomination'], ['withdraw', 'approverOfNomination'], ['supplement', 'clerkOfNomination'],
  ['receive', 'screenerOfNomination'], ['accept', 'screenerOfNomination'], ['return', 'screenerOfNomination'], ['reject', 'screenerOfNomination']] as const

/** The answer travels with the object: pages never derive rights again. */
const acts = (actor: Actor, subject: Subject, row: NominationRow): string[] =>
  [...actRules.filter(([act, who]) => after(row.state, act, trackOf(row)) !== null && allows(who, actor, subject)).map(([act]) => act), ...(row.offline === null && allows('holdersOfDossier', actor, subject) ? ['take'] : [])]

/** The list of this level: who is in and not refused. Nobody is read where no rule asks for them. */
export const readLevelListQuery = query(readLevelList, async ({ params }, { q, services }) => {
  const definition = await definitionOfCampaign(q, services.definitions, params.campaignId)
  const asked = rulesOf(definition, 'proportion').some((r) => r.over === 'level') || rulesOf(definition, 'preference').length > 0
  return { findings: judgeList(definition, 'level', asked ? await readSeated(q, params.campaignId) : []) as never }
})
