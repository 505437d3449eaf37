/** After the honours were given: certificates as a package, the draft of the letter, the way to the register. */
import { readAnnouncement } from '#contract/operations/announcement'
import { honoursWord, packageCertificates, shapeCertificates } from '#contract/operations/honours'
import { listPackages } from '#contract/operations/packages'
import { addressOf } from '../../api/call'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { PackageList } from '../../ui/package-list'
import { SelectField } from '../../ui/choice-fields'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { usePackages } from '../../ui/use-packages'

export const Certificates = ({ campaignId, upright }: { campaignId: string; upright: boolean }) => {
  const t = useText()
  const make = useAct(packageCertificates, [listPackages.id])
  const shape = useAct(shapeCertificates, [readAnnouncement.id, 'ledger.read'])
  const packages = usePackages(campaignId)
  const own = packages.data?.packages.filter((p) => p.which === 'certificates') ?? []
  return (
    <Section title={t('honours.certificates')} note={t('honours.certificatesNote')}>
      <div className="certificate-shape"><SelectField label={t('honours.shape')} value={upright ? 'upright' : 'lying'} onChange={(v) => shape.mutate({ params: { campaignId }, body: { upright: v === 'upright' } }, { onSuccess: () => say(t('honours.shaped')) })} options={[{ value: 'lying', label: t('honours.lying') }, { value: 'upright', label: t('honours.upright') }]} hint={t('honours.shapeHint')} /></div>
      <Refused error={shape.error} />
      <div className="acts">
        <Button busy={make.isPending} onClick={() => make.mutate({ params: { campaignId } }, { onSuccess: () => say(t('honours.begun')) })}>{t('honours.packageAll')}</Button>
        <ButtonLink reload icon="down" to={addressOf(honoursWord, { campaignId })}>{t('honours.document')}</ButtonLink>
        <ButtonLink to={`/office/honours?campaign=${campaignId}`}>{t('honours.toRegister')}</ButtonLink>
        <ButtonLink reload look="quiet" to="/check">{t('honours.check')}</ButtonLink>
      </div>
      <Refused error={make.error} />
      {own.length === 0 ? null : <div className="gap"><PackageList campaignId={campaignId} packages={own} waitsUntil={packages.data?.waitsUntil ?? null} /></div>}
    </Section>
  )
}
