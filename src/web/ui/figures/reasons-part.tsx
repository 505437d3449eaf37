/** 为什么退回: the most frequent first, each with its place and clause, and what the notice could say where it is more likely at fault. */
import { sayShare } from '#core/composition/compose'
import type { Figures } from '#core/composition/figures'
import { reasonsSheet } from '#core/composition/tables'
import { useText, useWords } from '../../text/use-text'
import { Empty } from '../empty'
import { Section } from '../section'
import { Chart } from './chart'

export const ReasonsPart = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const { reasons: r } = figures
  const title = t('data.reasons.title')
  if (r.points === 0) return <Section title={title}><Empty title={t('data.reasons.none')}>{t('data.reasons.noneFact')}</Empty></Section>
  const most = Math.max(1, ...r.reasons.map((x) => x.n))
  return (
    <Chart title={title} note={t('data.reasons.note', { letters: r.letters, points: r.points })} sheet={reasonsSheet(figures)} take={{ campaignId, part: 'reasons' }}>
      {() => (
        <ol className="reasons">
          {r.reasons.map((x) => (
            <li key={x.key}>
              <p className="what"><b>{words(x.what)}</b>{x.where === null ? null : <span>{words(x.where)}</span>}{x.clause === '' ? null : <span className="muted">{x.clause}</span>}</p>
              <span className="bar" aria-hidden="true"><i style={{ width: `${(x.n / most) * 100}%` }} /></span>
              <span className="count">{t('data.reasons.row', { n: x.n, share: sayShare(x.n, r.points) })}</span>
              {x.hint === null ? null : <p className="hint"><b>{t('data.reasons.hint')}</b>{words(x.hint)}</p>}
            </li>
          ))}
          {r.rest === 0 ? null : <li className="muted">{t('data.reasons.rest', { n: r.rest })}</li>}
        </ol>
      )}
    </Chart>
  )
}
