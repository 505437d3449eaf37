import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import type { PortraitFile } from '../rules/material-file'
import type { Facts, ImageFacts, UnreadableFacts } from './facts'
import { asStored, noPicture, whole } from './photo'
import { judgeFaces } from './portrait-face'
import { about, asks, judgeFormat } from './say'

type Rule = MaterialRule & { readonly file: PortraitFile }
const colours = { red: ['红色', 'red'], white: ['白色', 'white'], blue: ['蓝色', 'blue'], other: ['其他颜色', 'another colour'] } as const
/** Below this share of the border in one colour the measurement is not sure, and a person looks. How good an instrument is, not a limit of a notice. */
const sureShare = 0.6

/** 证件照: shape, ground and face. Whether it is frontal and bareheaded, people decide. */
export const judgePortrait = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'image') return [noPicture(rule, facts)]
  const format = judgeFormat(rule, facts, facts.format)
  if (!rule.file.formats.some((f) => f === facts.format)) return format
  const misshapen = shape(rule, facts)
  return [...format, ...whole(rule, facts), ...misshapen, ...judgeFaces(rule, facts, !misshapen.some((f) => f.code === 'portrait.ratio')), ...ground(rule, facts), ...colourless(rule, facts), ...asStored(rule, facts)]
}

const shape = (rule: Rule, facts: ImageFacts): Finding[] => {
  const { millimetres: mm, ratioTolerancePercent: tolerance, minWidth } = rule.file
  const found: Finding[] = []
  const off = Math.abs((facts.width * mm.height) / (facts.height * mm.width) - 1) * 100
  if (off > tolerance) found.push(about(rule, facts, 'portrait.ratio', [`证件照 ${facts.width}×${facts.height}，不是 ${mm.width}×${mm.height} 毫米的比例`, `The portrait is ${facts.width}×${facts.height}, not in the proportion ${mm.width} × ${mm.height} mm`], [`请按 ${mm.width}∶${mm.height} 裁切，头部居中。`, `Crop it to ${mm.width}:${mm.height} with the head in the middle.`]))
  if (minWidth !== undefined && facts.width < minWidth) found.push(about(rule, facts, 'portrait.fewPixels', [`证件照宽 ${facts.width} 像素，不足 ${minWidth}`, `The portrait is ${facts.width} px wide, under ${minWidth}`], ['请用原图重新裁切。', 'Crop it again from the original.']))
  return found
}

const ground = (rule: Rule, facts: ImageFacts): Finding[] => {
  const wanted = rule.file.background
  if (wanted === 'any' || facts.border === null) return []
  const { colour, share } = facts.border
  const [mustZh, mustEn] = colours[wanted]
  const [isZh, isEn] = colours[colour]
  if (share < sureShare) return [asks(rule, facts, 'portrait.groundUnsure', [`底色边缘只有 ${percent(share)} 是${isZh}，须为${mustZh}`, `Only ${percent(share)} of the ground's edge is ${isEn}; it must be ${mustEn}`], [`确认是纯${mustZh}底即可；不是就换一张。`, `If the ground is plain ${mustEn}, say so; if not, use another portrait.`])]
  return colour === wanted ? [] : [about(rule, facts, 'portrait.ground', [`证件照底色是${isZh}，须为${mustZh}`, `The portrait's ground is ${isEn}; it must be ${mustEn}`], [`请换${mustZh}底的证件照，或请照相馆换底。`, `Use a portrait on ${mustEn}, or have its ground replaced.`])]
}
/** Where a ground is asked for, a grey one has its own finding already. */
const colourless = (rule: Rule, facts: ImageFacts): Finding[] => (facts.colour?.model !== 'gray' || rule.file.background !== 'any' ? [] : [
  asks(rule, facts, 'portrait.gray', ['证件照是黑白的', 'The portrait is in black and white'], ['证件照一般用彩色；确须黑白的，留着即可。', 'Portraits are usually in colour; if it must be so, keep it.'], 'note')])

const percent = (share: number): string => `${Math.round(share * 100)}%`
