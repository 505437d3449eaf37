/** 关口: what changed is told by whoever is asked; the office decides, and nothing else does. */
import { answerGate, decideGate } from '#contract/operations/gates'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import type { Passing } from '#core/nomination/gates'
import { isStanding } from '#core/nomination/state'
import { absent, command, done, refusedBy } from '../handler'
import { resultOf } from '../pass-gate'
import { definitionOfCampaign } from '../store/campaigns'
import { putAnswers, putDecision, readGateRows } from '../store/gates'
import { lockNomination } from '../store/nominations'

const mustExist = (definition: ResolvedDefinition, { gate, passage }: Passing): void => {
  if ((gate === 'round') !== (passage !== '') || (gate === 'round' && ruleOf(definition, 'round', passage) === undefined)) throw absent()
}
/** Of what goes by hand no word is kept here. */
const BY_HAND = '线下件：情况当面说明'
const over = (): ReturnType<typeof finding> => finding({ code: 'gate.over', rule: null, what: ['这件推荐已经撤回或不予受理', 'This nomination was withdrawn or rejected'], mend: ['不用再说明。', 'Nothing more needs to be told.'] })

export const answerGateCommand = command(answerGate, async ({ params, body }, { tx, services, actor, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const definition = await definitionOfCampaign(tx, services.definitions, row.campaignId)
  mustExist(definition, body)
  if (!body.ruleIds.every((id) => definition.rules.some((r) => r.id === id))) throw absent()
  if (!isStanding(row.state)) return refusedBy([over()])
  await putAnswers(tx, [row.id], { ...body, answer: 'changed', note: row.offline === null ? body.note : BY_HAND, by: actor.accountId, at: await now() })
  record({ chain: row.campaignId, act: 'gate.answered', subject: { kind: 'nomination', id: row.id }, data: { gate: body.gate, ...(body.passage !== '' && { round: body.passage }), answer: 'changed', rules: [...body.ruleIds].sort() } })
  return done({})
})

export const decideGateCommand = command(decideGate, async ({ params, body }, { tx, services, actor, now, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  const definition = await definitionOfCampaign(tx, services.definitions, row.campaignId)
  mustExist(definition, body)
  const [gate] = await readGateRows(tx, [row.id])
  const at = await now()
  const { standing } = resultOf(definition, gate!, body, at)
  // A draft is the unit's alone, but for what the unit itself has told about it.
  if (row.submittedAt === null && !gate!.said.some((s) => s.answer === 'changed')) throw absent()
  if (!isStanding(row.state)) return refusedBy([over()])
  if (standing === 'clear' || (standing === 'open' && body.outcome === 'goesOn')) return refusedBy([finding({ code: 'gate.nothingRaised', rule: null, what: ['这一关没有等待决定的问题', 'Nothing waits for a decision at this gate'], mend: ['请刷新页面看最新情况。', 'Reload the page to see how it stands.'] })])
  await putDecision(tx, row.id, { ...body, by: actor.accountId, at })
  record({ chain: row.campaignId, act: 'gate.decided', subject: { kind: 'nomination', id: row.id }, data: { gate: body.gate, ...(body.passage !== '' && { round: body.passage }), outcome: body.outcome } })
  return done({})
})
