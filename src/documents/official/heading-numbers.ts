/** Counts the headings of a body: 一、 / （一） / 1. / （1）. */
import type { Block, HeadingLevel } from './document'

/** A block with its number in words; a paragraph has none. */
export type NumberedBlock = { readonly level: 0 | HeadingLevel; readonly number: string; readonly text: string; readonly runOn: string }

/** Numbers begin anew below each higher heading. */
export const numberHeadings = (blocks: readonly Block[]): NumberedBlock[] => {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { level: 0, number: '', text: block.text, runOn: '' }
    const at = block.level - 1
    counts[at] = (counts[at] ?? 0) + 1
    counts.fill(0, block.level)
    return { level: block.level, number: says[block.level](counts[at]), text: block.text, runOn: block.runOn ?? '' }
  })
}

const digits = '〇一二三四五六七八九'
/** 1 to 99 in Chinese; a notice with more headings of one kind is none. */
const chinese = (n: number): string => {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${n % 10 > 0 ? digits[n % 10] : ''}`
}

const says: Record<HeadingLevel, (n: number) => string> = {
  1: (n) => `${chinese(n)}、`,
  2: (n) => `（${chinese(n)}）`,
  3: (n) => `${n}.`,
  4: (n) => `（${n}）`,
}
