/** An office asked by a link: until when it may answer, how the asking stands, what an answer cannot say, and when an opinion no longer holds. */
import { describe, expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { endOfDay, startOfDay } from '../kernel/instant'
import { opinionPaper } from '../forms/printed-sheets'
import type { MaterialRule } from '../rules/material-terms'
import { checkDossier } from '../nomination/submit'
import { isIssuedElsewhere, judgeAsking, judgeOpinionAnswer, officeToAsk, opinionCode, opinionStanding, toldToIssuer } from './opinion-request'
import { checkValidity } from './opinion-validity'

const rests = { number: '四、1', zh: '廉政意见1份', en: 'one integrity opinion' }
const rule = { id: 'integrity', kind: 'material', strength: 'block', name: { zh: '廉政意见', en: 'Integrity opinion' }, group: 'stamped', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file: { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 1000 }, issuedBy: { zh: '人选所在单位纪检部门', en: 'discipline department' }, rests } as unknown as MaterialRule
const definition = { rules: [rule] } as unknown as ResolvedDefinition
const now = startOfDay('2026-05-10') + 10 * 3_600_000
const end = endOfDay('2026-05-23')
const asking = (answerBy: string, change: { rule?: MaterialRule; end?: number | null; now?: number } = {}) => {
  const a = judgeAsking(change.rule ?? rule, { answerBy, end: change.end === undefined ? end : change.end, now: change.now ?? now })
  return a.ok ? a.until : a.findings.map((f) => f.code)
}

describe('the day to answer by', () => {
  test('the link holds to the end of that day', () => expect(asking('2026-05-10')).toBe(endOfDay('2026-05-10')))
  test('the day of the deadline is the last, and ends with it', () => expect([asking('2026-05-23'), asking('2026-05-23', { end: end - 7 * 3_600_000 })]).toEqual([end, end - 7 * 3_600_000]))
  test('the day after the deadline is too late', () => expect(asking('2026-05-24')).toEqual(['opinion.dayTooLate']))
  test('yesterday is past', () => expect(asking('2026-05-09')).toEqual(['opinion.dayPast']))
  test('at the end itself nobody is asked any more', () => expect([asking('2026-05-23', { now: end - 1 }), asking('2026-05-23', { now: end })]).toEqual([end, ['opinion.askedLate']]))
  test('what the unit issues itself is asked of nobody', () => expect(asking('2026-05-10', { rule: { ...rule, issuedBy: undefined } as unknown as MaterialRule })).toEqual(['opinion.notIssuedElsewhere']))
})

describe('how it stands', () => {
  const r = { until: end, openedAt: null, answeredAt: null, revokedAt: null }
  test.each([
    ['asked', {}, end - 1], ['opened', { openedAt: 1 }, end - 1], ['overdue', { openedAt: 1 }, end], ['revoked', { revokedAt: 1 }, end], ['answered', { openedAt: 1, answeredAt: 2 }, end + 1],
  ] as const)('%s', (standing, change, at) => expect(opinionStanding({ ...r, ...change }, at)).toBe(standing))
})

describe('whom', () => {
  test('a paper that another office issues, or may issue, with the nomination', () => expect([rule, { ...rule, issuedBy: undefined, orIssuedBy: [rule.issuedBy!] }, { ...rule, package: 'chosen' as const }, { ...rule, issuedBy: undefined }].map((r) => isIssuedElsewhere(r as never))).toEqual([true, true, false, false]))
  test('the kind of office the notice names becomes the office of this employer', () => expect([officeToAsk(rule, { employer: '示例医院' }), officeToAsk(rule, {})]).toEqual(['示例医院纪检部门', '人选所在单位纪检部门']))
  test('the link tells name, employer, department and post, and nothing else of the form', () => expect(toldToIssuer({ name: '沈若川', employer: '示例医院', department: '急诊科', post: '主任', idNumber: '990000198403120011', birthDate: '1984-03-12', phone: '1' })).toEqual({ name: '沈若川', employer: '示例医院', department: '急诊科', post: '主任' }))
})

describe('an answer', () => {
  const answered = (opinionDay: string, validUntil: string | null) => judgeOpinionAnswer({ handler: '甲', opinionDay, validUntil }, now).map((f) => f.code)
  test('of today, valid for that day alone or without a word of validity', () => expect([answered('2026-05-10', '2026-05-10'), answered('2026-05-10', null)]).toEqual([[], []]))
  test('of tomorrow, or over before it began, cannot be', () => expect(answered('2026-05-11', '2026-05-10')).toEqual(['opinion.dayAhead', 'opinion.neverValid']))
  test('has a short code: its place in the ledger and the beginning of the hash', () => expect(opinionCode({ position: 12, hash: 'abcdef0123456789' })).toBe('12-abcdef01'))
})

describe('validity', () => {
  const file = (validUntil: string | null) => ({ materialId: 'integrity', name: '廉政意见.pdf', opinion: { office: '示例医院纪检部门', validUntil } })
  const found = (validUntil: string | null, at: number) => checkValidity(definition, [file(validUntil)], at).map((f) => [f.code, f.strength])
  test('it holds through its last day in Beijing, and not a millisecond longer', () => expect([found('2026-05-10', endOfDay('2026-05-10') - 1), found('2026-05-10', endOfDay('2026-05-10'))]).toEqual([[], [['opinion.expired', 'warn']]]))
  test('without a day it holds', () => expect(found(null, end)).toEqual([]))
  test('what the unit uploaded itself says nothing of validity', () => expect(checkValidity(definition, [{ materialId: 'integrity', name: 'a.pdf', opinion: null }], end)).toEqual([]))
  test('a whole dossier is told of it, by the day it was submitted where it was', () => {
    const dossier = { fields: {}, answers: { exclusions: {}, declarations: {}, steps: {} }, materials: [{ ...file('2026-05-10'), facts: { kind: 'unreadable', why: 'empty', looksLike: null, name: 'a', bytes: 0 } as never }] }
    const codes = (submittedAt: number | null) => checkDossier(definition, { ...dossier, submittedAt }, end, 'approver').map((f) => f.code).filter((c) => c.startsWith('opinion.'))
    expect([codes(null), codes(now)]).toEqual([['opinion.expired'], []])
  })
})

test('the model text belongs to an integrity opinion, whichever file of it is asked for; other papers have none', () => {
  const d = { rules: [{ ...rule, id: 'word', name: { zh: '廉政意见（Word）', en: '' }, file: { ...rule.file, stamped: false } }, rule, { ...rule, id: 'secret', name: { zh: '非涉密证明', en: '' } }] } as never
  expect([opinionPaper(d, 'integrity')?.id, opinionPaper(d, 'word')?.id, opinionPaper(d, 'secret')]).toEqual(['word', 'word', undefined])
})
