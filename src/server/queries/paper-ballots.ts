import { readPaper } from '#contract/operations/paper-ballots'
import { allows } from '#core/access/permission'
import { beforeClose, differencesOf, type PaperEntry } from '#core/review/paper'
import { absent, query } from '../handler'
import { compareReadings, readCounters, readEntered, readPaperRound, standingOf } from '../store/paper-rounds'
import { readRoundRow } from '../store/rounds'

const plain = (e: PaperEntry) => ({ approvals: [...e.approvals], ...(e.against && { against: [...e.against] }), ...(e.writeIns && { writeIns: [...e.writeIns] }), ...(e.spoilt !== undefined && { spoilt: e.spoilt as never }) })

/** One's own reading and nobody else's, until both are done; then both, side by side. */
export const readPaperQuery = query(readPaper, async ({ params }, { q, services, actor, subject }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined || round.rule.paper !== true) throw absent()
  const [paper, counters, standing] = [await readPaperRound(q, round.id), await readCounters(q, round.id), await standingOf(q, services.roundKeys, round)]
  const mine = counters.find((k) => k.accountId === actor.accountId)
  const isOpen = round.state === 'open'
  const both = isOpen && standing.finished === 2 ? await compareReadings(q, services.roundKeys, round) : null
  const settled = new Map((await q.rows<{ code: string; byName: string; at: number }>(`SELECT s.code, a.person_name AS "byName", s.settled_at AS at FROM paper_settled s JOIN accounts a ON a.id = s.settled_by WHERE s.round_id = $1`, [round.id])).map((s) => [s.code, s]))
  const enters = isOpen && allows('countersOfRound', actor, subject)
  return {
    printed: standing.printed, printings: paper?.printings ?? 0, issued: standing.issued, returned: standing.returned, scrutineers: paper?.scrutineers ?? null,
    counters: counters.map((k) => ({ slot: k.slot, name: k.name, mine: k === mine, entered: k.entered, finishedAt: k.finishedAt })),
    own: mine === undefined || !isOpen ? [] : [...await readEntered(q, services.roundKeys, round, mine.slot)].map(([code, e]) => ({ code, read: plain(e) })),
    compared: both === null ? null : {
      alike: [...both.a.keys()].length - differencesOf(both.a, both.b).filter((d) => d.a !== null).length,
      differences: differencesOf(both.a, both.b).map((d) => { const s = settled.get(d.code); const read = both.settled.get(d.code); return { code: d.code, a: d.a === null ? null : plain(d.a), b: d.b === null ? null : plain(d.b), settled: s === undefined ? null : { read: read == null ? null : plain(read), byName: s.byName, at: s.at } } }),
    },
    waits: isOpen ? beforeClose(round.rule, standing) as never : [],
    may: [...(isOpen && allows('secretaryOfRound', actor, subject) ? [...(standing.issued === null ? ['print' as const] : []), ...(standing.printed > 0 ? ['count' as const] : [])] : []), ...(enters && standing.issued !== null && (mine !== undefined || counters.length < 2) ? ['enter' as const] : []), ...(enters && both !== null ? ['settle' as const] : [])],
  }
})
