/** Labels within a line with room behind them: 推荐单位（盖章）：＿＿＿, 填表日期：＿＿＿. */
import type { Spot } from './spot'

export interface InlineLabel { readonly id: string; readonly label: string; readonly line: number; /** The room, as offsets in the line. */ readonly from: number; readonly to: number }

const room = /[\s_＿]*/uy

/** Only those behind which nothing stands but room. */
export const inlineLabels = (s: Spot): InlineLabel[] => s.lines.flatMap((text, line) => {
  const found: InlineLabel[] = []
  let begun = 0
  for (const colon of text.matchAll(/[:：]/gu)) {
    const label = text.slice(begun, colon.index).trim()
    room.lastIndex = colon.index + 1
    const to = colon.index + 1 + (room.exec(text)?.[0].length ?? 0)
    begun = to
    const open = to === text.length || to - colon.index > 2
    if (label !== '' && [...label].length <= 24 && open) found.push({ id: `${s.id}@${line}.${colon.index + 1}`, label, line, from: colon.index + 1, to })
  }
  return found
})
