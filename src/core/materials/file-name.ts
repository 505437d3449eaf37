import type { MaterialRule } from '../rules/material-terms'
import type { Facts } from './facts'
import { properExtension } from './say'

/** 姓名+序号: the name the product gives a file, so that nobody has to rename anything. What no file system takes, and marks that turn the reading direction, are replaced. */
export const fileNameFor = (rule: MaterialRule, personName: string, ordinal: number, facts: Facts): string => {
  const person = safe(personName)
  const extension = facts.kind === 'image' || facts.kind === 'document' ? properExtension(facts.format) : facts.kind === 'video' ? properExtension(facts.container) : 'bin'
  const number = String(ordinal).padStart(2, '0')
  if (rule.naming === 'nameAndOrdinal') return `${person}${number}.${extension}`
  if (rule.naming === 'name') return rule.max === 1 ? `${person}.${extension}` : `${person}${number}.${extension}`
  const what = rule.name.zh.replace(/（.*?）/g, '')
  return rule.max === 1 ? `${person}_${what}.${extension}` : `${person}_${what}${number}.${extension}`
}

const safe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]/gu, '_').trim()

/** Whether a name is one the rule asks for: the person, then a number where there are several, then the ending. */
export const isNamedFor = (naming: 'nameAndOrdinal' | 'name', person: string, name: string): boolean => {
  const rest = name.startsWith(safe(person)) ? name.slice(safe(person).length) : null
  return rest !== null && (naming === 'name' ? /^\d*\.[^.]+$/ : /^\d+\.[^.]+$/).test(rest)
}
