/** `xuanshu read`: from a file as offices save it to facts with their words; what is no text is said, never guessed at. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#cli/read'
import { gb18030 } from '../browser/gb18030'
import * as sample from './notice-files'

const notice = `云川省示例医学会关于开展2026年“云川最美科技工作者”推荐工作的通知
云示医会发〔2026〕12号
各市医学会：
现就推荐工作有关事项通知如下。
一、推荐名额
每市医学会限报2名。
二、时间要求
请于2026年5月20日前将推荐材料报送省示例医学会学术部，逾期不予受理。
云川省示例医学会
2026年4月1日
`
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'xuanshu-read-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (bytes: Uint8Array | string, ...more: string[]): Promise<{ code: number; out: string; err: string }> => {
  const file = join(folder, '通知.txt')
  await writeFile(file, bytes)
  const [out, err]: [string[], string[]] = [[], []]
  const spies = [vi.spyOn(process.stdout, 'write').mockImplementation((line) => { out.push(String(line)); return true }), vi.spyOn(process.stderr, 'write').mockImplementation((line) => { err.push(String(line)); return true })]
  const code = await read.run([file, ...more]).finally(() => spies.forEach((s) => s.mockRestore()))
  return { code, out: out.join(''), err: err.join('') }
}

test('a notice in GB18030 gives the same facts as in UTF-8, and another number gives another fact', async () => {
  const utf8 = await run(notice, '--facts')
  expect(utf8.code).toBe(0)
  const facts = JSON.parse(utf8.out) as { docNumber: string; quota: { max: number }[]; deadlines: { date: string }[] }
  expect([facts.docNumber, facts.quota.map((q) => q.max), facts.deadlines.map((d) => d.date)]).toEqual(['云示医会发〔2026〕12号', [2], ['2026-05-20']])
  expect((await run(gb18030(notice), '--facts')).out).toBe(utf8.out)
  const changed = JSON.parse((await run(notice.replace('限报2名', '限报3名').replace('5月20日', '6月2日'), '--facts')).out) as typeof facts
  expect([changed.quota.map((q) => q.max), changed.deadlines.map((d) => d.date)]).toEqual([[3], ['2026-06-02']])
})

test('for people each fact stands with the words it was read from', async () => {
  const { out } = await run(notice)
  expect([out.includes('「每市医学会限报2名'), out.startsWith('!')]).toEqual([true, false])
})

test('what is no plain text, nothing, or not there is said, with exit code 2', async () => {
  const pdf = await run(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 0xff, 0xfe, 0x80]))
  expect([pdf.code, pdf.out, pdf.err.includes('不是纯文本')]).toEqual([2, '', true])
  expect([(await run('  \n')).code, await read.run([]), await read.run([join(folder, 'nowhere.txt')])]).toEqual([2, 2, 2])
})

test('a text about something else gives few facts and says so', async () => {
  const { code, out } = await run('今天天气很好。')
  expect([code, out.startsWith('! 没有读出名额、时限、材料等要求')]).toEqual([0, true])
})

test('a Word file gives the same facts, its text, and in JSON the time for the text apart from the time for the facts', async () => {
  const word = await sample.docx()
  expect((await run(word, '--facts')).out).toBe((await run(sample.asText, '--facts')).out)
  expect((await run(word, '--text')).out).toBe(sample.asText)
  const json = JSON.parse((await run(word, '--json')).out) as Record<string, unknown> & { milliseconds: Record<string, number> }
  expect([Object.keys(json), json['kind'], Object.entries(json.milliseconds).map(([what, ms]) => [what, ms > 0])])
    .toEqual([['facts', 'places', 'questions', 'layers', 'kind', 'encoding', 'warnings', 'milliseconds'], 'docx', [['extraction', true], ['reading', true]]])
})

test('a scan and a file too large are refused in words, with exit code 2', async () => {
  const scan = await run(await sample.scan())
  expect([scan.code, scan.out, scan.err.includes('这份 PDF 没有文字，可能是扫描件。请向发文单位要 Word 或带文字的 PDF')]).toEqual([2, '', true])
  const large = await run(Buffer.alloc(6 << 20, 'a'))
  expect([large.code, large.err.includes('文件有 6.0 MB，超过 5.0 MB')]).toEqual([2, true])
})
