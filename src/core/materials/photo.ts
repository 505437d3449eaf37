import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { sayBytes } from '../rules/amounts'
import type { PhotoFile } from '../rules/material'
import type { Facts } from './facts'
import { about, formatNames, judgeFormat, measured } from './say'

type Rule = ResolvedRule<'material'> & { readonly file: PhotoFile }

/** 生活或工作照片 */
export const judgePhoto = (rule: Rule, facts: Facts): Finding[] => {
  if (facts.kind !== 'image') return [about(rule, facts, 'file.format', [`这不是照片，须为 ${formatNames(rule.file.formats)}`, `This is not a photograph; it must be ${formatNames(rule.file.formats)}`], ['请选照片文件。', 'Choose a photograph.'])]
  const format = judgeFormat(rule, facts, facts.format, rule.file.formats)
  if (format.some((f) => f.strength === 'block')) return format
  return [...format, ...whole(rule, facts), ...size(rule, facts)]
}

/** Shared with the portrait: the picture must decode to its last row. */
export const whole = (rule: ResolvedRule<'material'>, facts: Extract<Facts, { kind: 'image' }>): Finding[] =>
  facts.decodes === false ? [about(rule, facts, 'file.broken', ['图片读不完整，下半部分可能缺失', 'The picture cannot be decoded to its end'], ['请从相机或手机里重新取原图，不要用传了一半的文件。', 'Take the original from the camera or phone again.'])] : []

const PADDING_SHARE = 0.2

const size = (rule: Rule, facts: Extract<Facts, { kind: 'image' }>): Finding[] => {
  const { minBytes, minShortSide } = rule.file
  const found: Finding[] = []
  // Bytes after the picture are no picture: a small photo padded to the limit is judged by what is really in it.
  const real = facts.bytes - facts.trailingBytes
  const padded = facts.trailingBytes > facts.bytes * PADDING_SHARE
  if (minBytes !== undefined && (facts.bytes < minBytes || (padded && real < minBytes))) found.push(about(rule, facts, padded ? 'photo.padded' : 'photo.tooSmall',
    padded ? [`照片实际只有 ${measured(real)}，后面是填充内容，小于规定的 ${sayBytes(minBytes).zh}`, `The picture itself is only ${measured(real)}; the rest is padding. At least ${sayBytes(minBytes).en} is asked for`] : [`照片 ${measured(facts.bytes)}，小于规定的 ${sayBytes(minBytes).zh}`, `The photograph is ${measured(facts.bytes)}; at least ${sayBytes(minBytes).en} is asked for`],
    ['请拍摄者用“原图”重发，或从相机、手机相册直接选取；经微信转发的照片会被压缩。系统不会放大凑数。', 'Ask for the original, or choose it from camera or album: messengers compress. The product never enlarges to fit.']))
  const short = Math.min(facts.width, facts.height)
  if (minShortSide !== undefined && short < minShortSide) found.push(about(rule, facts, 'photo.fewPixels', [`照片 ${facts.width}×${facts.height}，短边不足 ${minShortSide} 像素`, `The photograph is ${facts.width}×${facts.height}; its short side is under ${minShortSide} px`], ['请选清晰度更高的原图。', 'Choose an original of higher resolution.']))
  return found
}
