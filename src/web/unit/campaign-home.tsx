/** `/unit/c/:campaignId`: the campaign's home for the unit: band, next step, own nominations with the quota, rules in sentences, the office. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { readCampaign } from '#contract/operations/campaigns'
import { listNominations } from '#contract/operations/nominations'
import { nominationQuota } from '#core/campaign/definition'
import { useRead } from '../api/use-operation'
import { useSession } from '../api/session'
import { Answer } from '../ui/answer'
import { useText, useWords } from '../text/use-text'
import { useBeginLate } from '../ui/begin-late'
import { Button, ButtonLink } from '../ui/button'
import { ClauseRef } from '../ui/clause-ref'
import { Dues } from '../ui/dues'
import { FindingCard } from '../ui/finding-card'
import { NextStep } from '../ui/next-step'
import { AdvisoryBanners } from '../ui/situations/advisory-banners'
import { PackageOfUnit } from '../ui/package-section'
import { ActionBar, PageFrame } from '../ui/page-frame'
import { AttachmentFiles } from './attachment-files'
import { OwnActivities } from './activities/own-activities'
import { OwnInterviews } from './interviews/own-interviews'
import { OwnSituations } from './situations/own-situations'
import { AskedBeforeNotice } from './asked-before-notice'
import { Acknowledge } from './acknowledge'
import { UnitBand } from './unit-band'
import { CampaignRules } from './campaign-rules'
import { Contact } from './contact'
import { NewNomination } from './new-nomination'
import { BeginOffline } from './offline/begin-offline'
import { nextOf } from './nomination-chips'
import { OwnNominations } from './own-nominations'
import { OwnQuota } from './own-quota'
import { UnitOrder } from './unit-order'
import type { Campaign } from './reading'

type Own = AnswerOf<typeof listNominations>

/** The nomination the next step is about: the one `nextOf` names. */
const leading = ({ nominations }: Own) => nominations.find((n) => nextOf(nominations) === `unit.own.${n.state}`)

const useNext = (campaign: Campaign, own: Own, begin: () => void) => {
  const t = useText()
  const words = useWords()
  const session = useSession()
  const late = useBeginLate(campaign)
  const n = leading(own)
  if (n) return { title: t(nextOf(own.nominations)), why: t('unit.home.of', { name: n.candidateName }), act: <ButtonLink look="primary" to={`/unit/n/${n.id}`}>{t('unit.home.openNomination')}</ButtonLink> }
  if (late) return { title: words(late.what), why: words(late.mend), clause: late.clause, act: null }
  if (session.role !== 'unitClerk') return { title: t('unit.home.waitClerk'), why: t('unit.home.waitClerkWhy'), act: null }
  return { title: t('unit.home.begin'), why: t('unit.home.beginWhy'), clause: nominationQuota(campaign.definition)?.rests ?? null, act: <Button look="primary" onClick={begin}>{t('unit.new.act')}</Button> }
}

/** The order and the sheet while nominations can be begun; after that why not, where the next step speaks of something else. */
const OrderOrLate = ({ campaign, own }: { campaign: Campaign; own: Own }) => {
  const t = useText()
  const late = useBeginLate(campaign)
  if (late) return leading(own) === undefined ? null : <FindingCard compact finding={late} />
  return <><UnitOrder campaignId={campaign.id} nominations={own.nominations} /><p className="gap"><Link className="link" to={`/unit/c/${campaign.id}/import`}>{t('people.sheet.open')}</Link></p></>
}

const Home = ({ campaign, own }: { campaign: Campaign; own: Own }) => {
  const t = useText()
  const { role } = useSession()
  const [adding, setAdding] = useState<'online' | 'offline' | null>(null)
  // A dialog tells that it closed after the other opened in its place.
  const shut = (which: 'online' | 'offline') => () => setAdding((now) => (now === which ? null : now))
  const next = useNext(campaign, own, () => setAdding('online'))
  const late = useBeginLate(campaign)
  const another = role === 'unitClerk' && campaign.state === 'open' && late === undefined && leading(own) !== undefined
  return (
    <>
      <UnitBand campaign={campaign} hero end={campaign.deadline} facts={[<Acknowledge key="acknowledge" campaignId={campaign.id} />]} />
      <PageFrame sideLabel={t('unit.side')} side={<><Dues definition={campaign.definition} end={campaign.deadline} /><Contact contact={campaign.contact} /></>} bar={next.act ? <ActionBar phoneOnly>{next.act}</ActionBar> : null}
        top={<NextStep act={next.title} inBar {...(next.act && { actions: next.act })}>{next.why} {next.clause ? <ClauseRef clause={next.clause} withSource /> : null}</NextStep>}>
        <AdvisoryBanners campaignId={campaign.id} />
        <AskedBeforeNotice campaignId={campaign.id} />
        <OwnNominations own={own} quotaRule={nominationQuota(campaign.definition)} action={another ? <Button onClick={() => setAdding('online')}>{t('unit.new.act')}</Button> : null} order={role === 'unitClerk' && campaign.state === 'open' ? <OrderOrLate campaign={campaign} own={own} /> : null} />
        <OwnActivities campaignId={campaign.id} />
        <OwnInterviews campaignId={campaign.id} />
        <OwnSituations campaignId={campaign.id} />
        <OwnQuota campaignId={campaign.id} />
        <AttachmentFiles campaignId={campaign.id} />
        <PackageOfUnit campaignId={campaign.id} count={own.nominations.filter((n) => n.state !== 'withdrawn').length} />
        <CampaignRules definition={campaign.definition} />
      </PageFrame>
      <NewNomination campaign={campaign} open={adding === 'online'} onClose={shut('online')} onOffline={() => setAdding('offline')} />
      <BeginOffline campaignId={campaign.id} open={adding === 'offline'} onClose={shut('offline')} />
    </>
  )
}

export const CampaignHome = () => {
  const { campaignId = '' } = useParams()
  const campaign = useRead(readCampaign, { params: { campaignId } }, { look: 'campaign' })
  const own = useRead(listNominations, { params: { campaignId } }, { look: 'campaign' })
  if (campaign.data && own.data) return <Home campaign={campaign.data} own={own.data} />
  return <PageFrame><Answer query={campaign}>{() => <Answer query={own}>{() => null}</Answer>}</Answer></PageFrame>
}
