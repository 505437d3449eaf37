/** Photographs chosen on the phone and not sent yet: they go when the activity is recorded. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { activityLimits } from '#core/publicity/activities/activity'
import { seenInActivity, type SeenInActivity } from '#core/publicity/activities/photo'
import { useText } from '../../text/use-text'
import { Button } from '../button'
import { SelectField } from '../choice-fields'
import { Section } from '../section'
import { TextField } from '../text-fields'

export interface Chosen { readonly key: number; readonly file: File; readonly people: SeenInActivity | null; readonly consent: string }

const Preview = ({ file, alt }: { file: File; alt: string }) => {
  const [address, setAddress] = useState('')
  useEffect(() => { const made = URL.createObjectURL(file); setAddress(made); return () => URL.revokeObjectURL(made) }, [file])
  return address === '' ? null : <img src={address} alt={alt} />
}

interface SeenProps { people: SeenInActivity | null; consent: string; onChange: (said: { people: SeenInActivity | null; consent: string }) => void }
/** Who is seen, and how they agreed: asked once, beside the photograph. */
export const Seen = ({ people, consent, onChange }: SeenProps) => {
  const t = useText()
  return (
    <>
      <SelectField label={t('activities.people_')} value={people ?? ''} onChange={(p) => onChange({ people: p === '' ? null : p as SeenInActivity, consent })} options={seenInActivity.map((p) => ({ value: p, label: t(`activities.seen.${p}`) }))} />
      {people === 'adults' || people === 'children' ? <TextField label={t('activities.consent')} hint={t('activities.consentHint')} value={consent} max={200} onChange={(c) => onChange({ people, consent: c })} /> : null}
    </>
  )
}

export const ChosenPhotos = ({ chosen, onChange, room, kept }: { chosen: readonly Chosen[]; onChange: (all: readonly Chosen[]) => void; /** How many more find room. */ room: number; /** Those that arrived before. */ kept?: ReactNode }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const last = useRef(0)
  const take = (files: readonly File[]) => onChange([...chosen, ...files.slice(0, Math.max(0, room - chosen.length)).map((file) => ({ key: ++last.current, file, people: null, consent: '' }))])
  const upload = <><input ref={input} type="file" multiple className="hidden-text" tabIndex={-1} accept="image/jpeg,image/png,image/webp" aria-label={t('activities.addPhotos')} onChange={(event) => { take([...(event.target.files ?? [])]); event.target.value = '' }} /><Button icon="up" disabled={chosen.length >= room} onClick={() => input.current?.click()}>{t('activities.addPhotos')}</Button></>
  return (
    <Section title={t('activities.photos')} note={t('activities.photosNote', { n: activityLimits.photos })} action={upload}>
      {kept}
      {chosen.map((c, i) => (
        <div className="activity-photo" key={c.key} role="group" aria-label={c.file.name}>
          <Preview file={c.file} alt={c.file.name} />
          <div>
            <p className="detail muted">{t('activities.chosen', { name: c.file.name })}</p>
            <Seen people={c.people} consent={c.consent} onChange={(said) => onChange(chosen.map((x, k) => (k === i ? { ...x, ...said } : x)))} />
            <p className="gap"><Button size="small" look="quiet" onClick={() => onChange(chosen.filter((_, k) => k !== i))}>{t('activities.drop')}<span className="hidden-text">：{c.file.name}</span></Button></p>
          </div>
        </div>
      ))}
    </Section>
  )
}
