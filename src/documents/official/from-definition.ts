/** 公文 of a campaign: what its definition says, in the order of a notice. Every rule is one sentence, in the words that pages and refusals use. */
import type { Attachment } from '#core/campaign/attachments'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { underHeadings, type UnderHeading } from '#core/campaign/headings'
import { sayRule } from '#core/rules/kinds'
import type { Block, DocumentNumber, OfficialDocument } from './document'

export interface Contact { readonly person: string; readonly phone: string; readonly email: string; readonly address: string }

/**
 * @param day dates the document where the notice has no date of its own
 * @param attachments the whole list: what the definition asks for and what was added
 */
export const officialDocumentOf = (definition: ResolvedDefinition, contact: Contact, day: string, attachments: readonly Attachment[]): OfficialDocument => {
  const { notice, name } = definition
  const basis = notice.basis.map((title) => `《${title}》`).join('、')
  return {
    mark: { issuers: [notice.issuer.zh], suffix: '文件' },
    number: notice.number === 'not stated' ? null : parseNumber(notice.number),
    title: `${notice.issuer.zh}${notice.title.replace(new RegExp(`^${literally(notice.issuer.zh)}`), '')}`,
    recipients: '各有关单位',
    body: [
      { kind: 'paragraph', text: `${basis === '' ? '' : `根据${basis}，`}现就${name.zh}有关事项通知如下。活动由${notice.hosts.map((h) => h.zh).join('、')}主办。` },
      ...underHeadings(definition).flatMap(section),
    ],
    attachments: attachments.map((a) => ({ title: a.name.zh })),
    signature: [notice.issuer.zh],
    date: notice.date === 'not stated' ? day : notice.date,
    sealed: true,
    ...(said(contact) === '' ? {} : { note: said(contact) }),
  }
}

const section = ({ heading, rules }: UnderHeading): Block[] => {
  const sentences = rules.map((rule) => `${sayRule(rule).zh.replace(/[。；]$/, '')}。`)
  return [{ kind: 'heading', level: 1, text: heading.zh }, ...(sentences.length === 1
    ? [{ kind: 'paragraph' as const, text: sentences[0]! }]
    : sentences.map((text) => ({ kind: 'heading' as const, level: 3 as const, text: '', runOn: text })))]
}

/** `云医会字〔2026〕12号`, with any of the brackets that people type; null for a number of another form, which is then not printed. */
export const parseNumber = (text: string): DocumentNumber | null => {
  const m = /^\s*(.+?)[〔[［【(（](\d{4})[〕\]］】)）]\s*第?(\d+)\s*号/.exec(text)
  return m === null ? null : { office: m[1]!, year: Number(m[2]), serial: Number(m[3]) }
}

const said = (c: Contact): string => [
  c.person === '' ? '' : `联系人：${c.person}`, c.phone === '' ? '' : `电话：${c.phone}`, c.email === '' ? '' : `邮箱：${c.email}`, c.address === '' ? '' : `地址：${c.address}`,
].filter((part) => part !== '').join('，')

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
