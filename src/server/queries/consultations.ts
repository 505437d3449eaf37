import { consultationBoard, exportConsultations, previewConsultation, readConsultations } from '#contract/operations/consultations'
import type { Download } from '#contract/operation'
import { cellNames, cellOf, isSettled, judgeAskingDay, letterText, lettersFor, organsOf, type CellState, type Letter } from '#core/appraisal/consultation'
import { isIssuedElsewhere } from '#core/appraisal/opinion-request'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { Words } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { openMatters } from '#core/nomination/apart'
import { searchWords } from '#core/text/search-words'
import { listCsv } from '#documents/lists/list-csv'
import { listExcel } from '#documents/lists/list-excel'
import { absent, query, snapshotQuery, type QueryContext } from '../handler'
import { definitionOf, definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { askingsAbout, candidatesFor, latestAskings, listCandidates, papersOf, type AskedRow, type CandidateRow } from '../store/consultations'
import type { Queries } from '../store/database'
import { readNominationRow } from '../store/nominations'
import { mattersAbout } from '../store/quarantine'

type Where = Pick<QueryContext, 'q' | 'services'>
interface Column { readonly key: string; readonly kind: 'organ' | 'paper'; readonly name: Words }

/** Papers of other offices in the dossier: the sealed one where there is one, else what there is. */
const papersAsked = (definition: Pick<ResolvedDefinition, 'rules'>) => {
  const all = rulesOf(definition, 'material').filter((m) => m.min > 0 && isIssuedElsewhere(m))
  const sealed = all.filter((m) => m.file.type === 'document' && m.file.stamped)
  return sealed.length > 0 ? sealed : all
}
/** Organs of the notice, those that were asked beside them, then the papers. */
const columnsOf = (definition: Pick<ResolvedDefinition, 'rules'>, askings: readonly AskedRow[]): Column[] => {
  const organs = new Map(organsOf(definition).map((o) => [o.zh, o]))
  for (const { office } of askings) if (!organs.has(office)) organs.set(office, { zh: office, en: office })
  return [...[...organs].map(([key, name]): Column => ({ key, kind: 'organ', name })), ...papersAsked(definition).map((m): Column => ({ key: m.id, kind: 'paper', name: m.name }))]
}

const keyOf = (nominationId: string, column: string): string => `${nominationId} ${column}`
const now = async (q: Queries): Promise<number> => (await q.row<{ at: number }>('SELECT product_time() AS at'))!.at

/** Cells of some candidates, in the order of the columns. */
const cellsOf = async (q: Queries, rows: readonly CandidateRow[], columns: readonly Column[], askings: readonly AskedRow[], at: number) => {
  const byKey = new Map(askings.map((a) => [keyOf(a.nominationId, a.office), a]))
  const papers = new Map((await papersOf(q, rows.map((r) => r.nominationId), columns.filter((c) => c.kind === 'paper').map((c) => c.key))).map((p) => [keyOf(p.nominationId, p.materialId), p]))
  return rows.map((r) => columns.map((c) => {
    if (c.kind === 'organ') {
      const asking = byKey.get(keyOf(r.nominationId, c.key)) ?? null
      return { state: cellOf(asking, at, r), since: asking?.answeredAt ?? asking?.askedAt ?? null }
    }
    const paper = papers.get(keyOf(r.nominationId, c.key))
    return { state: cellOf(paper === undefined || paper.askedAt === null ? null : paper, at, { offline: r.offline, paper: paper?.attached === true }), since: paper?.answeredAt ?? paper?.askedAt ?? null }
  }))
}

/** Which candidates have such a cell among the organs. Whoever was never asked about has no row: `missing` is told by who is settled everywhere. */
const narrowed = (only: 'missing' | 'overdue' | 'objection' | 'expiring' | undefined, organs: readonly Column[], askings: readonly AskedRow[], at: number): { within: string[] | null; without: string[] | null } => {
  if (only === undefined) return { within: null, without: null }
  const states = new Map<string, CellState[]>()
  for (const a of askings) states.set(a.nominationId, [...(states.get(a.nominationId) ?? []), cellOf(a, at)])
  const those = (is: (all: readonly CellState[]) => boolean) => [...states].filter(([, all]) => is(all)).map(([id]) => id)
  if (only === 'missing') return { within: null, without: those((all) => all.length === organs.length && all.every(isSettled)) }
  return { within: those((all) => all.some((s) => s === only || (only === 'expiring' && s === 'expired'))), without: null }
}

export const consultationBoardQuery = snapshotQuery(consultationBoard, async ({ params: { campaignId }, query: asked }, { q, services }) => {
  const [definition, askings, at] = await Promise.all([definitionOfCampaign(q, services.definitions, campaignId), latestAskings(q, campaignId), now(q)])
  const columns = columnsOf(definition, askings)
  const organs = columns.filter((c) => c.kind === 'organ')
  const page = await listCandidates(q, { campaignId, words: searchWords(asked.q), ...narrowed(asked.only, organs, askings, at), after: asked.after ?? null, limit: asked.limit + 1 })
  const rows = page.rows.slice(0, asked.limit)
  const cells = await cellsOf(q, rows, columns, askings, at)
  const counts = (column: Column): Partial<Record<CellState, number>> => {
    const sums: Partial<Record<CellState, number>> = {}
    if (column.kind === 'organ') for (const a of askings) if (a.office === column.key) { const s = cellOf(a, at); sums[s] = (sums[s] ?? 0) + 1 }
    return sums
  }
  return { columns: columns.map((c) => ({ ...c, counts: counts(c) })), rows: rows.map((r, i) => ({ ...r, cells: cells[i]! })), total: page.total, all: page.all, next: page.rows.length > asked.limit ? rows.at(-1)!.nominationId : null }
})

export const readConsultationsQuery = query(readConsultations, async ({ params: { nominationId } }, { q, services }) => {
  const row = await readNominationRow(q, nominationId)
  if (row === undefined) throw absent()
  const rules = papersAsked(await definitionOf(q, services.definitions, row.campaignId, row.definitionHash))
  const papers = await papersOf(q, [row.id], rules.map((m) => m.id))
  return {
    candidateName: row.candidateName, unitName: row.unitName, offline: row.offline !== null,
    asked: (await askingsAbout(q, row.id)).map((a) => ({
      id: a.id, office: a.office, askedAt: a.askedAt, askedBy: a.askedBy, until: a.until,
      answer: a.answeredAt === null ? null : { at: a.answeredAt, by: a.enteredBy!, objection: a.objection!, words: services.keys.open(a.words!).toString(), reply: a.reply!, replyDay: a.replyDay!, validUntil: a.validUntil, letterId: a.letterId },
    })),
    papers: rules.map((m) => { const p = papers.find((x) => x.materialId === m.id); return { materialId: m.id, name: m.name, office: p?.office ?? null, handler: p?.handler ?? null, day: p?.opinionDay ?? null, validUntil: p?.validUntil ?? null, attached: p?.attached === true } }),
  }
})

interface Wanted { readonly offices: readonly string[]; readonly about: Parameters<typeof candidatesFor>[2] }
/** What would go out, by the same rule for the preview and the act. */
export const plannedLetters = async ({ q, services }: Where, campaignId: string, { offices, about }: Wanted, at: number, until: number): Promise<(Letter & { readonly text: string })[]> => {
  const [candidates, askings, row, definition] = await Promise.all([candidatesFor(q, campaignId, about), latestAskings(q, campaignId), readCampaignRow(q, campaignId), definitionOfCampaign(q, services.definitions, campaignId)])
  const byKey = new Map(askings.map((a) => [keyOf(a.nominationId, a.office), a]))
  const letters = lettersFor([...new Set(offices)], candidates, (id, office) => cellOf(byKey.get(keyOf(id, office)) ?? null, at))
  return letters.map((l) => ({ ...l, text: letterText(l, { campaign: definition.name.zh, host: row!.organisationName, until }) }))
}

/** By name, those of the letters of whom a file is set apart. */
export const apartIn = async (q: Queries, letters: readonly Letter[]): Promise<string[]> =>
  (await mattersAbout(q, [...new Set(letters.flatMap((l) => l.candidates.map((c) => c.nominationId)))])).filter((n) => openMatters(n.matters, null).length > 0).map((n) => n.name)

export const previewConsultationQuery = query(previewConsultation, async ({ params: { campaignId }, body }, c) => {
  const at = await now(c.q)
  const judged = judgeAskingDay(body.answerBy, at)
  const letters = await plannedLetters(c, campaignId, body, at, judged.ok ? judged.until : at)
  return { findings: (judged.ok ? [] : judged.findings) as never, apart: await apartIn(c.q, letters), questions: letters.reduce((n, l) => n + l.candidates.length, 0), letters: letters.map((l) => ({ office: l.office, candidates: l.candidates.length, already: l.already, byHand: l.byHand, text: l.text })) }
})

const BATCH = 500
async function* rowsOf(q: Queries, campaignId: string, columns: readonly Column[], askings: readonly AskedRow[], at: number): AsyncGenerator<string[][]> {
  for (let after: string | null = null, n = 0; ;) {
    const { rows }: { rows: CandidateRow[] } = await listCandidates(q, { campaignId, words: [], within: null, without: null, after, limit: BATCH })
    const cells = await cellsOf(q, rows, columns, askings, at)
    yield rows.map((r, i) => [String(++n), r.candidateName, r.unitName, ...cells[i]!.map((c) => `${cellNames[c.state].zh}${c.since === null ? '' : ` ${dayOf(c.since)}`}`)])
    if (rows.length < BATCH) return
    after = rows.at(-1)!.nominationId
  }
}
/** States and days alone: what an organ said stays on the page. */
export const exportConsultationsQuery = query(exportConsultations, async ({ params: { campaignId }, query: { as } }, { services }) => {
  const q = services.db
  const [definition, askings, at] = await Promise.all([definitionOfCampaign(q, services.definitions, campaignId), latestAskings(q, campaignId), now(q)])
  const columns = columnsOf(definition, askings)
  const list = { title: `联审-${definition.name.zh}`, columns: [{ name: '序号', width: 6 }, { name: '人选', width: 12 }, { name: '推荐单位', width: 26 }, ...columns.map((c) => ({ name: c.name.zh, width: 22 }))], batches: rowsOf(q, campaignId, columns, askings, at) }
  return { content: { pieces: as === 'csv' ? listCsv(list) : listExcel(list) }, mediaType: as === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fileName: `联审-${definition.name.zh}.${as}`, inline: false } satisfies Download
})
