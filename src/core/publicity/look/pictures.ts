/** Emblem and header picture of public pages: what speaks against one, said before it is saved. */
import { finding, type Finding } from '../../kernel/finding'
import { seenPeople } from '../story/media'
import { z } from 'zod'

type Pair = readonly [zh: string, en: string]
const say = (code: string, strength: Finding['strength'], field: string, what: Pair, mend: Pair): Finding => finding({ code: `look.${code}`, rule: null, strength, at: { field }, what, mend })

/** Pixels wide, the smallest first. */
export const lookWidths = { emblem: [96, 192, 384], header: [640, 1280, 2400] } as const
/** Shown 40 px high on screens of double density; a header 1600 px wide fills most desks. */
const least = { emblem: 96, header: 1600 } as const

export const headerRights = z.strictObject({ credit: z.string().trim().max(120), people: z.enum(seenPeople).nullable(), consent: z.string().trim().max(200) })
export type HeaderRights = z.infer<typeof headerRights>
interface Size { readonly width: number; readonly height: number }

export const judgeEmblem = (s: Size): Finding[] => [
  ...(Math.min(s.width, s.height) < least.emblem ? [say('emblemCoarse', 'warn', 'emblem', [`徽标只有 ${s.width}×${s.height} 像素，清晰屏上会糊`, `The emblem of ${s.width}×${s.height} px blurs on sharp screens`], [`换一张短边 ${least.emblem} 像素以上的。`, `Take one of ${least.emblem} px at its shorter side.`])] : []),
  ...(s.width > 4 * s.height || s.height > 2 * s.width ? [say('emblemLong', 'warn', 'emblem', ['徽标太长，页首只有 40 像素高，看不清', 'The emblem is very long; at 40 px of height little of it is seen'], ['用图形部分，不带单位全称；名称网页上另有。', 'Use its figure without the name: the page says the name.'])] : []),
]
export const judgeHeader = (s: Size, r: HeaderRights): Finding[] => [
  ...(s.width < least.header ? [say('headerCoarse', 'warn', 'header', [`页首图片只有 ${s.width} 像素宽，大屏上会糊`, `The header picture is ${s.width} px wide and blurs on large screens`], [`换一张宽 ${least.header} 像素以上的。`, `Take one ${least.header} px wide.`])] : []),
  ...(s.height > s.width ? [say('headerTall', 'warn', 'header', ['页首图片是竖的，只会露出中间一条', 'The header picture is upright: a strip of it shows'], ['换一张横的，宽是高的两三倍最好。', 'Take one that lies, two or three times as wide as high.'])] : []),
  ...(r.credit === '' ? [say('headerNoCredit', 'block', 'credit', ['页首图片没有写作者和来源', 'The header picture names neither author nor source'], ['写明谁拍的、谁提供的；没有使用权的不能用。', 'Say who took it and who gave it; what one has no right to cannot be used.'])] : []),
  ...(r.people === null ? [say('headerNoPeople', 'block', 'people', ['页首图片里有谁，还没有登记', 'Who is seen in the header picture is not recorded'], ['选一项。', 'Choose one.'])] : []),
  ...((r.people === 'others' || r.people === 'children' || r.people === 'person') && r.consent === '' ? [say('headerUnasked', 'block', 'consent', ['页首图片里有人，还没有登记书面同意', 'People are seen in the header picture and their written consent is not recorded'], ['登记书面同意的日期和保存处；没有的，换一张没有人的。', 'Record its date and place; without it take a picture without people.'])] : []),
]

/** @param isDrawing an SVG, by what it begins with or is called */
export const unusablePicture = (name: string, field: 'emblem' | 'header', isDrawing: boolean): Finding => (isDrawing
  ? say('svg', 'block', field, [`“${name}”是 SVG，不收：里面可以带程序`, `“${name}” is an SVG, which can carry a program, and is not taken`], ['用画图软件打开，导出为 PNG（透明底、宽 400 像素以上）再选。', 'Open it in a drawing program and export it as PNG (transparent, 400 px or more), then choose that.'])
  : say('unusable', 'block', field, [`“${name}”不是网页能用的图片`, `“${name}” is no picture a page can show`], ['用 JPEG、PNG 或 WebP。', 'Use JPEG, PNG or WebP.']))
