/** Shares of votes and of people in words: 过半数, 三分之二以上, 超过1/2. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Doubt } from './page'

export interface SharePart { readonly share: { readonly numerator: number; readonly denominator: number }; readonly inclusive: boolean; readonly doubt?: Doubt; readonly at: number }

const half = { numerator: 1, denominator: 2 }
const parted = new RegExp(`(超过|多于|不少于|不低于|达到?)? ?(?:(${numberPattern})分之(${numberPattern})|(\\d)/(\\d))(以上|及以上)?`, 'u')

/** The first share a stretch of words names. `以上` holds the share itself, as the law counts it; 半数以上 is asked. */
export const shareIn = (words: string): SharePart | undefined => {
  const more = /过半数?|超过(?:一半|半数)/u.exec(words)
  const other = parted.exec(words)
  if (more !== null && (other === null || more.index <= other.index)) return { share: half, inclusive: false, at: more.index }
  const least = /半数以上/u.exec(words)
  if (least !== null) return { share: half, inclusive: false, at: least.index, doubt: { at: 'inclusive', what: { zh: '“半数以上”含半数吗？', en: 'Does half itself suffice?' }, readings: ['false', 'true'] } }
  if (other === null) return undefined
  const [denominator, numerator] = other[2] === undefined ? [Number(other[5]), Number(other[4])] : [numberOf(other[2]), numberOf(other[3] ?? '')]
  if (denominator === undefined || numerator === undefined || numerator > denominator || denominator < 2) return undefined
  return { share: { numerator, denominator }, inclusive: !/超过|多于/u.test(other[1] ?? ''), at: other.index }
}
