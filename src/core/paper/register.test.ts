import { expect, it } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { contentHashOf } from '../forms/content-hash'
import type { Printed } from './content'
import { pageCodeDigits, writePageCode, type PageCode } from './page-code'
import { decideArrival, registerStanding, type Arrived } from './register'
import { readTyped } from './typed-code'

const rests = { number: '二、2', zh: '纸质2份', en: 'two copies' }
const material = (id: string, zh: string, more: object) => ({ id, kind: 'material', strength: 'block', rests, name: { zh, en: id }, group: 'stamped', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file: { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 1 }, ...more })
const definition = { rules: [
  material('form', '推荐表（盖章 PDF）', { paperCopies: 2, printout: true }), material('opinion', '廉政意见（盖章 PDF）', { paperCopies: 1 }), material('later', '审批表', { paperCopies: 3, package: 'chosen' }),
  material('photos', '照片', { paper: { by: ['disc', 'usb'] } }), material('video', '视频', { paper: { by: ['disc', 'usb'] } }),
  { id: 'due-paper', kind: 'dueDate', strength: 'block', rests, what: { zh: '纸质材料', en: 'paper' }, day: null, before: { count: 0, days: 'calendar' }, dayIncluded: true, time: null },
] } as unknown as ResolvedDefinition
const formId = '01980000-0000-7000-8000-00000000000a'
const printed: Printed = { formId, version: 7, papers: [{ id: 'nomination-form', name: { zh: '推荐表', en: 'form' }, contentHash: contentHashOf(formId, { name: '沈若川' }) }] }
const code: PageCode = { formId, version: 6, contentHash: printed.papers[0]!.contentHash.slice(0, pageCodeDigits), page: { number: 1, of: 4 } }
const oldHash = contentHashOf(formId, { name: '沈' }).slice(0, pageCodeDigits)
const end = Date.parse('2026-06-11T00:00:00+08:00')
const on = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
const paper = (materialId: string, copies: number, contentHash: string | null = null, day = '2026-06-05'): Arrived => ({ carrier: 'paper', materialId, copies, contentHash, receivedAt: on(day) })
const standing = (arrived: Arrived[], now = on('2026-06-06')) => registerStanding({ definition, arrived, printed, nominationsEnd: end, now })

it('what is due is told by the definition: copies of each paper, one disc or stick for all that goes on it, nothing of what is due once chosen', () => {
  const s = standing([])
  expect(s.papers.map((p) => [p.material.id, p.due, p.missing])).toEqual([['form', 2, 2], ['opinion', 1, 1]])
  expect([s.carrier?.materials.map((m) => m.id), s.carrier?.ways, s.carrier?.received, s.whole, s.end]).toEqual([['photos', 'video'], ['disc', 'usb'], false, false, end])
})

it('everything in, in time: whole and nothing against it', () => {
  const all = [paper('form', 2, code.contentHash), paper('opinion', 1), { ...paper('photos', 1), carrier: 'usb' as const, materialId: null }]
  expect([standing(all).whole, standing(all).findings]).toEqual([true, []])
  expect(standing([...all.slice(0, 2), { ...all[2]!, receivedAt: on('2026-06-12') }], on('2026-06-12')).findings.map((f) => f.code)).toEqual(['dueDate.late'])
})

it('what is missing when its time is over is told by the rule that set the time', () => {
  expect(standing([paper('form', 1, code.contentHash)], end - 1).findings).toEqual([])
  expect(standing([paper('form', 1, code.contentHash)], end).findings.map((f) => [f.code, f.clause])).toEqual([['dueDate.missed', rests]])
})

it('copies that came in before the form was changed no longer count', () => {
  const s = standing([paper('form', 2, oldHash)])
  expect([s.papers[0]?.received, s.papers[0]?.missing, s.papers[0]?.stale, s.findings.map((f) => f.code)]).toEqual([0, 2, 2, ['paper.staleCopies']])
})

it('paper of an old version or of another form is refused; paper of others needs no code; a typed number needs a person who compared', () => {
  const decide = (materialId: string, of: PageCode | null, compared = false) => decideArrival({ definition, printed, items: [{ carrier: 'paper', materialId, copies: 1 }], code: of, compared }).map((f) => [f.code, f.strength])
  expect(decide('form', code)).toEqual([])
  expect(decide('form', { ...code, version: 3, contentHash: oldHash })).toEqual([['paper.oldVersion', 'block']])
  expect(decide('form', { ...code, formId: '01980000-0000-7000-8000-00000000000b' })).toEqual([['paper.foreignPage', 'block']])
  expect([decide('form', null), decide('form', null, true), decide('opinion', null)]).toEqual([[['paper.notCompared', 'block']], [], []])
})

it('the field takes what a hand scanner types, the number in the foot as it stands there or in part, full-width too, and nothing else', () => {
  expect(readTyped(` ${writePageCode(code).toLowerCase()} `)).toEqual({ kind: 'code', code })
  expect(readTyped('01980000')).toEqual({ kind: 'short', formId: '01980000', contentHash: null })
  expect(readTyped('０１９８００００ · ABCD12')).toEqual({ kind: 'short', formId: '01980000', contentHash: 'abcd12' })
  const foot = { kind: 'short', formId: '0198abcd', contentHash: '1f2e3d4c' }
  expect([readTyped('0198 ABCD · 第 3 版 · 1F2E 3D4C'), readTyped('0198ABCD 1F2E3D4C'), readTyped('0198 abcd 1f2e 3d4c')]).toEqual([foot, foot, foot])
  expect(readTyped(formId)).toEqual({ kind: 'short', formId: formId.replaceAll('-', ''), contentHash: null })
  expect([readTyped(''), readTyped('0198'), readTyped('沈若川'), readTyped('https://example.org/x')]).toEqual([null, null, null, null])
})
