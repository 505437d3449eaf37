/** 采访、拍摄, as each of the four reads them. */
import { beginInterview, interviewCalendar, interviewEvent, listInterviews, listInterviewsOf, readInterview } from '#contract/operations/interviews'
import type { AnswerOf, Download } from '#contract/operation'
import type { Actor } from '#core/access/actor'
import { dayOf } from '#core/kernel/instant'
import { consentState, isOpen, publicityOf } from '#core/publicity/interviews/interview'
import { mayFix } from '#core/publicity/interviews/judge'
import { interviewsCalendar } from '#documents/calendar/interviews-ics'
import { absent, query, type QueryContext } from '../handler'
import type { Queries } from '../store/database'
import { interviewsOf, interviewsOfNomination, otherTimes, readInterviewRow, revokedAmong, type InterviewRow } from '../store/interviews'
import { channelsOf } from '../store/media-plan'
import { readOnNotice } from '../store/supplements'

type Shown = AnswerOf<typeof readInterview>
type Context = Pick<QueryContext, 'q' | 'services' | 'actor'>
const isUnit = (a: Actor): boolean => a.role === 'unitClerk' || a.role === 'unitApprover'
const nowOf = async (q: Queries): Promise<number> => (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at

const mayOf = (r: InterviewRow, a: Actor, consent: Shown['consent'], now: number): Shown['may'] => {
  const open = isOpen(r.state)
  const begun = r.fixedFrom !== null && r.fixedFrom <= now
  return [
    ...(a.role === 'office' && open ? ['change' as const] : []), ...(isUnit(a) && open ? ['answer' as const] : []), ...((a.role === 'candidate' || a.role === 'unitApprover') && (open || (r.state === 'done' && consent === 'given')) ? ['consent' as const] : []),
    ...(a.role === 'office' && r.state === 'answered' ? ['fix' as const] : []), ...(a.role === 'office' && r.state === 'fixed' && begun ? ['done' as const] : []), ...((a.role === 'office' || isUnit(a)) && open ? ['cancel' as const] : []),
  ]
}
/** The companion's name and telephone are for office and unit alone. */
const shown = async (r: InterviewRow, { q, services, actor }: Context, employers: ReadonlyMap<string, string>, now: number): Promise<Shown> => {
  const [consent, publicity, close] = [consentState(r.scope, r.consent), publicityOf(r.formWord, r.storyWord), actor.role === 'office' || isUnit(actor)]
  const reply = r.reply === null ? null : { ...r.reply, phone: '' }
  const against = isOpen(r.state) && r.state !== 'fixed' ? mayFix({ state: 'answered', consent, publicity, reply, others: await otherTimes(q, r.id) }, now, false) : []
  return {
    id: r.id, campaignId: r.campaignId, nominationId: r.nominationId, name: r.name, employer: employers.get(r.nominationId) ?? '', unit: r.unit, kind: r.kind, state: r.state, version: r.version, channelId: r.channelId, medium: r.medium, purpose: r.purpose, times: [...r.times], place: r.place, team: r.team, size: r.size, needs: r.needs, askedBy: r.askedBy, askedAt: r.askedAt,
    reply: r.reply === null ? null : { ...r.reply, companion: close ? r.reply.companion : null, phone: close && r.phone !== null ? services.keys.open(r.phone).toString() : null, by: r.repliedBy ?? '', at: r.repliedAt ?? 0 },
    scope: r.scope, consent, consentAt: r.consent?.at ?? null, consentRole: r.consentRole, consentPaper: r.consentPaper, publicity, fixedAt: r.fixedAt, why: r.why, closedAs: r.closedAs, closedAt: r.closedAt,
    result: r.result === null ? null : { ...r.result, itemId: r.itemId, itemTitle: r.itemTitle }, story: r.story, against: against as never, may: mayOf(r, actor, consent, now), withPaper: actor.role === 'unitApprover', account: r.account,
  }
}
const employersOf = async (q: Queries, campaignId: string): Promise<ReadonlyMap<string, string>> => new Map((await readOnNotice(q, campaignId)).people.map(({ person: p }) => [p.nominationId, p.employer]))
const showAll = async (rows: readonly InterviewRow[], c: Context, campaignId: string): Promise<Shown[]> => {
  const [employers, now, all] = [await employersOf(c.q, campaignId), await nowOf(c.q), [] as Shown[]]
  for (const r of rows) all.push(await shown(r, c, employers, now))
  return all
}

export const beginInterviewQuery = query(beginInterview, async ({ params: { campaignId } }, { q }) => {
  const all = (await readOnNotice(q, campaignId)).people
  const revoked = await revokedAmong(q, all.map((p) => p.person.nominationId))
  const people = all.filter((p) => !revoked.has(p.person.nominationId))
  const words = new Map((await q.rows<{ id: string; account: boolean; form: never; story: never }>(
    `SELECT n.id, EXISTS (SELECT FROM candidate_parts p WHERE p.nomination_id = n.id AND p.account_id IS NOT NULL) AS account, (SELECT jsonb_build_object('given', k.given, 'at', extract(epoch FROM k.at) * 1000) FROM consents k WHERE k.nomination_id = n.id AND k.kind = 'publicity') AS form,
       (SELECT jsonb_build_object('given', s.consent, 'at', extract(epoch FROM s.consent_at) * 1000) FROM stories s WHERE s.nomination_id = n.id AND s.consent IS NOT NULL) AS story FROM nominations n WHERE n.campaign_id = $1 AND n.id = ANY($2)`, [campaignId, people.map((p) => p.person.nominationId)])).map((w) => [w.id, w]))
  return {
    people: people.map(({ person: p }) => ({ nominationId: p.nominationId, name: p.name, employer: p.employer, publicity: publicityOf(words.get(p.nominationId)?.form ?? null, words.get(p.nominationId)?.story ?? null), account: words.get(p.nominationId)?.account ?? false })),
    channels: (await channelsOf(q, campaignId)).map(({ id, name }) => ({ id, name })),
  }
})

const ownOf = (a: Actor): string | null => (isUnit(a) ? a.organisationId : null)
export const listInterviewsQuery = query(listInterviews, async ({ params: { campaignId } }, c) => ({ today: dayOf(await nowOf(c.q)), interviews: await showAll(await interviewsOf(c.q, campaignId, ownOf(c.actor)), c, campaignId) }))
export const listInterviewsOfQuery = query(listInterviewsOf, async ({ params: { nominationId } }, c) => ({ interviews: await showAll(await interviewsOfNomination(c.q, nominationId), c, c.campaignId) }))
export const readInterviewQuery = query(readInterview, async ({ params: { interviewId } }, c) => (await showAll([(await readInterviewRow(c.q, interviewId))!], c, c.campaignId))[0]!)

const file = (name: string, rows: readonly InterviewRow[]): Download => ({
  content: Buffer.from(interviewsCalendar(name, rows.filter((r) => (r.state === 'fixed' || r.state === 'done') && r.fixedFrom !== null).map((r) => ({
    id: r.id, version: r.version, kind: r.kind, name: r.name, medium: r.medium, purpose: r.purpose, team: r.team, size: r.size, place: r.reply?.place ?? r.place, from: r.fixedFrom!, to: r.fixedTo!, changedAt: r.changedAt,
  }))), 'utf8'), mediaType: interviewCalendar.answer, fileName: `${name}.ics`, inline: false,
})
export const interviewCalendarQuery = query(interviewCalendar, async ({ params: { campaignId } }, { q, actor }) => file('采访和拍摄', await interviewsOf(q, campaignId, ownOf(actor))))
/** Only what has its time. */
export const interviewEventQuery = query(interviewEvent, async ({ params: { interviewId } }, { q }) => {
  const row = (await readInterviewRow(q, interviewId))!
  if (row.fixedFrom === null || row.state === 'cancelled') throw absent()
  return file(`采访-${row.name}`, [row])
})
