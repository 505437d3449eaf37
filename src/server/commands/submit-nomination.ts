import { createHash } from 'node:crypto'
import { submitNomination, withdrawNomination } from '#contract/operations/nominations'
import { kindsOfFindings } from '#core/composition/return-reasons'
import { beyondGrant } from '#core/cascade/distribute'
import { canonical } from '#core/kernel/canonical'
import { finding } from '#core/kernel/finding'
import { receiptCode } from '#core/ledger/receipt-code'
import { nominationQuota } from '#core/campaign/definition'
import { personOf } from '#core/nomination/case'
import { factsOfLead } from '#core/nomination/lead'
import { factsOf, typedOf } from '#core/nomination/record'
import { graceEnd } from '#core/nomination/late-files'
import { after } from '#core/nomination/state'
import { decideSubmit, endOf, FIRST_OUTSIDE } from '#core/nomination/submit'
import { poolOf } from '#core/rules/quota-terms'
import { command, done, refusedBy } from '../handler'
import { appraisalOf } from '../appraisal-facts'
import { holidayTable } from '../holidays'
import { definitionOf } from '../store/campaigns'
import { findTwins, keepFacts, readFacts } from '../store/candidate-records'
import { leadsOfNomination, textOfLead } from '../store/leads'
import { sealedOf } from '../store/sealed-files'
import { violates } from '../store/database'
import { heldByUnit } from '../store/quotas'
import { lockNomination, lockPool, lockSeats, lockToSubmit, unitOf, type NominationRow } from '../store/nominations'
import { printedOf } from '../paper/printed'
import { passGate } from '../pass-gate'
import { wholeFields } from '../secret-fields'
import { inState } from './edit-nomination'
import { Refusal } from '#core/kernel/refusal'

