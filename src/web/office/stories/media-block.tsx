/** A picture or film in the text: which one, what is under it, and how a film looks before it is played. */
import { useRef } from 'react'
import { addStoryMedia } from '#contract/operations/stories'
import { storyLimits, type StoryBlock } from '#core/publicity/story/document'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { mediaAddress } from '../../ui/stories/story-reading'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Story } from './use-story'

type Shown = Extract<StoryBlock, { kind: 'picture' | 'film' }>
interface MediaBlockProps { nominationId: string; block: Shown; n: number; media: Story['media']; onChange: (b: StoryBlock) => void }

/** The frame a film stands at, as a picture. */
const frameOf = (film: HTMLVideoElement): string | null => {
  const canvas = document.createElement('canvas')
  canvas.width = film.videoWidth
  canvas.height = film.videoHeight
  canvas.getContext('2d')?.drawImage(film, 0, 0)
  return canvas.width === 0 ? null : canvas.toDataURL('image/jpeg', 0.92).replace(/^[^,]*,/u, '')
}

const Poster = ({ nominationId, block: b, media, onChange }: Omit<MediaBlockProps, 'block'> & { block: Extract<Shown, { kind: 'film' }> }) => {
  const t = useText()
  const film = useRef<HTMLVideoElement>(null)
  const add = useAct(addStoryMedia, ['stories.read'])
  const take = () => {
    const base64 = film.current === null ? null : frameOf(film.current)
    if (base64 !== null) add.mutate({ params: { nominationId }, body: { name: `${media.find((m) => m.id === b.media)?.name ?? ''}封面.jpg`, base64 } }, { onSuccess: ({ mediaId }) => { onChange({ ...b, poster: mediaId }); say(t('stories.frameTaken')) } })
  }
  return (
    <>
      <video ref={film} controls preload="metadata" width="320" src={mediaAddress(nominationId, b.media)} />
      <div className="row-of">
        <SelectField label={t('stories.posterOf')} value={b.poster ?? ''} onChange={(poster) => onChange({ ...b, poster: poster === '' ? null : poster })} options={media.filter((m) => m.kind === 'picture').map((m) => ({ value: m.id, label: m.name }))} />
        <Button size="small" busy={add.isPending} onClick={take}>{t('stories.frame')}</Button>
      </div>
      <Refused error={add.error} />
    </>
  )
}

export const MediaBlock = (props: MediaBlockProps) => {
  const t = useText()
  const { nominationId, block: b, n, media, onChange } = props
  return (
    <>
      <SelectField label={t(b.kind === 'picture' ? 'stories.block.picture' : 'stories.block.film', { n })} value={b.media} onChange={(id) => { if (id !== '') onChange({ ...b, media: id }) }} options={media.filter((m) => m.kind === b.kind).map((m) => ({ value: m.id, label: m.name }))} />
      {b.kind === 'picture' ? <img src={mediaAddress(nominationId, b.media, 480)} alt="" width="240" style={{ height: 'auto', marginTop: 8 }} loading="lazy" /> : <Poster {...props} block={b} />}
      <TextField label={t('stories.captionOf')} required max={storyLimits.caption} value={b.caption} onChange={(caption) => onChange({ ...b, caption })} />
      {b.kind === 'picture' ? <TextField label={t('stories.alt')} max={storyLimits.alt} value={b.alt} onChange={(alt) => onChange({ ...b, alt })} /> : null}
    </>
  )
}
