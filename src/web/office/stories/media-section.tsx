/** Pictures and films of a story: brought in, and their rights recorded. */
import { useRef, useState } from 'react'
import { addStoryMedia, captionStoryFilm, describeStoryMedia, removeStoryMedia } from '#contract/operations/stories'
import { mediaOf, type StoryDocument } from '#core/publicity/story/document'
import { seenPeople, type SeenPeople } from '#core/publicity/story/media'
import { filmFacts } from '#core/publicity/media-plan/platforms'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Section } from '../../ui/section'
import { mediaAddress } from '../../ui/stories/story-reading'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { PlatformNotes } from '../media/platform-notes'
import type { Story } from './use-story'

type Medium = Story['media'][number]
const renews = ['stories.read'] as const

const Captions = ({ nominationId, m }: { nominationId: string; m: Medium }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const put = useAct(captionStoryFilm, renews)
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) put.mutate({ params: { nominationId, mediaId: m.id }, body: { text: await file.text() } }, { onSuccess: ({ captions }) => say(t('stories.captioned', { n: captions })) })
  }
  return (
    <p className="row-of gap">
      <span className="detail">{m.captions === null ? t('stories.noCaptions') : t('stories.captions', { n: m.captions })}</span>
      <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept=".vtt,.srt" aria-label={t('stories.addCaptions')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = '' }} />
      <Button size="small" icon="up" busy={put.isPending} onClick={() => input.current?.click()}>{t('stories.addCaptions')}</Button>
      <Refused error={put.error} />
    </p>
  )
}

const Medium = ({ nominationId, m, isShown }: { nominationId: string; m: Medium; isShown: boolean }) => {
  const t = useText()
  const [said, setSaid] = useState({ credit: m.credit, people: m.people as SeenPeople | null, consent: m.consent })
  const describe = useAct(describeStoryMedia, renews)
  const drop = useAct(removeStoryMedia, renews)
  const params = { nominationId, mediaId: m.id }
  const isSame = said.credit === m.credit && said.people === m.people && said.consent === m.consent
  const asks = said.people === 'others' || said.people === 'children'
  return (
    <div className="story-media" role="group" aria-label={m.name}>
      <div className="look">{m.kind === 'picture' ? <img src={mediaAddress(nominationId, m.id, 480)} alt={m.name} loading="lazy" /> : <video preload="metadata" muted src={mediaAddress(nominationId, m.id)} />}</div>
      <div>
        <p><b>{m.name}</b> <span className="detail muted">{t('stories.size', { w: m.width, h: m.height })}{m.seconds === null ? '' : ` · ${t('stories.length', { n: Math.round(m.seconds) })} · ${m.coding}`}</span></p>
        <TextField label={t('stories.credit')} required value={said.credit} onChange={(credit) => setSaid({ ...said, credit })} hint={t('stories.creditHint')} />
        <SelectField label={t('stories.people')} required value={said.people ?? ''} onChange={(people) => setSaid({ ...said, people: people === '' ? null : people as SeenPeople })} options={seenPeople.map((p) => ({ value: p, label: t(`stories.people.${p}`) }))} />
        {asks ? <TextField label={t('stories.agreed')} required value={said.consent} onChange={(consent) => setSaid({ ...said, consent })} hint={t('stories.agreedHint')} /> : null}
        {m.kind === 'film' ? <><Captions nominationId={nominationId} m={m} /><PlatformNotes film={filmFacts(m)} /></> : null}
        <p className="row-of gap">
          <Button size="small" disabled={isSame} busy={describe.isPending} onClick={() => describe.mutate({ params, body: { ...said, consent: asks ? said.consent : '' } }, { onSuccess: () => say(t('stories.kept')) })}>{t('stories.keep')}<span className="hidden-text">：{m.name}</span></Button>
          {isShown ? null : <Button size="small" look="quiet" busy={drop.isPending} onClick={() => drop.mutate({ params }, { onSuccess: () => say(t('stories.dropped')) })}>{t('stories.drop')}<span className="hidden-text">：{m.name}</span></Button>}
        </p>
        <Refused error={describe.error ?? drop.error} />
      </div>
    </div>
  )
}

export const MediaSection = ({ nominationId, story, shown }: { nominationId: string; story: Story; shown: StoryDocument }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [lost, setLost] = useState(false)
  const add = useAct(addStoryMedia, renews)
  const used = mediaOf(shown)
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const base64 = await base64Of(file).catch(() => null)
      setLost(base64 === null)
      if (base64 !== null) await add.mutateAsync({ params: { nominationId }, body: { name: file.name, base64 } }).catch(() => undefined)
    }
  }
  const upload = <><input ref={input} type="file" multiple className="hidden-text" tabIndex={-1} accept="image/jpeg,image/png,image/webp,video/mp4" aria-label={t('stories.addFile')} onChange={(event) => { void take([...(event.target.files ?? [])]); event.target.value = '' }} /><Button icon="up" busy={add.isPending} onClick={() => input.current?.click()}>{t(add.isPending ? 'stories.adding' : 'stories.addFile')}</Button></>
  return (
    <Section title={t('stories.media')} note={t('stories.mediaNote')} action={upload}>
      {lost ? <p className="field-finding block" role="alert"><b>{t('stories.unreadable')}</b></p> : null}
      <Refused error={add.error} />
      {story.media.length === 0 ? <p className="muted">{t('stories.noMedia')}</p> : story.media.map((m) => <Medium key={`${m.id}${m.credit}${m.people}${m.consent}`} nominationId={nominationId} m={m} isShown={used.includes(m.id)} />)}
      {story.dossier.length === 0 ? null : (
        <div className="gap"><h3>{t('stories.fromDossier')}</h3>
          <ul>{story.dossier.map((f) => <li key={f.fileId} className="row-of"><span>{f.name}</span><Button size="small" busy={add.isPending} onClick={() => add.mutate({ params: { nominationId }, body: { fileId: f.fileId } })}>{t('stories.take')}<span className="hidden-text">：{f.name}</span></Button></li>)}</ul>
        </div>
      )}
    </Section>
  )
}
