/** What the office does with an objection: a named handler, how serious it is, what was looked into, an outcome by two persons, the answer. */
import { answerLetter, askStatement, confirmOutcome, giveStatement, nameHandler, noteOnObjection, proposeOutcome, readObjector, recordStep, settleCorrection, takeEvidence, triageObjection } from '#contract/operations/objections'
import type { Download } from '#contract/operation'
import { privacyGate } from '#core/announcement/privacy-gate'
import { finding } from '#core/kernel/finding'
import { endOfDay } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import { mediaNames } from '#core/objections/evidence'
import { judgeAnonymity } from '#core/objections/identity'
import { maySecond, mayTriage, needsSecond, type Outcome } from '#core/objections/standing'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { publishCampaign } from '../public/publish'
import { readCampaignRow } from '../store/campaigns'
import { answerStatement, listEvidence, lockObjection, lockStatement, moveObjection, officePeople, openEvidence, openObjector, putStatement, putStep, setHandler, type ObjectionRow } from '../store/objections'
import { correctPerson } from '../store/supplements'

const subjectOf = (o: ObjectionRow) => ({ kind: 'objection', id: o.id })
/** What is closed stays so, until the supervisor says otherwise. */
const mustBe = (o: ObjectionRow, ...states: ObjectionRow['state'][]): void => {
  if (!states.includes(o.state)) throw new Refusal('conflict', { zh: '这件异议现在不是这一步，请刷新页面。', en: 'The objection is at another step by now: reload the page.' }, { state: o.state })
}
const objections = (o: ObjectionRow): void => { if (o.track !== 'objection') throw absent() }
/** Texts that others read must not say who objected. */
const hiding = async ({ tx, services }: Pick<CommandContext, 'tx' | 'services'>, o: ObjectionRow, texts: Readonly<Record<string, string>>) => judgeAnonymity(texts, await openObjector(tx, services.keys, o.id))

export const nameHandlerCommand = command(nameHandler, async ({ params, body }, c) => {
  const { tx, actor, record } = c
  const o = await lockObjection(tx, params.objectionId)
  objections(o)
  mustBe(o, 'received', 'investigating', 'proposed')
  if (o.handlerId !== null && o.handlerId !== actor.accountId) throw new Refusal('notAllowed', { zh: '已有具名的办理人，只能由本人移交，或由纪检监督要求换人。', en: 'It has a named handler: only that person hands it over, or the supervisor takes it away.' })
  if (!(await officePeople(tx, o.campaignId)).some((p) => p.accountId === body.accountId)) throw absent()
  const against = await hiding(c, o, { reason: body.reason })
  if (stopsAt(against)) return refusedBy(against)
  await setHandler(tx, o.id, body.accountId)
  await putStep(tx, o.id, { kind: 'handed', said: body.reason, by: actor.accountId })
  record({ chain: o.campaignId, act: 'objection.handlerNamed', subject: subjectOf(o), data: { number: o.number, handler: body.accountId, before: o.handlerId } })
  return done({})
})

