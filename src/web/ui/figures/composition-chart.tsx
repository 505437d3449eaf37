/** 构成: one bar a stage, parted by class; the denominator stands at its end. What was not stated is hatched, what goes by hand dotted. */
import { useId } from 'react'
import { sayShare, type Class, type Dimension } from '#core/composition/compose'
import { dimensionSheet } from '#core/composition/tables'
import type { Figures } from '#core/composition/figures'
import { useText, useWords } from '../../text/use-text'
import { Chart, Drawing } from './chart'
import { labelRoom } from './labels'

const [BAR, ROW] = [22, 34]
/** More classes than can be told apart by their colour: the smaller ones are drawn together, and stand apart in the table. */
const MOST_DRAWN = 7

interface Drawn { readonly key: string; readonly look: string; readonly name: string; readonly of: readonly number[] }
const drawnOf = (d: Dimension, say: (c: Class) => string, others: (n: number) => string): Drawn[] => {
  const stated = d.classes.map((c, i) => ({ c, i })).filter(({ c }) => c.kind === 'stated')
  const [shown, rest] = stated.length > MOST_DRAWN ? [stated.slice(0, MOST_DRAWN - 1), stated.slice(MOST_DRAWN - 1)] : [stated, []]
  return [
    ...shown.map(({ c, i }, k): Drawn => ({ key: c.value, look: `${d.id === 'age' ? 'shade' : 'class'}-${k}`, name: say(c), of: [i] })),
    ...(rest.length === 0 ? [] : [{ key: '*rest', look: 'class-rest', name: others(rest.length), of: rest.map((r) => r.i) }]),
    ...d.classes.flatMap((c, i): Drawn[] => (c.kind === 'stated' ? [] : [{ key: `${c.kind}`, look: c.kind, name: say(c), of: [i] }])),
  ]
}

export const CompositionChart = ({ figures, dimension: d }: { figures: Figures; dimension: Dimension }) => {
  const t = useText()
  const words = useWords()
  const id = useId()
  const drawn = drawnOf(d, (c) => words(c.name), (n) => t('data.composition.others', { n }))
  const count = (of: readonly number[], at: Dimension['at'][number]) => of.reduce((n, i) => n + at.counts[i]!, 0)
  const stageName = (stage: string) => words(figures.stages.find((s) => s.id === stage)!.name)
  const partsOf = (at: Dimension['at'][number]) => drawn.filter((c) => count(c.of, at) > 0).map((c) => t('data.composition.part', { name: c.name, n: count(c.of, at), share: sayShare(count(c.of, at), at.whole) })).join(t('common.comma'))
  const rowOf = (at: Dimension['at'][number]) => t('data.composition.row', { stage: stageName(at.stage), whole: at.whole, parts: partsOf(at) })
  const fill = (look: string) => (look === 'notStated' || look === 'offline' ? { fill: `url(#${id}${look})` } : {})
  const shown = d.at.filter((a) => a.whole > 0)
  const used = drawn.filter((c) => shown.some((a) => count(c.of, a) > 0))
  const legend = <ul className="legend">{used.map((c) => <li key={c.key}><svg width="12" height="12" aria-hidden="true"><rect className={c.look} {...fill(c.look)} width="12" height="12" rx="2" /></svg>{c.name}</li>)}</ul>
  return (
    <Chart level={3} title={words(d.name)} note={d.note ? words(d.note) : undefined} sheet={dimensionSheet(figures, d)}>
      {(width) => {
        if (shown.length === 0) return <p className="detail muted">{t('data.empty')}</p>
        const left = labelRoom(shown.map((at) => stageName(at.stage)), width)
        const narrow = left === 0
        const [right, row] = [52, narrow ? ROW + 20 : ROW]
        const room = width - left - right
        return (
          <>
          <Drawing title={words(d.name)} summary={shown.map(rowOf).join('。')} width={width} height={shown.length * row}>
            <defs>
              <pattern id={`${id}notStated`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" className="pattern-ground" /><rect width="2" height="6" className="pattern-line" /></pattern>
              <pattern id={`${id}offline`} width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" className="pattern-ground" /><circle cx="3" cy="3" r="1.4" className="pattern-line" /></pattern>
            </defs>
            {shown.map((at, k) => {
              const y = k * row + (narrow ? 20 : 0)
              let x = left
              return (
                <g key={at.stage}>
                  <text x={narrow ? 0 : left - 12} y={narrow ? y - 6 : y + 15} textAnchor={narrow ? 'start' : 'end'}>{stageName(at.stage)}</text>
                  {drawn.map((c) => {
                    const n = count(c.of, at)
                    const [from, w] = [x, (n / at.whole) * room]
                    x += w
                    if (n === 0) return null
                    return <g key={c.key} className="segment"><rect className={c.look} {...fill(c.look)} x={from} y={y} width={Math.max(1, w - 1)} height={BAR}><title>{t('data.composition.part', { name: c.name, n, share: sayShare(n, at.whole) })}</title></rect>{w > 40 && /^(class|shade)-/.test(c.look) ? <text className={`on ${c.look}`} x={from + w / 2} y={y + 15} textAnchor="middle">{sayShare(n, at.whole)}</text> : null}</g>
                  })}
                  <text className="quiet" x={width} y={y + 15} textAnchor="end">{at.whole}</text>
                </g>
              )
            })}
          </Drawing>
          {legend}
          </>
        )
      }}
    </Chart>
  )
}
