/** 考核调研: recorded item by item, closed, opened again; a post that does not exist there is confirmed by the approver. */
import { closeAppraisal, closeOwnAppraisal, confirmAbsence, saveAppraisal, saveOwnAppraisal } from '#contract/operations/appraisal'
import type { AppraisalOwner, ItemKind } from '#core/appraisal/record'
import { factsByStep, stepsFor } from '#core/appraisal/steps'
import { judgeClosing, judgeSent, SITTING_MS, verifiedCounts } from '#core/appraisal/write'
import { canonical } from '#core/kernel/canonical'
import { Refusal } from '#core/kernel/refusal'
import { markOf } from '../appraisal-facts'
import { absent, command, done, refusedBy, type CommandContext } from '../handler'
import { wholeFields } from '../secret-fields'
import { asItems, confirmSeat, contentHash, lastWritten, lockAppraisal, readAppraisalRow, readItems, removeItem, setClosed, writeItem, type AppraisalRow, type ItemRow } from '../store/appraisals'
import { definitionOf } from '../store/campaigns'
import { lockNomination, readMaterials, type NominationRow } from '../store/nominations'
import { inState } from './edit-nomination'

/** A year of visits fits; a program that writes without end does not. */
const MOST_ITEMS = 2000

interface Matter { readonly row: NominationRow; readonly steps: ReturnType<typeof stepsFor>; readonly appraisal: AppraisalRow; readonly items: readonly ItemRow[]; readonly at: number }
const matterOf = async ({ tx, services, now }: CommandContext, nominationId: string, owner: AppraisalOwner): Promise<Matter> => {
  const row = await lockNomination(tx, nominationId)
  inState(row, owner === 'unit' ? 'edit' : 'appraise')
  const steps = stepsFor(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), owner)
  if (steps.length === 0) throw absent()
  const at = await now()
  const appraisal = await lockAppraisal(tx, row, owner, at)
  return { row, steps, appraisal, items: await readItems(tx, services.keys, appraisal.id), at }
}
const factsOfRow = async ({ tx, services }: CommandContext, row: NominationRow, steps: Matter['steps']) =>
  factsByStep(await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash), steps, { fields: wholeFields(services.keys, row), answers: row.answers, materials: await readMaterials(tx, row.id) }, markOf(services.keys, row.id))

const isClosed = (): Refusal => new Refusal('conflict', { zh: '考核调研已经办结，没有改动。要改的，先重新打开。', en: 'The appraisal is closed and nothing was changed. Open it again first.' })
const stale = (): Refusal => new Refusal('stale', { zh: '这一条刚在另一个页面或由另一人改过。这里写的还在，没有覆盖别人的内容；请看最新的，再决定保留哪一份。', en: 'This was just changed in another tab or by somebody else. What you wrote is still here and nothing was overwritten; look at the newest and decide which to keep.' })
const tooMany = (): Refusal => new Refusal('limited', { zh: `一次考核调研最多记 ${MOST_ITEMS} 条。`, en: `An appraisal holds ${MOST_ITEMS} items at most.` })

const save = (operation: typeof saveAppraisal | typeof saveOwnAppraisal, owner: AppraisalOwner) => command(operation, async ({ params, body }, c) => {
  const { tx, services, actor, record } = c
  const { row, steps, appraisal, items, at } = await matterOf(c, params.nominationId, owner)
  if (appraisal.closedAt !== null) throw isClosed()
  const verdicts = body.items.some((i) => i.item.kind === 'verdict')
  const facts = verdicts ? await factsOfRow(c, row, steps) : {}
  const findings = judgeSent(steps, facts, body.items.map((i) => i.item))
  if (findings.length > 0) return refusedBy(findings)
  const there = (i: { kind: string; step: string; key: string }) => items.find((o) => o.kind === i.kind && o.step === i.step && o.key === i.key)
  const changed = body.items.filter(({ item }) => { const o = there(item); return item.content === null ? o !== undefined : o === undefined || canonical(o.content as never) !== canonical(item.content as never) })
  // An answer that was lost on its way is asked for again with the same words: that is no conflict.
  if (changed.some(({ item, version }) => (there(item)?.version ?? 0) !== version)) throw stale()
  if (items.length + changed.length > MOST_ITEMS) throw tooMany()
  const parts = [...new Set(changed.map((i) => i.item.kind))]
  const told = await newSittings(c, appraisal.id, parts, at)
  const before = verdicts ? verifiedCounts(steps, { facts, items: asItems(items) }) : null
  for (const { item } of changed) await (item.content === null ? removeItem(tx, appraisal.id, item) : writeItem(tx, services.keys, appraisal.id, item, actor.accountId, at))
  const now = await readItems(tx, services.keys, appraisal.id)
  const verified = verdicts && before === null ? verifiedCounts(steps, { facts, items: asItems(now) }) : null
  const subject = { kind: 'nomination', id: row.id }
  if (verified !== null) record({ chain: row.campaignId, act: 'appraisal.verified', subject, data: { owner, ...verified } })
  else if (told.length > 0) record({ chain: row.campaignId, act: 'appraisal.recorded', subject, data: { owner, parts: told } })
  return done({ savedAt: at, versions: body.items.map(({ item: { kind, step, key } }) => ({ kind, step, key, version: now.find((o) => o.kind === kind && o.step === step && o.key === key)?.version ?? 0 })) })
})

