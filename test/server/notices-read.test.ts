/** `notices.read` over HTTP: a file or pasted words go in, text and facts come out; what cannot be read is said, and the server never waits with everybody for one file. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listTemplates } from '#contract/operations/campaigns'
import { readNotice } from '#contract/operations/notices'
import type { Problem } from '#contract/shapes'
import { noticePool } from '#server/inspection/notice-pool'
import { freshInstallation, type Installation } from './installation'
import * as sample from './notice-files'
import { openOffice } from './office'
import type { Person } from './person'

let at: Installation
let office: Person
let clerk: Person
beforeAll(async () => {
  at = await freshInstallation()
  const o = await openOffice(at, 1)
  office = o.office
  clerk = o.units[0]!.clerk
})
afterAll(() => at.close())

/** The code of the finding that came with a refusal. */
const codeOf = (problem: Problem): unknown => (problem.detail?.['finding'] as { readonly code: string } | undefined)?.code
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes as string).toString('base64')

test('a Word file and the same words pasted give the same reading, and nothing of it is kept', async () => {
  const file = await office.ask(readNotice, { body: { base64: base64(await sample.docx()) } })
  const pasted = await office.ask(readNotice, { body: { text: sample.asText } })
  expect([file.kind, pasted.kind, file.text, file.reading]).toEqual(['docx', 'text', pasted.text, pasted.reading])
  expect([file.reading.facts.quota.map((q) => q.max), file.reading.layers.length, file.warnings, file.milliseconds.reading > 0]).toEqual([[2, 1], 1, [], true])
})

test('of a page with scripts only its text comes back', async () => {
  const { text } = await office.send(readNotice, { body: { base64: base64(sample.html('utf-8', '<img src=x onerror="alert(1)"><script>alert(2)</script>')) } })
  expect(['<img', '<script', '<p', 'onerror', 'alert'].filter((markup) => text.includes(markup))).toEqual([])
})

test('a file that cannot be read is refused in words that say how to go on', async () => {
  const { status, problem } = await office.refused(readNotice, { body: { base64: base64(await sample.scan()) } })
  expect([status, problem.error, problem.words.zh, codeOf(problem)])
    .toEqual([400, 'invalid', '这份 PDF 没有文字，可能是扫描件。请向发文单位要 Word 或带文字的 PDF，或者把通知文字粘贴进来。', 'notice.noText'])
  const large = await office.refused(readNotice, { body: { base64: base64(Buffer.alloc(5.5 * 1024 * 1024)) } })
  expect([large.status, codeOf(large.problem)]).toEqual([400, 'notice.tooLarge'])
  expect((await office.refused(readNotice, { body: { base64: 'A'.repeat(9 << 20) } })).status).toBe(413)
})

test('a body that is neither a file nor words, or both, is no question', async () => {
  for (const body of [{}, { base64: '', text: '' }, { html: '<p>' }]) expect((await office.send(readNotice, { body: body as never })).status).toBe(400)
})

test('a unit has no such page', async () => {
  expect((await clerk.send(readNotice, { body: { text: sample.asText } })).status).toBe(404)
})

test('while a file keeps its child busy to the limit the server answers others, and then says that the file was stopped', async () => {
  await office.ask(readNotice, { body: { text: sample.asText } })
  // Every idle child hangs, whichever is taken.
  for (const pid of noticePool.pids) process.kill(pid, 'SIGSTOP')
  const begun = performance.now()
  const hanging = office.refused(readNotice, { body: { text: sample.asText } })
  await office.ask(listTemplates)
  const answered = performance.now() - begun
  const { problem } = await hanging
  expect([answered < 2_000, codeOf(problem), performance.now() - begun < 15_000]).toEqual([true, 'notice.tooHeavy', true])
  for (const pid of noticePool.pids) process.kill(pid, 'SIGCONT')
  expect((await office.ask(readNotice, { body: { text: sample.asText } })).kind).toBe('text')
})
