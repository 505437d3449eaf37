import { z } from 'zod'
import { ruleBase, words } from './rule-base'

const bytes = z.int().min(1)
const size = z.strictObject({ width: z.int().min(1), height: z.int().min(1) })

/** 证件照: one frontal portrait on a ground of a colour. */
export const portraitFile = z.strictObject({
  type: z.literal('portrait'),
  formats: z.array(z.enum(['jpeg', 'png'])).min(1),
  background: z.enum(['red', 'white', 'blue', 'any']),
  /** Printed size in millimetres; 小2寸 is 35 × 45 here (sources disagree, so it is a parameter). */
  millimetres: size,
  /** How far width/height may be from the printed ratio, in per cent of it. */
  ratioTolerancePercent: z.int().min(0).max(50).default(3),
  minWidth: z.int().min(1).optional(),
  maxBytes: bytes,
})
/** 生活或工作照片 */
export const photoFile = z.strictObject({
  type: z.literal('photo'),
  formats: z.array(z.enum(['jpeg', 'png'])).min(1),
  minBytes: bytes.optional(),
  minShortSide: z.int().min(1).optional(),
  maxBytes: bytes,
})
/** 视频 */
export const videoFile = z.strictObject({
  type: z.literal('video'),
  containers: z.array(z.enum(['mp4', 'mov'])).min(1),
  maxSeconds: z.int().min(1).optional(),
  /** Display sizes (after rotation) that are accepted; absent: any. */
  displaySizes: z.array(size).min(1).optional(),
  maxBytes: bytes,
  /** Points only a person can check (neat dress, no backlight), shown beside the upload. */
  manual: z.array(words).default([]),
})
/** 文字材料: Word, Excel or PDF; a stamped one is a scan with a seal. */
export const documentFile = z.strictObject({
  type: z.literal('document'),
  formats: z.array(z.enum(['pdf', 'docx', 'doc', 'xlsx', 'xls'])).min(1),
  stamped: z.boolean(),
  maxPages: z.int().min(1).optional(),
  maxBytes: bytes,
})

/** 推荐材料: one item of the dossier, what its files must be, how many, and how many paper copies. */
export const material = z.strictObject({
  ...ruleBase,
  kind: z.literal('material'),
  name: words,
  group: z.enum(['text', 'image', 'stamped']),
  min: z.int().min(0),
  /** null: any number. */
  max: z.int().min(1).nullable(),
  file: z.discriminatedUnion('type', [portraitFile, photoFile, videoFile, documentFile]),
  /** 姓名+序号: the product names the file. */
  naming: z.enum(['nameAndOrdinal', 'asGiven']).default('asGiven'),
  paperCopies: z.int().min(0).default(0),
  /** Who issues it, where that is not the nominating unit. */
  issuedBy: words.optional(),
})
export type Material = z.infer<typeof material>
export type PortraitFile = z.infer<typeof portraitFile>
export type PhotoFile = z.infer<typeof photoFile>
export type VideoFile = z.infer<typeof videoFile>
export type DocumentFile = z.infer<typeof documentFile>
