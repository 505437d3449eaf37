/** 网站外观: from one colour everything that is coloured on a public page, readable whatever was picked. */
import { finding, type Finding, type Words } from '../../kernel/finding'
import { contrast, toHex, toLch, type Hex, type Lch } from './colour'

/** The house's own, and some that suit an honour. */
export const presets = [
  { id: 'vermilion', accent: '#b8321f', name: { zh: '朱', en: 'Vermilion' } }, { id: 'ochre', accent: '#8f4a12', name: { zh: '赭', en: 'Ochre' } }, { id: 'pine', accent: '#1f6349', name: { zh: '松', en: 'Pine' } },
  { id: 'lake', accent: '#1b6072', name: { zh: '湖', en: 'Lake' } }, { id: 'indigo', accent: '#23508e', name: { zh: '靛', en: 'Indigo' } }, { id: 'plum', accent: '#74305f', name: { zh: '梅', en: 'Plum' } },
] as const satisfies readonly { id: string; accent: Hex; name: Words }[]
export const houseAccent: Hex = presets[0].accent

/** Grounds that coloured words stand on; white words stand on the colour itself. */
export const grounds = { paper: '#ffffff', wash: '#f6f4f0' } as const
export const leastForText = 4.5
/** Beyond this a colour shouts on a large button (OKLCH chroma). */
const LOUD = 0.19

export interface LookTokens { readonly accent: Hex; /** Below a pointer, and for words on the wash. */ readonly deep: Hex; /** Pale, for what carries no words. */ readonly tint: Hex }
export interface Derived { readonly tokens: LookTokens; readonly findings: readonly Finding[] }

const reads = (hex: Hex): boolean => Math.min(contrast(hex, grounds.wash), contrast(hex, grounds.paper)) >= leastForText
/** As light as it can be and still be read; yellow darkens into brown, not into mud. */
const darkened = (from: Lch): Lch => {
  const h = from.h > 75 && from.h < 120 ? 75 + (from.h - 75) * 0.3 : from.h
  let [low, high] = [0, from.l]
  for (let i = 0; i < 18; i++) { const l = (low + high) / 2; if (reads(toHex({ ...from, h, l }))) low = l; else high = l }
  // Rounding to what a screen shows may cost the last hundredth.
  while (low > 0 && !reads(toHex({ ...from, h, l: low }))) low = Math.max(0, low - 0.004)
  return { ...from, h, l: low }
}

const say = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `look.${code}`, rule: null, strength: 'note', at: { field: 'accent' }, what, mend })

/** @param picked `#rrggbb` */
export const deriveLook = (picked: Hex): Derived => {
  const own = toLch(picked)
  const loud = own.c > LOUD && toHex({ ...own, c: LOUD }) !== picked
  const soft: Lch = loud ? { ...own, c: LOUD } : own
  const quiet = loud ? toHex(soft) : picked
  const pale = !reads(quiet)
  const lch = pale ? darkened(soft) : soft
  const accent = pale ? toHex(lch) : quiet
  // Almost black has nothing below it: there the pointer lightens.
  const deep = toHex({ ...lch, l: lch.l < 0.3 ? lch.l + 0.08 : lch.l - 0.05 })
  const tint = toHex({ l: 0.88, c: Math.min(lch.c, 0.045), h: lch.h })
  return { tokens: { accent, deep: reads(deep) ? deep : accent, tint }, findings: [
    ...(loud ? [say('softened', [`选的颜色很鲜，网页上用柔和一些的 ${quiet}`, `The colour is very strong; the pages use a calmer ${quiet}`], ['不必处理；大块鲜色看久了累。', 'Nothing to do: large strong areas tire the eye.'])] : []),
    ...(pale ? [say('darkened', [`选的颜色太浅，字看不清，网页上调深为 ${accent}（对比度 ${contrast(accent, grounds.paper).toFixed(1)}）`, `The colour is too light to be read; the pages use the darker ${accent} (contrast ${contrast(accent, grounds.paper).toFixed(1)})`], [`不必处理；想要原来的颜色，可以放在页首图片里。`, 'Nothing to do; the colour itself can be in the header picture.'])] : []),
    ...(lch.c < 0.03 ? [say('grey', ['颜色接近灰黑，重点不容易看出来', 'The colour is close to grey: what matters stands out little'], ['可以换一个带颜色的。', 'One with more colour shows it better.'])] : []),
  ] }
}

/** What a page of this look needs beside the common style. */
export const lookCss = (picked: Hex): string => { const { accent, deep, tint } = deriveLook(picked).tokens; return `:root{--accent:${accent};--accent-deep:${deep};--accent-tint:${tint}}` }
