import { giveHonours, startPublicNotice } from '#contract/operations/announcement'
import { privacyGate } from '#core/announcement/privacy-gate'
import { publicOrder } from '#core/announcement/public-order'
import { judgeSummaries } from '#core/announcement/summary'
import { hostNotice, type ResolvedDefinition } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { judgeSilent } from '#core/nomination/gate-asking'
import { pointsOf } from '#core/nomination/gates'
import { judgeList } from '#core/nomination/list'
import { dayOf } from '#core/kernel/instant'
import { kindOf } from '#core/rules/kinds'
import { noticeTerm } from '#core/rules/public-notice'
import { holidayTable } from '../holidays'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { readHonours, readPublicNotice, readPublicPersons, type PublicPerson } from '../store/announcement'
import type { Queries } from '../store/database'
import { askingsOf } from '../store/gate-askings'
import { readListed } from '../store/nominations'
import { honourees } from '../honourees'
import { passGate } from '../pass-gate'
import { readFamilies, selectedOf } from '../round-family'
import { stoppedAt } from '../store/gates'
import { passedThings } from '../store/privacy-passes'
import { publicTexts, usedPasses } from '../public-texts'
import { enterGiven, takeNumbers } from '../store/honour-register'
import { publishCampaign } from '../public/publish'

const pinyin = new Intl.Collator('zh-CN').compare

/** Those the last round that closed selected, with the rounds that followed from it (`ids`), and of them who may be shown, in the order they are shown: by name, never by votes. What goes by hand is never shown; `leftOut` the office took out before the notice. */
export const provisional = async (c: Pick<CommandContext, 'q'>, campaignId: string): Promise<{ roundId: string | null; ids: string[]; people: PublicPerson[]; leftOut: PublicPerson[]; isOver: boolean }> => {
  const last = (await readFamilies(c.q, campaignId)).filter((f) => f.rounds.some((r) => r.state === 'closed' && r.result !== null)).at(-1)
  const round = last?.rounds.findLast((r) => r.state === 'closed')
  if (last === undefined || round === undefined) return { roundId: null, ids: [], people: [], leftOut: [], isOver: true }
  const selected = selectedOf(last)
  const stopped = await stoppedAt(c.q, selected, { gate: 'notice', passage: '' })
  const people = publicOrder(await readPublicPersons(c.q, selected), pinyin)
  return { roundId: round.id, ids: selected.filter((id) => !stopped.has(id)), people: people.filter((p) => !stopped.has(p.nominationId)), leftOut: people.filter((p) => stopped.has(p.nominationId)), isOver: last.isOver }
}

/** Whose unit has not said that they still fit; nobody where the definition asks nothing. */
const silentUnits = async (tx: Queries, definition: ResolvedDefinition, people: readonly PublicPerson[]): Promise<PublicPerson[]> => {
  if (pointsOf(definition).length === 0) return []
  const asked = await askingsOf(tx, people.map((p) => p.nominationId))
  return people.filter((p) => (asked.get(p.nominationId)?.answer ?? null) === null)
}

export const startPublicNoticeCommand = command(startPublicNotice, async ({ params, body }, c) => {
  const { tx, services, actor, now, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [params.campaignId])
  const definition = await definitionOfCampaign(tx, services.definitions, params.campaignId)
  const rule = hostNotice(definition)
  const { roundId, ids, people, isOver } = await provisional(c, params.campaignId)
  if (rule === undefined || roundId === null || roundId !== body.roundId) throw absent()
  const listed = people.map((p) => ({ ...p, summary: body.summaries[p.nominationId]?.trim() ?? '' }))
  const passed = await passedThings(tx, services.keys, params.campaignId)
  const texts = listed.flatMap((p) => publicTexts(p))
  const findings: Finding[] = [...privacyGate(texts, passed), ...judgeSummaries(rule, listed.map((p) => ({ id: p.nominationId, name: p.name, text: p.summary })))]
  findings.push(...judgeList(definition, 'winners', await readListed(tx, ids)))
  if (people.length === 0) findings.push(finding({ code: 'publicNotice.nobody', strength: 'block', rule, what: ['没有拟表彰人选', 'There is nobody to announce'], mend: ['先办结一轮评审。', 'Close a round first.'] }))
  if (!isOver) findings.push(finding({ code: 'publicNotice.unsettled', strength: 'block', rule, what: ['评审还有并列的人选没有定，或再投还没有封票', 'The jury has not settled a tie yet, or a vote on it is still open'], mend: ['请评委会先定，再公示。', 'Let the jury settle it before the public notice.'] }))
  if ((await readPublicNotice(tx, params.campaignId)) !== undefined) findings.push(finding({ code: 'publicNotice.already', strength: 'block', rule, what: ['公示已经开始过', 'The public notice has already begun'], mend: ['请看公示页。', 'See the public page.'] }))
  const at = await now()
  const { days, end } = noticeTerm(rule, dayOf(at), holidayTable())
  findings.push(...kindOf(rule).judge?.(rule, { notice: { from: dayOf(at), to: days.at(-1) ?? dayOf(at) }, holidays: holidayTable() }) ?? [])
  const gate = await passGate(tx, definition, people.map((p) => p.nominationId), { gate: 'notice', passage: '' }, { by: body.still ? actor.accountId : null, now: at })
  findings.push(...gate.findings)
  const silent = await silentUnits(tx, definition, people)
  findings.push(...judgeSilent(silent.map((p) => p.name), body.withoutUnits))
  if (stopsAt(findings)) return refusedBy(findings)
  await tx.rows(`INSERT INTO public_notices (campaign_id, round_id, starts_at, ends_at, days, people, how_to_object) VALUES ($1, $2, to_timestamp($3 / 1000.0), to_timestamp($4 / 1000.0), $5, $6, $7)`,
    [params.campaignId, roundId, at, end, JSON.stringify(days), JSON.stringify(listed), body.howToObject])
  const slug = (await readCampaignRow(tx, params.campaignId))!.slug
  await publishCampaign(tx, services, params.campaignId)
  record({ chain: params.campaignId, act: 'publicNotice.started', subject: { kind: 'campaign', id: params.campaignId }, data: { round: roundId, candidates: people.map((p) => p.nominationId).sort(), until: end, ...(silent.length > 0 && { silent: silent.map((p) => p.nominationId).sort(), reason: body.withoutUnits }), ...(gate.affirmed.length > 0 && { still: gate.affirmed }), ...usedPasses(passed, texts) } })
  return done({ startsAt: at, endsAt: end, path: `/p/${slug}/public-notice` })
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
