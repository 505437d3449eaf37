/** 评委结构: how many of a jury are of each part of a rule, by the fields they are known for. */
import type { Jury } from '../../rules/jury'
import { foldName } from '../conflicts/name-characters'

/** @param members the fields of each; a person of several counts for every part that names one of them */
export const partsOf = (rule: Pick<Jury, 'structure'>, members: readonly (readonly string[])[]): Record<string, number> => Object.fromEntries((rule.structure ?? []).map((s) => {
  const name = foldName(s.name.zh)
  return [s.id, members.filter((fields) => fields.some((f) => { const own = foldName(f); return own !== '' && (own.includes(name) || name.includes(own)) })).length]
}))
/** As accounts keep them, in one line. */
export const fieldsIn = (line: string): string[] => line.split(/[、,，;；]+/u).map((f) => f.trim()).filter((f) => f !== '')
