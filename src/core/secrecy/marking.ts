/** 国家秘密标志: what a marking is, and text brought to the one form in which markings are looked for. */
import type { Strength } from '../kernel/finding'

export const levels = ['绝密', '机密', '秘密'] as const
export type Level = (typeof levels)[number]

/** One marking that was found. Of the text around it nothing is kept. */
export interface Marking {
  readonly level: Level | null
  /** As it reads without its blanks: `机密★10年`. */
  readonly shown: string
  /** From 1; null: in the file's name, or in a text without pages. */
  readonly page: number | null
  /** `block`: it is one, and the file is kept apart; `warn`: a person is asked. */
  readonly strength: Extract<Strength, 'block' | 'warn'>
}

/** Signs that stand for the star: other stars, asterisks, and what symbol fonts leave in a text layer (Wingdings: U+F0AB). */
const stars = /[☆✩✪✫✬✭✮✯✰✡✶⭐🌟⋆✦✧∗﹡*※\uf0ab\uf0b6]/gu
/** The characters of markings as they are written in traditional type. */
const traditional: Readonly<Record<string, string>> = { 機: '机', 絕: '绝', 級: '级', 長: '长', 啟: '启', 啓: '启', 開: '开', 個: '个', 內: '内', 國: '国', 屬: '属', 於: '于', 為: '为', 爲: '为', 係: '系', 該: '该', 資: '资', 報: '报', 項: '项', 祕: '秘', 標: '标', 識: '识', 誌: '志' }

/**
 * Half width, simplified, one star, one kind of blank, nothing invisible: so that no way of writing hides a marking.
 * Lines stay lines; several blanks stay one.
 */
export const plain = (text: string): string => text
  .replace(/\p{Zl}|\p{Zp}|\r\n?/gu, '\n')
  .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
  .replace(/\v|\f/gu, '\n')
  .normalize('NFKC')
  .replace(stars, '★')
  .replace(/\p{Script=Han}/gu, (c) => traditional[c] ?? c)
  .replace(/[^\S\n]+/gu, ' ')
