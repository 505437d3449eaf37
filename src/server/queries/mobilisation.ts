import { previewPace, previewRound, readMobilisation, readOutbox, round as roundShape } from '#contract/operations/mobilisation'
import type { AnswerOf } from '#contract/operation'
import { lacks } from '#core/mobilisation/behind'
import { judgePace, sinceOf, usualPace } from '#core/mobilisation/pace'
import type { Matter } from '#core/mobilisation/letter'
import { rollUp } from '#core/mobilisation/roll-up'
import { query } from '../handler'
import { readStanding, roundOf, type Rounded } from '../mobilisation'
import type { Queries } from '../store/database'
import { readTimes } from '../store/mobilisation'
import { countLetters, listLetters, remindedUnits } from '../store/letters'

const MOST_SHOWN = 300
const productTime = async (q: Queries): Promise<number> => (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at

export const readMobilisationQuery = query(readMobilisation, async ({ params: { campaignId } }, { q, services }) => {
  const stood = await readStanding(q, campaignId, await productTime(q))
  const reminded = new Map((await remindedUnits(q, campaignId)).map((r) => [r.unitId, r.at]))
  const tree = rollUp(stood.map(({ deeds, standing, lacks }) => ({ unitId: deeds.unitId, parentId: deeds.parentId, name: deeds.name, standing, behind: lacks.length > 0 })))
  const { pace, times } = await readTimes(q, campaignId)
  return {
    pace: { ...(pace ?? usualPace) }, ownPace: pace !== null, since: times === null ? null : { ...sinceOf(times, pace ?? usualPace) },
    counts: tree.counts, behind: tree.behind, withoutAddress: stood.filter((s) => s.deeds.email === '').length, via: services.mail.via, branches: [...tree.branches],
    units: stood.map(({ deeds: d, standing, lacks }) => ({
      unitId: d.unitId, name: d.name, code: d.code, branchId: tree.topOf.get(d.unitId) ?? null, standing, lacks: [...lacks],
      openedAt: d.openedAt, acknowledgedAt: d.acknowledgedAt, remindedAt: reminded.get(d.unitId) ?? null, email: d.email,
    })),
  }
})

const shown = ({ campaignId, campaign, unitId, unitName, end, lacks }: Matter) => ({ campaignId, campaign, unitId, unitName, end, lacks: [...lacks] })
/** As a preview shows it, and as a refused sending answers it. */
export const showRound = ({ kind, hash, round, peace }: Rounded): AnswerOf<typeof previewRound> => roundShape.parse({
  kind, hash, remindAgainAfterHours: peace, unreachable: round.unreachable.map(shown),
  letters: round.letters.map((l) => ({ ...l, matters: l.matters.map(shown) })), tooSoon: round.tooSoon.map((l) => ({ ...l, matters: l.matters.map(shown) })),
})

export const previewRoundQuery = query(previewRound, async ({ params }, { q, services }) => showRound(await roundOf({ q, services }, params.campaignId, await productTime(q))))

/** 催办时间 before they are set: from when each step would be looked for, who would be behind now, and how many letters a round would be. */
export const previewPaceQuery = query(previewPace, async ({ params: { campaignId }, body: { pace } }, { q, services }) => {
  const findings = judgePace(pace)
  const { times, state } = await readTimes(q, campaignId)
  if (findings.length > 0 || times === null || state !== 'open') return { findings: findings as never, since: null, behind: {}, units: 0, letters: 0 }
  const now = await productTime(q)
  const behind = (await readStanding(q, campaignId, now, pace)).filter((s) => s.lacks.length > 0)
  const { round } = await roundOf({ q, services }, campaignId, now, false, pace)
  return { findings: [], since: { ...sinceOf(times, pace) }, behind: Object.fromEntries(lacks.map((l) => [l, behind.filter((s) => s.lacks.includes(l)).length])), units: behind.length, letters: round.letters.length }
})

export const readOutboxQuery = query(readOutbox, async ({ params: { campaignId } }, { q, services }) => ({
  via: services.mail.via, counts: await countLetters(q, campaignId), letters: (await listLetters(q, campaignId, MOST_SHOWN)).map((l) => ({ ...l, units: [...l.units] })),
}))
