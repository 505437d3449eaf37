/** A story as it will be read, before it is published: for the office's preview, the person and the unit. */
import { storyMediaFile, type storyProof } from '#contract/operations/stories'
import type { AnswerOf } from '#contract/operation'
import type { StoryBlock, StoryDocument } from '#core/publicity/story/document'
import { addressOf } from '../../api/call'
import './stories.css'

export type ShownMedia = NonNullable<AnswerOf<typeof storyProof>['proof']>['media'][number]
interface ReadingProps { nominationId: string; name: string; document: StoryDocument; media: readonly ShownMedia[] }

export const mediaAddress = (nominationId: string, mediaId: string, width = 960): string => `${addressOf(storyMediaFile, { nominationId, mediaId })}?width=${width}`

const Part = ({ block: b, nominationId, media }: { block: StoryBlock } & Pick<ReadingProps, 'nominationId' | 'media'>) => {
  if (b.kind === 'heading') return <h3>{b.text}</h3>
  if (b.kind === 'text') return <>{b.text.split(/\n+/u).map((t, i) => <p key={i}>{t}</p>)}</>
  if (b.kind === 'quote') return <blockquote><q>“{b.text}”</q><cite>{b.occasion}</cite></blockquote>
  const m = media.find((x) => x.id === b.media)
  if (m === undefined) return null
  return (
    <figure>
      {b.kind === 'picture' ? <img src={mediaAddress(nominationId, m.id)} alt={b.alt || b.caption} width={m.width} height={m.height} loading="lazy" /> : <video controls preload="none" src={mediaAddress(nominationId, m.id)} {...(b.poster !== null && { poster: mediaAddress(nominationId, b.poster) })} />}
      <figcaption>{b.caption} <span>{m.credit}</span></figcaption>
    </figure>
  )
}

export const StoryReading = ({ nominationId, name, document: d, media }: ReadingProps) => (
  <article className="story-reading">
    <header>
      {d.portrait !== null && media.some((m) => m.id === d.portrait) ? <img src={mediaAddress(nominationId, d.portrait, 480)} alt={name} width="480" height="600" /> : null}
      <div><h2>{d.title.filter((l) => l.trim() !== '').map((l, i) => <span key={i}>{l}</span>)}</h2><p><b>{name}</b></p></div>
    </header>
    {d.opening === '' ? null : <p className="opening">{d.opening}</p>}
    {d.blocks.map((b, i) => <Part key={i} block={b} nominationId={nominationId} media={media} />)}
  </article>
)
