import { describe, expect, it } from 'vitest'
import { startOfDay } from '../kernel/instant'
import { judgeOrganReply, judgeScanSize, MOST_SCAN_BYTES, settlesAll } from './organ-link'

describe('the reply of an organ', () => {
  const objection = (item: string) => ({ item, words: '有一件在核实（示例）' })
  it('settles all of whom the letter asks, each once, and nobody else', () => {
    expect([settlesAll(['a', 'b'], { clear: ['b'], objections: [objection('a')] }), settlesAll(['a', 'b'], { clear: ['a', 'b'], objections: [] })]).toEqual([true, true])
    expect([['a'], ['a', 'a'], ['a', 'b', 'c'], ['a', 'c'], []].map((clear) => settlesAll(['a', 'b'], { clear, objections: [] }))).toEqual([false, false, false, false, false])
    expect([settlesAll(['a', 'b'], { clear: ['a', 'b'], objections: [objection('a')] }), settlesAll([], { clear: [], objections: [] })]).toEqual([false, false])
  })
  it('is not of a day to come, and bears no secrecy marking', () => {
    const now = startOfDay('2026-06-18')
    const reply = (more: object) => judgeOrganReply({ handler: '甲', reply: '函〔2026〕8号', replyDay: '2026-06-18', validUntil: null, clear: ['a'], objections: [], ...more }, now).map((f) => f.code)
    expect([reply({}), reply({ replyDay: '2026-06-19' }), reply({ validUntil: '2026-06-01' }), reply({ objections: [{ item: 'a', words: '密级：机密，详见附件' }] })]).toEqual([[], ['consultation.dayAhead'], ['consultation.neverValid'], ['secrecy.field']])
  })
  it('comes with a scan of a size that can be kept', () => expect([0, 1, MOST_SCAN_BYTES, MOST_SCAN_BYTES + 1].map((n) => judgeScanSize(n).map((f) => f.code))).toEqual([['organ.scanEmpty'], [], [], ['organ.scanTooLarge']]))
})
