/** One template, changed and seen at once with short and long names. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addPosterTemplate, changePosterTemplate, previewPosterTemplate } from '#contract/operations/poster-templates'
import type { AnswerOf } from '#contract/operation'
import { sampleNames, type SampleName } from '#core/publicity/poster/judge-template'
import { posterSizes, sizeOf, type PosterSizeId } from '#core/publicity/poster/sizes'
import { colourRoles, templateLimits, type PosterTemplate } from '#core/publicity/poster/template'
import { call, type OfflineError, type ProblemError } from '../../api/call'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Field } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useSettled } from '../../ui/use-settled'
import { ArtField, type Art } from './art-field'
import { PosterDrawing } from './poster-drawing'
import { DesignField, SizesField, type OwnTemplate } from './size-fields'
import { artOf, silhouette } from './template-art'

export const freshTemplate: PosterTemplate = { name: '', base: 'a', colours: { ground: '#ffffff', ink: '#1d1b19', accent: '#b8321f' }, title: '', hosts: [], sizes: posterSizes.map((s) => s.id), background: null, emblem: null }

/** What can be asked before a name is there. */
const usePreview = (template: PosterTemplate, size: PosterSizeId, sample: SampleName) => {
  const settled = useSettled(JSON.stringify({ ...template, name: template.name.trim() === '' ? '—' : template.name }))
  return useQuery<AnswerOf<typeof previewPosterTemplate>, ProblemError | OfflineError>({
    queryKey: [previewPosterTemplate.id, settled, size, sample], queryFn: ({ signal }) => call(previewPosterTemplate, { body: { template: JSON.parse(settled) as Record<string, unknown>, size, sample } }, signal),
    placeholderData: (before) => before, retry: false, staleTime: 60_000,
  })
}

