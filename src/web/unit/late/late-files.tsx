/** 报送后还可以传的: what is missing, until when, and where it is uploaded. The core says which; nothing is decided here. */
import { rulesOf } from '#core/campaign/definition'
import { openLater } from '#core/nomination/late-files'
import { trackOf } from '#core/nomination/state'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { MaterialSection } from '../materials/material-section'
import { MaterialsReading } from '../materials/materials-reading'
import { Papers } from '../materials/papers'
import { useUploads } from '../materials/use-uploads'
import type { Nomination, NominationContext } from '../reading'
import { lateFindings } from './late-findings'
import { SealedFiles } from './seal-files'

const List = ({ n }: { n: Nomination }) => {
  const findings = lateFindings(n)
  return (
    <>
      {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      {n.sealed.length > 0 ? <SealedFiles files={n.sealed} /> : null}
    </>
  )
}

export const LateFiles = ({ nomination: n }: { nomination: Nomination }) => {
  const t = useText()
  if (lateFindings(n).length === 0 && n.sealed.length === 0) return null
  return (
    <Section title={t('late.files.title')} note={t('late.files.note')} action={n.may.includes('supplement') ? <ButtonLink to={`/unit/n/${n.id}/materials`}>{t('late.files.go')}</ButtonLink> : null}>
      <List n={n} />
    </Section>
  )
}

/** The materials page of a nomination whose form is closed, while some files may still come. */
export const SupplementMaterials = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const { nomination: n, campaign } = context
  const { now } = useSession()
  const { uploads, items } = useUploads(context)
  const rules = rulesOf(campaign.definition, 'material')
  const open = openLater(campaign.definition, { state: n.state, track: trackOf(n), end: campaign.deadline ?? 0, sealed: n.sealed, at: now() }, (id) => n.materials.filter((m) => m.materialId === id).length)
  // One that is complete now, or whose time is over, keeps the rows of its own uploads.
  const shown = rules.filter((r) => open.includes(r) || items.some((i) => i.materialId === r.id && i.phase !== 'kept'))
  return (
    <PageFrame sideLabel={t('unit.side')} side={<Papers context={context} />}>
      <h2 className="page-title materials-title">{t('late.files.title')}</h2>
      <p className="detail muted">{t('late.files.only')}</p>
      <List n={n} />
      {shown.map((rule) => <MaterialSection key={rule.id} rule={rule} rules={rules} context={context} uploads={uploads} items={items.filter((i) => i.materialId === rule.id)} />)}
      <Section title={t('late.files.rest')}><MaterialsReading context={context} filed /></Section>
    </PageFrame>
  )
}
