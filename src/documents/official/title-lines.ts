/** 7.3.1: a title of several lines breaks between words, symmetric and of seemly lengths (梯形 or 菱形), never one character alone. */
import { cellsOf } from './measure'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const noStart = /^[，。、；：！？）》〉」』”’〕】,.;:!?)\]％%]/
const noEnd = /[（《〈「『“‘〔【([]$/
const suffix = /^[者们性化]/
/** Words that belong to what follows, and must not end a line; words that belong to what stands before. */
const clingsForward = /^(关于|对|和|与|及|在|第|各|全|省|市)$/
const clingsBack = /^(的|等|们|者|工作者|人员|工作|活动|通知|方案|办法|表)$/

/** Lines of at most `most` characters. Line ends written into the title are kept as they are. */
export const titleLines = (title: string, most: number): string[] => title.split('\n').flatMap((part) => balance(part.trim(), most))

interface Way { readonly cost: number; readonly lines: readonly string[] }

const balance = (title: string, most: number): string[] => {
  const wide = cellsOf(title)
  if (wide <= most) return [title]
  const ways = ([0, 1] as const).flatMap((more) => waysOf(piecesOf(title), Math.ceil(wide / most) + more, most, wide))
  const best = ways.reduce<Way | null>((a, b) => (a === null || b.cost < a.cost ? b : a), null)
  return best === null ? hard(title, most) : [...best.lines]
}

/** Words with their punctuation: between two of them a line may end. */
const piecesOf = (title: string): string[] => [...words.segment(title)].reduce<string[]>((pieces, { segment }) => {
  const last = pieces.at(-1)
  const glued = last !== undefined && (noStart.test(segment) || suffix.test(segment) || noEnd.test(last) || (/[\w.]$/.test(last) && /^[\w年月日]/.test(segment)))
  return glued ? [...pieces.slice(0, -1), last + segment] : [...pieces, segment]
}, [])

/** Every way to set the pieces in so many lines; titles are short, so all are tried. */
const waysOf = (pieces: readonly string[], count: number, most: number, total: number): Way[] => {
  if (count === 1) {
    const line = pieces.join('')
    return pieces.length > 0 && cellsOf(line) <= most ? [{ cost: 0, lines: [line] }] : []
  }
  return pieces.slice(0, -1).flatMap((piece, i) => {
    const line = pieces.slice(0, i + 1).join('')
    // A line much below its share only makes the rest too long; looking further there costs time for nothing.
    if (cellsOf(line) > most || cellsOf(line) < (total / count) * 0.45) return []
    const here = breakCost(piece, pieces[i + 1]!)
    return waysOf(pieces.slice(i + 1), count - 1, most, total - cellsOf(line)).map((rest) => ({
      cost: here + rest.cost + Math.abs(cellsOf(line) - cellsOf(rest.lines[0]!)) + (count > 2 ? 0 : 1),
      lines: [line, ...rest.lines],
    }))
  })
}

const breakCost = (before: string, after: string): number => {
  if (/[》”]$/.test(before) || /^[《“]/.test(after) || before.endsWith('、')) return 0
  if (clingsBack.test(after) || clingsForward.test(before)) return 6
  return before.endsWith('的') ? 1 : 3
}

const hard = (title: string, most: number): string[] => [...title].reduce<string[]>((rows, c) => {
  const last = rows.at(-1)
  return last === undefined || cellsOf(last) + cellsOf(c) > most ? [...rows, c] : [...rows.slice(0, -1), last + c]
}, [])
