/** 部门凭链接回复: a link for each letter, made by the office; the organ looks, and answers once about all its candidates with the stamped scan. */
import { z } from 'zod'
import { operation } from '#contract/operation'
import { lookAtLetter, makeLink, replyByLink, revokeLink as revokeLinkOperation } from '#contract/operations/organ-links'
import { letterText } from '#core/appraisal/consultation'
import { opinionCode } from '#core/appraisal/opinion-request'
import { judgeOrganReply, judgeScanSize, settlesAll } from '#core/appraisal/organ-link'
import { hashOf } from '#core/kernel/canonical'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { mediaOfEvidence, unreadableEvidence, type EvidenceMedia } from '#core/objections/evidence'
import { markedForAll } from '#core/secrecy/say'
import { absent, command, done, perform, refusedBy, stopsAt, type Handler, type QueryContext } from '../handler'
import { inspectBytes } from '../inspection/inspect-bytes'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { itemsOf, keepReplyByLink, listLetters, lockLetter, markLetterOpened, putLink, revokeLink, type HeldLetter } from '../store/consultation-links'
import { lockDesk } from '../store/consultations'
import { newLink } from '../store/opinion-requests'

/** Never null here: nothing gets so far without a link. */
const shown = ({ organ }: Pick<QueryContext, 'organ'>): HeldLetter => {
  if (organ === null) throw absent()
  return organ
}

export const makeLinkCommand = command(makeLink, async ({ params: { campaignId, letterId } }, { tx, services, actor, now, record }) => {
  await lockDesk(tx, campaignId)
  const [letter] = await listLetters(tx, campaignId, letterId)
  if (letter === undefined) throw absent()
  const [at, items] = [await now(), await itemsOf(tx, letterId)]
  if (items.length === 0) return refusedBy([finding({ code: 'organ.allAnswered', rule: null, what: ['这封信问的人选都已有复函', 'All of this letter was answered'], mend: ['要再问，请另发一封。', 'To ask again, send a new letter.'] })])
  if (at >= letter.until) return refusedBy([finding({ code: 'organ.letterOver', rule: null, what: ['这封信的回复期限已经过了', 'The time to answer this letter is over'], mend: ['请另发一封，定新的期限。', 'Send a new letter with a new day.'] })])
  const { token, hash } = newLink()
  await putLink(tx, { campaignId, letterId, office: letter.office, tokenHash: hash, at, by: actor.accountId, until: letter.until })
  const [row, definition] = [(await readCampaignRow(tx, campaignId))!, await definitionOfCampaign(tx, services.definitions, campaignId)]
  record({ chain: campaignId, act: 'consultation.linkMade', subject: { kind: 'campaign', id: campaignId }, data: { letter: letterId, until: letter.until } })
  return done({ token, until: letter.until, text: letterText({ office: letter.office, candidates: items.map((i) => ({ ...i, offline: false })) }, { campaign: definition.name.zh, host: row.organisationName, until: letter.until }) })
})

export const revokeLinkCommand = command(revokeLinkOperation, async ({ params: { campaignId, letterId } }, { tx, record }) => {
  await lockDesk(tx, campaignId)
  const [letter] = await listLetters(tx, campaignId, letterId)
  if (letter === undefined || !(await revokeLink(tx, letterId))) throw absent()
  record({ chain: campaignId, act: 'consultation.linkRevoked', subject: { kind: 'campaign', id: campaignId }, data: { letter: letterId } })
  return done({})
})

/** Opening uses nothing up, however often and by whatever program. */
export const lookAtLetterCommand = command(lookAtLetter, async (_, c) => {
  const [{ tx, services }, held] = [c, shown(c)]
  const items = await itemsOf(tx, held.letterId)
  if (items.length === 0) throw absent()
  await markLetterOpened(tx, held.id)
  const [row, definition] = [(await readCampaignRow(tx, held.campaignId))!, await definitionOfCampaign(tx, services.definitions, held.campaignId)]
  return done({ campaign: definition.name, host: row.organisationName, office: held.office, until: held.until, candidates: items })
})

/** Not on the HTTP surface: the last step, after the scan was read in a child that may be killed. */
const keepOperation = operation({ id: 'organ.keepReply', method: 'POST', path: '/internal/organ-reply', who: 'anyone', summary: { zh: '收下复函', en: 'Keep the reply' }, body: z.object({ link: z.custom<HeldLetter>(), reply: z.custom<Parameters<typeof judgeOrganReply>[0]>(), mediaType: z.custom<EvidenceMedia>(), scan: z.custom<Buffer>() }), answer: z.object({ at: z.number(), code: z.string(), clear: z.int(), objections: z.int() }) })
/** What the organ said enters the ledger as a hash; words and scan are sealed. */
const keepReply = command(keepOperation, async ({ body: { link, reply: r, mediaType, scan } }, { tx, services, now, record }) => {
  await lockDesk(tx, link.campaignId)
  const held = await lockLetter(tx, link.id)
  if (held === undefined) throw absent()
  const items = await itemsOf(tx, held.letterId, true)
  if (!settlesAll(items.map((i) => i.item), r)) throw new Refusal('stale', { zh: '这封信问的人选刚有变化。请刷新页面，看过现在的名单再回复；填的内容请先另存。', en: 'Whom this letter asks about has just changed. Reload the page and answer by the list as it is now; keep what you typed.' })
  const at = await now()
  const against = judgeOrganReply(r, at)
  if (stopsAt(against)) return refusedBy(against)
  const sealed = (words: string) => services.keys.seal(Buffer.from(words))
  const answers = [...r.objections.map((o) => ({ item: o.item, objection: true, words: sealed(o.words) })), ...r.clear.map((item) => ({ item, objection: false, words: sealed('') }))]
  await keepReplyByLink(tx, { link: held, at, reply: r.reply, replyDay: r.replyDay, validUntil: r.validUntil, answers })
  const { place } = record({
    chain: held.campaignId, act: 'consultation.answered', subject: { kind: 'campaign', id: held.campaignId },
    data: { answers: answers.length, link: held.id, letter: held.letterId, by: held.madeBy, reply: hashOf({ salt: answers.map((a) => a.words.toString('base64')), office: held.office, number: r.reply, objections: r.objections, clear: r.clear }) },
  }, {
    // `opinionCode` of the core.
    sql: `UPDATE consultation_links SET answered_at = to_timestamp($5 / 1000.0), handler = $6, media_type = $7, scan = $8, code = sealed_position || '-' || left(sealed_hash, 8) FROM sealed WHERE id = $4`,
    params: [held.id, at, r.handler, mediaType, services.keys.seal(scan)],
  })
  return done(place.then((sealedAt) => ({ at, code: opinionCode(sealedAt), clear: r.clear.length, objections: r.objections.length })))
})
export const replyByLinkCommand: Handler<typeof replyByLink> = {
  kind: 'query', operation: replyByLink,
  run: async ({ body: { scan, ...reply } }, c) => {
    const held = shown(c)
    const content = Buffer.from(scan.base64, 'base64')
    const size = judgeScanSize(content.byteLength)
    if (stopsAt(size)) return refusedBy(size)
    const facts = await inspectBytes(content, scan.name)
    const [mediaType, marked] = [mediaOfEvidence(facts), markedForAll(facts.kind === 'document' ? facts.markings ?? [] : [])]
    if (stopsAt(marked)) return refusedBy(marked)
    return mediaType === null ? refusedBy([unreadableEvidence()]) : perform(keepReply, { params: {}, query: {}, body: { link: held, reply, mediaType, scan: content } }, null, c.services)
  },
}
