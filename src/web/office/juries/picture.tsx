/** 评委构成: by field, unit and age band, each a drawing and a table. */
import { AGE_BANDS, pictureOf, type Slice } from '#core/review/jury/picture'
import type { Words } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Chart, Drawing } from '../../ui/figures/chart'
import { labelRoom } from '../../ui/figures/labels'
import type { Member } from './juries-answer'

const [BAR, ROW] = [16, 28]
const both = (text: string): Words => ({ zh: text, en: text })

const Bars = ({ title, slices }: { title: string; slices: readonly Slice[] }) => {
  const t = useText()
  const people = t('juries.picture.people')
  const sheet = { title: both(title), columns: [{ name: both(title), width: 24 }, { name: both(people), width: 10, numeric: true as const }], rows: slices.map((s) => [both(s.name), both(String(s.n))]) }
  return (
    <Chart level={3} title={title} sheet={sheet}>
      {(width) => {
        const left = labelRoom(slices.map((s) => s.name), width)
        const narrow = left === 0
        const row = narrow ? ROW + 18 : ROW
        const room = width - left - 40
        const most = Math.max(1, ...slices.map((s) => s.n))
        return (
          <Drawing title={title} summary={slices.map((s) => `${s.name} ${s.n}`).join(t('common.comma'))} width={width} height={slices.length * row}>
            {slices.map((s, i) => {
              const y = i * row + (narrow ? 18 : 0)
              return (
                <g key={s.name}>
                  <text x={narrow ? 0 : left - 12} y={narrow ? y - 5 : y + 13} textAnchor={narrow ? 'start' : 'end'}>{s.name}</text>
                  <rect className="class-0" x={left} y={y} width={Math.max(s.n === 0 ? 0 : 2, (s.n / most) * room)} height={BAR} rx="2" />
                  <text className="quiet" x={left + (s.n / most) * room + 8} y={y + 13}>{s.n}</text>
                </g>
              )
            })}
          </Drawing>
        )
      }}
    </Chart>
  )
}

export const JuryPicture = ({ members }: { members: readonly Member[] }) => {
  const t = useText()
  const { now } = useSession()
  if (members.length === 0) return null
  const p = pictureOf(members, Number(dayOf(now()).slice(0, 4)))
  const bands = p.ages.map((n, i): Slice => ({ n, name: i === 0 ? t('juries.picture.under', { n: AGE_BANDS[0] }) : i === AGE_BANDS.length ? t('juries.picture.over', { n: AGE_BANDS[i - 1]! }) : t('juries.picture.between', { a: AGE_BANDS[i - 1]!, b: AGE_BANDS[i]! - 1 }) }))
  return (
    <div className="jury-picture">
      {p.fields.length === 0 ? null : <Bars title={t('juries.picture.field')} slices={p.fields} />}
      <Bars title={t('juries.picture.unit')} slices={p.units} />
      <Bars title={t('juries.picture.age')} slices={[...bands, ...(p.unknown === 0 ? [] : [{ name: t('juries.picture.unknown'), n: p.unknown }])]} />
    </div>
  )
}
