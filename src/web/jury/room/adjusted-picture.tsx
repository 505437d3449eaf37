/** What setting the jurors on one measure did: raw ranks on the left, adjusted ones on the right, a line for each; whoever crossed the end of the places stands out. The figures are in the table above it. */
import { useText } from '../../text/use-text'
import { Section } from '../../ui/section'
import { adjustedRows } from './adjusted-rows'
import type { Round } from './round-answer'
import './adjusted.css'

/** On a desk, and in the hand: there the lines are short and long names end in dots; the whole stands in the table. */
const shapes = { wide: { left: 210, right: 510, width: 720, gap: 14, most: 9 }, narrow: { left: 112, right: 208, width: 320, gap: 9, most: 5 } } as const
const LINE = 30
const TOP = 34
const y = (line: number): number => TOP + line * LINE + LINE / 2
const short = (name: string, most: number): string => ([...name].length > most ? `${[...name].slice(0, most - 1).join('')}…` : name)

const Lines = ({ shape, drawn: { rows, above } }: { shape: keyof typeof shapes; drawn: ReturnType<typeof adjustedRows> }) => {
  const t = useText()
  const { left, right, width, gap, most } = shapes[shape]
  const cut = (count: number): number => TOP + count * LINE
  return (
    <svg className={shape} viewBox={`0 0 ${width} ${TOP + rows.length * LINE + 6}`} role="img" aria-label={t('rounds.adjusted.title')}>
      <text className="head" x={left - gap} y={18} textAnchor="end">{t('rounds.adjusted.raw')}</text><text className="head" x={right + gap} y={18}>{t('rounds.adjusted.after')}</text>
      {above.from > 0 && above.from < rows.length ? <path className="cut" d={`M0 ${cut(above.from)}H${left}L${right} ${cut(above.to)}H${width}`} /> : null}
      {rows.map((r) => (
        <g key={r.id} className={r.crossed ?? (r.rawRank === r.rank ? 'still' : 'moved')}>
          <path d={`M${left} ${y(r.from)}L${right} ${y(r.to)}`} /><circle cx={left} cy={y(r.from)} r="4" /><circle cx={right} cy={y(r.to)} r="4" />
          <text x={left - gap} y={y(r.from) + 5} textAnchor="end">{short(r.name, most)}<tspan className="n" dx={gap - 4}>{r.rawRank}</tspan></text>
          <text x={right + gap} y={y(r.to) + 5}><tspan className="n">{r.rank}</tspan><tspan dx={gap - 4}>{short(r.name, most)}</tspan></text>
        </g>
      ))}
    </svg>
  )
}

export const AdjustedPicture = ({ round, result }: { round: Round; result: NonNullable<Round['result']> }) => {
  const t = useText()
  const { places } = round.rule
  const adjust = round.rule.score?.adjust
  const all = result.rows.flatMap((r) => (r.rawRank === null ? [] : [{ id: r.nominationId, name: r.candidateName, rawRank: r.rawRank, rank: r.rank }]))
  if (adjust === undefined || all.length === 0) return null
  const drawn = adjustedRows(all, places)
  const moved = all.filter((r) => r.rawRank !== r.rank).length
  const crossed = drawn.rows.filter((r) => r.crossed !== null).length
  return (
    <Section title={t('rounds.adjusted.title')} note={crossed === 0 ? t('rounds.adjusted.noneCrossed', { moved, n: all.length }) : t('rounds.adjusted.crossed', { moved, n: all.length, crossed })}>
      <p className="adjusted-why">{t(`rounds.adjusted.why.${adjust}`)}</p>
      <div className="adjusted"><Lines shape="wide" drawn={drawn} /><Lines shape="narrow" drawn={drawn} /></div>
      {drawn.rows.length < all.length ? <p className="small muted">{t('rounds.adjusted.near', { n: drawn.rows.length, all: all.length })}</p> : null}
    </Section>
  )
}
