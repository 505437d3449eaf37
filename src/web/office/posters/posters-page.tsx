/** `/office/c/:campaignId/posters`: for everybody at once, and all that were made. */
import { useState } from 'react'
import { listPosters, makePosters } from '#contract/operations/posters'
import type { AnswerOf } from '#contract/operation'
import type { PosterSizeId } from '#core/publicity/poster/sizes'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import './posters.css'
import { PosterSets, pollSets } from './poster-sets'
import { listPosterTemplates } from '#contract/operations/poster-templates'
import { DesignOrTemplateField, SizesField, type ChosenDesign } from './size-fields'

type Listed = AnswerOf<typeof listPosters>
const Batch = ({ campaignId, people }: { campaignId: string; people: Listed['people'] }) => {
  const t = useText()
  const words = useWords()
  const ready = people.filter((p) => p.ready)
  const own = useRead(listPosterTemplates, {})
  const [chosenDesign, setDesign] = useState<ChosenDesign>({ design: 'c', template: null })
  const { design, template } = chosenDesign
  const [ticked, setSizes] = useState<PosterSizeId[]>(['screen-tall', 'screen-wide'])
  const sizes = ticked.filter((s) => template === null || template.template.sizes.includes(s))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [leftOut, setLeftOut] = useState<AnswerOf<typeof makePosters>['leftOut']>([])
  const make = useAct(makePosters, ['posters.list'])
  if (ready.length === 0) return <Empty title={t('posters.none')}>{t('posters.noneFact')}</Empty>
  const wanted = ready.filter((p) => chosen.includes(p.nominationId))
  const go = () => make.mutate({ params: { campaignId }, body: { design, ...(template !== null && { templateId: template.id }), sizes, people: wanted.map((p) => ({ nominationId: p.nominationId })) } }, { onSuccess: (done) => { say(t('posters.making')); setLeftOut(done.leftOut) } })
  return (
    <>
      <DesignOrTemplateField value={chosenDesign} templates={own.data?.templates ?? []} onChange={setDesign} />
      <SizesField value={sizes} onChange={setSizes} only={template?.template.sizes} />
      <Field label={t('posters.people')} group>{() => (
        <div className="poster-sizes">
          <CheckField label={t('posters.chooseAll', { n: ready.length })} checked={wanted.length === ready.length} onChange={(on) => setChosen(on ? ready.map((p) => p.nominationId) : [])} />
          {people.map((p) => <CheckField key={p.nominationId} label={`${p.name}${p.ready ? '' : t('posters.notReady')}`} disabled={!p.ready} checked={chosen.includes(p.nominationId)} onChange={(on) => setChosen(on ? [...chosen, p.nominationId] : chosen.filter((id) => id !== p.nominationId))} />)}
        </div>
      )}</Field>
      <p className="gap"><Button look="primary" disabled={wanted.length === 0 || sizes.length === 0} busy={make.isPending} onClick={go}>{t('posters.makeBatch', { n: wanted.length, m: wanted.length * sizes.length })}</Button></p>
      {leftOut.length === 0 ? null : <div role="status"><p><b>{t('posters.leftOut', { n: leftOut.length })}</b></p><ul>{leftOut.map((l) => <li key={l.name}>{l.name}：{words(asFindings([l.finding])[0]!.what)}</li>)}</ul></div>}
      <Refused error={make.error} />
    </>
  )
}

export const PostersPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(listPosters, { params: { campaignId: campaign.id } }, { refetchMs: pollSets })
  return (
    <PageFrame>
      <p className="detail"><ButtonLink look="quiet" size="small" to={`/office/c/${campaign.id}/stories`}>← {t('posters.backAll')}</ButtonLink></p>
      <h1 className="page-title">{t('posters.title')}</h1>
      <p className="detail muted">{t('posters.note')}</p>
      <Answer query={query}>{(data) => <><Section title={t('posters.batch')} note={t('posters.batchNote')} action={<ButtonLink to="/office/poster-templates">{t('posterTemplates.nav')}</ButtonLink>}><Batch campaignId={campaign.id} people={data.people} /></Section><PosterSets campaignId={campaign.id} sets={data.sets} /></>}</Answer>
    </PageFrame>
  )
}
