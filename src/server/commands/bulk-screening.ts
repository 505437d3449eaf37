/** 批量审查: seen before it is done, held before it is told, undone as long as it is held. */
import { holdBulk, listHeld, previewBulk, releaseHeld, setHold, undoHeld } from '#contract/operations/bulk'
import type { AnswerOf } from '#contract/operation'
import { checkDossier } from '#core/nomination/submit'
import { finding, type Words } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { after, stateNames, trackOf } from '#core/nomination/state'
import { mayAcceptOffline } from '#core/secrecy/offline-track'
import { absent, command, done, query, refusedBy } from '../handler'
import { holidayTable } from '../holidays'
import { newId } from '../ids'
import { printedOf } from '../paper/printed'
import { wholeFields } from '../secret-fields'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import { violates, type Queries } from '../store/database'
import { endBatch, insertBatch, itemsOf, listBatches, lockBatch, setOutcome, type Batch, type HeldItem } from '../store/held-decisions'
import { enqueue } from '../store/jobs'
import { append } from '../store/ledger'
import { lockNomination, readMaterials, readNominationRow, unitOf, type NominationRow } from '../store/nominations'
import { applyScreening, judgeReturn } from './screen-nomination'

type Decision = { readonly decision: 'accept' } | { readonly decision: 'return'; readonly until: number }

/** Why this one cannot be decided so; null: it can. The same before holding and before releasing. */
const against = async (q: Queries, services: Services, row: NominationRow, version: number, d: Decision, now: number): Promise<Words | null> => {
  if (after(row.state, d.decision, trackOf(row)) === null) return { zh: `现在是“${stateNames[row.state].zh}”，不能再审`, en: `It is “${stateNames[row.state].en}” now` }
  if (row.version !== version) return { zh: '单位刚有改动，请看过最新内容再定', en: 'The unit just changed it: read the newest first' }
  const found = d.decision === 'accept' ? mayAcceptOffline(row.offline) : await judgeReturn(q, services, row, d.until, now)
  return found.find((f) => f.strength === 'block')?.what ?? null
}

/** Sent to the office of this campaign, or absent: no name of another's is told. */
const ofCampaign = (row: NominationRow | undefined, campaignId: string): NominationRow => {
  if (row === undefined || row.campaignId !== campaignId || row.submittedAt === null) throw absent()
  return row
}
const inOrder = (items: readonly HeldItem[]): HeldItem[] => [...new Map(items.map((i) => [i.nominationId, i])).values()].sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1))

