/** 人物故事: what it is made of. Words and references, never markup: whatever is pasted is read into this, so that nothing foreign reaches a page. */
import { z } from 'zod'
import { hashOf } from '../../kernel/canonical'

/** Characters; a page of more than `blocks` parts is nobody's reading on a phone. */
export const storyLimits = { titleLines: 3, titleLine: 30, opening: 600, blocks: 200, heading: 60, text: 5000, quote: 200, occasion: 80, caption: 200, alt: 200 } as const

const media = z.uuid()
export const storyBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: z.string().max(storyLimits.heading) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(storyLimits.text) }),
  /** The person's own words, and where they were said. */
  z.strictObject({ kind: z.literal('quote'), text: z.string().max(storyLimits.quote), occasion: z.string().max(storyLimits.occasion) }),
  z.strictObject({ kind: z.literal('picture'), media, caption: z.string().max(storyLimits.caption), alt: z.string().max(storyLimits.alt) }),
  /** `poster`: the picture that stands there until it is played. */
  z.strictObject({ kind: z.literal('film'), media, caption: z.string().max(storyLimits.caption), poster: media.nullable() }),
])
export type StoryBlock = z.infer<typeof storyBlock>

export const storyDocument = z.strictObject({
  /** Broken by sense, by the editor. */
  title: z.array(z.string().max(storyLimits.titleLine)).max(storyLimits.titleLines),
  opening: z.string().max(storyLimits.opening),
  /** The portrait beside the title; null: the name alone. */
  portrait: media.nullable(),
  blocks: z.array(storyBlock).max(storyLimits.blocks),
})
export type StoryDocument = z.infer<typeof storyDocument>

export const emptyStory: StoryDocument = { title: [], opening: '', portrait: null, blocks: [] }

/** Clearances are bound to it: another comma is another text. */
export const storyHash = (document: StoryDocument): string => hashOf(document)

/** Everything that is read, with where it stands, in the order of the page. */
export const storyTexts = (d: StoryDocument): { readonly at: string; readonly text: string }[] => [
  { at: '标题', text: d.title.join('') },
  { at: '导语', text: d.opening },
  ...d.blocks.flatMap((b, i) => {
    const nth = `第 ${i + 1} 段`
    if (b.kind === 'quote') return [{ at: `${nth}引语`, text: `${b.text}\n${b.occasion}` }]
    if (b.kind === 'picture') return [{ at: `${nth}图片说明`, text: `${b.caption}\n${b.alt}` }]
    if (b.kind === 'film') return [{ at: `${nth}视频说明`, text: b.caption }]
    return [{ at: nth, text: b.text }]
  }),
].filter((t) => t.text.trim() !== '')

/** Pictures and films that the page shows, each once. */
export const mediaOf = (d: StoryDocument): string[] => [...new Set([...(d.portrait === null ? [] : [d.portrait]), ...d.blocks.flatMap((b) => (b.kind === 'picture' ? [b.media] : b.kind === 'film' ? [b.media, ...(b.poster === null ? [] : [b.poster])] : []))])]

/** Without blanks; punctuation counts, as editors count. */
export const lengthOf = (d: StoryDocument): number => storyTexts(d).reduce((n, { text }) => n + [...text.replace(/\s/gu, '')].length, 0)
