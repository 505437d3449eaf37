/** A chart of the report as the core laid it out: the same boxes and words as the picture in the Word file. */
import { useId } from 'react'
import type { ChartData } from '#core/publicity/report/chart'
import { drawChart, type Shape } from '#core/publicity/report/drawing'
import { useLanguage } from '../../text/use-text'
import { useWidth } from '../figures/use-width'

const One = ({ shape: s }: { shape: Shape }) => s.kind === 'box'
  ? <rect className={`look-${s.look}`} x={s.x} y={s.y} width={s.w} height={s.h}>{s.say === undefined ? null : <title>{s.say}</title>}</rect>
  : <text className={`words-${s.look}`} x={s.x} y={s.y} textAnchor={s.anchor} fontSize={s.size}>{s.text}</text>

/** Its numbers stand in the table below it: a screen reader is told its title and goes on there. */
export const ReportChart = ({ chart, title }: { chart: ChartData; title: string }) => {
  const language = useLanguage()
  const { box, width } = useWidth()
  const id = useId()
  const drawing = width > 0 ? drawChart(chart, Math.min(width, 860), language) : null
  return (
    <div ref={box} className="chart report-chart">
      {drawing === null ? null : <svg className="drawing" role="img" aria-labelledby={id} viewBox={`0 0 ${drawing.width} ${drawing.height}`} width={drawing.width} height={drawing.height}><title id={id}>{title}</title>{drawing.shapes.map((shape, i) => <One key={i} shape={shape} />)}</svg>}
    </div>
  )
}
