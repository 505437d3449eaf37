/** `/office/c/:campaignId/media`: what has to be called back, the plan in three views, and what it adds up to. */
import { Link, useSearchParams } from 'react-router'
import { readMediaPlan } from '#contract/operations/media'
import { pressingOf } from '#core/publicity/media-plan/due'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import '../../ui/figures/figures.css'
import { PageFrame } from '../../ui/page-frame'
import { useCampaign } from '../campaign-frame'
import { ItemList } from './item-list'
import './media.css'
import { baseOf, type Plan } from './plan'
import { TotalsSection } from './totals-section'
import { Board, Month } from './views'

const views = ['board', 'calendar', 'list'] as const
const MOST_NAMED = 8

const Recall = ({ plan, base }: { plan: Plan; base: string }) => {
  const t = useText()
  const all = plan.items.filter((i) => pressingOf(i, plan.today) === 'recall')
  if (all.length === 0) return null
  return (
    <section className="media-recall" aria-labelledby="media-recall">
      <h2 id="media-recall">{t('media.recallTitle', { n: all.length })}</h2>
      <p className="detail">{t('media.recallNote')}</p>
      <ul>{all.slice(0, MOST_NAMED).map((i) => <li key={i.id}><Link className="link" to={`${base}/items/${i.id}`}>{i.title}（{i.channelName}）</Link></li>)}</ul>
      {all.length > MOST_NAMED ? <Link className="link" to={`${base}?view=list&pressing=recall`}>{t('media.more', { n: all.length - MOST_NAMED })}</Link> : null}
    </section>
  )
}

const Views = ({ plan, base }: { plan: Plan; base: string }) => {
  const t = useText()
  const [params] = useSearchParams()
  const view = views.find((v) => v === params.get('view')) ?? 'board'
  const View = { board: Board, calendar: Month, list: ItemList }[view]
  return (
    <div>
      <nav className="media-views" aria-label={t('media.views')}>{views.map((v) => <Link key={v} to={`${base}?view=${v}`} {...(v === view && { 'aria-current': 'page' as const })}>{t(`media.view.${v}`)}</Link>)}</nav>
      <View plan={plan} base={base} />
    </div>
  )
}

export const MediaPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const base = baseOf(campaign.id)
  const query = useRead(readMediaPlan, { params: { campaignId: campaign.id } })
  return (
    <PageFrame>
      <div className="data media">
        <div className="media-head"><header className="data-top"><h1 className="page-title">{t('media.title')}</h1><span className="do row-of"><ButtonLink size="small" to={`${base}/channels`}>{t('media.channels')}</ButtonLink><ButtonLink size="small" look="primary" to={`${base}/items/new`}>{t('media.add')}</ButtonLink></span></header><p className="detail muted">{t('media.note')}</p></div>
        <Answer query={query}>{(plan) => (plan.items.length === 0
          ? <Empty title={t('media.none')} action={<ButtonLink to={`${base}/channels`}>{t('media.channels')}</ButtonLink>}>{t('media.noneFact')}</Empty>
          : <><Recall plan={plan} base={base} /><Views plan={plan} base={base} /><TotalsSection campaignId={campaign.id} plan={plan} /></>)}</Answer>
      </div>
    </PageFrame>
  )
}
