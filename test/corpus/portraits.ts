/** 证件照: grounds inside and at the borders of what counts as a colour, proportions at the tolerance, ways of storing. */
import sharp from 'sharp'
import { portrait } from '#server/demo/samples/portrait'
import { cat } from './cat'
import { filesOf, type CorpusFile } from './corpus-file'
import { bust } from './grain'
import { turnedHeic } from './heic-files'
import { exif, withSegment } from './image-surgery'
import { turnedPortrait } from './turned-portraits'

const grounds = {
  标准红: '#c8281f', 大红: '#ff0000', 暗红: '#8e1620', 橙红边: '#d94824', 橙: '#f08c14', 玫红边: '#d92050', 紫红: '#c0206a', 淡红: '#e89090', 近黑红: '#400808', 标准蓝: '#438edb', 深蓝: '#005ab4', 天蓝边: '#30a0d8', 青: '#20b8b8', 白: '#ffffff', 米白: '#e8e6e2', 浅灰边: '#d8d8d8', 灰: '#969696', 绿: '#3aa655', 黑: '#0a0a0a',
} as const

const twoPeople = async (): Promise<Buffer> => {
  const [left, right] = await Promise.all(['a', 'b'].map(async (seed) => sharp(await portrait(seed, { width: 413, height: 531 })).resize({ width: 350 }).toBuffer()))
  return sharp({ create: { width: 700, height: 900, channels: 3, background: grounds.标准红 } }).composite([{ input: left!, left: 0, top: 300 }, { input: right!, left: 350, top: 260 }]).jpeg({ quality: 92 }).toBuffer()
}

export const portraits = async (): Promise<CorpusFile[]> => {
  const red = bust(grounds.标准红)
  const jpeg = (s = red, quality = 92) => s.clone().jpeg({ quality }).toBuffer()
  const right = await jpeg()
  const lying = await bust(grounds.标准红).png().toBuffer()
  const twoGrounds = sharp(await bust('#ffffff').png().toBuffer()).composite([{ input: { create: { width: 210, height: 540, channels: 3, background: grounds.标准红 } }, left: 0, top: 0 }])
  return filesOf('portrait', [
    ...await Promise.all(Object.entries(grounds).map(async ([name, ground]) => [`底色${name}.jpg`, await jpeg(bust(ground))] as const)),
    ['半红半白.jpg', await jpeg(twoGrounds)],
    ['比例正好.jpg', await jpeg(bust(grounds.标准红, 700, 900))], ['比例差百分之二.jpg', await jpeg(bust(grounds.标准红, 714, 900))], ['比例差百分之四.jpg', await jpeg(bust(grounds.标准红, 728, 900))], ['横着.jpg', await jpeg(bust(grounds.标准红, 540, 420))],
    ['躺着而注明方向.jpg', withSegment(await jpeg(sharp(lying).rotate(270)), 0xe1, exif(6))], ['躺着没有注明.jpg', await jpeg(sharp(lying).rotate(270))],
    ['PNG.png', await red.clone().png().toBuffer()], ['PNG十六位.png', await red.clone().toColourspace('rgb16').png().toBuffer()], ['PNG透明底.png', await red.clone().ensureAlpha(0).png().toBuffer()],
    ['印刷色红底.jpg', await jpeg(red.clone().toColourspace('cmyk')), 'inks are mixed a little otherwise, and the nose is seen some hundredths beside'], ['显示P3红底.jpg', await red.clone().withIccProfile('p3').jpeg().toBuffer()], ['黑白.jpg', await jpeg(red.clone().grayscale().toColourspace('b-w'))],
    ['太小.jpg', await jpeg(bust(grounds.标准红, 35, 45))], ['很大.jpg', await jpeg(bust(grounds.标准红, 1400, 1800), 80)],
    ['画像.jpg', await portrait('a', { width: 413, height: 531 })], ['画像很大.jpg', await portrait('b')], ['画像PNG.png', await portrait('c', { width: 413, height: 531, format: 'png' })], ['侧脸.jpg', await turnedPortrait('a', 40)], ['略侧.jpg', await turnedPortrait('b', 12)],
    ['两个人.jpg', await twoPeople()], ['猫.jpg', await cat()], ['倒着.jpg', await sharp(await portrait('d', { width: 413, height: 531 })).rotate(180).jpeg().toBuffer()], ['没有人.jpg', await jpeg(sharp({ create: { width: 420, height: 540, channels: 3, background: grounds.标准红 } }))],
    ['截断.jpg', right.subarray(0, right.length / 2)], ['HEIC红底.heic', turnedHeic], ['是PDF.jpg', Buffer.from('%PDF-1.4\n%%EOF')],
  ])
}