export const previewBulkQuery = query(previewBulk, async ({ params, body }, { q, services }) => {
  const now = (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at
  const items: AnswerOf<typeof previewBulk>['items'][number][] = []
  for (const item of inOrder(body.items)) {
    const row = ofCampaign(await readNominationRow(q, item.nominationId), params.campaignId)
    const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
    const [fields, materials] = [wholeFields(services.keys, row), await readMaterials(q, row.id)]
    const findings = checkDossier(definition, { fields, answers: row.answers, materials, offline: row.offline, part: row.part, submittedAt: row.submittedAt, ...printedOf(definition, row, fields, materials) }, now, 'approver', { unit: unitOf(row), holidays: holidayTable() })
    const count = (strength: string) => findings.filter((f) => f.strength === strength).length
    items.push({ nominationId: row.id, candidateName: row.candidateName, unitName: row.unitName, state: row.state, version: row.version, blockCount: count('block'), warnCount: count('warn'), against: await against(q, services, row, item.version, body.decision, now) })
  }
  return { items }
})

const alreadyHeld = (): Refusal => new Refusal('conflict', { zh: '其中有的已在待发出的结论里，请刷新页面。', en: 'Some of them are held already: reload the page.' })

export const holdBulkCommand = command(holdBulk, async ({ params, body }, { tx, services, actor, now }) => {
  const items = inOrder(body.items)
  const at = await now()
  for (const item of items) {
    const row = ofCampaign(await readNominationRow(tx, item.nominationId), params.campaignId)
    const why = await against(tx, services, row, item.version, body.decision, at)
    if (why !== null) return refusedBy([finding({ code: 'bulk.against', rule: null, what: [`${row.candidateName}：${why.zh}`, `${row.candidateName}: ${why.en}`], mend: ['请把这一件去掉，或看过最新内容再选。', 'Take it out, or read the newest and choose again.'] })])
  }
  const { minutes } = (await tx.row<{ minutes: number }>(`SELECT hold_minutes AS minutes FROM campaigns WHERE id = $1`, [params.campaignId]))!
  const [batchId, releaseAt, d] = [newId(), at + minutes * 60_000, body.decision]
  await insertBatch(tx, { id: batchId, campaignId: params.campaignId, decision: d.decision, note: d.note, points: d.decision === 'return' ? d.points : [], until: d.decision === 'return' ? d.until : null, heldBy: actor.accountId, at, releaseAt, items })
    .catch((e: unknown) => { throw violates(e, 'one_held_decision') ? alreadyHeld() : e })
  const jobId = await enqueue(tx, { kind: 'releaseHeld', campaignId: params.campaignId, payload: { batchId }, total: items.length })
  await tx.rows(`UPDATE jobs SET not_before = clock_timestamp() + make_interval(mins => $2) WHERE id = $1`, [jobId, minutes])
  return done({ batchId, releaseAt })
})

export const listHeldQuery = query(listHeld, async ({ params }, { q }) => ({
  holdMinutes: (await q.row<{ minutes: number }>(`SELECT hold_minutes AS minutes FROM campaigns WHERE id = $1`, [params.campaignId]))!.minutes,
  batches: await listBatches<AnswerOf<typeof listHeld>['batches'][number]>(q, params.campaignId),
}))

const over = (): Refusal => new Refusal('conflict', { zh: '这一批已经发出或撤销，请刷新页面。', en: 'This batch was released or undone already: reload the page.' })
const open = async (tx: Queries, campaignId: string, id: string): Promise<Batch> => {
  const batch = await lockBatch(tx, campaignId, id)
  if (batch === undefined) throw absent()
  if (batch.releasedAt !== null || batch.undoneAt !== null) throw over()
  return batch
}

/** Carries a locked batch out: what the unit changed meanwhile drops out and stays as it is; all others become states, each with its ledger entry. */
export const release = async (tx: Parameters<typeof append>[0], services: Services, batch: Batch): Promise<number> => {
  const said: (() => void)[] = []
  const items = await itemsOf(tx, batch.id)
  const { organisation } = (await tx.row<{ organisation: string }>(`SELECT organisation_id AS organisation FROM campaigns WHERE id = $1`, [batch.campaignId]))!
  const d: Decision = batch.decision === 'accept' ? { decision: 'accept' } : { decision: 'return', until: batch.until! }
  for (const { nominationId, version } of items) {
    const row = await lockNomination(tx, nominationId)
    // After the lock: that is when it happens.
    const { at } = (await tx.row<{ at: number }>('SELECT product_time() AS at'))!
    const why = await against(tx, services, row, version, d, at)
    await setOutcome(tx, batch.id, nominationId, why === null ? 'released' : 'dropped')
    if (why !== null) continue
    await applyScreening(tx, row, { decision: batch.decision, note: batch.note, points: batch.points, until: batch.until }, batch.heldBy, at)
    const data = { version, batch: batch.id, ...(batch.decision === 'return' && { until: batch.until, points: batch.points.length }) }
    said.push(() => { append(tx, { chain: batch.campaignId, act: batch.decision === 'accept' ? 'screening.accepted' : 'screening.returned', subject: { kind: 'nomination', id: nominationId }, data }, { account: batch.heldBy, role: 'office', organisation }) })
  }
  await endBatch(tx, batch.id, { at: (await tx.row<{ at: number }>('SELECT product_time() AS at'))!.at })
  for (const say of said) say()
  return items.length
}

export const releaseHeldCommand = command(releaseHeld, async ({ params, body }, { tx, services }) => {
  await release(tx, services, await open(tx, params.campaignId, body.batchId))
  return done({})
})
export const undoHeldCommand = command(undoHeld, async ({ params, body }, { tx, actor, now }) => {
  const batch = await open(tx, params.campaignId, body.batchId)
  await endBatch(tx, batch.id, { at: await now(), undoneBy: actor.accountId })
  return done({})
})
export const setHoldCommand = command(setHold, async ({ params, body }, { tx }) => {
  await tx.rows(`UPDATE campaigns SET hold_minutes = $2 WHERE id = $1`, [params.campaignId, body.minutes])
  return done({})
})
