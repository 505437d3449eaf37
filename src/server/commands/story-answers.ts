/** What the person and the unit say to a story before it is published: whether it is true, whether publicity is agreed, whether anything in it is secret. */
import { z } from 'zod'
import { answerStory, clearStorySecrecy } from '#contract/operations/stories'
import { operation } from '#contract/operation'
import type { BodyOf } from '#contract/operation'
import { finding } from '#core/kernel/finding'
import { mayClear } from '#core/publicity/story/clearance'
import { command, done, perform, refusedBy, stopsAt, type Handler } from '../handler'
import { takeSignedSheet } from '../signed-sheet'
import { standingOfStory } from '../stories/standing'
import { withdrawPublished } from '../stories/publish'
import { endInterviews } from '../store/interviews'
import { clearancesOf, putClearance, putPublicityConsent } from '../store/stories'
import type { Stored } from '../blobs/blobs'
import { sameText, written } from './stories'

type Answer = Omit<BodyOf<typeof answerStory>, 'paper'> & { readonly sheet: Stored | null }
const keepOperation = operation({
  id: 'stories.keepAnswer', method: 'POST', path: '/internal/stories/answer', who: 'answerersOfStory', summary: { zh: '记下答复', en: 'Keep the answer' },
  params: z.object({ nominationId: z.string() }), body: z.custom<Answer>(), answer: z.object({}),
})
/** In the person's place only with what the person signed. */
const noPaper = finding({ code: 'story.noPaper', rule: null, at: { field: 'paper' }, what: ['没有附本人签字的稿子', 'The sheet the person signed is missing'], mend: ['请本人在打印的稿子上签字，拍照或扫描后附上；本人有账号的，请本人自己答复。', 'Let the person sign the printed text and attach a photograph or scan; with an account of the own, the person answers.'] })

const keepAnswer = command(keepOperation, async ({ params: { nominationId }, body }, { tx, services, actor, now, record }) => {
  const row = await written(tx, nominationId)
  sameText(row, body.hash)
  const { findings } = await standingOfStory(tx, row)
  const words = (await clearancesOf(tx, [nominationId])).get(nominationId) ?? []
  const against = [...(actor.role !== 'candidate' && body.yes && body.sheet === null ? [noPaper] : []), ...mayClear('person', body.yes, body.note, { hash: row.hash, all: words, open: findings, savedBy: row.savedBy, asker: actor.accountId })]
  if (stopsAt(against)) return refusedBy(against)
  const at = await now()
  if (body.sheet !== null) await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [body.sheet.sha256, body.sheet.bytes])
  await putClearance(tx, { nominationId, kind: 'person', hash: row.hash, yes: body.yes, note: body.note, by: actor.accountId, role: actor.role, at, paper: body.sheet?.sha256 ?? null })
  await putPublicityConsent(tx, nominationId, body.consent, at)
  const interviews = body.consent ? 0 : await endInterviews(tx, nominationId, at, actor.accountId, 'person', '本人不再同意宣传')
  const isOut = !body.consent && (await withdrawPublished(tx, services, row, '本人不再同意宣传', at))
  record({ chain: row.campaignId, act: body.yes ? 'story.confirmed' : 'story.refusedByPerson', subject: { kind: 'nomination', id: nominationId }, data: { text: row.hash, consent: body.consent, ...(body.sheet !== null && { sheet: body.sheet.sha256 }), ...(isOut && { withdrawn: true }), ...(interviews > 0 && { interviews }) } })
  return done({})
})

export const answerStoryCommand: Handler<typeof answerStory> = {
  kind: 'query', operation: answerStory,
  run: async ({ params, body }, { services, session, actor }) => {
    const sheet = await takeSignedSheet(services, actor, body.paper, noPaper)
    if (!sheet.ok) return sheet
    return perform(keepAnswer, { params, query: {}, body: { hash: body.hash, yes: body.yes, note: body.note, consent: body.consent, sheet: sheet.value } }, session, services)
  },
}

export const clearStorySecrecyCommand = command(clearStorySecrecy, async ({ params: { nominationId }, body }, { tx, actor, now, record }) => {
  const row = await written(tx, nominationId)
  sameText(row, body.hash)
  const { findings } = await standingOfStory(tx, row)
  const against = mayClear('secrecy', body.yes, body.note, { hash: row.hash, all: (await clearancesOf(tx, [nominationId])).get(nominationId) ?? [], open: findings, savedBy: row.savedBy, asker: actor.accountId })
  if (stopsAt(against)) return refusedBy(against)
  await putClearance(tx, { nominationId, kind: 'secrecy', hash: row.hash, yes: body.yes, note: body.note, by: actor.accountId, role: actor.role, at: await now(), paper: null })
  record({ chain: row.campaignId, act: body.yes ? 'story.cleared' : 'story.notCleared', subject: { kind: 'nomination', id: nominationId }, data: { text: row.hash } })
  return done({})
})
