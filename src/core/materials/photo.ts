import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import { sayBytes } from '../rules/amounts'
import type { PhotoFile } from '../rules/material-file'
import type { ImageFacts, UnreadableFacts, Facts } from './facts'
import { about, asks, formatNames, judgeFormat, measured } from './say'

type Rule = MaterialRule & { readonly file: PhotoFile }

/** 生活或工作照片 */
export const judgePhoto = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'image') return [noPicture(rule, facts)]
  const format = judgeFormat(rule, facts, facts.format)
  if (!rule.file.formats.some((f) => f === facts.format)) return format
  const heavy = weight(rule, facts)
  return [...format, ...whole(rule, facts), ...heavy, ...pixels(rule, facts), ...enlarged(rule, facts), ...asStored(rule, facts, heavy.length > 0)]
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

/** What cameras note beside the picture (a thumbnail, a profile) is part of an honest file; beyond this it is filling. */
const usualNotes = 262_144

/** Bytes after the picture are no picture: a small one filled up to the limit is shown to people, who decide (some phones do append honest data). */
const weight = (rule: Rule, facts: ImageFacts): Finding[] => {
  const { minBytes } = rule.file
  if (minBytes === undefined) return []
  const limit = sayBytes(minBytes)
  const picture = facts.bytes - facts.trailingBytes - Math.max(0, (facts.metadataBytes ?? 0) - usualNotes)
  if (facts.bytes < minBytes) return [about(rule, facts, 'photo.tooSmall', [`照片 ${measured(facts.bytes)}，小于规定的 ${limit.zh}`, `The photograph is ${measured(facts.bytes)}; at least ${limit.en} is asked for`], fromTheCamera)]
  if (picture < minBytes) return [about(rule, facts, 'photo.padded', [`照片本身只有 ${measured(picture)}，其余是填充内容；规定不小于 ${limit.zh}`, `The picture itself is ${measured(picture)}, the rest is filling; at least ${limit.en} is asked for`], fromTheCamera, 'warn')]
  return []
}

const pixels = (rule: Rule, facts: ImageFacts): Finding[] => {
  const { minShortSide } = rule.file
  if (minShortSide === undefined || Math.min(facts.width, facts.height) >= minShortSide) return []
  return [about(rule, facts, 'photo.fewPixels', [`照片 ${facts.width}×${facts.height}，短边不足 ${minShortSide} 像素`, `The photograph is ${facts.width}×${facts.height}; its short side is under ${minShortSide} px`], ['请选清晰度更高的原图。', 'Choose an original of higher resolution.'])]
}

/** 放大凑数: only where size or pixels are asked for can they have been made up. A hint, because a soft original measures alike. */
const enlarged = (rule: Rule, facts: ImageFacts): Finding[] => {
  const { minBytes, minShortSide } = rule.file
  if (facts.enlarged !== true || (minBytes === undefined && minShortSide === undefined)) return []
  return [asks(rule, facts, 'photo.enlarged', [`照片 ${facts.width}×${facts.height}，细节却像小图放大的，也可能没对上焦，请看一眼`, `${facts.width}×${facts.height}, yet its detail is that of a smaller picture enlarged, or it is out of focus`], ['清楚就可以用；模糊就请拍摄者发原图。', 'If it is sharp, keep it; if not, ask for the original.'])]
}

/** Shared with the portrait: what no definition asks, and people may want to know. */
export const asStored = (rule: MaterialRule, facts: ImageFacts, padded = false): Finding[] => [
  ...(facts.colour?.model === 'cmyk' ? [about(rule, facts, 'image.cmyk', ['照片是印刷用的 CMYK 颜色，屏幕上颜色会有出入', 'The picture is in CMYK, for printing; on a screen its colours differ'], ['颜色不对就请在修图软件里转成 RGB 再传。', 'If the colours look wrong, convert it to RGB and upload again.'], 'note')] : []),
  ...(facts.animated === true ? [asks(rule, facts, 'image.animated', ['是动图，核验的只是第一帧', 'It is animated; only its first frame was checked'], ['请另存为静态图片。', 'Save it as a still picture.'], 'note')] : []),
  ...(facts.trailingBytes > 0 && !padded && facts.bytes <= rule.file.maxBytes ? [about(rule, facts, 'image.trailing', [`图像后面还带着 ${measured(facts.trailingBytes)} 别的内容`, `${measured(facts.trailingBytes)} of something else follow the picture`], ['不用改：手机常这样写；页面上的预览不带。', 'Nothing to do: telephones do so; the preview on the pages does not hold it.'], 'note')] : []),
  ...(facts.place === true ? [about(rule, facts, 'image.place', ['照片里记着拍摄地点', 'The picture tells where it was taken'], ['不用改：页面上的预览不带地点。', 'Nothing to do: the preview on the pages does not tell it.'], 'note')] : []),
]
