/** 公文: an official document as data; the typesetters beside it (PDF, Word) only lay it out. */
import type { CalendarDay } from '#core/kernel/instant'

/** 发文字号. `serial: null` while the office has not yet given it: a gap is printed for the pen. */
export interface DocumentNumber {
  readonly office: string
  readonly year: number
  readonly serial: number | null
}

/** Numbered headings 一、 / （一） / 1. / （1）; numbers are counted, never written. */
export type HeadingLevel = 1 | 2 | 3 | 4
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `runOn` follows the heading in the same paragraph; without it the heading stands alone. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string; readonly runOn?: string }

/** 附件: named in the list after the body; with `matter` it follows on pages of its own, without it is issued apart (a form, a sheet). */
export interface Attachment {
  readonly title: string
  readonly matter?: AttachedMatter
}

/** What an attachment's own pages say. A forwarding notice carries the upper notice whole, with its number, recipients and signature. */
export interface AttachedMatter {
  readonly number?: DocumentNumber
  readonly recipients?: string
  readonly body: readonly Block[]
  /** The attached notice's own 附件说明. */
  readonly attachments?: readonly string[]
  readonly signature?: readonly string[]
  readonly date?: CalendarDay
  readonly note?: string
}

/** 版记. */
export interface Imprint {
  readonly copies?: string
  readonly printer: string
  readonly printed: CalendarDay
}

export interface OfficialDocument {
  /** 发文机关标志: one or several joint issuers, the leading one first; with or without the word 文件. */
  readonly mark: { readonly issuers: readonly [string, ...string[]]; readonly suffix: '文件' | null }
  readonly number: DocumentNumber | null
  /** 签发人, of a document to a higher office. */
  readonly signers?: readonly string[]
  /** 份号, 密级和保密期限, 紧急程度. */
  readonly copyNumber?: string
  readonly secrecy?: { readonly level: '绝密' | '机密' | '秘密'; readonly term?: string }
  readonly urgency?: '特急' | '加急'
  /** A line end (`\n`) in it is the office's own choice of where the title breaks. */
  readonly title: string
  /** 主送机关, without the colon. */
  readonly recipients?: string
  readonly body: readonly Block[]
  readonly attachments?: readonly Attachment[]
  /** 署名: as a rule the issuers. */
  readonly signature: readonly [string, ...string[]]
  readonly date: CalendarDay
  /** With a seal the date stands four characters from the right and room is left for the stamp. */
  readonly sealed: boolean
  /** 附注, without its brackets, such as the person to ask. */
  readonly note?: string
  readonly imprint?: Imprint
}

/** `云科协发〔2026〕12号`: hexagonal brackets, full year, serial without leading zeros or 第. */
export const sayNumber = (n: DocumentNumber): string => `${n.office}〔${n.year}〕${n.serial ?? '　　'}号`

/** 密级和保密期限: `机密★1年`. */
export const saySecrecy = (s: NonNullable<OfficialDocument['secrecy']>): string => (s.term === undefined ? s.level : `${s.level}★${s.term}`)

/** The list after the body: its lines with 1. 2. when there are several, bare when there is one. */
export const attachmentLines = (titles: readonly string[]): { readonly number: string; readonly title: string }[] =>
  titles.map((title, i) => ({ number: titles.length > 1 ? `${i + 1}.` : '', title }))

/** 附件 or 附件2, the words at the head of an attachment's first page. */
export const attachmentMark = (i: number, of: number): string => (of > 1 ? `附件${i + 1}` : '附件')

/** The offices that get a copy, with the full stop that ends them; empty when there are none. */
export const sayCopies = (imprint: Imprint): string => (imprint.copies === undefined || imprint.copies === '' ? '' : imprint.copies.replace(/。?$/, '。'))
