/** What the papers of a nomination are held against: the sheets that would be printed now, each with the hash its code carries. */
import { contentHashOf, sheetHashOf } from '../forms/content-hash'
import { printedSheets } from '../forms/printed-sheets'
import { canonical, type KeptTexts } from '../kernel/canonical'
import { FORM_ID } from '../campaign/attachments'
import { bareName } from '../campaign/contradictions/likeness'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Words } from '../kernel/finding'
import type { Fields } from '../nomination/form'
import { pageCodeDigits, type PageCode } from './page-code'

export interface PrintedPaper { readonly id: string; readonly name: Words; readonly contentHash: string }
/** The electronic version that paper is held against. */
export interface Printed {
  /** The nomination. */
  readonly formId: string
  /** Its version now. */
  readonly version: number
  /** The form first. */
  readonly papers: readonly PrintedPaper[]
}

const form: Words = { zh: '推荐表', en: 'Nomination form' }

/** A hash costs something and is asked for only where a page bears a code of this nomination. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

export const printedOf = (definition: Pick<ResolvedDefinition, 'rules'>, nomination: { readonly id: string; readonly version: number; /** Hash of the appraisal as it was closed. */ readonly appraisal?: string | null }, fields: Fields): Printed => {
  const sheets = printedSheets(definition)
  // The fields are most of what is hashed, for each sheet anew: their text is made once.
  const kept = once((): KeptTexts => new WeakMap([[fields, canonical(fields)]]))
  const paper = (id: string, name: Words, hash: () => string): PrintedPaper => {
    const contentHash = once(hash)
    return { id, name, get contentHash() { return contentHash() } }
  }
  const others = sheets.filter((s) => s.kind !== 'form').map((s) => paper(s.id, s.name, () => sheetHashOf(s, nomination.id, fields, nomination.appraisal ?? null, kept())))
  return { formId: nomination.id, version: nomination.version, papers: [paper(FORM_ID, sheets.find((s) => s.kind === 'form')?.name ?? form, () => contentHashOf(nomination.id, fields, FORM_ID, kept())), ...others] }
}

/** Which paper of the version that holds a code was printed on; null: of an old version, or of another nomination. Decided by the content: a version that only added a photograph prints the same. */
export const paperOfCode = (code: Pick<PageCode, 'formId' | 'contentHash'>, printed: Printed): PrintedPaper | null =>
  code.formId !== printed.formId ? null : printed.papers.find((p) => p.contentHash.slice(0, pageCodeDigits) === code.contentHash) ?? null

/** Which of the papers a sealed material is the scan of, by its name; undefined: others made it, or its name does not tell. */
export const paperOfMaterial = (definition: Pick<ResolvedDefinition, 'rules'>, material: Pick<ResolvedRule<'material'>, 'id' | 'name'>, printed: Printed): PrintedPaper | undefined => {
  const name = bareName(material.name.zh)
  const unsealed = (id: string) => rulesOf(definition, 'material').find((m) => m.id === id)
  return printed.papers.find((p) => bareName(p.name.zh) === name || bareName(unsealed(p.id)?.name.zh ?? '') === name) ?? printed.papers.find((p) => name.endsWith(bareName(p.name.zh)) || bareName(p.name.zh).endsWith(name))
}