const Colours = ({ value, onChange }: { value: PosterTemplate['colours']; onChange: (c: PosterTemplate['colours']) => void }) => {
  const t = useText()
  return (
    <Field label={t('posterTemplates.colours')} hint={t('posterTemplates.coloursHint')} group>{() => (
      <div className="poster-colours">{colourRoles.map((role) => {
        const what = t(`posterTemplates.colour.${role}`)
        const set = (c: string) => onChange({ ...value, [role]: c })
        return (
          <Field key={role} label={what}>{(wiring) => (
            <span className="poster-colour">
              <input {...wiring} type="color" value={/^#[0-9a-f]{6}$/iu.test(value[role]) ? value[role] : '#000000'} onChange={(e) => set(e.target.value)} />
              <input className="input" type="text" aria-label={t('posterTemplates.code', { what })} value={value[role]} spellCheck={false} autoComplete="off" onChange={(e) => set(e.target.value)} />
            </span>
          )}</Field>
        )
      })}</div>
    )}</Field>
  )
}

export const TemplateEditor = ({ of, art, onDone }: { of: OwnTemplate | null; art: readonly Art[]; onDone: () => void }) => {
  const t = useText()
  const words = useWords()
  const [tpl, setTemplate] = useState<PosterTemplate>(of?.template ?? freshTemplate)
  const [hosts, setHosts] = useState(tpl.hosts.join('\n'))
  const [looked, setSize] = useState<PosterSizeId>('screen-tall')
  const [sample, setSample] = useState<SampleName>('short')
  const size = tpl.sizes.includes(looked) ? looked : tpl.sizes[0] ?? 'screen-tall'
  // A picture that arrives late must not take back what was changed meanwhile.
  const change = (c: Partial<PosterTemplate>) => setTemplate((was) => ({ ...was, ...c }))
  const preview = usePreview(tpl, size, sample)
  const [add, put] = [useAct(addPosterTemplate, ['posterTemplates.list']), useAct(changePosterTemplate, ['posterTemplates.list'])]
  const findings = asFindings(preview.data?.findings ?? [])
  const done = { onSuccess: ({ version }: { version: number }) => { say(t('posterTemplates.saved', { n: version })); onDone() } }
  const save = () => { const body = { template: { ...tpl } as Record<string, unknown> }; if (of === null) add.mutate({ body }, done); else put.mutate({ params: { templateId: of.id }, body: { ...body, version: of.version } }, done) }
  return (
    <>
      <div className="poster-work">
        <Section title={of === null ? t('posterTemplates.new') : t('posterTemplates.one', { name: of.template.name })}>
          <TextField label={t('posterTemplates.name')} required max={templateLimits.name} value={tpl.name} onChange={(name) => change({ name })} />
          <DesignField value={tpl.base} onChange={(base) => change({ base })} />
          <Colours value={tpl.colours} onChange={(colours) => change({ colours })} />
          <ArtField kind="background" value={tpl.background?.artId ?? null} art={art} onChange={(artId) => change({ background: artId === null ? null : { artId, veil: tpl.background?.veil ?? 85 } })} />
          {tpl.background === null ? null : <Field label={t('posterTemplates.veil', { n: tpl.background.veil })}>{(wiring) => <input {...wiring} className="poster-range" type="range" min={templateLimits.leastVeil} max={templateLimits.mostVeil} step="1" value={tpl.background!.veil} onChange={(e) => change({ background: { ...tpl.background!, veil: Number(e.target.value) } })} />}</Field>}
          <ArtField kind="emblem" value={tpl.emblem} art={art} onChange={(emblem) => change({ emblem })} />
          <TextField label={t('posterTemplates.heading')} hint={t('posterTemplates.headingHint')} max={templateLimits.title} value={tpl.title} onChange={(title) => change({ title })} />
          <TextArea label={t('posterTemplates.hosts')} hint={t('posterTemplates.hostsHint')} rows={3} value={hosts} onChange={(text) => { setHosts(text); change({ hosts: text.split('\n').map((h) => h.trim()).filter((h) => h !== '') }) }} />
          <SizesField value={tpl.sizes} onChange={(sizes) => change({ sizes })} />
          <p className="row-of"><Button look="primary" busy={add.isPending || put.isPending} disabled={tpl.name.trim() === '' || preview.isFetching || findings.some((f) => f.strength === 'block')} onClick={save}>{of === null ? t('posterTemplates.add') : t('posterTemplates.save', { n: of.version + 1 })}</Button><Button onClick={onDone}>{t('posterTemplates.cancel')}</Button></p>
          <Refused error={add.error ?? put.error} />
        </Section>
        <section className="poster-look" aria-label={t('posterTemplates.preview')}>
          <SelectField label={t('posterTemplates.sample')} value={sample} onChange={(v) => setSample(v === '' ? 'short' : v as SampleName)} options={sampleNames.map((s) => ({ value: s, label: t(`posterTemplates.sample.${s}`) }))} />
          <SelectField label={t('posters.previewSize')} value={size} onChange={(v) => setSize(v === '' ? 'screen-tall' : v as PosterSizeId)} options={posterSizes.filter((s) => tpl.sizes.includes(s.id)).map((s) => ({ value: s.id, label: words(s.name) }))} />
          <div className={preview.isFetching ? 'poster-stage poster-waits' : 'poster-stage'} aria-busy={preview.isFetching}>
            {preview.data?.drawing == null ? <p className="muted">{t('posterTemplates.nothing')}</p> : <PosterDrawing drawing={preview.data.drawing} picture={silhouette} art={artOf(tpl)} label={t('posterTemplates.previewOf', { name: preview.data.name, size: words(sizeOf(size).name) })} />}
          </div>
          <Refused error={preview.error} />
          <Section title={t('posters.findings')}>{preview.data === undefined ? null : findings.length === 0 ? <p><State kind="ok">{t('posterTemplates.fine')}</State></p> : <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}</Section>
        </section>
      </div>
    </>
  )
}
