/** `/unit/n/:nominationId/materials`: drop everything at once or choose per material; each file is judged here before a byte is sent. */
import { useEffect, useRef, type ChangeEvent } from 'react'
import { rulesOf } from '#core/campaign/definition'
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { NeverOnline } from '../../ui/never-online'
import { ReportFile } from '../../ui/report-file'
import { Section } from '../../ui/section'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { SealFiles } from '../late/seal-files'
import { SupplementMaterials } from '../late/late-files'
import { goToHash } from '../go-to-hash'
import { LastReturn } from '../last-return'
import { useNomination } from '../nomination-frame'
import type { NominationContext } from '../reading'
import { ApartFiles } from './apart-files'
import { DropZone } from './drop-zone'
import { MaterialSection } from './material-section'
import { MaterialsReading } from './materials-reading'
import { Paper } from './paper'
import { Papers } from './papers'
import { PhoneHandover } from './phone-handover'
import { Unplaced } from './unplaced'
import { useUploads } from './use-uploads'

const filesOf = ({ nomination }: NominationContext) => nomination.materials.map((m) => ({ fileId: m.fileId, title: m.name }))

const EditMaterials = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const { uploads, items } = useUploads(context)
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const rules = rulesOf(context.campaign.definition, 'material')
  useEffect(goToHash, [])
  const choose = () => input.current?.click()
  const take = (files: readonly File[]) => {
    uploads.add(files, null)
  }
  const onChosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    take([...(target.files ?? [])])
    target.value = ''
  }
  const unplaced = items.filter((i) => i.materialId === null)
  return (
    <PageFrame sideLabel={t('unit.side')} bar={<ActionBar phoneOnly><ButtonLink to={`/unit/n/${context.nomination.id}`}>{t('unit.materials.back')}</ButtonLink><Button onClick={() => camera.current?.click()}>{t('unit.materials.camera')}</Button><Button look="primary" onClick={choose}>{t('unit.materials.choosePhone')}</Button></ActionBar>}
      side={<div className="follows"><LastReturn nomination={context.nomination} /><Section title={t('unit.materials.how')}><ul className="rule-list">{(['kinds', 'phone', 'names', 'resume', 'original'] as const).map((key) => <li key={key}>{t(`unit.materials.how.${key}`)}</li>)}</ul></Section><Papers context={context} /><Paper rules={rules} /></div>}>
      <h2 className="page-title materials-title">{t('unit.materials.title')}</h2>
      <NeverOnline />
      <ApartFiles context={context} />
      <DropZone onFiles={take} onChoose={choose}><PhoneHandover nomination={context.nomination} /></DropZone>
      <input ref={input} type="file" multiple className="hidden-text" aria-label={t('unit.materials.inputAll')} tabIndex={-1} onChange={onChosen} />
      <input ref={camera} type="file" accept="image/*" capture="environment" className="hidden-text" aria-label={t('unit.materials.camera')} tabIndex={-1} onChange={onChosen} />
      {unplaced.length > 0 ? <Unplaced items={unplaced} rules={rules} uploads={uploads} /> : null}
      <SealFiles context={context} items={items} />
      {rules.map((rule) => <MaterialSection key={rule.id} rule={rule} context={context} uploads={uploads} items={items.filter((i) => i.materialId === rule.id)} rules={rules} />)}
      <ReportFile nominationId={context.nomination.id} files={filesOf(context)} />
    </PageFrame>
  )
}

export const MaterialsPage = () => {
  const t = useText()
  const context = useNomination()
  if (context.nomination.may.includes('edit')) return <EditMaterials key={context.nomination.id} context={context} />
  if (context.nomination.may.includes('supplement')) return <SupplementMaterials key={context.nomination.id} context={context} />
  return <PageFrame sideLabel={t('unit.side')} side={<Papers context={context} />}><h2 className="page-title materials-title">{t('unit.materials.title')}</h2><p className="detail muted">{t(`unit.form.closed.${context.nomination.state}`)}</p><ApartFiles context={context} /><MaterialsReading context={context} /><ReportFile nominationId={context.nomination.id} files={filesOf(context)} /></PageFrame>
}
