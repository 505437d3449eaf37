/** 分开计时与封单, to the millisecond and to the byte. */
import { expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { judgeLateCount } from '../materials/late-count'
import type { MaterialRule } from '../rules/material-terms'
import { decideArrival, graceEnd, laterEnd, openLater, type Arrival } from './late-files'

const rests = { number: null, zh: '办公室决定', en: 'office decision' }
const file = { type: 'document', formats: ['pdf'], maxBytes: 1000, stamped: true }
const rule = (id: string, more: object = {}) => ({ id, kind: 'material', strength: 'block', name: { zh: id, en: id }, group: 'stamped', min: 1, max: 1, file, rests, ...more }) as unknown as MaterialRule
const [form, stamped, film] = [rule('form'), rule('stamped', { dueBy: 'stamped-due' }), rule('film')]
const definition = (grace?: number) => ({ rules: [
  { id: 'deadline', kind: 'deadline', strength: 'block', day: '2026-05-23', time: null, dayIncluded: true, rests, ...(grace === undefined ? {} : { uploadGraceMinutes: grace }) },
  { id: 'stamped-due', kind: 'dueDate', strength: 'block', what: { zh: '盖章件', en: 'stamped' }, day: '2026-05-28', time: null, dayIncluded: true, rests }, form, stamped, film,
] }) as unknown as ResolvedDefinition
const end = Date.parse('2026-05-24T00:00:00+08:00')
const late = Date.parse('2026-05-29T00:00:00+08:00')
const sealed = { materialId: 'film', name: '甲.mp4', bytes: 9, sha256: 'a'.repeat(64), until: end + 60_000, arrivedAt: null }
const decide = (change: Partial<Arrival>) => {
  const d = decideArrival({ definition: definition(1), rule: film, state: 'submitted', track: 'online', end, held: 0, sealed: [], file: { name: '甲.mp4', bytes: 9, sha256: sealed.sha256 }, at: end + 1, ...change })
  return d.ok ? d.as : d.findings.map((f) => f.code)
}

test('a later end is its own, never before the form’s, and an extension beyond it moves it', () => {
  expect([laterEnd(definition(), stamped, end), laterEnd(definition(), form, end), laterEnd(definition(), stamped, late + 5)]).toEqual([late, null, late + 5])
  expect([graceEnd(definition(), end), graceEnd(definition(30), end)]).toEqual([null, end + 1_800_000])
})
test.each([[-1, 'later'], [0, ['material.laterOver']]])('%i ms from the later end: %j', (ms, answer) => expect(decide({ rule: stamped, at: late + ms })).toEqual(answer))
test.each([[-1, 'sealed'], [0, ['manifest.over']]])('%i ms from the end of the grace: %j', (ms, answer) => expect(decide({ sealed: [sealed], at: sealed.until + ms })).toEqual(answer))
test('other bytes, another size, another material, a second time: none is taken', () => {
  expect([decide({ sealed: [sealed], file: { name: '甲.mp4', bytes: 9, sha256: 'b'.repeat(64) } }), decide({ sealed: [sealed], file: { name: '甲.mp4', bytes: 8, sha256: null } }), decide({ sealed: [sealed], rule: form }), decide({ sealed: [{ ...sealed, arrivedAt: end }] })])
    .toEqual([['manifest.otherBytes'], ['manifest.otherBytes'], ['material.late'], ['material.late']])
})
test('what is there is never replaced; with the approver only sealed bytes come in; an end is an end', () => {
  expect([decide({ rule: stamped, held: 1 }), decide({ rule: stamped, state: 'atApproval' }), decide({ sealed: [{ ...sealed, until: null }], state: 'atApproval' }), decide({ rule: stamped, state: 'withdrawn' }), decide({ rule: stamped, state: 'accepted' }), decide({ rule: stamped, state: 'draft' })])
    .toEqual([['material.sealedAlready'], ['material.late'], 'sealed', ['material.late'], 'later', 'edit'])
})
test('what a page offers is what the server takes', () => {
  const open = (at: number) => openLater(definition(1), { state: 'submitted', track: 'online', end, sealed: [sealed], at }, () => 0).map((r) => r.id)
  expect([open(end + 1), open(sealed.until), open(late)]).toEqual([['stamped', 'film'], ['stamped'], []])
})
test('owed before its end, overdue after it; a sealed file counts while it may come', () => {
  const count = (r: MaterialRule, now: number, coming: Parameters<typeof judgeLateCount>[2] = []) => judgeLateCount(r, 0, coming, r === stamped ? late : undefined, now).map((f) => `${f.code} ${f.strength}`)
  expect([count(stamped, late - 1), count(stamped, late), count(film, end, [sealed]), count(film, sealed.until, [sealed]), count(film, end)])
    .toEqual([['material.owed warn'], ['material.overdue block'], ['manifest.onItsWay warn'], ['material.missing block', 'manifest.notArrived block'], ['material.missing block']])
})
test('mutants: a build that compares name and size, and one that looks at no clock, take what must not come', () => {
  const wrong = { definition: definition(1), rule: film, state: 'submitted' as const, track: 'online' as const, end, held: 0, sealed: [sealed] }
  const [other, late]: Arrival[] = [{ ...wrong, file: { name: '甲.mp4', bytes: 9, sha256: 'b'.repeat(64) }, at: end + 1 }, { ...wrong, file: { name: '甲.mp4', bytes: 9, sha256: sealed.sha256 }, at: sealed.until + 5 }] as [Arrival, Arrival]
  const taken = (decide: (a: Arrival) => { readonly ok: boolean }) => [other!, late!].map((a) => decide(a).ok)
  expect([taken(decideArrival), taken((a) => decideArrival({ ...a, file: { ...a.file, sha256: null } })), taken((a) => decideArrival({ ...a, at: 0 }))]).toEqual([[false, false], [true, false], [false, true]])
})
