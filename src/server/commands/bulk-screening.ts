/** 批量审查: seen before it is done, held before it is told, undone as long as it is held. */
import { holdBulk, listHeld, previewBulk, releaseHeld, setHold, undoHeld } from '#contract/operations/bulk'
import type { AnswerOf } from '#contract/operation'
import { checkDossier } from '#core/nomination/submit'
import { finding, type Words } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { after, stateNames, trackOf } from '#core/nomination/state'
import { pointsOf } from '#core/nomination/gates'
import { mayAcceptOffline } from '#core/secrecy/offline-track'
import { absent, command, done, query, refusedBy } from '../handler'
import { holidayTable } from '../holidays'
import { newId } from '../ids'
import { printedOf } from '../paper/printed'
import { wholeFields } from '../secret-fields'
import { showFile } from '../queries/nominations'
import type { Services } from '../services'
import { passGate, resultOf } from '../pass-gate'
import { definitionOf, definitionOfCampaign } from '../store/campaigns'
import { readGateRows } from '../store/gates'
import { violates, type Queries } from '../store/database'
import { endBatch, insertBatch, itemsOf, listBatches, lockBatch, setOutcome, type Batch } from '../store/held-decisions'
import { enqueue } from '../store/jobs'
import { append } from '../store/ledger'
import { lockNomination, readMaterials, readNominationRow, unitOf, type NominationRow } from '../store/nominations'
import { applyScreening, judgeReturn } from './screen-nomination'

type Decision = 'accept' | 'return'
const acceptance = { gate: 'acceptance', passage: '' } as const

/** Whether it may go through acceptance, but for the word that it still fits; null: it may. @param now day of the gate */
const atGate = async (q: Queries, services: Services, row: NominationRow, now: number, open: boolean): Promise<Words | null> => {
  const { standing, findings } = resultOf(await definitionOfCampaign(q, services.definitions, row.campaignId), (await readGateRows(q, [row.id]))[0]!, acceptance, now)
  return standing === 'open' && open ? null : findings[0]?.what ?? null
}

/** Why this one cannot be decided so; null: it can. The same before holding and before releasing. @param until null: no term is set yet */
const against = async (q: Queries, services: Services, row: NominationRow, version: number, d: Decision, until: number | null, now: number): Promise<Words | null> => {
  if (after(row.state, d, trackOf(row)) === null) return { zh: `现在是“${stateNames[row.state].zh}”，不能再审`, en: `It is “${stateNames[row.state].en}” now` }
  if (row.version !== version) return { zh: '单位刚有改动，请看过最新内容再定', en: 'The unit just changed it: read the newest first' }
  const found = d === 'accept' ? mayAcceptOffline(row.offline) : until === null ? [] : await judgeReturn(q, services, row, until, now)
  return found.find((f) => f.strength === 'block')?.what ?? null
}

/** Sent to the office of this campaign, or absent: no name of another's is told. */
const ofCampaign = (row: NominationRow | undefined, campaignId: string): NominationRow => {
  if (row === undefined || row.campaignId !== campaignId || row.submittedAt === null) throw absent()
  return row
}
const inOrder = <T extends { readonly nominationId: string }>(items: readonly T[]): T[] => [...new Map(items.map((i) => [i.nominationId, i])).values()].sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1))

