/** 本人同意采访、拍摄: by the own account, or by what the person signed. A no and a yes taken back cancel at once. */
import { z } from 'zod'
import { consentToInterview } from '#contract/operations/interviews'
import { operation } from '#contract/operation'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { isOpen } from '#core/publicity/interviews/interview'
import { wrongState } from '#core/publicity/interviews/judge'
import type { Stored } from '../blobs/blobs'
import { command, done, perform, refusedBy, stopsAt, type Handler } from '../handler'
import { takeSignedSheet } from '../signed-sheet'
import { lockInterview, putCancelled, putConsent } from '../store/interviews'

const keepOperation = operation({
  id: 'interviews.keepConsent', method: 'POST', path: '/internal/interviews/consent', who: 'answerersOfStory', summary: { zh: '记下本人的答复', en: 'Keep the person’s word' },
  params: z.object({ interviewId: z.string() }), body: z.custom<{ readonly scope: string; readonly yes: boolean; readonly sheet: Stored | null }>(), answer: z.object({ cancelled: z.boolean() }),
})
const noPaper = finding({ code: 'interview.noPaper', rule: null, at: { field: 'paper' }, what: ['没有附本人签字的同意', 'What the person signed is missing'], mend: ['请本人签字，拍照或扫描后附上；本人有账号的，请本人自己答复。', 'Let the person sign and attach a photograph or scan; with an account of the own, the person answers.'] })

const keepConsent = command(keepOperation, async ({ params: { interviewId }, body }, { tx, actor, now, record }) => {
  const row = await lockInterview(tx, interviewId)
  // A yes is said of what was read; a no holds for whatever it is by now.
  if (body.yes && body.scope !== row.scope) throw new Refusal('conflict', { zh: '媒体或用途刚刚改过，您看的不是现在这一次。请刷新后再看一遍。', en: 'Medium or purpose have just been changed: you read an earlier one. Reload and read it again.' })
  // After it took place nothing can be cancelled, but the word is kept and the office is told.
  const against = [...(isOpen(row.state) || (row.state === 'done' && !body.yes) ? [] : [wrongState(row.state)]), ...(body.yes && actor.role !== 'candidate' && body.sheet === null ? [noPaper] : [])]
  if (stopsAt(against)) return refusedBy(against)
  const at = await now()
  if (body.sheet !== null) await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [body.sheet.sha256, body.sheet.bytes])
  const cancelled = !body.yes && isOpen(row.state)
  if (cancelled) await putCancelled(tx, interviewId, at, actor.accountId, 'person', '本人不同意')
  await putConsent(tx, interviewId, { given: body.yes, scope: row.scope, at, role: actor.role, by: actor.accountId, paper: body.sheet?.sha256 ?? null })
  record({ chain: row.campaignId, act: body.yes ? 'interview.consented' : 'interview.refused', subject: { kind: 'nomination', id: row.nominationId }, data: { interview: interviewId, scope: row.scope, from: row.state, ...(body.sheet !== null && { sheet: body.sheet.sha256 }), ...(cancelled && { cancelled: true }) } })
  return done({ cancelled })
})

export const consentToInterviewCommand: Handler<typeof consentToInterview> = {
  kind: 'query', operation: consentToInterview,
  run: async ({ params, body }, { services, session, actor }) => {
    const sheet = await takeSignedSheet(services, actor, body.paper, noPaper)
    if (!sheet.ok) return sheet
    return perform(keepConsent, { params, query: {}, body: { scope: body.scope, yes: body.yes, sheet: sheet.value } }, session, services)
  },
}
