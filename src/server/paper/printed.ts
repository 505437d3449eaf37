import { printedOf as printedPapers, type Printed } from '#core/paper/content'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Fields } from '#core/nomination/form'

/** What a nomination's papers are held against; its hashes cost something, so they are made only where there is a paper. */
export const printedOf = (definition: ResolvedDefinition, row: { readonly id: string; readonly version: number; readonly appraisal?: string | null }, fields: Fields, papers: readonly { readonly reading: unknown }[]): { printed?: Printed } =>
  papers.some((p) => p.reading !== null) ? { printed: printedPapers(definition, row, fields) } : {}
