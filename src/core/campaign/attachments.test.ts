/** Which sheets a definition asks units to fill in, and which files may stand for them. */
import { expect, test } from 'vitest'
import type { DocumentFacts, Facts } from '../materials/facts'
import { attachmentFileName, attachmentsOf } from './attachments'
import { judgeAttachment, judgeChange, MOST_ATTACHMENT_BYTES } from './attachment-file'
import type { ResolvedRule } from './definition'
import { isWebAddress } from './original'

const rests = { number: '四、1', zh: '示例', en: 'sample' }
const document = (id: string, zh: string, formats: string[], stamped = false) => ({ id, kind: 'material', name: { zh, en: id }, group: 'text', min: 1, max: 1, strength: 'block', rests, file: { type: 'document', formats, stamped, maxBytes: 1000 } }) as unknown as ResolvedRule
const field = { id: 'name', kind: 'formField', field: 'name', section: 'person', label: { zh: '姓名', en: 'Name' }, type: 'text', required: true, strength: 'block', rests } as unknown as ResolvedRule
const reported = { id: 'report', kind: 'reportBack', what: { zh: '活动', en: 'x' }, to: { zh: '学会', en: 'x' }, material: 'feedback', strength: 'block', rests } as unknown as ResolvedRule

test('form, summary and report are told by their names and by what reports back; scans and other papers are no sheets', () => {
  const rules = [document('summary', '候选人汇总表（Excel）', ['xlsx']), document('form-word', '申报表（Word）', ['docx', 'doc']), document('form-pdf', '申报表（盖章 PDF）', ['pdf'], true), document('deeds', '事迹材料', ['docx']), document('feedback', '反馈表', ['docx']), document('opinion', '征求意见表', ['docx']), document('pledge', '诚信承诺书', ['pdf'])]
  expect(attachmentsOf({ rules: [...rules, field, reported] }).map((a) => [a.id, a.name.zh, a.template, a.format])).toEqual([
    ['nomination-form', '申报表', 'form', 'docx'], ['summary', '候选人汇总表', 'summary', 'xlsx'], ['feedback', '反馈表', 'report', 'docx'], ['opinion', '征求意见表', null, 'docx'], ['pledge', '诚信承诺书', null, 'docx'],
  ])
  expect([attachmentsOf({ rules: [field] }).map((a) => a.name.zh), attachmentsOf({ rules: [document('deeds', '事迹材料', ['docx'])] })]).toEqual([['推荐表'], []])
})

test('a file is called by its place in the list, its sheet and what it really is', () => {
  const list = attachmentsOf({ rules: [field, document('summary', '汇总表/候选人汇总表', ['xlsx'])] })
  expect([attachmentFileName(list, 'nomination-form', 'pdf'), attachmentFileName(list, 'summary', 'xlsx'), attachmentFileName(attachmentsOf({ rules: [field] }), 'nomination-form', 'docx')]).toEqual(['附件1 推荐表.pdf', '附件2 汇总表候选人汇总表.xlsx', '附件 推荐表.docx'])
})

test('only a plain document of bearable size may stand for a sheet', () => {
  const facts = (more: Partial<DocumentFacts>): Facts => ({ kind: 'document', format: 'docx', name: 'a', bytes: 10, pages: null, encrypted: false, active: false, ...more })
  const codes = (f: Facts) => judgeAttachment(f).map((x) => x.code)
  expect([codes(facts({})), codes(facts({ bytes: MOST_ATTACHMENT_BYTES })), codes(facts({ bytes: MOST_ATTACHMENT_BYTES + 1 })), codes(facts({ encrypted: true })), codes(facts({ active: true }))])
    .toEqual([[], [], ['attachment.tooLarge'], ['attachment.encrypted'], ['attachment.active']])
  expect((['empty', 'unknown', 'broken', 'bomb'] as const).flatMap((why) => codes({ kind: 'unreadable', name: 'a', bytes: 1, why, looksLike: null }))).toEqual(['attachment.empty', 'attachment.kind', 'attachment.broken', 'attachment.bomb'])
})

test('a draft changes freely, an open campaign with a reason, a closed one not at all', () => {
  expect([judgeChange('draft', ''), judgeChange('open', ' 更正 ').map((f) => f.code), judgeChange('open', '栏目有误更正'), judgeChange('closed', '栏目有误更正').map((f) => f.code)]).toEqual([[], ['attachment.reason'], [], ['attachment.closed']])
})

test('a link to the original is a web address and nothing else', () => {
  const good = ['http://example.org', 'https://example.org/tz/12.html?a=1&b=%E4%B8%AD#x', 'https://示例.中国/通知', 'https://example.org:8443/', 'http://localhost:3000/a']
  const bad = ['', 'example.org', 'javascript:alert(1)', ' https://example.org', 'https://', 'https://a b.org', 'https://user@example.org', 'https://example.org/\u202e', 'https://example.org/"><script>', 'file:///etc/passwd', 'https://example.org\\@evil.org']
  expect([good.filter((u) => !isWebAddress(u)), bad.filter(isWebAddress)]).toEqual([[], []])
})
