/** Labels as forms print them: 姓名 with a wide space in it, 姓名：、*主要事迹（500字以内）, all one word underneath. */

const spaces = /[\s\u200b\u2060\ufeff]+/gu
const bracketed = /[（(【〔[][^（()）】〕\]]*[）)】〕\]]/gu

/** Without spaces, brackets and what stands in them, numbers before and colons behind. */
export const plainLabel = (text: string): string => text.normalize('NFKC').replace(spaces, '').replace(bracketed, '').replace(/^[*★※]+|[*★※]+$/gu, '').replace(/^(?:[一二三四五六七八九十]+|\d+)[、.．]/u, '').replace(/[:：;；,，。]+$/u, '').toLowerCase()

/** Words before and behind a label that change nothing about what is asked. */
const qualifiers = /^(?:候选人|推荐人选|人选|被推荐人|推荐人|申报人|本人|个人|主要|简要|现任|现|最高|曾|所获|近期)|(?:情况|名称|材料|简介|全称|介绍|概述|一览|栏)$/gu
export const bareLabel = (label: string): string => {
  const out = label.replace(qualifiers, '').replace(qualifiers, '')
  return out === '' ? label : out
}

/** Nothing but room to write. */
export const isBlank = (text: string): boolean => /^[\s_＿.…·—\-\u200b]*$/u.test(text)
/** 年 月 日 with nothing in between, as it is printed for a date. */
const isOpenDate = (text: string): boolean => /^[\s_＿]*年[\s_＿]*月[\s_＿]*(?:日[\s_＿]*)?$/u.test(text)
/** Words that tell how to fill in: all of it in brackets. */
const isHint = (text: string): boolean => /^\s*(?:（[^（）]*）|\([^()]*\))\s*$/u.test(text)
export const boxes = /[□☐○◯〇]/u
/** Seal, signature, date: what stays at the foot of a cell for an opinion. */
const SEAL = /盖章|签章|公章|签字|签名/u
export const isSignature = (line: string): boolean => SEAL.test(line) || isOpenDate(line)

export type Room = 'blank' | 'hint' | 'choices' | 'opinion' | null
/** What kind of room a cell is; null: something stands in it already. */
export const roomIn = (lines: readonly string[]): Room => {
  const text = lines.filter((l) => !isBlank(l))
  if (text.length === 0) return 'blank'
  if (text.some((l) => boxes.test(l))) return 'choices'
  if (text.some((l) => SEAL.test(l))) return text.every((l) => isSignature(l) || isHint(l) || /^[\s\S]{0,14}[:：]\s*$/u.test(l)) ? 'opinion' : null
  return text.every((l) => isHint(l) || isOpenDate(l)) ? 'hint' : null
}
