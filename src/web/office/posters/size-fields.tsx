import { posterDesigns, type PosterDesign } from '#core/publicity/poster/poster'
import { posterSizes, type PosterSizeId } from '#core/publicity/poster/sizes'
import { useText, useWords } from '../../text/use-text'
import { CheckField, RadioField } from '../../ui/choice-fields'
import { Field } from '../../ui/field'

export const DesignField = ({ value, onChange }: { value: PosterDesign; onChange: (d: PosterDesign) => void }) => {
  const t = useText()
  return <RadioField label={t('posters.design')} cards value={value} onChange={(v) => onChange(v as PosterDesign)} options={posterDesigns.map((d) => ({ value: d, label: t(`posters.design.${d}`), explain: t(`posters.design.${d}.fact`) }))} />
}

/** Kept in the order of the list, however they are ticked. */
export const SizesField = ({ value, onChange }: { value: readonly PosterSizeId[]; onChange: (s: PosterSizeId[]) => void }) => {
  const t = useText()
  const words = useWords()
  return (
    <Field label={t('posters.sizes')} hint={t('posters.sizesHint')} group>
      {() => <div className="poster-sizes">{posterSizes.map((s) => <CheckField key={s.id} label={words(s.name)} checked={value.includes(s.id)} onChange={(on) => onChange(posterSizes.map((x) => x.id).filter((id) => (id === s.id ? on : value.includes(id))))} />)}</div>}
    </Field>
  )
}
