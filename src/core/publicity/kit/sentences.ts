/** 素材包's texts: sentences of the cleared story, picked and joined in its order. Nothing is written anew, so that nothing new has to be cleared. */
import type { StoryDocument } from '../story/document'

export interface Sentence {
  /** Its place in the story, from 0: what a pick names. */
  readonly at: number
  readonly paragraph: number
  readonly from: 'opening' | 'text' | 'quote'
  readonly text: string
}
/** Characters without blanks: as editors count, and about how long each text of a kit is. */
export const kitLengths = { short: { aim: 100, most: 150, full: 120 }, middle: { aim: 500, most: 700, full: 550 } } as const
export const countOf = (text: string): number => [...text.replace(/\s/gu, '')].length

const isEnd = (c: string | undefined): boolean => c !== undefined && '。！？!?'.includes(c)
const isClosing = (c: string | undefined): boolean => c !== undefined && '”」』）》)'.includes(c)

/** At the mark that ends a sentence, never inside a quotation: half of what somebody said is not what was said. */
export const splitSentences = (paragraph: string): string[] => {
  const letters = [...paragraph.trim()]
  const out: string[] = []
  let now = '', depth = 0, introduced = false
  const cut = () => { if (now.trim() !== '') out.push(now.trim()); now = '' }
  for (const [i, c] of letters.entries()) {
    const next = letters[i + 1]
    if ('“「『（《('.includes(c)) { if (depth === 0) introduced = /[：:]\s*$/u.test(now); depth++ }
    now += c
    if (isClosing(c)) {
      depth = Math.max(0, depth - 1)
      // 他说：“……。” is whole here; “……。”他说。 goes on.
      if (depth === 0 && introduced && isEnd(letters[i - 1]) && !isEnd(next) && !isClosing(next)) cut()
    } else if (depth === 0 && ((isEnd(c) && !isEnd(next) && !isClosing(next)) || (c === '.' && next !== undefined && /\s/u.test(next) && /^\s+\p{Lu}/u.test(letters.slice(i + 1).join(''))))) cut()
  }
  cut()
  return out
}

/** A quotation keeps where it was said: the two never part. */
export const quotation = (text: string, occasion: string): string => `“${text.trim().replace(/^[“"「]+|[”"」]+$/gu, '')}”${occasion.trim() === '' ? '' : `（${occasion.trim()}）`}`

export const sentencesOf = (d: StoryDocument): Sentence[] => {
  const out: Sentence[] = []
  let paragraph = 0
  const add = (from: Sentence['from'], texts: readonly string[]): void => { for (const text of texts) out.push({ at: out.length, paragraph, from, text }); if (texts.length > 0) paragraph++ }
  const paragraphs = (from: 'opening' | 'text', text: string): void => { for (const p of text.split(/\n+/u)) add(from, splitSentences(p)) }
  paragraphs('opening', d.opening)
  for (const b of d.blocks) {
    if (b.kind === 'text') paragraphs('text', b.text)
    if (b.kind === 'quote' && b.text.trim() !== '') add('quote', [quotation(b.text, b.occasion)])
  }
  return out
}

/** Paragraphs of what was picked, in the order of the story whatever the order of the picks. */
export const composed = (sentences: readonly Sentence[], picks: readonly number[]): string[] => {
  const taken = sentences.filter((s) => picks.includes(s.at))
  return [...new Set(taken.map((s) => s.paragraph))].map((p) => taken.filter((s) => s.paragraph === p).reduce((all, s) => `${all}${/[.!?]$/u.test(all) ? ' ' : ''}${s.text}`, ''))
}

/** Begins with a word that leans on the sentence before. */
const leans = /^(?:他|她|它|这|那|此|于是|但|可是|而|随后|后来|接着|因此|所以|同时|其中|该)/u

/** A selection to begin with. Short: the opening, and on from there. Middle: the opening, the person's own words, the beginning of each paragraph, then what follows there. */
export const proposePicks = (sentences: readonly Sentence[], length: keyof typeof kitLengths): number[] => {
  const { aim, full } = kitLengths[length]
  const nth = (s: Sentence): number => sentences.filter((x) => x.paragraph === s.paragraph && x.at < s.at).length
  const rank = { opening: 0, quote: length === 'short' ? 2 : 1, text: length === 'short' ? 1 : 2 } as const
  const order = sentences.toSorted((a, b) => rank[a.from] - rank[b.from] || (a.from === 'text' && length === 'middle' ? nth(a) - nth(b) : 0) || a.at - b.at)
  const taken = new Set<number>()
  let n = 0
  for (const s of order) {
    const size = countOf(s.text)
    if (n >= aim || n + size > full || (leans.test(s.text) && nth(s) > 0 && !taken.has(s.at - 1))) continue
    taken.add(s.at)
    n += size
  }
  // One sentence alone may be longer than all that was wanted: better that than nothing.
  if (taken.size === 0 && order[0] !== undefined) taken.add(order[0].at)
  return [...taken].toSorted((a, b) => a - b)
}

/** The whole story as it is read: its parts in order, without pictures. */
export type WholePart = { readonly kind: 'heading' | 'text' | 'quote'; readonly text: string }
export const wholeOf = (d: StoryDocument): WholePart[] => [
  ...d.opening.split(/\n+/u).map((text): WholePart => ({ kind: 'text', text: text.trim() })),
  ...d.blocks.flatMap((b): WholePart[] => (b.kind === 'heading' ? [{ kind: 'heading', text: b.text.trim() }] : b.kind === 'text' ? b.text.split(/\n+/u).map((text) => ({ kind: 'text', text: text.trim() })) : b.kind === 'quote' ? [{ kind: 'quote', text: quotation(b.text, b.occasion) }] : [])),
].filter((p) => p.text !== '')
