/** 比例对照: a meter for each share that the notice asks, at the furthest list there is; every list stands in the table. */
import { sayShare } from '#core/composition/compose'
import type { Figures } from '#core/composition/figures'
import { proportionsSheet } from '#core/composition/tables'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../clause-ref'
import { Meter } from '../meter'
import { Chart } from './chart'

export const SharesPart = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const words = useWords()
  if (figures.marks.length === 0) return null
  return (
    <Chart title={t('data.shares.title')} note={t('data.shares.note')} sheet={proportionsSheet(figures)} take={{ campaignId, part: 'proportions' }}>
      {() => (
        <div className="shares">
          {figures.marks.map((m) => {
            const at = m.at.findLast((a) => a.size > 0) ?? m.at[0]
            if (at === undefined) return <p key={m.ruleId} className="detail">{words(m.says)} <ClauseRef clause={m.clause} /></p>
            // Half of the list is scale enough for a share below it: the distance to the mark is seen.
            const scale = Math.max(1, at.n * 2 > at.size || m.percent > 50 ? at.size : at.size / 2)
            return (
              <div key={m.ruleId}>
                <Meter label={words(m.name)} value={sayShare(at.n, at.size)} words={words(figures.stages.find((s) => s.id === at.stage)!.name)} at={at.n} scale={scale} limit={{ kind: m.bound === 'max' ? 'most' : 'least', at: at.limit }} />
                <p className="detail muted">{words(at.sentence)}{t('common.comma')}<ClauseRef clause={m.clause} /></p>
              </div>
            )
          })}
        </div>
      )}
    </Chart>
  )
}
