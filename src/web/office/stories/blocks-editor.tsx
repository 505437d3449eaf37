/** The parts of a text, one below the other; what is pasted becomes parts of its own. */
import { useState, type ClipboardEvent } from 'react'
import { storyLimits, type StoryBlock } from '#core/publicity/story/document'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { MediaBlock } from './media-block'
import { blocksOfHtml, blocksOfText } from './pasted'
import type { Story } from './use-story'

export interface BlocksProps { nominationId: string; blocks: readonly StoryBlock[]; onChange: (blocks: StoryBlock[]) => void; media: Story['media'] }

const fresh = (kind: 'text' | 'heading' | 'quote'): StoryBlock => (kind === 'quote' ? { kind, text: '', occasion: '' } : { kind, text: '' })

const Words = ({ block: b, n, onChange }: { block: StoryBlock; n: number; onChange: (b: StoryBlock) => void }) => {
  const t = useText()
  if (b.kind === 'heading') return <TextField label={t('stories.block.heading', { n })} max={storyLimits.heading} value={b.text} onChange={(text) => onChange({ ...b, text })} />
  if (b.kind === 'quote') return <><TextArea label={t('stories.block.quote', { n })} rows={2} max={storyLimits.quote} value={b.text} onChange={(text) => onChange({ ...b, text })} /><TextField label={t('stories.occasion')} required max={storyLimits.occasion} value={b.occasion} onChange={(occasion) => onChange({ ...b, occasion })} /></>
  return b.kind === 'text' ? <TextArea label={t('stories.block.text', { n })} rows={4} max={storyLimits.text} value={b.text} onChange={(text) => onChange({ ...b, text })} /> : null
}

export const BlocksEditor = ({ nominationId, blocks, onChange, media }: BlocksProps) => {
  const t = useText()
  const [last, setLast] = useState(0)
  const put = (i: number, b: StoryBlock) => onChange(blocks.map((x, n) => (n === i ? b : x)))
  const move = (i: number, by: 1 | -1) => { const next = [...blocks]; [next[i], next[i + by]] = [next[i + by]!, next[i]!]; onChange(next) }
  const add = (b: StoryBlock) => { onChange([...blocks, b]); setLast(blocks.length) }
  /** Several paragraphs are parts of their own; one stays where the cursor is. */
  const paste = (i: number, event: ClipboardEvent) => {
    const markup = event.clipboardData.getData('text/html')
    const pasted = markup === '' ? blocksOfText(event.clipboardData.getData('text/plain')) : blocksOfHtml(markup)
    if (pasted.blocks.length < 2) return
    event.preventDefault()
    const here = blocks[i]
    const isBare = here?.kind === 'text' && here.text.trim() === ''
    onChange([...blocks.slice(0, isBare ? i : i + 1), ...pasted.blocks, ...blocks.slice(i + 1)].slice(0, storyLimits.blocks))
    say(t('stories.pasted', { n: pasted.blocks.length, left: pasted.pictures }))
  }
  const pictures = media.filter((m) => m.kind === 'picture'), films = media.filter((m) => m.kind === 'film')
  return (
    <Section title={t('stories.body')} note={t('stories.bodyNote')}>
      {blocks.map((b, i) => (
        <div className="story-block" key={i} onPaste={(event) => { if (b.kind === 'text') paste(i, event) }} data-new={i === last || undefined}>
          {b.kind === 'picture' || b.kind === 'film' ? <MediaBlock nominationId={nominationId} block={b} n={i + 1} media={media} onChange={(x) => put(i, x)} /> : <Words block={b} n={i + 1} onChange={(x) => put(i, x)} />}
          <div className="moves">
            <Button size="small" look="quiet" disabled={i === 0} onClick={() => move(i, -1)}>{t('stories.up')}</Button>
            <Button size="small" look="quiet" disabled={i === blocks.length - 1} onClick={() => move(i, 1)}>{t('stories.down')}</Button>
            <Button size="small" look="quiet" onClick={() => onChange(blocks.filter((_, n) => n !== i))}>{t('stories.remove')}</Button>
          </div>
        </div>
      ))}
      <div className="story-adds">
        {(['text', 'heading', 'quote'] as const).map((kind) => <Button key={kind} onClick={() => add(fresh(kind))}>{t(`stories.add.${kind}`)}</Button>)}
        <Button disabled={pictures.length === 0} onClick={() => add({ kind: 'picture', media: pictures[0]!.id, caption: '', alt: '' })}>{t('stories.add.picture')}</Button>
        <Button disabled={films.length === 0} onClick={() => add({ kind: 'film', media: films[0]!.id, caption: '', poster: null })}>{t('stories.add.film')}</Button>
      </div>
    </Section>
  )
}