export const previewBulkQuery = query(previewBulk, async ({ params, body }, { q, services }) => {
  const now = (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at
  const { decision } = body.decision
  const items: AnswerOf<typeof previewBulk>['items'][number][] = []
  for (const item of inOrder(body.items)) {
    const row = ofCampaign(await readNominationRow(q, item.nominationId), params.campaignId)
    const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
    const [fields, materials] = [wholeFields(services.keys, row), await readMaterials(q, row.id)]
    const printed = printedOf(definition, row, fields, materials)
    const findings = checkDossier(definition, { fields, answers: row.answers, materials, offline: row.offline, part: row.part, submittedAt: row.submittedAt, ...printed }, now, 'approver', { unit: unitOf(row), holidays: holidayTable() })
    const all = [...new Map([...findings, ...materials.flatMap((m) => showFile(definition, m, printed.printed, row.submittedAt ?? now).findings)].map((f) => [JSON.stringify([f.code, f.at, f.what]), f])).values()]
    const count = (strength: string) => findings.filter((f) => f.strength === strength).length
    items.push({ nominationId: row.id, candidateName: row.candidateName, unitName: row.unitName, state: row.state, version: row.version, blockCount: count('block'), warnCount: count('warn'), findings: all as never, against: (await against(q, services, row, item.version, decision, item.letter?.until ?? null, now)) ?? (decision === 'accept' ? await atGate(q, services, row, now, true) : null) })
  }
  return { items, asks: decision === 'accept' ? pointsOf(await definitionOfCampaign(q, services.definitions, params.campaignId)) as never : [] }
})

const noLetter: Words = { zh: '还没有写退回意见和期限', en: 'Its letter and term are not written yet' }
const alreadyHeld = (): Refusal => new Refusal('conflict', { zh: '其中有的已在待发出的结论里，请刷新页面。', en: 'Some of them are held already: reload the page.' })

export const holdBulkCommand = command(holdBulk, async ({ params, body }, { tx, services, actor, now, record }) => {
  const items = inOrder(body.items)
  const { decision } = body.decision
  const at = await now()
  for (const item of items) {
    const row = ofCampaign(await readNominationRow(tx, item.nominationId), params.campaignId)
    const why = decision === 'return' && item.letter === undefined ? noLetter : await against(tx, services, row, item.version, decision, item.letter?.until ?? null, at)
    if (why !== null) return refusedBy([finding({ code: 'bulk.against', rule: null, what: [`${row.candidateName}：${why.zh}`, `${row.candidateName}: ${why.en}`], mend: ['请把这一件去掉，或看过最新内容再选。', 'Take it out, or read the newest and choose again.'] })])
  }
  if (body.decision.decision === 'accept') {
    const { findings } = await passGate(tx, await definitionOfCampaign(tx, services.definitions, params.campaignId), items.map((i) => i.nominationId), acceptance, { by: body.decision.still ? actor.accountId : null, now: at })
    if (findings.length > 0) return refusedBy(findings)
  }
  const { minutes } = (await tx.row<{ minutes: number }>(`SELECT hold_minutes AS minutes FROM campaigns WHERE id = $1`, [params.campaignId]))!
  const [batchId, releaseAt] = [newId(), at + minutes * 60_000]
  await insertBatch(tx, { id: batchId, campaignId: params.campaignId, decision, heldBy: actor.accountId, heldAt: at, releaseAt, items: items.map(({ nominationId, version, letter }) => ({ nominationId, version, ...(decision === 'return' && letter !== undefined ? letter : { note: '', points: [], until: null }) })) })
    .catch((e: unknown) => { throw violates(e, 'one_held_decision') ? alreadyHeld() : e })
  const jobId = await enqueue(tx, { kind: 'releaseHeld', campaignId: params.campaignId, payload: { batchId }, total: items.length })
  await tx.rows(`UPDATE jobs SET not_before = clock_timestamp() + make_interval(mins => $2) WHERE id = $1`, [jobId, minutes])
  record({ chain: params.campaignId, act: 'screening.held', subject: { kind: 'campaign', id: params.campaignId }, data: { batch: batchId, decision, nominations: items.map((i) => i.nominationId), until: releaseAt } })
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
  for (const { nominationId, version, note, points, until } of items) {
    const row = await lockNomination(tx, nominationId)
    // After the lock: that is when it happens.
    const { at } = (await tx.row<{ at: number }>('SELECT product_time() AS at'))!
    // That all still fit was said as of the day it was decided; what was told since stops it.
    const why = (await against(tx, services, row, version, batch.decision, until, at)) ?? (batch.decision === 'accept' ? await atGate(tx, services, row, batch.heldAt, false) : null)
    await setOutcome(tx, batch.id, nominationId, why === null ? 'released' : 'dropped')
    if (why !== null) continue
    await applyScreening(tx, row, { decision: batch.decision, note, points, until }, batch.heldBy, at)
    const data = { version, batch: batch.id, ...(batch.decision === 'return' && { until, points: points.length }) }
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
export const undoHeldCommand = command(undoHeld, async ({ params, body }, { tx, actor, now, record }) => {
  const batch = await open(tx, params.campaignId, body.batchId)
  await endBatch(tx, batch.id, { at: await now(), undoneBy: actor.accountId })
  record({ chain: params.campaignId, act: 'screening.undone', subject: { kind: 'campaign', id: params.campaignId }, data: { batch: batch.id, decision: batch.decision, nominations: (await itemsOf(tx, batch.id)).length } })
  return done({})
})
export const setHoldCommand = command(setHold, async ({ params, body: { minutes } }, { tx, record }) => {
  const { before } = (await tx.row<{ before: number }>(`SELECT hold_minutes AS before FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId]))!
  if (minutes === before) return done({})
  await tx.rows(`UPDATE campaigns SET hold_minutes = $2 WHERE id = $1`, [params.campaignId, minutes])
  record({ chain: params.campaignId, act: 'screening.holdSet', subject: { kind: 'campaign', id: params.campaignId }, data: { minutes, before } })
  return done({})
})
