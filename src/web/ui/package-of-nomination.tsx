/** The package of one nomination, on the pages of those who may take it. */
import { listPackages, packageNomination } from '#contract/operations/packages'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Answer, Refused } from './answer'
import { Button } from './button'
import { PackageList } from './package-list'
import { Section } from './section'
import { say } from './toast'
import { usePackages } from './use-packages'

export const PackageOfNomination = ({ campaignId, nominationId }: { campaignId: string; nominationId: string }) => {
  const t = useText()
  const packages = usePackages(campaignId)
  const make = useAct(packageNomination, [listPackages.id])
  const go = () => make.mutate({ params: { nominationId } }, { onSuccess: () => say(t('packages.begun')) })
  const own = packages.data?.packages.filter((p) => p.nominationId === nominationId) ?? []
  return (
    <Section title={t('packages.title')} note={packages.data === undefined || own.length === 0 ? undefined : t('packages.listNote', { n: packages.data.keptDays })} action={<Button size="small" busy={make.isPending} onClick={go}>{t('packages.makeOne')}</Button>}>
      <Refused error={make.error} />
      {packages.error === null ? own.length === 0 ? <p className="detail muted">{t('packages.note')}</p> : <PackageList campaignId={campaignId} packages={own} /> : <Answer query={packages}>{() => null}</Answer>}
    </Section>
  )
}
