import { exportFigures, figures as shape, readFigures } from '#contract/operations/figures'
import type { AnswerOf, Download } from '#contract/operation'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { burdenCaused } from '#core/composition/burden-caused'
import { compose } from '#core/composition/compose'
import type { Figures } from '#core/composition/figures'
import { funnelOf } from '#core/composition/funnel'
import { marksOf } from '#core/composition/marks'
import { agesOn, bornIn, edgesOf, propertiesOf } from '#core/composition/people'
import { spreadOf } from '#core/composition/quantile'
import { placesOf } from '#core/composition/regions'
import { reasonsOf } from '#core/composition/return-reasons'
import { stagesOf } from '#core/composition/stages'
import { sheetOf, type Sheet } from '#core/composition/tables'
import { arrivalsOf } from '#core/composition/timeliness'
import { listCsv } from '#documents/lists/list-csv'
import { listExcel } from '#documents/lists/list-excel'
import { snapshotQuery, type QueryContext } from '../handler'
import { definitionOf, readCampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { countLetters, readGroups, readHours, readMinutes, readPlaces, readPoints, readRoundsPassed, readSums, readTurns, readUnitGroups } from '../store/figures'

/** The whole of it, from one state of the database. */
export const figuresOf = async ({ q, services }: Pick<QueryContext, 'q' | 'services'>, campaignId: string): Promise<{ readonly figures: Figures; readonly definition: ResolvedDefinition }> => {
  const row = (await readCampaignRow(q, campaignId))!
  const definition = await definitionOf(q, services.definitions, row.id, row.definitionHash)
  const end = row.extendedTo ?? row.deadline
  const { at } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const on = agesOn(definition, end ?? at)
  const edges = edgesOf(definition, on)
  const [people, units, rounds, sums] = await Promise.all([readGroups(q, campaignId, edges, propertiesOf(definition), (bucket) => bornIn(edges, bucket)), readPlacedUnits(q, campaignId), readRoundsPassed(q, campaignId), readSums(q, campaignId)])
  const [minutes, turns, points, letters, hours] = await Promise.all([readMinutes(q, campaignId), readTurns(q, campaignId), readPoints(q, campaignId), countLetters(q, campaignId), end === null ? null : readHours(q, campaignId, end)])
  const stages = stagesOf({ rounds, announced: sums.announced, honoured: sums.honoured })
  return { definition, figures: {
    at, end, agesOn: on, stages, funnel: funnelOf(units, stages, { returns: sums.returns, nominations: sums.returned, cameBack: turns.cameBack }),
    dimensions: compose(definition, { people, units, stages, on }), marks: marksOf(definition, people, stages),
    burden: burdenCaused(definition, { ...sums, minutes, totalMinutes: minutes.reduce((n, b) => n + b.value * b.n, 0) }),
    arrivals: hours === null ? null : arrivalsOf(hours, end!), turnaround: { desk: spreadOf(turns.desk), waiting: turns.waiting, oldestSince: turns.oldestSince, mended: spreadOf(turns.mended) },
    reasons: reasonsOf(definition, letters, points),
  } }
}

const readPlacedUnits = async (q: Queries, campaignId: string) => {
  const [groups, places] = await Promise.all([readUnitGroups(q, campaignId), readPlaces(q, campaignId)])
  const placed = placesOf(places)
  return groups.map(({ unitId, ...g }) => ({ ...g, ...(placed.get(unitId) ?? { region: '', type: '', depth: 1 }) }))
}

export const readFiguresQuery = snapshotQuery(readFigures, async ({ params }, c) => shape.parse((await figuresOf(c, params.campaignId)).figures) as AnswerOf<typeof readFigures>)

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
async function* rowsOf(sheet: Sheet): AsyncGenerator<string[][]> { yield sheet.rows.map((row) => row.map((cell) => cell.zh)) }

export const exportFiguresQuery = snapshotQuery(exportFigures, async ({ params, query: { part, as } }, c) => {
  const { figures, definition } = await figuresOf(c, params.campaignId)
  const sheet = sheetOf[part](figures)
  const list = { title: `${sheet.title.zh}-${definition.name.zh}`, columns: sheet.columns.map((column) => ({ name: column.name.zh, width: column.width })), batches: rowsOf(sheet) }
  return { content: { pieces: as === 'csv' ? listCsv(list) : listExcel(list) }, mediaType: mediaTypes[as], fileName: `${sheet.title.zh}-${definition.name.zh}.${as}`, inline: false } satisfies Download
})
