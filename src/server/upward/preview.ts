/** What bringing a file in would come to now; asked by the page, and again by the act. */
import { sayEnd } from '#core/kernel/instant'
import type { Finding } from '#core/kernel/finding'
import { outcomeNames, type Contents } from '#core/upward/contents'
import { countOf, type Effect } from '#core/upward/plan-arrival'
import { levelOf } from '#core/campaign/resolve'
import { textOf } from '#core/nomination/form'
import type { Words } from '#core/kernel/finding'
import type { Services } from '../services'
import type { Arrival } from '../store/archives'
import type { Queries } from '../store/database'
import { planRows } from './plan-rows'
import { newResults } from './take-answer'

export interface Preview {
  readonly rows: readonly { readonly nominationId: string; readonly name: string; readonly employer: string; readonly effect: Effect; readonly files: number; readonly bytes: number; readonly findings: readonly Finding[] }[]
  readonly call: { readonly name: Words; readonly office: string; readonly unit: string; readonly end: number; readonly granted: number | null; readonly templates: readonly string[]; readonly known: boolean } | null
  readonly results: readonly { readonly name: string; readonly outcome: string; readonly words: Words; readonly at: number; readonly note: string; readonly until: number | null; readonly isNew: boolean }[]
  /** What it would write, and what it would leave out. */
  readonly fresh: number
  readonly refused: number
}

export const previewOf = async (q: Queries, services: Services, v: Arrival): Promise<Preview> => {
  const none: Preview = { rows: [], call: null, results: [], fresh: 0, refused: 0 }
  if (v.contents === null) return none
  const contents = JSON.parse(services.keys.open(v.contents).toString()) as Contents
  if (contents.kind === 'call') {
    const known = (await q.row(`SELECT 1 FROM campaigns WHERE id = $1`, [v.envelope!.campaign.id])) !== undefined
    const { name } = levelOf(contents.chain).resolved
    return { ...none, fresh: 1, call: { name, office: contents.office.name, unit: contents.unit.name, end: contents.end, granted: contents.granted, templates: contents.templates.map((t) => t.originalName), known } }
  }
  if (contents.kind === 'answer') {
    const all = await newResults(q, v.envelope!.campaign.id, contents.results)
    return { ...none, fresh: all.filter((r) => r.isNew).length, refused: contents.results.length - all.length,
      results: all.map(({ result: r, name, isNew }) => ({ name, outcome: r.outcome, words: outcomeNames[r.outcome], at: r.at, note: [r.note, ...r.points.map((p) => p.what), ...(r.until === null ? [] : [`补正期限：${sayEnd(r.until).zh}`]), ...(r.number === null ? [] : [`荣誉编号：${r.number}`])].filter((t) => t !== '').join('；'), until: r.until, isNew })) }
  }
  const { rows } = await planRows(q, services, v, contents)
  return { ...none, fresh: countOf(rows, 'create') + countOf(rows, 'update'), refused: countOf(rows, 'refused'),
    rows: rows.map(({ item, effect, findings }) => ({ nominationId: item.nominationId, name: item.candidateName, employer: textOf(item.fields, 'employer'), effect, files: item.files.length, bytes: item.files.reduce((n, f) => n + f.bytes, 0), findings })) }
}
