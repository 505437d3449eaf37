import { readSupervised, supervisedSheet } from '#contract/operations/supervised-nomination'
import type { Download, AnswerOf } from '#contract/operation'
import { roleNames } from '#core/access/actor'
import type { Act, SealedEntry } from '#core/ledger/entry'
import { sayAct } from '#core/ledger/say'
import { dayOf, clockTime } from '#core/kernel/instant'
import { openingNames } from '#core/supervision/opening'
import { listExcel } from '#documents/lists/list-excel'
import { absent, snapshotQuery } from '../handler'
import type { Queries } from '../store/database'
import { readOpenings } from '../store/openings'
import { listRounds } from '../store/rounds'
import { namesFor } from './ledger'

interface Head { readonly campaignId: string; readonly name: string; readonly unitName: string; readonly state: 'submitted' }
interface Own { readonly id: string; readonly number: number; readonly track: 'objection' | 'correction'; readonly state: string; readonly receivedAt: number; readonly decidedAt: number | null; readonly outcome: string | null }
interface Recusal { readonly roundId: string; readonly juror: string; readonly reason: string; readonly at: number }

/** What happened to a round as a whole, and so to all who stood in it. */
const ofRounds = ['round.opened', 'round.closed', 'round.decisionProposed', 'round.decisionWithdrawn', 'round.decided', 'round.abandoned', 'juror.dropped'] as const satisfies readonly Act[]
/** Every entry that speaks of it: its own, those of its objections, those of many that name it among them, and those of its rounds. */
const entriesAbout = (q: Queries, campaignId: string, ids: readonly string[], rounds: readonly string[]): Promise<SealedEntry[]> =>
  q.rows<SealedEntry>(`SELECT entry, hash FROM ledger_entries WHERE chain_id = $1 AND (EXISTS (SELECT FROM unnest($2::text[]) AS own(id) WHERE strpos(entry::text, own.id) > 0) OR (entry->'subject'->>'id' = ANY($3) AND entry->>'act' = ANY($4))) ORDER BY position`, [campaignId, ids, rounds, ofRounds])

const tell = async (q: Queries, nominationId: string): Promise<AnswerOf<typeof readSupervised>> => {
  const head = await q.row<Head>(`SELECT n.campaign_id AS "campaignId", n.candidate_name AS name, o.name AS "unitName", n.state FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.id = $1`, [nominationId])
  if (head === undefined) throw absent()
  const objections = await q.rows<Own>(`SELECT id, number, track, state, received_at AS "receivedAt", decided_at AS "decidedAt", outcome FROM objections WHERE nomination_id = $1 ORDER BY received_at, number`, [nominationId])
  const stood = new Set((await q.rows<{ id: string }>(`SELECT round_id AS id FROM round_candidates WHERE nomination_id = $1`, [nominationId])).map((r) => r.id))
  const rounds = (await listRounds(q, head.campaignId)).filter((r) => stood.has(r.id))
  const roundNames = new Map(rounds.map((r) => [r.id, r.rule.name]))
  const sealed = await entriesAbout(q, head.campaignId, [nominationId, ...objections.map((o) => o.id)], [...stood])
  const names = await namesFor(q, sealed.map((s) => s.entry))
  const recusals = await q.rows<Recusal>(`SELECT r.round_id AS "roundId", a.person_name AS juror, r.reason, r.declared_at AS at FROM recusals r JOIN accounts a ON a.id = r.account_id WHERE r.nomination_id = $1 ORDER BY r.declared_at`, [nominationId])
  return {
    ...head,
    steps: sealed.map(({ entry: e, hash }) => ({ position: e.position, at: e.at, act: e.act, say: sayAct(e), actor: names.get(e.actor.account) ?? '', role: e.actor.role === 'system' ? null : e.actor.role, organisation: names.get(e.actor.organisation) ?? '', about: roundNames.get(e.subject.id) ?? null, hash })),
    looks: (await readOpenings(q, nominationId)).map((o) => ({ at: o.at, way: o.way, by: o.by, role: o.role, organisation: o.organisation, file: o.isFile ? o.fileName ?? '' : null, round: o.roundName })),
    rounds: rounds.map((r) => ({
      roundId: r.id, name: r.rule.name, state: r.state, openedAt: r.openedAt, closedAt: r.closedAt, outcome: (r.result?.rows as readonly { candidate: string; outcome: string }[] | undefined)?.find((x) => x.candidate === nominationId)?.outcome ?? null,
      recusals: recusals.filter((x) => x.roundId === r.id).map(({ juror, reason, at }) => ({ juror, reason, at })),
    })),
    objections: objections.map(({ id, ...o }) => ({ objectionId: id, ...o })),
  }
}
export const readSupervisedQuery = snapshotQuery(readSupervised, ({ params }, { q }) => tell(q, params.nominationId))

const columns = [{ name: '时间', width: 20 }, { name: '事项', width: 60 }, { name: '人员', width: 14 }, { name: '角色', width: 14 }, { name: '单位', width: 30 }, { name: '材料', width: 36 }, { name: '台账条号', width: 10 }, { name: '校验值', width: 20 }]
const atOf = (at: number): string => `${dayOf(at)} ${clockTime(at)}`
export const supervisedSheetQuery = snapshotQuery(supervisedSheet, async ({ params }, { q }): Promise<Download> => {
  const t = await tell(q, params.nominationId)
  const steps = t.steps.map((s) => ({ at: s.at, cells: [atOf(s.at), s.about === null ? s.say.zh : `${s.about.zh}：${s.say.zh}`, s.actor, s.role === null ? '系统' : roleNames[s.role].zh, s.organisation, '', String(s.position), s.hash.slice(0, 16)] }))
  const looks = t.looks.map((l) => ({ at: l.at, cells: [atOf(l.at), `阅看：${openingNames[l.way].zh}${l.round === null ? '' : `（${l.round.zh}）`}`, l.by, roleNames[l.role].zh, l.organisation, l.file === '' ? '已移出的材料' : l.file ?? '', '', ''] }))
  const rows = [...steps, ...looks].sort((a, b) => a.at - b.at).map((r) => r.cells)
  async function* batches(): AsyncGenerator<string[][]> { yield rows }
  const title = `程序和阅看记录-${t.name}`
  return { content: { pieces: listExcel({ title, columns, batches: batches() }) }, mediaType: supervisedSheet.answer, fileName: `${title}.xlsx`, inline: false }
})
