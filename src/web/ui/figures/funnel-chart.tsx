/** 推进: bars against those begun; who fell out in words below a bar, the returns as a loop back to it. */
import { funnelSheet } from '#core/composition/tables'
import { sayShare } from '#core/composition/compose'
import type { Figures } from '#core/composition/figures'
import { useText, useWords } from '../../text/use-text'
import { Chart, Drawing } from './chart'
import { labelRoom } from './labels'

const [BAR, SMALL] = [20, 20]
/** How far the loop hangs down: out of the bar, back to its beginning; what was returned did not leave the way. */
const LOOP = 20

export const FunnelChart = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const { steps, loops } = figures.funnel
  const most = Math.max(1, steps[0]?.count ?? 0)
  const looped = loops.returns === 0 ? [] : [t('data.funnel.returned', { n: loops.returns }), t('data.funnel.back', { n: loops.cameBack }), t('data.funnel.open', { n: loops.open })]
  const summary = [...steps.map((s) => t('data.funnel.step', { name: words(s.name), n: s.count })), ...looped].join(t('common.comma'))
  return (
    <Chart title={t('data.funnel.title')} note={t('data.funnel.note')} sheet={funnelSheet(figures)} take={{ campaignId, part: 'funnel' }}>
      {(width) => {
        const left = labelRoom(steps.map((s) => words(s.name)), width)
        const [narrow, right] = [left === 0, 92]
        const room = width - left - right
        let y = 0
        const rows = steps.map((s) => {
          const turns = s.id !== 'sent' || looped.length === 0 ? [] : narrow ? [looped.slice(0, 2).join(t('common.comma')), looped[2]!] : [looped.join(t('common.comma'))]
          const below = [...turns, ...s.lost.map((l) => t('data.funnel.lost', { name: words(l.name), n: l.count }))]
          const row = { s, top: y, bar: y + (narrow ? 20 : 0), below, turns: turns.length, length: (s.count / most) * room }
          y = row.bar + BAR + below.length * SMALL + 10
          return row
        })
        return (
          <Drawing title={t('data.funnel.title')} summary={summary} width={width} height={y}>
            {rows.map(({ s, top, bar, below, turns, length }) => (
              <g key={s.id}>
                <text x={narrow ? 0 : left - 12} y={narrow ? top + 13 : bar + 15} textAnchor={narrow ? 'start' : 'end'}>{words(s.name)}</text>
                <rect className="rail" x={left} y={bar} width={room} height={BAR} rx="2" />
                <rect className="mass" x={left} y={bar} width={Math.max(s.count > 0 ? 2 : 0, length)} height={BAR} rx="2" />
                <text className="strong" x={width - 52} y={bar + 15} textAnchor="end">{s.count}</text>
                <text className="quiet" x={width} y={bar + 15} textAnchor="end">{sayShare(s.count, steps[0]!.count)}</text>
                {turns > 0 ? <><path className="loop" d={`M${left + 44} ${bar + BAR + 2}c0 ${LOOP} -38 ${LOOP} -38 3`} /><path className="loop-head" d={`M${left + 2} ${bar + BAR + 9}l4 -6l4 6z`} /></> : null}
                {below.map((line, i) => <text className="small" key={line} x={left + 54} y={bar + BAR + (i + 1) * SMALL - 5}>{line}</text>)}
              </g>
            ))}
          </Drawing>
        )
      }}
    </Chart>
  )
}
