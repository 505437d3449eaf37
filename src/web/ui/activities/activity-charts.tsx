/** By form and over time, each also as a table. Never by unit. */
import { activityForms, formNames } from '#core/publicity/activities/activity'
import { overTime } from '#core/publicity/activities/over-time'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Columns } from '../figures/arrivals-chart'
import { Chart, Drawing } from '../figures/chart'
import { labelRoom } from '../figures/labels'
import { sayDay } from '../say-time'
import type { Sheet } from './sheet-section'

const same = (text: string | number) => ({ zh: String(text), en: String(text) })
const [BAR, ROW] = [20, 32]

const ByForm = ({ sheet }: { sheet: Sheet }) => {
  const t = useText()
  const words = useWords()
  const used = activityForms.flatMap((f) => { const s = sheet.total[f]; return s === undefined ? [] : [{ form: f, ...s }] })
  const most = Math.max(1, ...used.map((u) => u.times))
  const title = t('activities.byForm')
  return (
    <Chart title={title} note={t('activities.byFormNote')} sheet={{ title: same(title), columns: [{ name: same(t('activities.form')), width: 20 }, { name: same(t('activities.times')), width: 8, numeric: true }, { name: same(t('activities.took')), width: 8, numeric: true }], rows: used.map((u) => [formNames[u.form], same(u.times), same(u.people)]) }}>
      {(width) => {
        const left = labelRoom(used.map((u) => words(formNames[u.form])), width)
        const narrow = left === 0
        const row = narrow ? ROW + 18 : ROW
        const room = width - left - 52
        return (
          <Drawing title={title} summary={used.map((u) => t('activities.byFormRow', { name: words(formNames[u.form]), n: u.times, people: u.people })).join(t('common.comma'))} width={width} height={used.length * row}>
            {used.map((u, k) => {
              const y = k * row + (narrow ? 18 : 0)
              return (
                <g key={u.form}>
                  <text x={narrow ? 0 : left - 12} y={narrow ? y - 5 : y + 15} textAnchor={narrow ? 'start' : 'end'}>{words(formNames[u.form])}</text>
                  <rect className="rail" x={left} y={y} width={room} height={BAR} rx="2" />
                  <rect className="mass" x={left} y={y} width={Math.max(2, (u.times / most) * room)} height={BAR} rx="2"><title>{t('activities.byFormRow', { name: words(formNames[u.form]), n: u.times, people: u.people })}</title></rect>
                  <text className="strong" x={width} y={y + 15} textAnchor="end">{u.times}</text>
                </g>
              )
            })}
          </Drawing>
        )
      }}
    </Chart>
  )
}

const OverTime = ({ sheet }: { sheet: Sheet }) => {
  const t = useText()
  const language = useLanguage()
  const { step, spans } = overTime(sheet.days)
  const title = t('activities.overTime')
  const row = (s: (typeof spans)[number]) => t('activities.spanRow', { day: sayDay(s.day, language), n: s.times })
  const every = (width: number) => Math.max(1, Math.ceil((spans.length * 84) / width))
  return (
    <Chart title={title} note={t(`activities.overTime.${step}`)} sheet={{ title: same(title), columns: [{ name: same(t('activities.from')), width: 12 }, { name: same(t('activities.to')), width: 12 }, { name: same(t('activities.times')), width: 8, numeric: true }, { name: same(t('activities.took')), width: 8, numeric: true }], rows: spans.map((s) => [same(s.day), same(s.to), same(s.times), same(s.people)]) }}>
      {(width) => <Columns title={title} summary={spans.filter((s) => s.times > 0).map(row).join(t('common.comma'))} width={width} height={180} columns={spans.map((s, i) => ({ key: s.day, n: s.times, label: i % every(width) === 0 ? sayDay(s.day, language) : '', say: row(s) }))} />}
    </Chart>
  )
}

export const ActivityCharts = ({ sheet }: { sheet: Sheet }) => (sheet.days.length === 0 ? null : <div className="data-two"><ByForm sheet={sheet} /><OverTime sheet={sheet} /></div>)
