/** `/supervisor`: the campaigns under supervision, each leading to its record. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listCampaigns } from '#contract/operations/campaigns'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { Answer } from '../ui/answer'
import { useText, useWords } from '../text/use-text'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'
import { Reopenings } from '../ui/reopenings'
import { Section } from '../ui/section'
import { Chip } from '../ui/state'
import { Table } from '../ui/table'
import { MyRights } from './my-rights'
import './supervisor.css'

type Row = AnswerOf<typeof listCampaigns>['campaigns'][number]

const kinds = { draft: 'none', open: 'half', closed: 'lock' } as const

const Campaigns = ({ rows }: { rows: readonly Row[] }) => {
  const t = useText()
  const words = useWords()
  return (
    <Table caption={t('supervisor.campaigns')} captionHidden rows={rows} keyOf={(c) => c.id} empty={<Empty title={t('supervisor.home.none')}>{t('supervisor.home.noneFact')}</Empty>}
      columns={[
        { key: 'name', head: t('supervisor.home.name'), names: true, cell: (c) => <Link className="link" to={`/supervisor/c/${c.id}`}>{words(c.name)}</Link> },
        { key: 'host', head: t('supervisor.home.host'), cell: (c) => c.organisationName },
        { key: 'state', head: t('supervisor.home.state'), cell: (c) => <Chip kind={kinds[c.state]}>{t(`supervisor.state.${c.state}`)}</Chip> },
        { key: 'deadline', head: t('supervisor.home.deadline'), cell: (c) => (c.deadline === null ? t('supervisor.home.noDeadline') : words(sayEnd(c.deadline))) },
        { key: 'count', head: t('supervisor.home.nominations'), numeric: true, cell: (c) => c.nominations },
      ]} />
  )
}

export const SupervisorHome = () => {
  const t = useText()
  const campaigns = useRead(listCampaigns, { params: {} })
  return (
    <PageFrame side={<MyRights />} sideLabel={t('supervisor.rights.title')}>
      <h1 className="page-title">{t('supervisor.title')}</h1>
      <div className="gap"><Reopenings /></div>
      <Section title={t('supervisor.campaigns')} action={<Link className="link" to="/supervisor/leads">{t('leads.title')}</Link>}><Answer query={campaigns}>{(all) => <Campaigns rows={all.campaigns} />}</Answer></Section>
    </PageFrame>
  )
}
