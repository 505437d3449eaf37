import type { AnswerOf } from '#contract/operation'
import { previewRelease, readOwnOutcome, readRelease } from '#contract/operations/release'
import { usualTemplates } from '#core/announcement/release/letters'
import { mayRelease } from '#core/announcement/release/release'
import { hostNotice } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { query, type QueryContext } from '../handler'
import { gateAsItStands } from '../notice-to-start'
import { resultOf } from '../pass-gate'
import { composeRelease, type Composed, type ReleaseTerms } from '../releases/compose'
import { readPublicNotice } from '../store/announcement'
import { definitionOfCampaign } from '../store/campaigns'
import { readGateRows } from '../store/gates'
import type { Queries } from '../store/database'
import { lapsedRelease, openRelease, readOwnOutcome as readOutcome, standingRelease } from '../store/releases'

const productTime = async (q: Queries): Promise<number> => (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
const composeNow = (c: QueryContext, campaignId: string, terms: ReleaseTerms, now: number): Promise<Composed> => composeRelease(c, campaignId, terms, (definition, ids) => gateAsItStands(c.q, definition, ids, now))

const shown = async (q: Queries, campaignId: string, { startsOn, input }: ReleaseTerms, { notice, stood, letters, findings, hash }: Composed): Promise<AnswerOf<typeof previewRelease>> => {
  const nameOf = new Map(stood.map((s) => [s.nominationId, s.name]))
  return {
    hash, startsOn, endsAt: notice.end, days: [...notice.days], findings: findings as never, people: [...notice.listed], howToObject: input.howToObject,
    outcomes: stood.map(({ nominationId, name, unitName, outcome }) => ({ nominationId, name, unitName, outcome })),
    letters: letters.map(({ key, unitName, nominationIds, to, subject, text }) => ({ key, unitName, names: nominationIds.map((n) => nameOf.get(n) ?? ''), to: [...to], subject, text })),
    offline: (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM nominations WHERE campaign_id = $1 AND state = 'accepted' AND track = 'offline'`, [campaignId]))!.n,
  }
}

export const previewReleaseQuery = query(previewRelease, async ({ params: { campaignId }, body: { roundId, startsOn, ...input } }, c) => {
  const terms = { roundId, startsOn, input }
  return shown(c.q, campaignId, terms, await composeNow(c, campaignId, terms, await productTime(c.q)))
})

export const readReleaseQuery = query(readRelease, async ({ params: { campaignId } }, c) => {
  const { q, services, actor } = c
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const [row, standing, lapsed, now] = [await openRelease(q, campaignId), await standingRelease(q, campaignId), await lapsedRelease(q, campaignId), await productTime(q)]
  const base = {
    needed: hostNotice(definition)?.release !== undefined, usual: usualTemplates,
    released: standing === undefined ? null : { startsOn: standing.startsOn, preparedBy: standing.preparedByName, releasedBy: standing.releasedByName!, releasedAt: standing.releasedAt!, scheduled: (await readPublicNotice(q, campaignId)) === undefined },
    lapsed: lapsed === undefined || standing !== undefined ? null : { startsOn: lapsed.startsOn, lapsedAt: lapsed.lapsedAt! },
  }
  if (row === undefined) return { ...base, pending: null }
  const composed = await composeNow(c, campaignId, row, now)
  const fits = composed.hash === row.hash
  const against = mayRelease({ own: false, over: false, startsOn: row.startsOn, today: dayOf(now), fits })
  const open = (await readGateRows(q, composed.notice.listed.map((p) => p.nominationId))).some((r) => resultOf(definition, r, { gate: 'notice', passage: '' }, now).standing === 'open')
  const content = await shown(q, campaignId, row, { ...composed, findings: [...against, ...composed.findings] })
  const office = actor.role === 'office'
  return { ...base, pending: { releaseId: row.id, content, fits, open, preparedBy: row.preparedByName, preparedAt: row.preparedAt, mayConfirm: office && row.preparedBy !== actor.accountId, mayWithdraw: office } }
})

export const readOwnOutcomeQuery = query(readOwnOutcome, async ({ params: { nominationId } }, { q, actor }) => {
  const own = await readOutcome(q, nominationId, actor.role === 'candidate' ? 'candidate' : 'unit')
  return { outcome: own === undefined ? null : { outcome: own.outcome, releasedAt: own.releasedAt, letter: own.letter } }
})
