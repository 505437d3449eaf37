/** 请外单位出具: what the unit sees of its requests, and the office of all of them. */
import { listOpinions, opinionBoard } from '#contract/operations/opinions'
import { opinionStanding } from '#core/appraisal/opinion-request'
import { dayOf } from '#core/kernel/instant'
import { endOf } from '../commands/ask-opinion'
import { absent, query } from '../handler'
import { readNominationRow } from '../store/nominations'
import { boardOf, listRequests, type RequestRow } from '../store/opinion-requests'

interface Contact { readonly name: string; readonly phone: string; readonly email: string }
const answerOf = (r: RequestRow) => (r.answeredAt === null ? null : { at: r.answeredAt, handler: r.handler!, opinionDay: r.opinionDay!, validUntil: r.validUntil, code: r.code!, fileId: r.fileId })

export const listOpinionsQuery = query(listOpinions, async ({ params }, { q, services }) => {
  const row = await readNominationRow(q, params.nominationId)
  if (row === undefined) throw absent()
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  return {
    lastDay: row.end === null ? null : dayOf(endOf(row) - 1),
    requests: (await listRequests(q, row.id)).map((r) => ({ ...r, contact: JSON.parse(services.keys.open(r.contact).toString()) as Contact, standing: opinionStanding(r, at), answer: answerOf(r) })),
  }
})

export const opinionBoardQuery = query(opinionBoard, async ({ params }, { q }) => ({ rows: await boardOf(q, params.campaignId) }))
