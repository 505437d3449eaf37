import { giveHonours, startPublicNotice } from '#contract/operations/announcement'
import { hostNotice } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { honourees } from '../honourees'
import { newId } from '../ids'
import { againstOne, atNotice, beginNotice, noticeToStart } from '../notice-to-start'
import { passGate } from '../pass-gate'
import { publishCampaign } from '../public/publish'
import { readHonours, readPublicNotice } from '../store/announcement'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { stoppedAt } from '../store/gates'
import { enterGiven, takeNumbers } from '../store/honour-register'

export const startPublicNoticeCommand = command(startPublicNotice, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const at = await c.now()
  const notice = await noticeToStart(c, campaignId, body, dayOf(at), (definition, ids) => passGate(tx, definition, ids, atNotice, { by: body.still ? actor.accountId : null, now: at }))
  const findings = [...notice.findings, ...(await againstOne(tx, campaignId, notice.rule))]
  if (stopsAt(findings)) return refusedBy(findings)
  return done(await beginNotice(c, campaignId, body, notice, at, c.record))
})

/** 公示期满、无未办结的异议，授予荣誉. Before the end nobody can, whoever asks. */
export const giveHonoursCommand = command(giveHonours, async ({ params, body }, c) => {
  const { tx, services, actor, now, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const notice = await readPublicNotice(tx, params.campaignId)
  if (notice === undefined) throw absent()
  const definition = await definitionOfCampaign(tx, services.definitions, params.campaignId)
  const rule = hostNotice(definition) ?? null
  const at = await now()
  if (at < notice.endsAt) return refusedBy([finding({ code: 'publicNotice.running', strength: 'block', rule, what: ['公示还没有期满', 'The public notice has not ended yet'], mend: ['期满以后再授予。', 'Give the honours after its end.'] })])
  const already = (await readHonours(tx, params.campaignId)).length
  const { ready, waiting } = await honourees(tx, params.campaignId, at)
  if (already > 0 && ready.length === 0 && waiting.length === 0) return refusedBy([finding({ code: 'honours.already', rule: null, what: ['荣誉已经授予', 'The honours were given already'], mend: ['请看荣誉名单。', 'See the list of honours.'] })])
  const passing = { gate: 'honour', passage: '' } as const
  const stopped = await stoppedAt(tx, ready.map((p) => p.nominationId), passing)
  const people = ready.filter((p) => !stopped.has(p.nominationId))
  const gate = await passGate(tx, definition, people.map((p) => p.nominationId), passing, { by: body.still ? actor.accountId : null, now: at })
  const against = [...gate.findings, ...(people.length > 0 ? [] : waiting.length > 0 ? waiting.map((w) => w.finding) : [finding({ code: 'honours.nobody', rule: null, what: ['公示的人选都不再列入', 'Everybody of the public notice was left out'], mend: ['请先核对各人的决定。', 'Look at the decisions about each of them first.'] })])]
  if (stopsAt(against)) return refusedBy(against)
  const { slug, organisationId } = (await readCampaignRow(tx, params.campaignId))!
  const numbers = await takeNumbers(tx, definition.year, people.length)
  const given = people.map((person, i) => ({ honourId: newId(), person, number: numbers[i]! }))
  for (const h of given)
    await tx.rows(`INSERT INTO honours (id, campaign_id, nomination_id, number, person, given_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`, [h.honourId, params.campaignId, h.person.nominationId, h.number, h.person, at])
  await enterGiven(tx, { organisationId, campaignId: params.campaignId, definition }, given, at)
  // Others still wait for theirs.
  if (waiting.length === 0) await tx.rows(`UPDATE campaigns SET state = 'closed' WHERE id = $1`, [params.campaignId])
  await publishCampaign(tx, services, params.campaignId)
  record({ chain: params.campaignId, act: 'honours.given', subject: { kind: 'campaign', id: params.campaignId }, data: { honours: given.map((h) => ({ honour: h.honourId, nomination: h.person.nominationId, number: h.number })), ...(gate.affirmed.length > 0 && { still: gate.affirmed }) } })
  return done({ honours: given.map((h) => ({ honourId: h.honourId, name: h.person.name, path: `/p/${slug}/honourees/${h.number}` })), waiting: waiting.map(({ person, finding: f }) => ({ name: person.name, finding: f as never })) })
})
