/** 附件: the sheets a notice brings along for units to fill in, as its definition asks for them. */
import type { ClauseRef } from '../kernel/clause'
import type { Words } from '../kernel/finding'
import type { DocumentFacts } from '../materials/facts'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from './definition'

export type FileFormat = DocumentFacts['format']
/** What the product can typeset itself. */
export type TemplateKind = 'form' | 'summary' | 'report'
export interface Attachment {
  /** Of the material it is handed in as; `nomination-form` for the form. */
  readonly id: string
  readonly name: Words
  /** Null: the product has no template for it, the office gives its own file. */
  readonly template: TemplateKind | null
  /** In which format the product makes it: one the unit may hand in. */
  readonly format: 'docx' | 'xlsx'
  readonly rests: ClauseRef | null
  /** Beside what the definition asks for: by this campaign’s own office, or by that of a level above. */
  readonly added?: 'here' | 'above'
}
/** 另加的附件, as it stands in the list: an explanatory leaflet, a map, a plan of the days. */
export interface AddedAttachment { readonly id: string; readonly name: Words; readonly by: 'here' | 'above' }

/** The form, whatever material it is handed in as. */
export const FORM_ID = 'nomination-form'
const sheet = /(?:表|承诺书)$/u
const form = /(?:推荐|申报|申请|登记|提名)表$/u
/** 推荐表（Word）: what stands in brackets says which copy is meant, not which sheet. */
const bare = (name: Words): Words => ({ zh: name.zh.replace(/[（(][^（()）]*[）)]$/u, '').trim(), en: name.en.replace(/\s*\([^()]*\)$/u, '').trim() })

/** The list in the order of a notice: the form first, then the other sheets as the definition names them; a stamped scan is no sheet of its own. */
export const attachmentsOf = (d: Pick<ResolvedDefinition, 'rules'>): Attachment[] => {
  const reported = rulesOf(d, 'reportBack').flatMap((r) => r.material ?? [])
  const sheets = rulesOf(d, 'material').filter((m) => m.file.type === 'document' && !m.file.stamped && sheet.test(bare(m.name).zh))
  const asked = sheets.find((m) => form.test(bare(m.name).zh))
  const others = sheets.filter((m, i) => m !== asked && sheets.findIndex((x) => bare(x.name).zh === bare(m.name).zh) === i)
  const hasForm = rulesOf(d, 'formField').length > 0
  return [
    ...(hasForm || asked !== undefined ? [{ id: FORM_ID, name: asked === undefined ? { zh: '推荐表', en: 'Nomination form' } : bare(asked.name), template: hasForm ? 'form' as const : null, format: 'docx' as const, rests: asked?.rests ?? null }] : []),
    ...others.map((m): Attachment => {
      const name = bare(m.name)
      const template = reported.includes(m.id) || name.zh.includes('情况') ? 'report' as const : name.zh.endsWith('汇总表') ? 'summary' as const : null
      return { id: m.id, name, template, format: formatOf(m, template), rests: m.rests }
    }),
  ]
}

/** What the definition asks for, then what levels above added, then what its own office did. */
export const wholeList = (d: Pick<ResolvedDefinition, 'rules'>, added: readonly AddedAttachment[]): Attachment[] =>
  [...attachmentsOf(d), ...added.map(({ id, name, by }): Attachment => ({ id, name, template: null, format: 'docx', rests: null, added: by }))]

const formatOf = (m: ResolvedRule<'material'>, template: TemplateKind | null): Attachment['format'] => {
  const taken: readonly string[] = m.file.type === 'document' ? m.file.formats : []
  const wish = template === 'summary' ? (['xlsx', 'docx'] as const) : (['docx', 'xlsx'] as const)
  return wish.find((f) => taken.includes(f)) ?? 'docx'
}

/** As it is called when it is saved: the number of the list, the name, the ending of what it really is. */
export const attachmentFileName = (list: readonly Attachment[], id: string, format: FileFormat): string => {
  const at = list.findIndex((a) => a.id === id)
  const name = (list[at]?.name.zh ?? id).replace(/[\\/:*?"<>|]/gu, '')
  return `附件${list.length > 1 ? at + 1 : ''} ${name}.${format}`
}
