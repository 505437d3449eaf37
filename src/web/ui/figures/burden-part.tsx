/** 实际造成的负担 beside its estimate, and the turnaround of desk and units. */
import { howMinutesAreCounted, perNomination } from '#core/composition/burden-caused'
import { sayLength, type Figures } from '#core/composition/figures'
import { burdenSheet, turnaroundSheet } from '#core/composition/tables'
import { useText, useWords } from '../../text/use-text'
import { Figure } from '../figure'
import { Section } from '../section'
import { Columns } from './arrivals-chart'
import { Chart, Exports, SheetTable } from './chart'

export const BurdenPart = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const b = figures.burden
  const at = b.bars.findIndex((bar) => b.estimated.onPages >= bar.from && (bar.to === null || b.estimated.onPages < bar.to))
  const inside = b.bars[at]
  const share = inside === undefined || inside.to === null ? 0.5 : (b.estimated.onPages - inside.from) / (inside.to - inside.from)
  const sayBar = (bar: (typeof b.bars)[number]) => (bar.to === null ? t('data.burden.barMore', { from: bar.from, n: bar.n }) : t('data.burden.bar', { from: bar.from, to: bar.to, n: bar.n }))
  return (
    <Chart title={t('data.burden.title')} note={t('data.burden.note', { n: b.sent })} sheet={burdenSheet(figures)} take={{ campaignId, part: 'burden' }} foot={<p className="chart-say muted">{words(howMinutesAreCounted)}</p>}>
      {(width) => (
        <>
          <div className="figures">
            <Figure label={t('data.burden.time')} value={b.spread === null ? '—' : words(sayLength(b.spread.median))} note={b.spread === null ? t('data.burden.timeNone') : t('data.burden.timeNote', { p90: words(sayLength(b.spread.p90)) })} />
            <Figure label={t('data.burden.estimate')} value={words(sayLength(b.estimated.onPages))} note={t('data.burden.estimateNote', { whole: words(sayLength(b.estimated.whole)) })} />
            <Figure label={t('data.burden.typed')} value={perNomination(b.typed, b.counted)} unit={t('data.unit.fields')} note={t('data.burden.typedNote', { asked: perNomination(b.asked, b.counted), known: perNomination(b.known, b.counted), changed: perNomination(b.changed, b.counted) })} />
            <Figure label={t('data.burden.returns')} value={perNomination(b.returns, b.sent)} unit={t('data.burden.each')} />
            <Figure label={t('data.burden.files')} value={b.filesRefused + b.filesReplaced} unit={t('data.unit.files')} note={t('data.burden.filesNote', { refused: b.filesRefused, replaced: b.filesReplaced })} />
          </div>
          {b.spread === null ? null : <><h3 className="chart-head">{t('data.burden.chart')}</h3><Columns title={t('data.burden.chart')} summary={b.bars.map(sayBar).join(t('common.comma'))} width={width} height={150} line={at < 0 ? undefined : { after: at + share, word: t('data.burden.mark', { minutes: words(sayLength(b.estimated.onPages)) }) }} columns={b.bars.map((bar) => ({ key: String(bar.from), n: bar.n, label: bar.to === null ? `${bar.from}+` : width < 480 ? String(bar.from) : `${bar.from}–${bar.to}`, say: sayBar(bar) }))} /></>}
        </>
      )}
    </Chart>
  )
}

export const TurnaroundPart = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const title = t('data.turnaround.title')
  return <Section title={title} note={t('data.turnaround.note')} action={<Exports campaignId={campaignId} part="turnaround" title={title} />}><SheetTable sheet={turnaroundSheet(figures)} /></Section>
}