/** Seals a complete nomination and takes the unit's seat. Refused after the deadline, over quota, or with blocking findings (all at once). */
export const submitNominationCommand = command(submitNomination, async ({ params, body }, { tx, services, actor, record, now: productTime }) => {
  const { row, seatsTaken, others, materials, now: lockedAt } = await lockToSubmit(tx, params.nominationId)
  if (row.version !== body.version) throw changed(row)
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const fields = wholeFields(services.keys, row)
  const answers = { ...row.answers, declarations: { ...row.answers.declarations, ...body.declarations } }
  const unit = unitOf(row)
  const quota = nominationQuota(definition)
  const pool = quota === undefined ? undefined : poolOf(quota, unit)
  // Whoever waits for the others of a pool is judged by the time after the wait.
  const poolHeld = pool === undefined ? undefined : await lockPool(tx, row.campaignId, pool, row.id)
  const now = pool === undefined ? lockedAt : await productTime()
  const sealed = (await sealedOf(tx, row.id)).filter((f) => f.arrivedAt === null)
  const decision = decideSubmit({
    definition, state: row.state, dossier: { fields, answers, materials, rank: row.rank, offline: row.offline, part: row.part, twins: await findTwins(tx, row, row.idHash), ...(await appraisalOf(tx, services, definition, row)), ...printedOf(definition, row, fields, materials) }, seatsTaken, others: others.map((o) => personOf(o.fields, o.answers, o.rank)), unit, ...(poolHeld === undefined ? {} : { poolHeld }),
    ownSeat: row.seat, end: row.end, returnUntil: row.returnUntil, sealed, now, holidays: holidayTable(),
  })
  // A seat of its own, or one outside the quota, uses up nothing that was granted.
  const granted = decision.ok && row.seat === null && decision.seat < FIRST_OUTSIDE ? beyondGrant(await heldByUnit(tx, row.campaignId, row.unitId), seatsTaken.filter((seat) => seat < FIRST_OUTSIDE).length) : []
  const gate = after(row.state, 'submit') === null ? { findings: [], affirmed: [] } : await passGate(tx, definition, [row.id], { gate: 'submission', passage: '' }, { by: body.still ? actor.accountId : null, now })
  if (!decision.ok || granted.length + gate.findings.length > 0) return refusedBy([...(decision.ok ? granted : decision.findings), ...gate.findings])
  const before = row.recordId === null ? [] : (await readFacts(tx, services.keys, row.recordId, row.unitId)) ?? []
  const told = row.prefilled.some((f) => !before.some((b) => b.field === f)) ? (await leadsOfNomination(tx, row.id)).flatMap((l) => factsOfLead(textOfLead(services.keys, l), l.reportedAt)) : []
  const typed = typedOf(definition, fields, Object.fromEntries([...told, ...before].filter((f) => row.prefilled.includes(f.field)).map((f) => [f.field, f.value])))
  const recordId = row.offline !== null ? null : await keepFacts(tx, services.keys, row, fields, row.idHash, factsOf(definition, fields, now))
  const manifest = [...materials.map((m) => ({ name: m.name, bytes: m.bytes, sha256: m.sha256 })), ...sealed.map((f) => ({ name: f.name, bytes: f.bytes, sha256: f.sha256, sealed: true }))]
  const until = sealed.length === 0 ? null : graceEnd(definition, endOf(row))
  // From here on these bytes and no others, until that instant.
  if (until !== null) await tx.rows(`UPDATE sealed_files SET until = to_timestamp($2 / 1000.0) WHERE nomination_id = $1 AND arrived_at IS NULL`, [row.id, until])
  // The form's content enters as a hash salted with the row's own id: it proves the version and tells nothing.
  // The core's `hashOf`, with the host's own SHA-256.
  const form = createHash('sha256').update(canonical({ nomination: row.id, fields, answers })).digest('hex')
  const { place } = record({
    chain: row.campaignId, act: 'nomination.submitted', subject: { kind: 'nomination', id: row.id },
    data: { unit: row.unitId, version: row.version + 1, seat: decision.seat, definition: definition.hash, form, files: materials.map((m) => m.sha256).sort(), ...(until === null ? {} : { sealed: sealed.map((f) => f.sha256).sort(), sealedUntil: until }), submittedAt: now, warnings: decision.warnings.length, ...(row.appraisal === null ? {} : { appraisal: row.appraisal }), ...(gate.affirmed.length > 0 && { still: true }) },
  }, {
    sql: `UPDATE nominations SET state = $5, seat = $6, version = version + 1, answers = $7, submitted_at = to_timestamp($8 / 1000.0), changed_at = to_timestamp($8 / 1000.0), return_until = NULL, definition_hash = $9, record_id = $11, typed = $12,
      receipt = $10::jsonb || jsonb_build_object('position', sealed_position, 'hash', sealed_hash) FROM sealed WHERE id = $4`,
    params: [row.id, decision.next, decision.seat, answers, now, definition.hash, { at: now, warnings: decision.warnings.length, kinds: kindsOfFindings(decision.warnings), manifest }, recordId, typed],
    said: (error) => (['one_nomination_a_seat', 'used_within_what_is_held', 'never_beyond_the_pool'].some((c) => violates(error, c)) ? seatTaken() : error),
  })
  return done(place.then((sealed) => ({ submittedAt: now, ...sealed, code: receiptCode(sealed) })))
})

const changed = (row: NominationRow): Refusal => new Refusal('stale', {
  zh: '打开这一页之后，推荐表或材料又有改动。请刷新，看过最新内容再审签。',
  en: 'The form or its materials changed after you opened this page. Reload and read the newest before sealing.',
}, { version: row.version })

/** The constraints speak only if the lock ever failed to. */
const seatTaken = (): Refusal => new Refusal('conflict', { zh: '本单位的名额刚被另一件推荐占用。', en: 'The unit’s seat was just taken by another nomination.' })

export const withdrawNominationCommand = command(withdrawNomination, async ({ params }, { tx, now, record }) => {
  await lockSeats(tx, params.nominationId)
  const row = await lockNomination(tx, params.nominationId)
  const next = inState(row, 'withdraw')
  const at = await now()
  if (row.state === 'submitted' && at >= row.end) return refusedBy([finding({
    code: 'withdraw.late', rule: null, what: ['报送截止之后不能自行撤回', 'After the deadline a nomination cannot be withdrawn by the unit itself'],
    mend: ['请书面告知活动办公室，由办公室办理。', 'Tell the office in writing; the office does it.'] })])
  await tx.rows(`UPDATE nominations SET state = $2, seat = NULL, version = version + 1, changed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [row.id, next, at])
  record({ chain: row.campaignId, act: 'nomination.withdrawn', subject: { kind: 'nomination', id: row.id }, data: { unit: row.unitId } })
  return done({})
})