/** A look is on record before anything is shown. */
export const readObjectorCommand = command(readObjector, async ({ params }, { tx, services, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  if (!o.named) throw absent()
  record({ chain: o.campaignId, act: 'objection.objectorRead', subject: subjectOf(o), data: { number: o.number } })
  return done(await openObjector(tx, services.keys, o.id))
})
export const takeEvidenceCommand = command(takeEvidence, async ({ params }, { tx, services, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  const found = await openEvidence(tx, services.keys, o.id, params.evidenceId)
  if (found === undefined) throw absent()
  const at = (await listEvidence(tx, o.id)).findIndex((e) => e.id === params.evidenceId) + 1
  record({ chain: o.campaignId, act: 'objection.evidenceRead', subject: subjectOf(o), data: { number: o.number, file: at } })
  return done<Download>({ content: found.content, mediaType: found.mediaType, fileName: `异议${o.number}-证据${at}.${mediaNames[found.mediaType]}`, inline: false })
})

export const triageCommand = command(triageObjection, async ({ params, body }, c) => {
  const o = await lockObjection(c.tx, params.objectionId)
  objections(o)
  mustBe(o, 'received', 'investigating')
  const against = [...mayTriage(o, body.serious), ...(await hiding(c, o, { reason: body.reason }))]
  if (stopsAt(against)) return refusedBy(against)
  await moveObjection(c.tx, o.id, { state: 'investigating', serious: body.serious, triageReason: body.reason })
  c.record({ chain: o.campaignId, act: 'objection.triaged', subject: subjectOf(o), data: { number: o.number, serious: body.serious } })
  return done({})
})
export const recordStepCommand = command(recordStep, async ({ params, body }, c) => {
  const o = await lockObjection(c.tx, params.objectionId)
  objections(o)
  mustBe(o, 'investigating')
  const against = await hiding(c, o, { step: body.said })
  if (stopsAt(against)) return refusedBy(against)
  await putStep(c.tx, o.id, { ...body, by: c.actor.accountId })
  c.record({ chain: o.campaignId, act: 'objection.stepRecorded', subject: subjectOf(o), data: { number: o.number, kind: body.kind } })
  return done({})
})
export const askStatementCommand = command(askStatement, async ({ params, body }, c) => {
  const o = await lockObjection(c.tx, params.objectionId)
  objections(o)
  mustBe(o, 'investigating')
  const dueAt = endOfDay(body.dueOn)
  const past = dueAt > (await c.now()) ? [] : [finding({ code: 'objection.duePast', rule: null, strength: 'block', at: { field: 'dueOn' }, what: ['说明的期限已经过去', 'The term of the statement is in the past'], mend: ['请改为今天或以后。', 'Set today or a later day.'] })]
  const against = [...past, ...(await hiding(c, o, { question: body.question }))]
  if (stopsAt(against)) return refusedBy(against)
  const statement = await putStatement(c.tx, { objectionId: o.id, nominationId: o.nominationId, question: body.question, by: c.actor.accountId, dueAt })
  c.record({ chain: o.campaignId, act: 'objection.statementAsked', subject: { kind: 'nomination', id: o.nominationId }, data: { statement, until: dueAt } })
  return done({})
})
export const giveStatementCommand = command(giveStatement, async ({ params, body }, { tx, actor, campaignId, record }) => {
  const s = await lockStatement(tx, params.nominationId, params.statementId)
  if (s === undefined) throw absent()
  if (!s.open) throw new Refusal('conflict', { zh: '这件事已经说明过，或已经办结，不再收说明。', en: 'This was answered already, or is closed.' })
  await answerStatement(tx, params.statementId, body.said, actor.accountId)
  record({ chain: campaignId, act: 'objection.statementGiven', subject: { kind: 'nomination', id: params.nominationId }, data: { statement: params.statementId, handler: s.handlerId } })
  return done({})
})

/** The unit hears of it where it was asked, or where its candidate is out. */
const decided = async ({ tx, services, record }: CommandContext, o: ObjectionRow, outcome: Outcome): Promise<void> => {
  const asked = (await tx.row<{ n: number }>(`SELECT count(*)::int AS n FROM objection_statements WHERE objection_id = $1`, [o.id]))!.n > 0
  if (outcome === 'upheld') await publishCampaign(tx, services, o.campaignId)
  record({ chain: o.campaignId, act: 'objection.decided', subject: { kind: 'nomination', id: o.nominationId }, data: { objection: o.id, number: o.number, outcome, unitKnows: asked || outcome === 'upheld' } })
}
export const proposeOutcomeCommand = command(proposeOutcome, async ({ params, body }, c) => {
  const { tx, actor } = c
  const o = await lockObjection(tx, params.objectionId)
  objections(o)
  mustBe(o, 'investigating')
  const against = await hiding(c, o, { findings: body.findings, answer: body.answer })
  if (stopsAt(against)) return refusedBy(against)
  const state = needsSecond(o, body.outcome) ? 'proposed' : 'decided'
  await moveObjection(tx, o.id, { state, ...body, proposedBy: actor.accountId, confirmedBy: null })
  if (state === 'decided') await decided(c, o, body.outcome)
  else c.record({ chain: o.campaignId, act: 'objection.proposed', subject: subjectOf(o), data: { number: o.number, outcome: body.outcome } })
  return done({ state })
})
export const confirmOutcomeCommand = command(confirmOutcome, async ({ params, body }, c) => {
  const { tx, actor, record } = c
  const o = await lockObjection(tx, params.objectionId)
  objections(o)
  mustBe(o, 'proposed')
  const against = [...maySecond(o, actor.accountId), ...(await hiding(c, o, { reason: body.reason })), ...(body.agree || body.reason.length >= 5 ? [] : [finding({ code: 'objection.noReason', rule: null, strength: 'block', at: { field: 'reason' }, what: ['没有写不同意的理由', 'There is no reason for sending it back'], mend: ['请写明还要核查什么，不少于 5 个字。', 'Say in 5 characters or more what is still to be looked into.'] })])]
  if (stopsAt(against)) return refusedBy(against)
  if (body.agree) {
    await moveObjection(tx, o.id, { state: 'decided', confirmedBy: actor.accountId })
    await decided(c, o, o.outcome as Outcome)
    return done({})
  }
  await moveObjection(tx, o.id, { state: 'investigating', outcome: null, proposedBy: null })
  await putStep(tx, o.id, { kind: 'sentBack', said: body.reason, by: actor.accountId })
  record({ chain: o.campaignId, act: 'objection.sentBack', subject: subjectOf(o), data: { number: o.number } })
  return done({})
})

export const settleCorrectionCommand = command(settleCorrection, async ({ params, body }, { tx, services, actor, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  if (o.track !== 'correction') throw absent()
  mustBe(o, 'received')
  const against = body.outcome === 'notCorrected' ? [] : [...privacyGate([{ at: 'reads', text: body.reads }]), ...(body.reads === '' ? [finding({ code: 'correction.empty', rule: null, strength: 'block', at: { field: 'reads' }, what: ['没有写更正后的内容', 'How it should read is missing'], mend: ['请填写。', 'Fill it in.'] })] : [])]
  if (stopsAt(against)) return refusedBy(against)
  await moveObjection(tx, o.id, { state: 'decided', outcome: body.outcome, answer: body.answer, proposedBy: actor.accountId })
  if (body.outcome === 'corrected') {
    await correctPerson(tx, o.campaignId, o.nominationId, o.part!, body.reads)
    await publishCampaign(tx, services, o.campaignId)
  }
  record({ chain: o.campaignId, act: 'correction.settled', subject: subjectOf(o), data: { number: o.number, outcome: body.outcome, part: o.part } })
  return done({})
})

export const noteCommand = command(noteOnObjection, async ({ params, body }, c) => {
  const { tx, actor, services, record } = c
  const o = await lockObjection(tx, params.objectionId)
  objections(o)
  const against = await hiding(c, o, { note: body.note })
  if (stopsAt(against)) return refusedBy(against)
  if (body.what === 'reopen') {
    mustBe(o, 'decided')
    await moveObjection(tx, o.id, { state: 'investigating', serious: true, outcome: null, proposedBy: null, confirmedBy: null })
    await publishCampaign(tx, services, o.campaignId)
  } else {
    if (o.handlerId === null || o.state === 'decided') mustBe(o)
    await setHandler(tx, o.id, null)
  }
  await putStep(tx, o.id, { kind: body.what === 'reopen' ? 'reopened' : 'released', said: body.note, by: actor.accountId })
  record({ chain: o.campaignId, act: body.what === 'reopen' ? 'objection.reopened' : 'objection.released', subject: subjectOf(o), data: { number: o.number } })
  return done({})
})

export const answerLetterCommand = command(answerLetter, async ({ params }, { tx, services, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  objections(o)
  mustBe(o, 'decided')
  const campaign = (await readCampaignRow(tx, o.campaignId))!
  const { name } = (await tx.row<{ name: { zh: string; en: string } }>(`SELECT resolved->'name' AS name FROM campaigns WHERE id = $1`, [o.campaignId]))!
  const { name: to } = await openObjector(tx, services.keys, o.id)
  record({ chain: o.campaignId, act: 'objection.objectorRead', subject: subjectOf(o), data: { number: o.number, letter: true } })
  return done({ to, number: o.number, campaign: name, receivedAt: o.receivedAt, decidedAt: o.decidedAt!, outcome: o.outcome as Outcome, answer: o.answer, office: campaign.organisationName })
})
