/** 报送时间: columns by day with the end of nominations as a line, and the last day by hours. */
import { sayShare } from '#core/composition/compose'
import type { Figures } from '#core/composition/figures'
import { arrivalsSheet } from '#core/composition/tables'
import { dayOf } from '#core/kernel/instant'
import { useLanguage, useText } from '../../text/use-text'
import { sayDay } from '../say-time'
import { Chart, Drawing } from './chart'
import { widthOf } from './labels'

const DAY = 86_400_000

interface Column { readonly key: string; readonly n: number; /** Below the axis; empty: none. */ readonly label: string; readonly say: string }
interface ColumnsProps { title: string; summary: string; width: number; height: number; columns: readonly Column[]; /** Drawn behind this many columns, with its word. */ line?: { after: number; word: string } | undefined }

/** Columns side by side from one line up; the highest says its number. */
export const Columns = ({ title, summary, width, height, columns, line }: ColumnsProps) => {
  const [top, axis] = [26, height - 22]
  const most = Math.max(1, ...columns.map((c) => c.n))
  const step = width / Math.max(1, columns.length)
  const bar = Math.max(1, Math.min(28, step * 0.72))
  const x = line === undefined ? 0 : line.after * step
  const turned = line !== undefined && x + widthOf(line.word) + 8 > width
  return (
    <Drawing title={title} summary={summary} width={width} height={height}>
      <path className="axis" d={`M0 ${axis + 0.5}H${width}`} />
      {columns.map((c, i) => {
        const tall = (c.n / most) * (axis - top)
        const middle = i * step + step / 2
        return (
          <g key={c.key}>
            {c.n > 0 ? <rect className="mass" x={middle - bar / 2} y={axis - Math.max(2, tall)} width={bar} height={Math.max(2, tall)} rx="1"><title>{c.say}</title></rect> : null}
            {c.n > 0 && (c.n === most || step > 30) ? <text className="small" x={Math.min(width - 12, Math.max(12, middle))} y={axis - Math.max(2, tall) - 5} textAnchor="middle">{c.n}</text> : null}
            {c.label === '' ? null : <text className="quiet small" x={middle < widthOf(c.label) / 2 ? 0 : middle > width - widthOf(c.label) / 2 ? width : middle} y={height - 4} textAnchor={middle < widthOf(c.label) / 2 ? 'start' : middle > width - widthOf(c.label) / 2 ? 'end' : 'middle'}>{c.label}</text>}
          </g>
        )
      })}
      {line === undefined ? null : <><path className="mark-line" d={`M${x} 12V${axis}`} /><text className="mark-word" x={turned ? x - 6 : x + 6} y="12" textAnchor={turned ? 'end' : 'start'}>{line.word}</text></>}
    </Drawing>
  )
}

/** So many labels find room side by side. */
const sparse = (i: number, all: number, width: number, each: number): boolean => i % Math.max(1, Math.ceil((all * each) / width)) === 0

export const ArrivalsChart = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const language = useLanguage()
  const { arrivals, end } = figures
  if (arrivals === null || end === null) return null
  const share = (n: number) => sayShare(n, arrivals.all)
  // Of the last day nothing can be said before it began.
  const last = figures.at < end - DAY ? '' : t('data.arrivals.last', { day: arrivals.inLastDay, dayShare: share(arrivals.inLastDay), hour: arrivals.inLastHour, hourShare: share(arrivals.inLastHour) })
  const summary = `${t('data.arrivals.summary', { all: arrivals.all })}${last}${arrivals.afterEnd > 0 ? t('data.arrivals.after', { n: arrivals.afterEnd }) : ''}`
  const after = arrivals.days.filter((d) => d.day <= dayOf(end - 1)).length
  // The line stands where the last day is over; before that day came there is nothing behind which it could stand.
  const line = arrivals.days.some((d) => d.day >= dayOf(end - 1)) ? { after, word: t('data.arrivals.end') } : undefined
  return (
    <Chart title={t('data.arrivals.title')} note={t('data.arrivals.note')} sheet={arrivalsSheet(figures)} take={{ campaignId, part: 'arrivals' }} foot={arrivals.all > 0 ? <p className="chart-say">{summary}</p> : undefined}>
      {(width) => arrivals.all === 0 ? <p className="detail muted">{t('data.arrivals.none')}</p> : (
        <>
          <Columns title={t('data.arrivals.title')} summary={summary} width={width} height={180} line={line}
            columns={arrivals.days.map((d, i) => ({ key: d.day, n: d.n, label: sparse(i, arrivals.days.length, width, 76) ? sayDay(d.day, language) : '', say: t('data.arrivals.day', { day: sayDay(d.day, language), n: d.n }) }))} />
          {arrivals.lastDay.length === 0 ? null : (
            <>
              <h3 className="chart-head">{t('data.arrivals.lastDay')}</h3>
              <Columns title={t('data.arrivals.lastDay')} summary={arrivals.lastDay.filter((h) => h.n > 0).map((h) => `${h.hour}:00 ${h.n}`).join(t('common.comma'))} width={width} height={120} columns={arrivals.lastDay.map((h, i) => ({ key: String(h.hour), n: h.n, label: sparse(i, 24, width, 40) ? `${h.hour}:00` : '', say: `${h.hour}:00 ${h.n}` }))} />
            </>
          )}
        </>
      )}
    </Chart>
  )
}
