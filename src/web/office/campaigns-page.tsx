/** `/office`: the office's campaigns with their clocks; on an empty installation, the one step that comes next. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listCampaigns } from '#contract/operations/campaigns'
import { listOrganisations } from '#contract/operations/organisations'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { useSession } from '../api/session'
import { useText, useWords } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { NextStep } from '../ui/next-step'
import { PageFrame } from '../ui/page-frame'
import { Chip, type StateKind } from '../ui/state'
import { Table, type Column } from '../ui/table'
import { Answer } from '../ui/answer'
import { UpperCampaigns } from './cascade/upper-campaigns'

type Row = AnswerOf<typeof listCampaigns>['campaigns'][number]
const kinds: Readonly<Record<Row['state'], StateKind>> = { draft: 'none', open: 'half', closed: 'ok' }
const HOUR = 3_600_000

const TimeLeft = ({ deadline }: { deadline: number | null }) => {
  const t = useText()
  const left = (deadline ?? 0) - useSession().now()
  if (deadline === null) return <>—</>
  if (left <= 0) return <span className="muted">{t('office.campaigns.ended')}</span>
  return <b className={left < 24 * HOUR ? 'left-now' : left < 72 * HOUR ? 'left-soon' : ''}>{left < 48 * HOUR ? t('office.campaigns.hours', { n: Math.ceil(left / HOUR) }) : t('office.campaigns.days', { n: Math.floor(left / (24 * HOUR)) })}</b>
}

const Campaigns = ({ rows }: { rows: readonly Row[] }) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Row>[] = [
    { key: 'name', head: t('office.campaigns.name'), names: true, cell: (c) => <Link className="link" to={`/office/c/${c.id}`}>{words(c.name)}</Link> },
    { key: 'state', head: t('office.campaigns.state'), cell: (c) => <Chip kind={kinds[c.state]}>{t(`office.state.${c.state}`)}</Chip> },
    { key: 'deadline', head: t('office.campaigns.deadline'), cell: (c) => (c.deadline === null ? t('common.band.noDeadline') : words(sayEnd(c.deadline))) },
    { key: 'left', head: t('office.campaigns.left'), numeric: true, cell: (c) => <TimeLeft deadline={c.deadline} /> },
    { key: 'nominations', head: t('office.campaigns.nominations'), numeric: true, cell: (c) => t('office.campaigns.count', { n: c.nominations }) },
  ]
  return <Table caption={t('office.campaigns.caption')} captionHidden columns={columns} rows={rows} keyOf={(c) => c.id} empty={null} />
}

const First = () => {
  const t = useText()
  const units = useRead(listOrganisations, { params: {} })
  return (
    <Answer query={units} lines={2}>
      {({ organisations }) => (organisations.length === 0
        ? <NextStep act={t('office.campaigns.noUnits')} actions={<ButtonLink to="/office/units" look="primary">{t('office.campaigns.importUnits')}</ButtonLink>}>{t('office.campaigns.noUnitsFact')}</NextStep>
        : <NextStep act={t('office.campaigns.none')} actions={<ButtonLink to="/office/new" look="primary">{t('office.campaigns.new')}</ButtonLink>}>{t('office.campaigns.noneFact', { n: organisations.length })}</NextStep>)}
    </Answer>
  )
}

export const CampaignsPage = () => {
  const t = useText()
  const query = useRead(listCampaigns, { params: {} })
  const some = (query.data?.campaigns.length ?? 0) > 0
  return (
    <PageFrame>
      <div className="page-head"><h1 className="page-title">{t('office.campaigns.title')}</h1>{some ? <ButtonLink to="/office/new" look="primary">{t('office.campaigns.new')}</ButtonLink> : null}</div>
      <Answer query={query}>{({ campaigns }) => (campaigns.length === 0 ? <First /> : <Campaigns rows={campaigns} />)}</Answer>
      <div className="gap"><UpperCampaigns /></div>
      <p className="gap detail muted">{t('upward.fromOthers')} <Link className="link" to="/office/incoming">{t('upward.incoming.nav')}</Link></p>
    </PageFrame>
  )
}
