/** 同一份材料的 Word 版和盖章 PDF: which belong together, and what the form says that its Word file does not. */
import type { Words } from '../kernel/finding'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { bareName } from '../campaign/contradictions/likeness'
import type { Facts } from '../materials/facts'
import type { Fields } from '../nomination/form'
import { secretTypes } from '../nomination/form'
import { mayCarryPages } from './agreement'
import { plainText } from './compare-texts'

type Material = ResolvedRule<'material'>
export interface TextPair { readonly word: Material; readonly stamped: Material }

/** An unsealed document whose name is the same but for what stands in brackets: 推荐表（Word） and 推荐表（盖章 PDF）. */
export const textPairs = (definition: Pick<ResolvedDefinition, 'rules'>): TextPair[] => {
  const materials = rulesOf(definition, 'material')
  return materials.filter(mayCarryPages).flatMap((stamped) => {
    const word = materials.find((m) => isWord(m) && bareName(m.name.zh) === bareName(stamped.name.zh))
    return word === undefined ? [] : [{ word, stamped }]
  })
}

/** Word as it is or was; a sheet of Excel has no text in one order. */
export const isWord = (m: Pick<Material, 'file'>): boolean => m.file.type === 'document' && !m.file.stamped && m.file.formats.some((f) => f === 'docx' || f === 'doc')

/** The file itself: a material may be taken as Word or as Excel. */
export const isWordFile = (facts: Facts): boolean => facts.kind === 'document' && (facts.format === 'docx' || facts.format === 'doc')

const texts = new Set(['text', 'longText'])

/** Sentences and short values of the form that the Word file does not hold; what is sealed at rest is not asked about. */
export const notInWord = (definition: Pick<ResolvedDefinition, 'rules'>, fields: Fields, word: string): { readonly label: Words; readonly value: string }[] => {
  const there = plainText(word)
  return rulesOf(definition, 'formField').filter((f) => texts.has(f.type) && !secretTypes.has(f.type)).flatMap((f) => {
    const value = fields[f.field]
    if (typeof value !== 'string') return []
    const missing = value.split(/(?<=[。；！？\n])/u).map((s) => s.trim()).filter((s) => plainText(s).length >= 2 && !there.includes(plainText(s)))
    return missing.length === 0 ? [] : [{ label: f.label, value: missing.join('') }]
  })
}
