/** Charts of the final report as PNG, drawn in a child that may be killed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawChart } from '#core/publicity/report/drawing'
import type { Report } from '#core/publicity/report/report'
import { chartSvg } from '#documents/final-report/chart-svg'
import { CHART_WIDTH, type Picture } from '#documents/final-report/report-word'
import { ask } from '../inspection/inspect-file'
import { posterPool } from '../inspection/poster-pool'

/** Of print: 442 pt wide on paper are 300 dots an inch at this many. */
const DENSITY = 3
/** By the table beside which they stand. @throws when a chart cannot be drawn: a report without one of them says less than its page */
export const drawPictures = async (report: Report): Promise<ReadonlyMap<string, Picture>> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-charts-'))
  try {
    const made = new Map<string, Picture>()
    for (const t of report.sections.flatMap((s) => s.tables)) {
      if (t.chart === null || t.chart.rows.length === 0) continue
      const drawing = drawChart(t.chart, CHART_WIDTH, 'zh')
      const to = join(folder, `${made.size}.png`)
      const outcome = await ask(posterPool, { kind: 'drawing', svg: chartSvg(drawing, DENSITY), to })
      if (outcome.kind !== 'drawing') throw new Error(`a chart of the final report was not drawn: ${outcome.kind}`)
      made.set(t.id, { png: await readFile(to), width: drawing.width, height: drawing.height })
    }
    return made
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
