/** 换手机拍: a code at the desk lets a telephone in to the materials of one nomination, once, for an hour. */
import { beginPhoneUpload, endHandover, handoverState, issueHandover, leaveByPhone, lookByPhone, openHandover, phoneUploadState, previewByPhone } from '#contract/operations/phone'
import { deviceOf } from '#core/access/device'
import { rulesOf } from '#core/campaign/definition'
import { Refusal } from '#core/kernel/refusal'
import { isCandidateMaterial } from '#core/nomination/candidate-part'
import { after, trackOf } from '#core/nomination/state'
import { absent, command, done, query, signInNeeded, type QueryContext } from '../handler'
import { newId } from '../ids'
import { materialFor } from '../own-part'
import { previewDownload } from '../queries/material-files'
import { showFile } from '../queries/nominations'
import { definitionOf } from '../store/campaigns'
import { readMaterials, readNominationRow } from '../store/nominations'
import { newLink } from '../store/opinion-requests'
import { endPass, endPasses, openPass, openPasses, putPass, type HeldPass } from '../store/phone-passes'
import { hashOfToken } from '../store/sessions'
import { readUpload } from '../store/uploads'
import { beginUploadFor, offsetOf } from './begin-upload'

export const issueHandoverCommand = command(issueHandover, async ({ params }, { tx, actor, session }) => {
  if (session?.membershipId == null) throw signInNeeded()
  const { token: code, hash: codeHash } = newLink()
  return done({ code, until: await putPass(tx, { id: newId(), nominationId: params.nominationId, accountId: actor.accountId, membershipId: session.membershipId, sessionHash: session.tokenHash, codeHash }) })
})
export const handoverStateQuery = query(handoverState, async ({ params }, { q, actor }) => ({ phones: await openPasses(q, params.nominationId, actor.accountId) }))
export const endHandoverCommand = command(endHandover, async ({ params }, { tx, actor, campaignId, record }) => {
  const ended = await endPasses(tx, params.nominationId, actor.accountId)
  if (ended > 0) record({ chain: campaignId, act: 'phone.shutOut', subject: { kind: 'nomination', id: params.nominationId }, data: { account: actor.accountId } })
  return done({ ended })
})

/** Wrong, used, over or replaced: alike. */
const noSuchCode = (): Refusal => new Refusal('absent', { zh: '这个码用过了，或者已经过时。请在电脑上换一个码，再扫一次。', en: 'This code was used, or its time is over. Take a new one at the desk and scan again.' })
export const openHandoverCommand = command(openHandover, async ({ body }, { tx, agent, record }) => {
  const { token, hash } = newLink()
  const opened = await openPass(tx, hashOfToken(body.code), hash, deviceOf(agent))
  if (opened === undefined) throw noSuchCode()
  record({ chain: opened.campaignId, act: 'phone.letIn', subject: { kind: 'nomination', id: opened.nominationId }, data: { account: opened.accountId, pass: opened.id } })
  return done({ token, endsAt: opened.endsAt })
})

/** Never null here: nothing gets so far without one. */
const letIn = ({ phone }: Pick<QueryContext, 'phone'>): HeldPass => {
  if (phone === null) throw absent()
  return phone
}

export const lookByPhoneQuery = query(lookByPhone, async (_, c) => {
  const [{ q, services }, pass] = [c, letIn(c)]
  const row = await readNominationRow(q, pass.nominationId)
  if (row === undefined) throw absent()
  const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
  const rules = rulesOf(definition, 'material').filter((r) => pass.actor.role !== 'candidate' || isCandidateMaterial(r))
  const shown = new Set(rules.map((r) => r.id))
  const files = (await readMaterials(q, row.id)).filter((m) => shown.has(m.materialId)).map((m) => showFile(definition, m))
  const open = (after(row.state, 'edit', trackOf(row)) ?? after(row.state, 'supplement', trackOf(row))) !== null && (pass.actor.role !== 'candidate' || row.part?.hands === 'candidate')
  return { campaign: definition.name, unit: row.unitName, candidateName: row.candidateName, endsAt: pass.endsAt, open, rules, files }
})
export const previewByPhoneQuery = query(previewByPhone, async ({ params }, c) => {
  const pass = letIn(c)
  return previewDownload(c.services.blobs, await materialFor(pass.actor, c.q, c.services.definitions, pass.nominationId, params.fileId))
})
export const beginPhoneUploadCommand = command(beginPhoneUpload, async ({ body }, c) => {
  const pass = letIn(c)
  return beginUploadFor(c, pass.actor, pass.nominationId, { ...body, toConvert: false }, pass.id)
})
export const phoneUploadStateQuery = query(phoneUploadState, async ({ params }, c) => {
  const [upload, pass] = [await readUpload(c.q, params.uploadId), letIn(c)]
  if (upload === undefined || upload.passId !== pass.id) throw absent()
  return { state: upload.state, offset: await offsetOf(c.services, upload), findings: upload.findings as never }
})
export const leaveByPhoneCommand = command(leaveByPhone, async (_, c) => {
  const pass = letIn(c)
  await endPass(c.tx, pass.id)
  c.record({ chain: pass.campaignId, act: 'phone.shutOut', subject: { kind: 'nomination', id: pass.nominationId }, data: { account: pass.actor.accountId } })
  return done({})
})
