/** A background or the emblem: sent, chosen from what was sent before, or left out. */
import { useRef } from 'react'
import { addPosterArt, type listPosterTemplates } from '#contract/operations/poster-templates'
import type { AnswerOf } from '#contract/operation'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Field } from '../../ui/field'
import { artAddress } from './template-art'

export type Art = AnswerOf<typeof listPosterTemplates>['art'][number]
export const ArtField = ({ kind, value, art, onChange }: { kind: Art['kind']; value: string | null; art: readonly Art[]; onChange: (id: string | null) => void }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const add = useAct(addPosterArt, ['posterTemplates.list'])
  const what = t(`posterTemplates.${kind}`)
  const own = art.filter((a) => a.kind === kind)
  const take = async (file: File | undefined) => { if (file !== undefined) add.mutate({ body: { kind, name: file.name.slice(0, 200), base64: await base64Of(file) } }, { onSuccess: (a) => onChange(a.id) }) }
  return (
    <Field label={what} hint={t('posterTemplates.artHint')} group>{() => (
      <>
        <div className="poster-art">
          {value === null ? null : <img src={artAddress(value)} alt={what} />}
          <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept="image/jpeg,image/png,image/webp" aria-label={t('posterTemplates.choose', { what })} onChange={(e) => { void take(e.target.files?.[0]); e.target.value = '' }} />
          <Button size="small" icon="up" busy={add.isPending} onClick={() => input.current?.click()}>{t('posterTemplates.choose', { what })}</Button>
          {value === null ? null : <Button size="small" onClick={() => onChange(null)}>{t('posterTemplates.remove', { what })}</Button>}
        </div>
        {own.length === 0 || (own.length === 1 && value !== null) ? null : <SelectField label={t('posterTemplates.reuse')} value={value ?? ''} onChange={(v) => onChange(v === '' ? null : v)} options={own.map((a) => ({ value: a.id, label: t('posterTemplates.artSize', { name: a.name, w: a.width, h: a.height }) }))} />}
        <Refused error={add.error} />
      </>
    )}</Field>
  )
}
