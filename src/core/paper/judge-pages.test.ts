import { expect, it } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import type { Agreement } from './agreement'
import { contentHashOf } from '../forms/content-hash'
import type { Printed } from './content'
import { judgePages } from './judge-pages'
import { pageCodeDigits, type PageCode } from './page-code'
import type { PaperReading } from './reading'
import { standingOf } from './standing'

const rests = { number: '四、1', zh: '盖章', en: 'sealed' }
const material = { kind: 'material', id: 'form', name: { zh: '推荐表（盖章 PDF）', en: 'Form' }, strength: 'block', rests, min: 1, max: 1, group: 'stamped', printout: true, naming: 'asGiven', paperCopies: 2, file: { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 1 } } as unknown as ResolvedRule<'material'>
const opinion = { ...material, printout: false, id: 'opinion', name: { zh: '廉政意见（盖章 PDF）', en: 'Opinion' } }
const agreement: Agreement = { strength: 'block', rests: { number: '二、2', zh: '纸质与电子版一致', en: 'same' } }

const formId = '01980000-0000-7000-8000-00000000000a'
const other = '01980000-0000-7000-8000-00000000000b'
const now = contentHashOf(formId, { name: '沈若川' })
const before = contentHashOf(formId, { name: '沈若' })
const printed: Printed = { formId, version: 7, papers: [{ id: 'nomination-form', name: { zh: '推荐表', en: 'form' }, contentHash: now }, { id: 'opinion-word', name: { zh: '廉政意见', en: 'opinion' }, contentHash: contentHashOf(formId, { name: '沈若川' }, 'opinion-word') }] }
const expected = printed.papers[0]

const code = (number: number, more: Partial<PageCode> = {}): PageCode => ({ formId, version: 6, contentHash: now.slice(0, pageCodeDigits), page: { number, of: 3 }, ...more })
const old = (number: number): PageCode => code(number, { version: 3, contentHash: before.slice(0, pageCodeDigits) })
const read = (...pages: (PageCode | null)[]): PaperReading => ({ state: 'read', count: pages.length, pages: pages.map((c, i) => ({ number: i + 1, looked: true, codes: c === null ? [] : [c], turns: 0, seals: [], colour: true, hasText: false })) })
const judged = (reading: PaperReading, more: { agreement?: Agreement | null; material?: ResolvedRule<'material'> } = {}) => judgePages({ material, file: 'scan.pdf', reading, printed, expected, agreement, ...more }).map((f) => [f.code, f.strength, f.what.zh])

it('pages printed before a photograph was added are of this version: the content decides, not the number', () => {
  const reading = read(code(1), code(2), code(3))
  expect(judged(reading)).toEqual([])
  expect(standingOf(reading, printed).whole).toBe(true)
})

it('a page of an old version blocks by the rule that paper is the electronic version, and only warns where no rule says so', () => {
  const reading = read(code(1), old(2), code(3))
  expect(judged(reading)).toEqual([['paper.oldVersion', 'block', '文件第 2 页是第 3 版的打印件，现在是第 7 版，填报内容已经改过']])
  expect(judged(reading, { agreement: null })[0]?.[1]).toBe('warn')
  expect(judgePages({ material, file: 'scan.pdf', reading, printed, expected, agreement })[0]).toMatchObject({ at: { material: 'form', file: 'scan.pdf' }, clause: agreement.rests, mend: { zh: '请重新打印第 2 页，盖章后与其余各页一起扫描上传。' } })
  expect(judgePages({ material, file: 'scan.pdf', reading: read(old(1), old(2), old(3)), printed, expected, agreement })[0]?.mend.zh).toBe('请重新打印整份推荐表，盖章后再扫描上传；或把填报内容改回打印时的样子。')
})

it('a page of another nomination is told without saying whose', () => {
  const found = judgePages({ material, file: 'scan.pdf', reading: read(code(1), code(2, { formId: other }), code(3)), printed, expected, agreement })
  expect(found.map((f) => [f.code, f.strength])).toEqual([['paper.foreignPage', 'block'], ['paper.missingPage', 'block']])
  expect(JSON.stringify(found)).not.toContain(other.slice(0, 8))
})

it('a sealed opinion among the pages of the form is told by its name; what a sheet holds only in part never blocks', () => {
  const other = code(1, { contentHash: printed.papers[1]!.contentHash.slice(0, pageCodeDigits), page: { number: 1, of: 1 } })
  expect(judged(read(code(1), code(2), code(3), other))).toEqual([['paper.otherPaper', 'warn', '文件第 4 页是“廉政意见”，不是“推荐表”']])
  expect(judgePages({ material: opinion, file: 'o.pdf', reading: read(other), printed, expected: printed.papers[1], agreement })).toEqual([])
  expect(judgePages({ material: opinion, file: 'o.pdf', reading: read(old(1)), printed, expected: printed.papers[1], agreement }).map((f) => [f.code, f.strength])).toEqual([['paper.oldVersion', 'warn']])
})

it('what is missing is named by its printed number, in whatever order the pages came', () => {
  expect(judged(read(code(3), code(1)))).toEqual([['paper.missingPage', 'block', '缺第 2 页，这份推荐表共 3 页']])
})

it('a page whose code cannot be read asks a person, who is told which page it may be, and is not called missing as well', () => {
  expect(judged(read(code(1), null, code(3)))).toEqual([['paper.noCode', 'warn', '文件第 2 页没有认出打印码，可能就是第 2 页']])
  expect(judged(read(null, null), { agreement: null })).toEqual([['paper.noCode', 'note', '文件第 1、2 页没有认出打印码']])
})

it('a paper that others made carries no code and needs none', () => {
  expect(judged(read(null, null), { material: opinion })).toEqual([])
})

it('one page twice asks a person; two whole copies in one file do not', () => {
  expect(judged(read(code(1), code(2), code(2), code(3)))).toEqual([['paper.pageTwice', 'warn', '第 2 页有两张']])
  expect(judged(read(code(1), code(2), code(3), code(1), code(2), code(3)))).toEqual([])
})

it('pages laid out by Word count none, and match by version alone', () => {
  expect(judged(read(code(1, { page: null }), code(2, { page: null })))).toEqual([])
})

it('a file that stopped the reader asks a person', () => {
  expect(judged({ state: 'unreadable', count: 0, pages: [] })).toEqual([['paper.unread', 'warn', '机器没有读完这个文件各页的打印码']])
})
