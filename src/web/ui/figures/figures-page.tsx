/** 数据 of one campaign: read by its office and its supervisor, each in the own area. */
import { readFigures } from '#contract/operations/figures'
import { perNomination } from '#core/composition/burden-caused'
import { sayShare } from '#core/composition/compose'
import { sayLength, type Figures } from '#core/composition/figures'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { Button } from '../button'
import { Empty } from '../empty'
import { Figure } from '../figure'
import { PageFrame } from '../page-frame'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { ArrivalsChart } from './arrivals-chart'
import { BurdenPart, TurnaroundPart } from './burden-part'
import { Exports } from './chart'
import { CompositionChart } from './composition-chart'
import './figures.css'
import { FunnelChart } from './funnel-chart'
import { ReasonsPart } from './reasons-part'
import { SharesPart } from './shares-part'

const Head = ({ figures: f }: { figures: Figures }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [begun, sent, accepted] = ['begun', 'sent', 'accepted'].map((id) => f.funnel.steps.find((s) => s.id === id)?.count ?? 0) as [number, number, number]
  const share = (n: number) => t('data.head.share', { share: sayShare(n, begun) })
  return (
    <div className="figures data-head">
      <Figure label={t('data.head.begun')} value={begun} unit={t('data.unit.items')} />
      <Figure label={t('data.head.sent')} value={sent} unit={t('data.unit.items')} note={share(sent)} />
      <Figure label={t('data.head.accepted')} value={accepted} unit={t('data.unit.items')} note={share(accepted)} />
      <Figure label={t('data.head.returns')} value={f.funnel.loops.returns} unit={t('data.unit.times')} note={t('data.head.each', { n: perNomination(f.funnel.loops.returns, sent) })} />
      <Figure label={t('data.head.waiting')} value={f.turnaround.waiting} unit={t('data.unit.items')} note={f.turnaround.oldestSince === null ? undefined : t('data.head.oldest', { at: sayAt(f.turnaround.oldestSince, language) })} />
      <Figure label={t('data.head.desk')} value={f.turnaround.desk === null ? '—' : words(sayLength(f.turnaround.desk.median))} note={t('data.head.deskNote')} />
    </div>
  )
}

const Whole = ({ figures, campaignId }: { figures: Figures; campaignId: string }) => {
  const t = useText()
  const language = useLanguage()
  const title = t('data.composition.title')
  const given = { figures, campaignId }
  return (
    <div className="data">
      <header className="data-top"><h1 className="page-title">{t('data.title')}</h1><p className="detail muted">{t('data.asOf', { at: sayAt(figures.at, language) })}</p><span className="do screen-only"><Button size="small" icon="print" onClick={() => window.print()}>{t('data.print')}</Button></span></header>
      <Head figures={figures} />
      <div className="data-two"><FunnelChart {...given} /><ArrivalsChart {...given} /></div>
      <SharesPart {...given} />
      <Section title={title} note={t('data.composition.note')} action={<Exports campaignId={campaignId} part="composition" title={title} />}>
        <div className="data-two">{figures.dimensions.map((d) => <CompositionChart key={d.id} figures={figures} dimension={d} />)}</div>
        <p className="chart-say muted">{t('data.composition.drafts')}</p>
      </Section>
      <BurdenPart {...given} />
      <TurnaroundPart {...given} />
      <ReasonsPart {...given} />
    </div>
  )
}

export const FiguresPage = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const query = useRead(readFigures, { params: { campaignId } })
  return <PageFrame><Answer query={query} lines={8}>{(figures) => figures.funnel.steps[0]!.count === 0 ? <Empty wholePage title={t('data.none.title')}>{t('data.none.fact')}</Empty> : <Whole figures={figures as Figures} campaignId={campaignId} />}</Answer></PageFrame>
}
