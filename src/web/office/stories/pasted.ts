/** What comes in from Word or a page: words, headings and quotes. Markup, styles, scripts and pictures stay outside. */
import { storyLimits, type StoryBlock } from '#core/publicity/story/document'

export interface Pasted { readonly blocks: StoryBlock[]; /** Pictures that were in it and are not taken. */ readonly pictures: number }

const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,blockquote,pre,td,div'
const spare = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim()
/** Longer than one part may be: parted at the ends of sentences. */
const parted = (text: string): string[] => {
  if (text.length <= storyLimits.text) return [text]
  const out: string[] = []
  for (const sentence of text.split(/(?<=[。！？!?])/u)) {
    if ((out.at(-1) ?? '').length + sentence.length > storyLimits.text || out.length === 0) out.push(sentence.slice(0, storyLimits.text))
    else out[out.length - 1] += sentence
  }
  return out
}
const asBlock = (tag: string, text: string): StoryBlock[] => {
  if (/^H[1-6]$/u.test(tag) && text.length <= storyLimits.heading) return [{ kind: 'heading', text }]
  if (tag === 'BLOCKQUOTE' && text.length <= storyLimits.quote) return [{ kind: 'quote', text, occasion: '' }]
  return parted(text).map((t) => ({ kind: 'text', text: t }))
}

/** Parsed apart from the page, in a document of its own that runs nothing and fetches nothing. */
export const blocksOfHtml = (html: string): Pasted => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  page.querySelectorAll('script,style,template,noscript,title,head').forEach((e) => e.remove())
  const leaves = [...page.body.querySelectorAll(BLOCKS)].filter((e) => e.querySelector(BLOCKS) === null || e.tagName === 'BLOCKQUOTE').filter((e) => e.parentElement?.closest('blockquote') == null)
  const told = leaves.flatMap((e) => { const text = spare(e.textContent ?? ''); return text === '' ? [] : asBlock(e.tagName, text) })
  return { blocks: told.length > 0 ? told : blocksOfText(page.body.textContent ?? '').blocks, pictures: page.querySelectorAll('img,svg,object,embed').length }
}
export const blocksOfText = (text: string): Pasted => ({ blocks: text.split(/\n+/u).map(spare).filter((t) => t !== '').flatMap((t) => asBlock('P', t)), pictures: 0 })
