import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import { sayBytes } from '../rules/amounts'
import type { PhotoFile } from '../rules/material-file'
import type { ImageFacts, UnreadableFacts, Facts } from './facts'
import { about, formatNames, judgeFormat, measured } from './say'

type Rule = MaterialRule & { readonly file: PhotoFile }

/** 生活或工作照片 */
export const judgePhoto = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'image') return [noPicture(rule, facts)]
  const format = judgeFormat(rule, facts, facts.format)
  if (!rule.file.formats.some((f) => f === facts.format)) return format
  return [...format, ...whole(rule, facts), ...weight(rule, facts), ...pixels(rule, facts)]
}

/** Shared with the portrait. */
export const noPicture = (rule: MaterialRule & { readonly file: { readonly formats: readonly string[] } }, facts: { readonly name: string }): Finding => {
  const must = formatNames(rule.file.formats)
  return about(rule, facts, 'file.format', [`这不是照片，须为 ${must.zh}`, `This is not a photograph; it must be ${must.en}`], ['请选照片文件。', 'Choose a photograph.'])
}

/** Shared with the portrait: the picture must decode to its last row. */
export const whole = (rule: MaterialRule, facts: ImageFacts): Finding[] =>
  facts.decodes === false ? [about(rule, facts, 'file.broken', ['图片读不完整，下半部分可能缺失', 'The picture cannot be decoded to its end'], ['请从相机或手机里重新取原图，不要用传了一半的文件。', 'Take the original from the camera or phone again.'], 'block')] : []

const fromTheCamera = ['请拍摄者用“原图”重发，或从相机、手机相册直接选取；经微信转发的照片会被压缩。系统不会放大凑数。', 'Ask for the original, or choose it from camera or album: messengers compress. The product never enlarges to fit.'] as const

/** Bytes after the picture are no picture: a small one filled up to the limit is shown to people, who decide (some phones do append honest data). */
const weight = (rule: Rule, facts: ImageFacts): Finding[] => {
  const { minBytes } = rule.file
  if (minBytes === undefined) return []
  const limit = sayBytes(minBytes)
  const picture = facts.bytes - facts.trailingBytes
  if (facts.bytes < minBytes) return [about(rule, facts, 'photo.tooSmall', [`照片 ${measured(facts.bytes)}，小于规定的 ${limit.zh}`, `The photograph is ${measured(facts.bytes)}; at least ${limit.en} is asked for`], fromTheCamera)]
  if (picture < minBytes) return [about(rule, facts, 'photo.padded', [`照片本身只有 ${measured(picture)}，其余是图像之后的填充内容；规定不小于 ${limit.zh}`, `The picture itself is ${measured(picture)}, the rest is filling after its end; at least ${limit.en} is asked for`], fromTheCamera, 'warn')]
  return []
}

const pixels = (rule: Rule, facts: ImageFacts): Finding[] => {
  const { minShortSide } = rule.file
  if (minShortSide === undefined || Math.min(facts.width, facts.height) >= minShortSide) return []
  return [about(rule, facts, 'photo.fewPixels', [`照片 ${facts.width}×${facts.height}，短边不足 ${minShortSide} 像素`, `The photograph is ${facts.width}×${facts.height}; its short side is under ${minShortSide} px`], ['请选清晰度更高的原图。', 'Choose an original of higher resolution.'])]
}
