/** 公示之前: whom a public notice would show and all that speaks against it; and its beginning, by one act or by the release of two persons. */
import { privacyGate } from '#core/announcement/privacy-gate'
import { publicOrder } from '#core/announcement/public-order'
import { isStanding, waitsFor } from '#core/announcement/release/release'
import { judgeSummaries } from '#core/announcement/summary'
import { hostNotice, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import type { CalendarDay } from '#core/kernel/instant'
import { judgeSilent } from '#core/nomination/gate-asking'
import { pointsOf } from '#core/nomination/gates'
import { judgeList } from '#core/nomination/list'
import { kindOf } from '#core/rules/kinds'
import { noticeTerm } from '#core/rules/public-notice'
import { absent, type CommandContext } from './handler'
import { holidayTable } from './holidays'
import { resultOf, type Through } from './pass-gate'
import { publishCampaign } from './public/publish'
import { publicTexts, usedPasses } from './public-texts'
import { readFamilies, selectedOf, type Family } from './round-family'
import type { Services } from './services'
import { readPublicNotice, readPublicPersons, type PublicPerson } from './store/announcement'
import { definitionOfCampaign, readCampaignRow } from './store/campaigns'
import type { Queries } from './store/database'
import { askingsOf } from './store/gate-askings'
import { readGateRows, stoppedAt } from './store/gates'
import type { Deed } from './store/ledger'
import { readListed } from './store/nominations'
import { passedThings } from './store/privacy-passes'
import { openRelease, standingRelease } from './store/releases'

const pinyin = new Intl.Collator('zh-CN').compare
export const atNotice = { gate: 'notice', passage: '' } as const

interface Provisional { readonly roundId: string | null; readonly ids: string[]; readonly people: PublicPerson[]; readonly leftOut: PublicPerson[]; readonly isOver: boolean; readonly family: Family | null }
/** Those the last round that closed selected, with the rounds that followed from it (`ids`), and of them who may be shown, in the order they are shown: by name, never by votes. What goes by hand is never shown; `leftOut` the office took out before the notice. */
export const provisional = async ({ q }: { readonly q: Queries }, campaignId: string): Promise<Provisional> => {
  const last = (await readFamilies(q, campaignId)).filter((f) => f.rounds.some((r) => r.state === 'closed' && r.result !== null)).at(-1)
  const round = last?.rounds.findLast((r) => r.state === 'closed')
  if (last === undefined || round === undefined) return { roundId: null, ids: [], people: [], leftOut: [], isOver: true, family: null }
  const selected = selectedOf(last)
  const stopped = await stoppedAt(q, selected, atNotice)
  const people = publicOrder(await readPublicPersons(q, selected), pinyin)
  return { roundId: round.id, ids: selected.filter((id) => !stopped.has(id)), people: people.filter((p) => !stopped.has(p.nominationId)), leftOut: people.filter((p) => stopped.has(p.nominationId)), isOver: last.isOver, family: last }
}

/** Whose unit has not said that they still fit; nobody where the definition asks nothing. */
const silentUnits = async (q: Queries, definition: ResolvedDefinition, people: readonly PublicPerson[]): Promise<PublicPerson[]> => {
  if (pointsOf(definition).length === 0) return []
  const asked = await askingsOf(q, people.map((p) => p.nominationId))
  return people.filter((p) => (asked.get(p.nominationId)?.answer ?? null) === null)
}

/** The gate as it stands without anybody saying anything: what was raised or stopped speaks against it, what is only unsaid does not. */
export const gateAsItStands = async (q: Queries, definition: ResolvedDefinition, ids: readonly string[], now: number): Promise<Through> =>
  ({ affirmed: [], findings: (await readGateRows(q, ids)).map((row) => resultOf(definition, row, atNotice, now)).filter((r) => r.standing !== 'open').flatMap((r) => r.findings) })

export interface NoticeInput { readonly roundId: string; readonly summaries: Readonly<Record<string, string>>; readonly howToObject: { readonly phone: string; readonly email: string; readonly address: string }; readonly withoutUnits: string }
export interface NoticeToStart { readonly rule: ResolvedRule<'publicNotice'>; readonly definition: ResolvedDefinition; readonly of: Provisional; readonly listed: readonly PublicPerson[]; readonly days: readonly CalendarDay[]; readonly end: number; readonly findings: readonly Finding[]; /** For the ledger. */ readonly said: Deed['data'] }

/** @param on its first day @param through how the gate is passed in this act */
export const noticeToStart = async (c: { readonly q: Queries; readonly services: Services }, campaignId: string, input: NoticeInput, on: CalendarDay, through: (definition: ResolvedDefinition, ids: readonly string[]) => Promise<Through>): Promise<NoticeToStart> => {
  const { q, services } = c
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const rule = hostNotice(definition)
  const of = await provisional(c, campaignId)
  if (rule === undefined || of.roundId === null || of.roundId !== input.roundId) throw absent()
  const listed = of.people.map((p) => ({ ...p, summary: input.summaries[p.nominationId]?.trim() ?? '' }))
  const passed = await passedThings(q, services.keys, campaignId)
  const texts = listed.flatMap((p) => publicTexts(p))
  const findings: Finding[] = [...privacyGate(texts, passed), ...judgeSummaries(rule, listed.map((p) => ({ id: p.nominationId, name: p.name, text: p.summary })))]
  findings.push(...judgeList(definition, 'winners', await readListed(q, of.ids)))
  if (of.people.length === 0) findings.push(finding({ code: 'publicNotice.nobody', strength: 'block', rule, what: ['没有拟表彰人选', 'There is nobody to announce'], mend: ['先办结一轮评审。', 'Close a round first.'] }))
  if (!of.isOver) findings.push(finding({ code: 'publicNotice.unsettled', strength: 'block', rule, what: ['评审还有并列的人选没有定，或再投还没有封票', 'The jury has not settled a tie yet, or a vote on it is still open'], mend: ['请评委会先定，再公示。', 'Let the jury settle it before the public notice.'] }))
  if ((await readPublicNotice(q, campaignId)) !== undefined) findings.push(finding({ code: 'publicNotice.already', strength: 'block', rule, what: ['公示已经开始过', 'The public notice has already begun'], mend: ['请看公示页。', 'See the public page.'] }))
  const { days, end } = noticeTerm(rule, on, holidayTable())
  findings.push(...kindOf(rule).judge?.(rule, { notice: { from: on, to: days.at(-1) ?? on }, holidays: holidayTable() }) ?? [])
  const gate = await through(definition, of.people.map((p) => p.nominationId))
  findings.push(...gate.findings)
  const silent = await silentUnits(q, definition, of.people)
  findings.push(...judgeSilent(silent.map((p) => p.name), input.withoutUnits))
  return { rule, definition, of, listed, days, end, findings, said: { round: of.roundId, candidates: of.people.map((p) => p.nominationId).sort(), until: end, ...(silent.length > 0 && { silent: silent.map((p) => p.nominationId).sort(), reason: input.withoutUnits }), ...(gate.affirmed.length > 0 && { still: gate.affirmed }), ...usedPasses(passed, texts) } }
}

/** One person alone: where the rule asks for two, or two are at it, nobody does. */
export const againstOne = async (q: Queries, campaignId: string, rule: ResolvedRule<'publicNotice'>): Promise<Finding[]> => [
  ...(rule.release === undefined ? [] : [finding({ code: 'publicNotice.twoPersons', rule, strength: 'block', what: ['按方案，结果和公示由两人一并发布', 'By the rules two persons release the outcome and the public notice together'], mend: ['请准备好，由第二人确认发布。', 'Prepare it, and let a second person release it.'] })]),
  ...((await openRelease(q, campaignId)) === undefined ? [] : [waitsFor()]), ...((await standingRelease(q, campaignId)) === undefined ? [] : [isStanding()]),
]

/** 公示开始: the row, the pages, the entry. */
export const beginNotice = async (c: Pick<CommandContext, 'tx' | 'services'>, campaignId: string, input: NoticeInput, notice: NoticeToStart, at: number, record: (deed: Deed) => unknown, by: Deed['data'] = {}): Promise<{ startsAt: number; endsAt: number; path: string }> => {
  const { tx, services } = c
  await tx.rows(`INSERT INTO public_notices (campaign_id, round_id, starts_at, ends_at, days, people, how_to_object) VALUES ($1, $2, to_timestamp($3 / 1000.0), to_timestamp($4 / 1000.0), $5, $6, $7)`,
    [campaignId, input.roundId, at, notice.end, JSON.stringify(notice.days), JSON.stringify(notice.listed), input.howToObject])
  const { slug } = (await readCampaignRow(tx, campaignId))!
  await publishCampaign(tx, services, campaignId)
  record({ chain: campaignId, act: 'publicNotice.started', subject: { kind: 'campaign', id: campaignId }, data: { ...notice.said, ...by } })
  return { startsAt: at, endsAt: notice.end, path: `/p/${slug}/public-notice` }
}
