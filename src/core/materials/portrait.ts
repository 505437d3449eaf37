import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import type { PortraitFile } from '../rules/material'
import type { Facts } from './facts'
import { whole } from './photo'
import { about, formatNames, judgeFormat } from './say'

type Rule = ResolvedRule<'material'> & { readonly file: PortraitFile }
const colours = { red: ['红', 'red'], white: ['白', 'white'], blue: ['蓝', 'blue'], other: ['其他颜色', 'another colour'] } as const
/** Below this share of the border in one colour a machine is not sure, and asks a person. */
const SURE = 0.6

/** 证件照: shape and ground. Whether it is frontal and bareheaded, people see. */
export const judgePortrait = (rule: Rule, facts: Facts): Finding[] => {
  if (facts.kind !== 'image') return [about(rule, facts, 'file.format', [`这不是照片，须为 ${formatNames(rule.file.formats)}`, `This is not a photograph; it must be ${formatNames(rule.file.formats)}`], ['请选证件照文件。', 'Choose the portrait.'])]
  const format = judgeFormat(rule, facts, facts.format, rule.file.formats)
  if (format.some((f) => f.strength === 'block')) return format
  return [...format, ...whole(rule, facts), ...shape(rule, facts), ...ground(rule, facts)]
}

const shape = (rule: Rule, facts: Extract<Facts, { kind: 'image' }>): Finding[] => {
  const { millimetres: mm, ratioTolerancePercent: tolerance, minWidth } = rule.file
  const found: Finding[] = []
  const off = Math.abs((facts.width * mm.height) / (facts.height * mm.width) - 1) * 100
  if (off > tolerance) found.push(about(rule, facts, 'portrait.ratio', [`证件照 ${facts.width}×${facts.height}，不是 ${mm.width}×${mm.height} 毫米的比例`, `The portrait is ${facts.width}×${facts.height}, not in the proportion ${mm.width} × ${mm.height} mm`], [`请按 ${mm.width}∶${mm.height} 裁切，头部居中。`, `Crop it to ${mm.width}:${mm.height} with the head in the middle.`]))
  if (minWidth !== undefined && facts.width < minWidth) found.push(about(rule, facts, 'portrait.fewPixels', [`证件照宽 ${facts.width} 像素，不足 ${minWidth}`, `The portrait is ${facts.width} px wide, under ${minWidth}`], ['请用原图重新裁切。', 'Crop it again from the original.']))
  return found
}

const ground = (rule: Rule, facts: Extract<Facts, { kind: 'image' }>): Finding[] => {
  const wanted = rule.file.background
  if (wanted === 'any' || facts.border === null) return []
  const [zh, en] = colours[wanted]
  const [isZh, isEn] = colours[facts.border.colour]
  const sure = facts.border.share >= SURE
  if (facts.border.colour === wanted) return sure ? [] : [about(rule, facts, 'portrait.ground.look', [`底色像是${zh}色，边上有杂色，请看一眼`, `The ground looks ${en}, with other colours at the edge: please look`], ['确认是纯色底即可。', 'Confirm that it is plain.'], 'note')]
  return [about(rule, facts, 'portrait.ground', [`证件照底色是${isZh}${facts.border.colour === 'other' ? '' : '色'}，须为${zh}底`, `The portrait’s ground is ${isEn}; it must be ${en}`], [`请换${zh}底证件照，或请照相馆换底。`, `Use a portrait on ${en}, or have its ground replaced.`], sure || facts.border.colour === 'other' ? rule.strength : 'warn')]
}
