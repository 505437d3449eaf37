import { receivePaper, undoArrival } from '#contract/operations/paper'
import { ruleOf } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import { isPrintedForm } from '#core/paper/agreement'
import { readPageCode } from '#core/paper/page-code'
import { decideArrival } from '#core/paper/register'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { newId } from '../ids'
import { printedNow, registerView } from '../paper/register-view'
import { definitionOf } from '../store/campaigns'
import { lockNomination, readNominationRow } from '../store/nominations'
import { insertArrival, readArrivals, undoRow } from '../store/paper-arrivals'

const unsent: readonly string[] = ['draft', 'atApproval']

/** Enters what came in. Refused: paper of an old version or of another form, and a nomination that was never sent or is over. */
export const receivePaperCommand = command(receivePaper, async ({ params, body }, { tx, services, actor, now, record }) => {
  if ((await readNominationRow(tx, body.nominationId))?.campaignId !== params.campaignId) throw absent()
  const row = await lockNomination(tx, body.nominationId)
  if (unsent.includes(row.state)) throw absent()
  if (row.state === 'withdrawn' || row.state === 'rejected') return refusedBy([finding({ code: 'paper.over', rule: null, what: ['这件推荐已经撤回或不予受理，不再收纸质材料', 'This nomination was withdrawn or rejected: no paper is taken any more'], mend: ['请把纸质材料退还单位。', 'Give the paper back to the unit.'] })])
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  const printed = printedNow(definition, services, row)
  const code = body.code === null ? null : readPageCode(body.code)
  if (body.code !== null && code === null) return refusedBy([finding({ code: 'paper.notACode', rule: null, what: ['这不是推荐表上的码', 'This is not the code of a form'], mend: ['请再扫一次。', 'Scan it again.'] })])
  const findings = decideArrival({ definition, printed, items: body.items, code, compared: body.compared })
  if (stopsAt(findings)) return refusedBy(findings)
  const at = await now()
  for (const item of body.items) {
    const rule = item.materialId === null ? undefined : ruleOf(definition, 'material', item.materialId)
    const coded = rule !== undefined && isPrintedForm(rule)
    const toldBy = !coded ? 'none' : code === null ? 'person' : 'code'
    await insertArrival(tx, { ...item, materialId: item.carrier === 'paper' ? item.materialId : null, id: newId(), campaignId: row.campaignId, nominationId: row.id, at, by: actor.accountId, toldBy,
      version: toldBy === 'none' ? null : code?.version ?? printed.version, contentHash: toldBy === 'code' ? code!.contentHash : null })
  }
  record({ chain: row.campaignId, act: 'paper.received', subject: { kind: 'nomination', id: row.id }, data: { unit: row.unitId, items: body.items.map((i) => ({ carrier: i.carrier, material: i.materialId ?? '', copies: i.copies })), version: code?.version ?? row.version, by: code === null ? 'hand' : 'code' } })
  return done({ register: registerView(definition, row, printed, await readArrivals(tx, [row.id]), at) })
})

/** A mistaken entry stays readable with the reason why it does not count. */
export const undoArrivalCommand = command(undoArrival, async ({ params, body }, { tx, actor, now, record }) => {
  const undone = await undoRow(tx, params.campaignId, params.arrivalId, actor.accountId, await now(), body.reason)
  if (undone === undefined) throw absent()
  record({ chain: params.campaignId, act: 'paper.undone', subject: { kind: 'nomination', id: undone.nominationId }, data: { carrier: undone.carrier, material: undone.materialId ?? '', copies: undone.copies, reason: body.reason } })
  return done({})
})
