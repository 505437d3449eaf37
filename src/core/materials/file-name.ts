import type { ResolvedRule } from '../campaign/definition'
import type { Facts } from './facts'
import { properExtension } from './say'

/** 姓名+序号: the name the product gives a file, so that nobody has to rename anything. What no file system takes, and marks that turn the reading direction, are replaced. */
export const fileNameFor = (rule: ResolvedRule<'material'>, personName: string, ordinal: number, facts: Facts): string => {
  const person = personName.replace(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]/gu, '_').trim()
  const extension = facts.kind === 'image' || facts.kind === 'document' ? properExtension(facts.format) : facts.kind === 'video' ? properExtension(facts.container) : 'bin'
  const number = String(ordinal).padStart(2, '0')
  if (rule.naming === 'nameAndOrdinal') return `${person}${number}.${extension}`
  const what = rule.name.zh.replace(/（.*?）/g, '')
  return rule.max === 1 ? `${person}_${what}.${extension}` : `${person}_${what}${number}.${extension}`
}
