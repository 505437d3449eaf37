/** `/office/c/:campaignId/attachments/form`: the office's own form as the product reads it; cell by cell corrected, then seen filled in. */
import { useState } from 'react'
import { correctFormPlaces, exampleForm, readFormPlaces } from '#contract/operations/forms'
import { FORM_ID } from '#core/campaign/attachments'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { ChoosePlace } from './choose-place'
import { FormPicture } from './form-picture'
import './form-places.css'
import type { Chosen, FormPlaces } from './places'

const Standing = ({ form, changed, names }: { form: FormPlaces; changed: number; names: (keys: readonly string[]) => string }) => {
  const t = useText()
  return (
    <ul className="form-standing">
      <li><State kind="ok">{t('office.form.read', { n: form.places.length + form.tags.filter((x) => x.kind === 'value').length })}</State></li>
      <li><State kind={form.unknown.length > 0 ? 'warn' : 'ok'}>{t('office.form.unknown', { n: form.unknown.length })}</State>{form.unknown.length > 0 ? <p className="detail">{form.unknown.map((u) => u.text.trim()).join(t('common.comma'))}</p> : null}</li>
      <li><State kind={form.unplaced.length > 0 ? 'warn' : 'ok'}>{t('office.form.unplaced', { n: form.unplaced.length })}</State>{form.unplaced.length > 0 ? <p className="detail">{names(form.unplaced)}</p> : null}</li>
      {changed > 0 ? <li><State kind="half">{t('office.form.changed', { n: changed })}</State></li> : null}
    </ul>
  )
}

const Places = ({ form }: { form: FormPlaces }) => {
  const t = useText()
  const words = useWords()
  const { campaign } = useCampaign()
  const [mine, setMine] = useState<Chosen>({})
  const [at, setAt] = useState<string | null>(null)
  const correct = useAct(correctFormPlaces, ['forms.places'])
  const nameOf = (key: string) => words(form.choices.find((c) => c.key === key)?.name ?? { zh: key, en: key })
  const names = (keys: readonly string[]) => keys.map(nameOf).join(t('common.comma'))
  const changed = Object.keys(mine).length
  const editable = form.by !== 'product' && campaign.state !== 'closed'
  const params = { campaignId: campaign.id, attachmentId: FORM_ID }
  const save = () => correct.mutate({ params, body: { sha256: form.sha256, corrections: { ...form.corrections, ...mine } } }, { onSuccess: () => { setMine({}); say(t('office.form.saved')) } })
  const blocked = form.findings.some((f) => f.strength === 'block')
  return (
    <PageFrame sideLabel={t('office.form.standing')} side={
      <div className="follows">
        <Section title={t('office.form.standing')}><Standing form={form} changed={changed} names={names} /></Section>
        <div className="form-acts">
          {editable && form.spots !== null ? <Button look="primary" busy={correct.isPending} disabled={changed === 0} onClick={save}>{t('office.form.save')}</Button> : null}
          {form.spots === null || blocked ? null : <ButtonLink reload icon="down" to={addressOf(exampleForm, params)}>{t('office.form.example')}</ButtonLink>}
          <ButtonLink look="quiet" to={`/office/c/${campaign.id}/attachments`}>{t('office.form.back')}</ButtonLink>
        </div>
        <Refused error={correct.error} />
      </div>
    }>
      <Section title={t('office.form.title')} note={form.fileName}>
        {form.findings.length > 0 ? <Findings>{asFindings(form.findings).map((f) => <FindingCard key={f.code + f.what.zh} finding={f} />)}</Findings> : null}
        {form.spots === null ? null : form.spots.length === 0 ? <Empty title={t('office.form.empty')}>{t('office.form.emptyFact')}</Empty> : <><p className="detail">{t(editable ? 'office.form.how' : 'office.form.howOwn')}</p><FormPicture form={form} mine={mine} nameOf={nameOf} onChoose={editable ? setAt : null} /></>}
      </Section>
      {at === null ? null : <ChoosePlace form={form} mine={mine} id={at} nameOf={nameOf} onClose={() => setAt(null)} onChosen={(key) => { setMine({ ...mine, [at]: key }); setAt(null) }} />}
    </PageFrame>
  )
}

export const FormPlacesPage = () => {
  const { campaign } = useCampaign()
  const query = useRead(readFormPlaces, { params: { campaignId: campaign.id, attachmentId: FORM_ID } })
  if (query.data === undefined) return <PageFrame><Answer query={query} lines={8}>{() => null}</Answer></PageFrame>
  return <Places key={query.data.sha256} form={query.data} />
}
