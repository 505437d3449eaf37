/** Notes of an appraisal while they are written: nothing is lost on a bad line, nothing of another's is overwritten, and nothing marked leaves the page. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SentItem } from '#core/appraisal/record'
import { OfflineError, ProblemError } from '../../api/call'
import { ItemSaver } from './item-saver'
import type { ShownItem } from './shown'

const words = (text: string): SentItem => ({ kind: 'conclusion', step: '', key: '', content: { text } })
const shown = (text: string, version: number): ShownItem => ({ kind: 'conclusion', step: '', key: '', version, content: { text }, changed: { by: '甲', at: 0 }, confirmed: null })
const refusal = (error: string, status: number, findings: unknown[] = []) => new ProblemError({ error, words: { zh: '', en: '' }, trace: '', findings } as never, status)

let sent: { version: number; item: SentItem }[][]
let kept: (readonly SentItem[] | null)[]
let answers: (() => Promise<unknown>)[]
let newest: ShownItem[]
const made = (items: ShownItem[] = [], before: SentItem[] = []) => new ItemSaver(items, {
  save: async (batch) => { sent.push(batch); return (await (answers.shift() ?? (async () => ({ savedAt: 1, versions: batch.map(({ item: { kind, step, key }, version }) => ({ kind, step, key, version: version + 1 })) })))()) as never },
  read: async () => newest, keep: (items) => { kept.push(items) }, saved: () => undefined,
}, before)
const settled = (saver: ItemSaver) => vi.waitFor(() => { if (saver.snapshot().status === 'saving' || saver.snapshot().status === 'typing') throw new Error() })
beforeEach(() => { sent = []; kept = []; answers = []; newest = [] })

describe('saving', () => {
  test('a save goes on from the version the server has, and the tab keeps nothing once it is through', async () => {
    const saver = made([shown('一', 3)])
    saver.put(words('二'))
    saver.flush()
    await settled(saver)
    expect([sent[0]![0]!.version, kept.at(-1), saver.snapshot().savedAt]).toEqual([3, null, 1])
  })
  test('what a closed page left in this tab is sent as the page opens; what the server has by now is not', () => {
    made([shown('一', 1)], [words('一')]).flush()
    expect(sent).toEqual([])
    made([shown('一', 1)], [words('二')]).flush()
    expect(sent.map((b) => b.map((i) => [i.version, i.item.content]))).toEqual([[[1, { text: '二' }]]])
  })
  test('without a line it is kept and tried again', async () => {
    const saver = made()
    answers = [() => Promise.reject(new OfflineError())]
    saver.put(words('一'))
    saver.flush()
    await settled(saver)
    expect([saver.snapshot().status, kept.at(-1)]).toEqual(['failed', [words('一')]])
    saver.flush()
    await settled(saver)
    expect([saver.snapshot().status, kept.at(-1)]).toEqual(['still', null])
  })
  test('what is typed while a save is under way goes next', async () => {
    const saver = made()
    saver.put(words('一'))
    saver.flush()
    saver.put(words('一二'))
    await vi.waitFor(() => { if (saver.snapshot().status === 'saving') throw new Error() })
    saver.flush()
    await settled(saver)
    expect(sent.map((b) => [b[0]!.version, b[0]!.item.content])).toEqual([[0, { text: '一' }], [1, { text: '一二' }]])
  })
})

describe('another was faster', () => {
  test('a newer version with other words is put beside one’s own; nothing is overwritten until somebody chooses', async () => {
    const saver = made([shown('一', 1)])
    newest = [shown('别人写的', 2)]
    answers = [() => Promise.reject(refusal('stale', 409))]
    saver.put(words('我写的'))
    saver.flush()
    await settled(saver)
    expect([saver.snapshot().status, saver.snapshot().contested.map((c) => [c.own.content, c.newest.content])]).toEqual(['stale', [[{ text: '我写的' }, { text: '别人写的' }]]])
    saver.settle(new Set(['conclusion||']))
    await settled(saver)
    expect(sent.at(-1)!.map((i) => [i.version, i.item.content])).toEqual([[2, { text: '我写的' }]])
  })
  test('the newest chosen, one’s own goes', async () => {
    const saver = made([shown('一', 1)])
    newest = [shown('别人写的', 2)]
    answers = [() => Promise.reject(refusal('stale', 409))]
    saver.put(words('我写的'))
    saver.flush()
    await settled(saver)
    saver.settle(new Set())
    expect([saver.content({ kind: 'conclusion', step: '', key: '' }), sent.length]).toEqual([{ text: '别人写的' }, 1])
  })
  test('a newer version of something else is no conflict', async () => {
    const saver = made([shown('一', 1)])
    newest = [shown('一', 1), { ...shown('旁的', 4), kind: 'talk', key: 'x' }]
    answers = [() => Promise.reject(refusal('stale', 409))]
    saver.put(words('二'))
    saver.flush()
    await vi.waitFor(() => { if (sent.length < 1 || saver.snapshot().status === 'saving') throw new Error() })
    saver.flush()
    await settled(saver)
    expect([saver.snapshot().contested, sent.length]).toEqual([[], 2])
  })
})

test('what bears a marking is neither sent nor kept, and stays on the page until it is taken out', () => {
  const saver = made()
  saver.put(words('机密★10年'))
  saver.flush()
  expect([sent, kept.at(-1), saver.content({ kind: 'conclusion', step: '', key: '' }), Object.keys(saver.snapshot().held)]).toEqual([[], null, { text: '机密★10年' }, ['conclusion||']])
  saver.put(words('改过'))
  saver.flush()
  expect(sent.length).toBe(1)
})

test('what the server’s rules refuse stays apart; the rest goes', async () => {
  const saver = made()
  answers = [() => Promise.reject(refusal('refused', 422, [{ code: 'verification.moved', at: { field: 'conclusion..' } }]))]
  saver.put(words('一'))
  saver.put({ kind: 'talk', step: 's', key: 'k', content: { name: '甲', relation: '', day: '', by: '', presence: 'room', words: '' } })
  saver.flush()
  await vi.waitFor(() => { if (saver.snapshot().status === 'saving') throw new Error() })
  saver.flush()
  await settled(saver)
  expect([sent.map((b) => b.map((i) => i.item.kind)), saver.snapshot().held['conclusion||']?.map((f) => f.code)]).toEqual([[['conclusion', 'talk'], ['talk']], ['verification.moved']])
})
