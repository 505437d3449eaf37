import { listPosterTemplates } from '#contract/operations/poster-templates'
import type { AnswerOf } from '#contract/operation'
import { posterDesigns, type PosterDesign } from '#core/publicity/poster/poster'
import { posterSizes, type PosterSizeId } from '#core/publicity/poster/sizes'
import { useText, useWords } from '../../text/use-text'
import { CheckField, RadioField } from '../../ui/choice-fields'
import { Field } from '../../ui/field'

export type OwnTemplate = AnswerOf<typeof listPosterTemplates>['templates'][number]
/** One of the three, or a template of the office. */
export interface ChosenDesign { readonly design: PosterDesign; readonly template: OwnTemplate | null }
export const DesignOrTemplateField = ({ value, templates, onChange }: { value: ChosenDesign; templates: readonly OwnTemplate[]; onChange: (c: ChosenDesign) => void }) => {
  const t = useText()
  const options = [...posterDesigns.map((d) => ({ value: d as string, label: t(`posters.design.${d}`), explain: t(`posters.design.${d}.fact`) })), ...templates.map((o) => ({ value: o.id, label: o.template.name, explain: t('posters.templateOn', { design: t(`posters.design.${o.template.base}`) }) }))]
  const choose = (v: string) => { const template = templates.find((o) => o.id === v) ?? null; onChange({ design: template?.template.base ?? v as PosterDesign, template }) }
  return <RadioField label={t('posters.design')} cards value={value.template?.id ?? value.design} onChange={choose} options={options} />
}

export const DesignField = ({ value, onChange }: { value: PosterDesign; onChange: (d: PosterDesign) => void }) => {
  const t = useText()
  return <RadioField label={t('posters.design')} cards value={value} onChange={(v) => onChange(v as PosterDesign)} options={posterDesigns.map((d) => ({ value: d, label: t(`posters.design.${d}`), explain: t(`posters.design.${d}.fact`) }))} />
}

/** Kept in the order of the list, however they are ticked. */
export const SizesField = ({ value, onChange, only }: { value: readonly PosterSizeId[]; onChange: (s: PosterSizeId[]) => void; /** Those of the template. */ only?: readonly PosterSizeId[] | undefined }) => {
  const t = useText()
  const words = useWords()
  return (
    <Field label={t('posters.sizes')} hint={t('posters.sizesHint')} group>
      {() => <div className="poster-sizes">{posterSizes.filter((s) => only === undefined || only.includes(s.id)).map((s) => <CheckField key={s.id} label={words(s.name)} checked={value.includes(s.id)} onChange={(on) => onChange(posterSizes.map((x) => x.id).filter((id) => (id === s.id ? on : value.includes(id))))} />)}</div>}
    </Field>
  )
}
