/** Frame of one nomination: its navigation in the top bar, the band with next step and clock on every page. On the checklist the band grows. */
import { Navigate, Outlet, useMatch, useOutletContext, useParams } from 'react-router'
import { appraisalSteps } from '#core/appraisal/steps'
import { readCampaign } from '#contract/operations/campaigns'
import { readNomination } from '#contract/operations/nominations'
import { useRead } from '../api/use-operation'
import { useSession } from '../api/session'
import { Shell } from '../ui/shell'
import { Answer } from '../ui/answer'
import { useText } from '../text/use-text'
import { PageFrame } from '../ui/page-frame'
import { ForUnitBanner } from './for-unit-banner'
import { UnitBand } from './unit-band'
import { blocksOf, endFor, findingsOf, type NominationContext } from './reading'
import { useNextWords } from './next-words'
import './unit.css'

export const useNomination = (): NominationContext => useOutletContext<NominationContext>()

const useItems = (nominationId: string, context: NominationContext | undefined) => {
  const t = useText()
  const at = (path: string) => `/unit/n/${nominationId}${path}`
  const materials = context ? blocksOf(findingsOf(context.nomination.findings)).filter((f) => f.at.material !== undefined).length : 0
  const home = context ? [{ to: `/unit/c/${context.campaign.id}`, label: t('unit.nav.campaign') }] : []
  if (context?.nomination.offline) return [...home, { to: at(''), label: t('secrecy.offline.registered'), end: true }, { to: at('/approve'), label: t('unit.nav.approve') }]
  return [
    ...home, { to: at(''), label: t('unit.nav.checklist'), end: true }, { to: at('/form'), label: t('unit.nav.form') }, { to: at('/materials'), label: t('unit.nav.materials'), count: materials },
    { to: at('/answers'), label: t('unit.nav.answers') }, ...(context && appraisalSteps(context.campaign.definition).length > 0 ? [{ to: at('/appraisal'), label: t('appraisal.nav') }] : []), { to: at('/approve'), label: t('unit.nav.approve') },
  ]
}

const Band = (context: NominationContext) => {
  const t = useText()
  const hero = useMatch('/unit/n/:nominationId') !== null
  const { title } = useNextWords(context)
  const { nomination: n, campaign } = context
  const who = <>{t('unit.candidate')}<b>{n.candidateName}</b>{n.employer ? t('unit.ofEmployer', { employer: n.employer }) : ''}</>
  return <UnitBand campaign={campaign} hero={hero} end={endFor(context)} returned={n.state === 'returned'} {...(hero ? { facts: [who] } : { next: title })} />
}

/** What goes by hand has two pages; an address of another leads to the first. */
const Pages = (context: NominationContext) => {
  const page = useMatch('/unit/n/:nominationId/:page')?.params.page
  const none = context.nomination.offline !== null && page !== undefined && page !== 'approve'
  return none ? <Navigate to={`/unit/n/${context.nomination.id}`} replace /> : <Outlet context={context satisfies NominationContext} />
}

export const NominationFrame = () => {
  const { nominationId = '' } = useParams()
  const { signedIn } = useSession()
  const nomination = useRead(readNomination, { params: { nominationId } }, { enabled: signedIn })
  const campaign = useRead(readCampaign, { params: { campaignId: nomination.data?.campaignId ?? '' } }, { enabled: nomination.data !== undefined })
  // What was submitted stays under the version it was judged by, whatever was amended since.
  const context = nomination.data && campaign.data ? { nomination: nomination.data, campaign: { ...campaign.data, definition: nomination.data.definition ?? campaign.data.definition } } : undefined
  const items = useItems(nominationId, context)
  return (
    <Shell home="/unit" items={items} roles={['unitClerk', 'unitApprover']}>
      {context ? <><Band {...context} /><ForUnitBanner campaignId={context.campaign.id} /><Pages {...context} /></> : (
        <PageFrame><Answer query={nomination}>{() => <Answer query={campaign}>{() => null}</Answer>}</Answer></PageFrame>
      )}
    </Shell>
  )
}
