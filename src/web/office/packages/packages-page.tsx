/** `/office/c/:campaignId/packages`: whole dossiers taken out as one zip, all of them or those accepted. */
import { searchNominations } from '#contract/operations/search'
import { isStanding, nominationStates } from '#core/nomination/state'
import { listPackages, packageCampaign } from '#contract/operations/packages'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PackageList } from '../../ui/package-list'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { usePackages } from '../../ui/use-packages'
import { useCampaign } from '../campaign-frame'

const inside = ['folder', 'form', 'materials', 'index', 'sums'] as const

const Inside = () => {
  const t = useText()
  return <Section title={t('packages.inside')}><ul className="package-inside">{inside.map((part) => <li key={part}>{t(`packages.inside.${part}`)}</li>)}</ul><p className="small muted package-privacy">{t('packages.privacy')}</p></Section>
}

const Make = ({ campaignId, all, accepted, ready }: { campaignId: string; all: number; accepted: number; /** One lies ready: to take it is what comes next. */ ready: boolean }) => {
  const t = useText()
  const make = useAct(packageCampaign, [listPackages.id])
  const go = (which: 'standing' | 'accepted') => make.mutate({ params: { campaignId }, body: { which } }, { onSuccess: () => say(t('packages.begun')) })
  if (all === 0) return <Empty title={t('packages.nothing')}>{t('packages.nothingFact')}</Empty>
  return (
    <>
      <p className="package-acts">
        <Button {...(!ready && { look: 'primary' as const })} busy={make.isPending} onClick={() => go('standing')}>{t('packages.makeAll', { n: all })}</Button>
        {accepted > 0 && accepted < all ? <Button busy={make.isPending} onClick={() => go('accepted')}>{t('packages.makeAccepted', { n: accepted })}</Button> : null}
      </p>
      <Refused error={make.error} />
    </>
  )
}

export const PackagesPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const queue = useRead(searchNominations, { params: { campaignId: campaign.id }, query: { q: '', limit: 1 } })
  const packages = usePackages(campaign.id)
  const counts = queue.data?.counts ?? {}
  const standing = nominationStates.filter(isStanding).reduce((n, s) => n + (counts[s] ?? 0), 0)
  const ready = packages.data?.packages[0]?.state === 'ready'
  return (
    <PageFrame side={<Inside />} sideLabel={t('packages.inside')}>
      <h1 className="page-title">{t('packages.title')}</h1>
      <p className="detail muted">{t('packages.note')}</p>
      <Answer query={queue}>{() => <Make campaignId={campaign.id} all={standing} accepted={counts.accepted ?? 0} ready={ready} />}</Answer>
      <Answer query={packages}>{(data) => (
        <Section title={t('packages.list')} note={t('packages.listNote', { n: data.keptDays })}>
          {data.packages.length === 0 ? <Empty title={t('packages.none')}>{t('packages.noneFact')}</Empty> : <PackageList campaignId={campaign.id} packages={data.packages} waitsUntil={data.waitsUntil} main />}
        </Section>
      )}</Answer>
    </PageFrame>
  )
}