/** Parts that this person has not written of for a while. */
const newSittings = async ({ tx, actor }: CommandContext, appraisalId: string, parts: readonly ItemKind[], at: number): Promise<ItemKind[]> => {
  const told: ItemKind[] = []
  for (const kind of parts) {
    const last = await lastWritten(tx, appraisalId, kind, actor.accountId)
    if (last === null || at - last > SITTING_MS) told.push(kind)
  }
  return told
}

export const saveAppraisalCommand = save(saveAppraisal, 'unit')
export const saveOwnAppraisalCommand = save(saveOwnAppraisal, 'office')

/** Whoever has the dossier open to seal it reads it anew. */
const touched = (c: CommandContext, row: NominationRow, at: number) => c.tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, at])

/** Refused while anything blocks; verdicts on what is no longer in the dossier go. */
const close = (operation: typeof closeAppraisal | typeof closeOwnAppraisal, owner: AppraisalOwner) => command(operation, async ({ params, body }, c) => {
  const { tx, actor, record } = c
  const { row, steps, appraisal, items, at } = await matterOf(c, params.nominationId, owner)
  if ((appraisal.closedAt !== null) === body.closed) return done({})
  const subject = { kind: 'nomination', id: row.id }
  if (!body.closed) {
    await setClosed(tx, appraisal.id, null)
    if (owner === 'unit') await touched(c, row, at)
    record({ chain: row.campaignId, act: 'appraisal.reopened', subject, data: { owner } })
    return done({})
  }
  const facts = await factsOfRow(c, row, steps)
  const findings = judgeClosing(steps, { items: asItems(items), facts, closed: false }, at)
  if (findings.length > 0) return refusedBy(findings)
  const left = items.filter((i) => i.kind === 'verdict' && facts[i.step]?.some((f) => f.key === i.key) !== true)
  for (const gone of left) await removeItem(tx, appraisal.id, gone)
  const kept = items.filter((i) => !left.includes(i))
  const content = contentHash(appraisal.id, kept)
  await setClosed(tx, appraisal.id, { by: actor.accountId, at, hash: content })
  if (owner === 'unit') await touched(c, row, at)
  record({ chain: row.campaignId, act: 'appraisal.closed', subject, data: { owner, items: kept.length, content } })
  return done({})
})
export const closeAppraisalCommand = close(closeAppraisal, 'unit')
export const closeOwnAppraisalCommand = close(closeOwnAppraisal, 'office')

/** Of the reason as it was read: another's newer one is not confirmed unseen. */
export const confirmAbsenceCommand = command(confirmAbsence, async ({ params, body }, c) => {
  const { tx, services, actor, now, record } = c
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'confirmAbsence')
  const appraisal = await readAppraisalRow(tx, row.id, 'unit')
  const seat = appraisal === undefined ? undefined : asItems(await readItems(tx, services.keys, appraisal.id)).find((i) => i.kind === 'seat' && i.step === body.step && i.key === body.role)
  if (appraisal === undefined || seat?.kind !== 'seat' || seat.content.presence !== 'none' || seat.content.reason.trim() === '') throw absent()
  const at = await now()
  if (!(await confirmSeat(tx, appraisal.id, body, body.confirmed ? { account: actor.accountId, now: at } : null))) throw stale()
  await touched(c, row, at)
  record({ chain: row.campaignId, act: 'appraisal.absenceConfirmed', subject: { kind: 'nomination', id: row.id }, data: { step: body.step, role: body.role, confirmed: body.confirmed } })
  return done({})
})
