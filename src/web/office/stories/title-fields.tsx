import { storyLimits, type StoryDocument } from '#core/publicity/story/document'
import { useText } from '../../text/use-text'
import { SelectField } from '../../ui/choice-fields'
import { Section } from '../../ui/section'
import { TextArea, TextField } from '../../ui/text-fields'
import { mediaAddress } from '../../ui/stories/story-reading'
import type { Story } from './use-story'

interface TitleProps { nominationId: string; name: string; document: StoryDocument; change: (part: Partial<StoryDocument>) => void; media: Story['media'] }

export const TitleFields = ({ nominationId, name, document: d, change, media }: TitleProps) => {
  const t = useText()
  const line = (i: number, text: string) => change({ title: Array.from({ length: storyLimits.titleLines }, (_, n) => (n === i ? text : d.title[n] ?? '')).slice(0, Math.max(d.title.length, i + 1)) })
  return (
    <Section title={t('stories.heading')} note={name}>
      <div className="story-titles">{Array.from({ length: storyLimits.titleLines }, (_, i) => <TextField key={i} label={t('stories.titleLine', { n: i + 1 })} required={i === 0} max={storyLimits.titleLine} value={d.title[i] ?? ''} onChange={(text) => line(i, text)} {...(i === 0 && { hint: t('stories.headingHint') })} />)}</div>
      <TextArea label={t('stories.opening')} rows={3} max={storyLimits.opening} value={d.opening} onChange={(opening) => change({ opening })} hint={t('stories.openingHint')} />
      <div className="row-of gap">
        {d.portrait === null ? null : <img src={mediaAddress(nominationId, d.portrait, 480)} alt="" width="96" height="120" style={{ objectFit: 'cover' }} />}
        <SelectField label={t('stories.portrait')} value={d.portrait ?? ''} onChange={(id) => change({ portrait: id === '' ? null : id })} options={media.filter((m) => m.kind === 'picture').map((m) => ({ value: m.id, label: m.name }))} hint={t('stories.portraitNote')} />
      </div>
    </Section>
  )
}
