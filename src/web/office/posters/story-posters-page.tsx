/** `/office/c/:campaignId/stories/:nominationId/posters`: one person's poster, chosen and seen at once. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { listPosters, makePosters, readPosters } from '#contract/operations/posters'
import type { AnswerOf } from '#contract/operation'
import { listPosterTemplates } from '#contract/operations/poster-templates'
import type { Crop } from '#core/publicity/poster/crop'
import { posterLimits } from '#core/publicity/poster/poster'
import { pictureFor } from '#core/publicity/poster/propose'
import { posterSizes, sizeOf, type PosterSizeId } from '#core/publicity/poster/sizes'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { mediaAddress } from '../../ui/stories/story-reading'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { artOf } from './template-art'
import { PosterDrawing } from './poster-drawing'
import { PosterSets, pollSets } from './poster-sets'
import { CropFields, CropStage, cropOf } from './crop-fields'
import { DesignOrTemplateField, SizesField, type ChosenDesign } from './size-fields'
import { usePreview } from './use-preview'

type About = AnswerOf<typeof readPosters>
const linesIn = (text: string): string[] => text.split('\n').map((l) => l.trim()).filter((l) => l !== '').slice(0, 2 * posterLimits.lines)

const Maker = ({ nominationId, about }: { nominationId: string; about: About }) => {
  const t = useText()
  const words = useWords()
  const { campaign } = useCampaign()
  const own = useRead(listPosterTemplates, {})
  const [chosenDesign, setDesign] = useState<ChosenDesign>({ design: 'a', template: null })
  const { design, template } = chosenDesign
  const [crop, setCrop] = useState<Crop | null>(null)
  const [text, setText] = useState((about.proposals[0] ?? []).join('\n'))
  const [chosen, setChosen] = useState<string | null>(null)
  const [ticked, setSizes] = useState<PosterSizeId[]>(['screen-tall', 'screen-wide'])
  const offered = posterSizes.filter((s) => template === null || template.template.sizes.includes(s.id))
  const sizes = ticked.filter((id) => offered.some((s) => s.id === id))
  const [looked, setSeen] = useState<PosterSizeId>('screen-tall')
  const seen = offered.some((s) => s.id === looked) ? looked : offered[0]!.id
  const picture = about.pictures.find((p) => p.id === chosen) ?? pictureFor(design, about.portrait, about.pictures)!
  const preview = usePreview({ nominationId, design, size: seen, words: linesIn(text), mediaId: picture.id, templateId: template?.id ?? null, crop })
  const drawing = preview.data?.drawing
  const make = useAct(makePosters, ['posters.list'])
  const sets = useRead(listPosters, { params: { campaignId: campaign.id } }, { refetchMs: pollSets })
  const findings = asFindings(preview.data?.findings ?? [])
  const against = asFindings(about.against)
  const blocks = against.length > 0 || findings.some((f) => f.strength === 'block')
  const go = () => make.mutate({ params: { campaignId: campaign.id }, body: { design, ...(template !== null && { templateId: template.id }), sizes, people: [{ nominationId, words: linesIn(text), mediaId: picture.id, ...(crop !== null && { crop }) }] } }, { onSuccess: () => say(t('posters.making')) })
  const bar = <ActionBar say={t('posters.note')}><Button look="primary" disabled={blocks || sizes.length === 0 || preview.data === undefined} busy={make.isPending} onClick={go}>{t('posters.make', { n: sizes.length })}</Button></ActionBar>
  return (
    <PageFrame bar={bar}>
      <p className="detail"><ButtonLink look="quiet" size="small" to={`/office/c/${campaign.id}/stories/${nominationId}`}>← {t('posters.back')}</ButtonLink></p>
      <h1 className="page-title">{t('posters.of', { name: about.name })}</h1>
      {against.length === 0 ? null : <Section title={t('posters.release')}><Findings>{against.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings></Section>}
      <div className="poster-work">
      <Section title={t('posters.compose')}>
        <DesignOrTemplateField value={chosenDesign} templates={own.data?.templates ?? []} onChange={setDesign} />
        <TextArea label={t('posters.words')} required value={text} onChange={setText} hint={t('posters.wordsHint')} rows={4} />
        {about.proposals.length < 2 ? null : <><h3 className="detail">{t('posters.proposals')}</h3><ul className="poster-proposals">{about.proposals.map((p) => <li key={p.join('')}><span>{p.join('')}</span><Button size="small" look="quiet" onClick={() => setText(p.join('\n'))}>{t('posters.use')}<span className="hidden-text">：{p.join('')}</span></Button></li>)}</ul></>}
        <SelectField label={t('posters.picture')} required value={picture.id} onChange={(v) => { setChosen(v === '' ? null : v); setCrop(null) }} options={about.pictures.map((p) => ({ value: p.id, label: t('posters.pictureSize', { name: p.name, w: p.width, h: p.height }) }))} />
        {drawing === undefined ? null : <Field label={t('posters.crop')} group>{() => <CropFields crop={cropOf(drawing, crop)} chosen={crop !== null} onChange={setCrop} />}</Field>}
        <SizesField value={sizes} onChange={setSizes} only={template?.template.sizes} />
      </Section>
      <section className="poster-look" aria-label={t('posters.preview')}>
        <SelectField label={t('posters.previewSize')} value={seen} onChange={(v) => setSeen(v === '' ? 'screen-tall' : v as PosterSizeId)} options={offered.map((s) => ({ value: s.id, label: words(s.name) }))} />
        <div className={preview.busy ? 'poster-stage poster-waits' : 'poster-stage'} aria-busy={preview.busy}>
          {preview.data === undefined ? (preview.error === null ? <p className="muted">{t('posters.drawing')}</p> : <p className="muted">{t('posters.previewFailed')}</p>)
            : (
              <CropStage drawing={preview.data.drawing} picture={picture} crop={cropOf(preview.data.drawing, crop)} onChange={setCrop}>
                <PosterDrawing drawing={preview.data.drawing} crop={crop ?? undefined} art={template === null ? undefined : artOf(template.template)} picture={{ address: mediaAddress(nominationId, picture.id, 1600), width: picture.width, height: picture.height }} label={t('posters.previewOf', { name: about.name, design: template?.template.name ?? t(`posters.design.${design}`), size: words(sizeOf(seen).name) })} />
              </CropStage>
            )}
        </div>
        <Refused error={preview.error} />
        <Section title={t('posters.findings')}>{preview.data === undefined ? null : findings.length === 0 ? <p><State kind="ok">{t('posters.fine')}</State></p> : <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}</Section>
      </section>
      </div>
      <Refused error={make.error} />
      <Answer query={sets}>{(data) => <PosterSets campaignId={campaign.id} sets={data.sets.filter((s) => s.posters.some((p) => p.nominationId === nominationId))} />}</Answer>
    </PageFrame>
  )
}

export const StoryPostersPage = () => {
  const t = useText()
  const { nominationId = '' } = useParams()
  const query = useRead(readPosters, { params: { nominationId } })
  if (query.data === undefined) return <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>
  return query.data.pictures.length === 0 ? <PageFrame><Empty title={t('posters.noPictures')}>{t('posters.noPicturesFact')}</Empty></PageFrame> : <Maker key={nominationId} nominationId={nominationId} about={query.data} />
}
