/** The packages of one nomination, or of all that a unit has, on the pages of those who may take them. */
import { listPackages, packageCampaign, packageNomination } from '#contract/operations/packages'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Answer, Refused, type Trouble } from './answer'
import { Button } from './button'
import { PackageList } from './package-list'
import { Section } from './section'
import { say } from './toast'
import { usePackages, type Package } from './use-packages'

interface PackageSectionProps { campaignId: string; shows: (p: Package) => boolean; words: string; busy: boolean; error: Trouble | null; onMake: () => void }

const PackageSection = ({ campaignId, shows, words, busy, error, onMake }: PackageSectionProps) => {
  const t = useText()
  const packages = usePackages(campaignId)
  const own = packages.data?.packages.filter(shows) ?? []
  return (
    <Section title={t('packages.title')} note={packages.data === undefined || own.length === 0 ? undefined : t('packages.listNote', { n: packages.data.keptDays })} action={<Button size="small" busy={busy} onClick={onMake}>{words}</Button>}>
      <Refused error={error} />
      {packages.error !== null && packages.data === undefined ? <Answer query={packages}>{() => null}</Answer> : own.length === 0 ? <p className="detail muted">{t('packages.note')}</p> : <PackageList campaignId={campaignId} packages={own} waitsUntil={packages.data?.waitsUntil ?? null} />}
    </Section>
  )
}

export const PackageOfNomination = ({ campaignId, nominationId }: { campaignId: string; nominationId: string }) => {
  const t = useText()
  const make = useAct(packageNomination, [listPackages.id])
  const go = () => make.mutate({ params: { nominationId } }, { onSuccess: () => say(t('packages.begun')) })
  return <PackageSection campaignId={campaignId} shows={(p) => p.nominationId === nominationId} words={t('packages.makeOne')} busy={make.isPending} error={make.error} onMake={go} />
}

/** Nothing where the unit has nothing to take. */
export const PackageOfUnit = ({ campaignId, count }: { campaignId: string; count: number }) => {
  const t = useText()
  const make = useAct(packageCampaign, [listPackages.id])
  const go = () => make.mutate({ params: { campaignId }, body: {} }, { onSuccess: () => say(t('packages.begun')) })
  if (count === 0) return null
  return <PackageSection campaignId={campaignId} shows={(p) => p.which === 'own'} words={t('packages.makeOwn', { n: count })} busy={make.isPending} error={make.error} onMake={go} />
}
