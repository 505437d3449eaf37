/** `/jury`: the campaigns and rounds that a juror or the secretary has to do with; what is open stands first. */
import { listCampaigns, readCampaign } from '#contract/operations/campaigns'
import { Answer } from '../ui/answer'
import { useSession } from '../api/session'
import { useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'
import { Section } from '../ui/section'
import './jury.css'
import { JurorRound } from './juror-round'
import { SecretaryRounds } from './secretary-rounds'

const RoundsOfCampaign = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const { role } = useSession()
  const campaign = useRead(readCampaign, { params: { campaignId } })
  return (
    <Answer query={campaign} lines={2}>
      {(c) => (
        <Section title={words(c.name)} note={c.organisationName}>
          {role === 'jurySecretary' ? <SecretaryRounds campaignId={campaignId} />
            : c.roundIds.length === 0 ? <Empty title={t('jury.home.noRound')}>{t('jury.home.noRoundFact')}</Empty>
              : <ul className="rounds">{c.roundIds.map((id) => <JurorRound key={id} roundId={id} />)}</ul>}
        </Section>
      )}
    </Answer>
  )
}

export const JuryHome = () => {
  const t = useText()
  const campaigns = useRead(listCampaigns, { params: {} })
  return (
    <PageFrame>
      <h1 className="page-title">{t('jury.title')}</h1>
      <div className="gap" />
      <Answer query={campaigns}>
        {({ campaigns: all }) => (all.length === 0
          ? <Empty title={t('jury.home.none')}>{t('jury.home.noneFact')}</Empty>
          : <div className="jury-campaigns">{all.map((c) => <RoundsOfCampaign key={c.id} campaignId={c.id} />)}</div>)}
      </Answer>
    </PageFrame>
  )
}
