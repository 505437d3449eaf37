import { describe, expect, it } from 'vitest'
import type { StatedRule } from '../rules/rule'
import { ruleKindsTable } from '../rules/kinds'
import type { Definition } from './definition'
import { resolve } from './resolve'
import { tighten } from './tighten'

type Raw = Readonly<Record<string, unknown>>
const words = { zh: '示例', en: 'example' }
const clauseOf = (zh: string) => ({ number: '二、2', zh, en: `clause of ${zh}` })
const decision = { kind: 'office decision', reason: { zh: '本级办公室定', en: 'decided here' }, date: '2026-05-06' }
const rule = (raw: Raw): StatedRule => ruleKindsTable[raw['kind'] as StatedRule['kind']].schema.parse(raw)
const level = (id: string, parent: string | null, rules: Definition['rules']): Definition => ({
  format: 'xuanshu-definition/1', id, year: 2026, level: 'province', name: words, award: words, parent,
  notice: { title: id, issuer: { zh: `${id}（示例）`, en: id }, number: 'not stated', date: 'not stated', hosts: [words], basis: [] }, rules,
})
const parentRules: Raw[] = [
  { id: 'quota', kind: 'quota', max: 2 },
  { id: 'deadline', kind: 'deadline', day: '2026-05-23', time: '17:00', dayIncluded: true },
  { id: 'nominate', kind: 'stage', name: words, to: '2026-05-23' },
  { id: 'civil', kind: 'exclusion', strength: 'warn', who: words },
  { id: 'true', kind: 'declaration', by: 'clerk', text: words },
  { id: 'front', kind: 'category', value: 'front', name: words, about: words },
  { id: 'deeds', kind: 'formField', field: 'deeds', section: 'achievement', label: words, type: 'longText', minLength: 200, maxLength: 1500 },
  { id: 'sex', kind: 'formField', field: 'sex', section: 'person', label: words, type: 'choice', choices: [{ value: 'a', zh: '甲', en: 'A' }, { value: 'b', zh: '乙', en: 'B' }] },
  { id: 'portrait', kind: 'material', name: words, group: 'image', min: 1, max: 1, file: { type: 'portrait', formats: ['jpeg'], background: 'red', millimetres: { width: 35, height: 45 }, minWidth: 400, maxBytes: 10_000_000 } },
  { id: 'photos', kind: 'material', name: words, group: 'image', min: 3, max: 5, naming: 'nameAndOrdinal', paperCopies: 2, file: { type: 'photo', formats: ['jpeg'], minBytes: 2_000_000, minShortSide: 1080, maxBytes: 20_000_000 } },
  { id: 'video', kind: 'material', name: words, group: 'image', min: 1, max: null, file: { type: 'video', containers: ['mp4', 'mov'], maxSeconds: 180, displaySizes: [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }], maxBytes: 500_000_000, manual: [words] } },
  { id: 'form', kind: 'material', name: words, group: 'stamped', min: 1, max: 1, file: { type: 'document', formats: ['pdf'], stamped: true, maxPages: 20, maxBytes: 20_000_000 } },
  { id: 'symposium', kind: 'procedureStep', name: words, about: words, attendance: [{ id: 'leader', name: words }, { id: 'colleague', name: words }] },
  { id: 'round-1', kind: 'round', name: words, method: 'approval', ballot: 'secret', quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: false, base: 'present', recusedLeaveBase: false }, places: 10, maxApprovals: 10 },
  { id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working', summary: { maxLength: 45 }, release: 'twoPersons' },
  { id: 'report', kind: 'duty', subject: 'report', text: words, owedTo: words },
].map((r) => ({ ...r, clause: clauseOf(`上级的${r.id}`) }))
const parent = resolve([level('cloud', null, [...parentRules.map(rule), { id: 'opening', kind: 'stage', notStated: true }])])
const findings = (...raws: Raw[]) => tighten(parent, level('city', 'cloud', raws.map((raw) => rule({ ...raw, basis: decision }))))

/** The parent's rule with some parameters changed, `file` one level down. */
const restate = (id: string, change: Raw): Raw => {
  const { clause: _clause, ...from } = parentRules.find((r) => r['id'] === id)!
  const { file, ...rest } = change
  return { ...from, ...rest, ...(file === undefined ? {} : { file: { ...(from['file'] as Raw), ...(file as Raw) } }) }
}
const round = parentRules.find((r) => r['id'] === 'round-1')!
const threshold = round['threshold'] as Raw

describe('each loosening is refused', () => {
  it.each<[string, string, Raw, string]>([
    ['a larger quota', 'quota', { max: 3 }, 'quota.max'],
    ['a later day', 'deadline', { day: '2026-05-24' }, 'deadline.end'],
    ['a later hour of the same day', 'deadline', { time: '17:01' }, 'deadline.end'],
    ['the whole day for an hour of it', 'deadline', { time: null }, 'deadline.end'],
    ['a stage that ends later', 'nominate', { to: '2026-05-24' }, 'stage.to'],
    ['a weaker exclusion', 'civil', { strength: 'note' }, 'exclusion.strength'],
    ['a declaration fewer people make', 'true', { by: 'approver' }, 'declaration.by'],
    ['a weaker declaration', 'true', { strength: 'warn' }, 'declaration.strength'],
    ['a category under another value', 'front', { value: 'rear' }, 'category.value'],
    ['a longer text', 'deeds', { maxLength: 1501 }, 'formField.maxLength'],
    ['a text without end', 'deeds', { maxLength: undefined }, 'formField.maxLength'],
    ['a shorter text', 'deeds', { minLength: 199 }, 'formField.minLength'],
    ['an optional field', 'deeds', { required: false }, 'formField.required'],
    ['a field of another type', 'deeds', { type: 'text' }, 'formField.type'],
    ['a field under another key', 'deeds', { field: 'story' }, 'formField.field'],
    ['more choices', 'sex', { choices: [{ value: 'a', zh: '甲', en: 'A' }, { value: 'c', zh: '丙', en: 'C' }] }, 'formField.choices'],
    ['fewer photos', 'photos', { min: 2 }, 'material.min'],
    ['more photos', 'photos', { max: 6 }, 'material.max'],
    ['any number of photos', 'photos', { max: null }, 'material.max'],
    ['files named at will', 'photos', { naming: 'asGiven' }, 'material.naming'],
    ['smaller photos', 'photos', { file: { minBytes: 1_999_999 } }, 'material.file.minBytes'],
    ['no least size', 'photos', { file: { minBytes: undefined } }, 'material.file.minBytes'],
    ['fewer pixels', 'photos', { file: { minShortSide: 1079 } }, 'material.file.minShortSide'],
    ['more formats', 'photos', { file: { formats: ['jpeg', 'png'] } }, 'material.file.formats'],
    ['larger files', 'photos', { file: { maxBytes: 20_000_001 } }, 'material.file.maxBytes'],
    ['another ground', 'portrait', { file: { background: 'blue' } }, 'material.file.background'],
    ['any ground', 'portrait', { file: { background: 'any' } }, 'material.file.background'],
    ['another printed size', 'portrait', { file: { millimetres: { width: 33, height: 48 } } }, 'material.file.millimetres'],
    ['a wider tolerance', 'portrait', { file: { ratioTolerancePercent: 4 } }, 'material.file.ratioTolerancePercent'],
    ['a narrower portrait', 'portrait', { file: { minWidth: 399 } }, 'material.file.minWidth'],
    ['longer videos', 'video', { file: { maxSeconds: 181 } }, 'material.file.maxSeconds'],
    ['videos without end', 'video', { file: { maxSeconds: undefined } }, 'material.file.maxSeconds'],
    ['more display sizes', 'video', { file: { displaySizes: [{ width: 1280, height: 720 }] } }, 'material.file.displaySizes'],
    ['any display size', 'video', { file: { displaySizes: undefined } }, 'material.file.displaySizes'],
    ['a point no longer looked at', 'video', { file: { manual: [] } }, 'material.file.manual'],
    ['a form without a seal', 'form', { file: { stamped: false } }, 'material.file.stamped'],
    ['more pages', 'form', { file: { maxPages: 21 } }, 'material.file.maxPages'],
    ['somebody fewer at the symposium', 'symposium', { attendance: [{ id: 'leader', name: words }] }, 'procedureStep.attendance'],
    ['a smaller quorum', 'round-1', { quorum: { share: { numerator: 3, denominator: 5 }, inclusive: true } }, 'round.quorum'],
    ['half in place of more than half', 'round-1', { threshold: { ...threshold, inclusive: true } }, 'round.threshold'],
    ['a narrower base', 'round-1', { threshold: { ...threshold, base: 'cast' } }, 'round.base'],
    ['recused jurors taken out of the base', 'round-1', { threshold: { ...threshold, recusedLeaveBase: true } }, 'round.recusedLeaveBase'],
    ['more places', 'round-1', { places: 11 }, 'round.places'],
    ['ballots without limit', 'round-1', { maxApprovals: null }, 'round.maxApprovals'],
    ['a named ballot', 'round-1', { ballot: 'named' }, 'round.ballot'],
    ['a shorter public notice', 'public-notice', { days: 4 }, 'publicNotice.days'],
    ['calendar days for working days', 'public-notice', { days: 7, count: 'calendar' }, 'publicNotice.days'],
    ['longer summaries', 'public-notice', { summary: { maxLength: 46 } }, 'publicNotice.summary.maxLength'],
    ['released by one person', 'public-notice', { release: undefined }, 'publicNotice.release'],
    ['summaries of any length', 'public-notice', { summary: undefined }, 'publicNotice.summary.maxLength'],
  ])('%s', (_, id, change, code) => {
    const found = findings(restate(id, change))
    expect(found.map((f) => [f.code, f.strength, f.at, f.clause?.number, f.clause?.zh])).toEqual([[`tighten.${code}`, 'block', { field: `rule.${id}` }, '二、2', `上级的${id}`]])
    expect(found[0]?.what.zh.includes(`cloud（示例） 二、2“上级的${id}”`) && found[0].what.zh.includes('city（示例） 2026-05-06 决定“本级办公室定”')).toBe(true)
  })
})

describe('each tightening is allowed', () => {
  it.each<[string, string, Raw]>([
    ['the same again', 'photos', {}],
    ['a smaller quota', 'quota', { max: 1 }],
    ['an earlier day, whole', 'deadline', { day: '2026-05-22', time: null }],
    ['the day itself no longer counted', 'deadline', { dayIncluded: false }],
    ['a stage that ends earlier', 'nominate', { to: '2026-05-20', from: '2026-05-01' }],
    ['a stronger exclusion', 'civil', { strength: 'block' }],
    ['a shorter maximum and a longer minimum', 'deeds', { maxLength: 1000, minLength: 300 }],
    ['fewer choices', 'sex', { choices: [{ value: 'a', zh: '甲', en: 'A' }] }],
    ['exactly four photos, larger ones, without paper', 'photos', { min: 4, max: 4, paperCopies: 0, file: { minBytes: 3_000_000, minShortSide: 1440, maxBytes: 15_000_000 } }],
    ['one video of a minute, landscape', 'video', { max: 1, file: { containers: ['mp4'], maxSeconds: 60, displaySizes: [{ width: 1920, height: 1080 }] } }],
    ['one more at the symposium', 'symposium', { attendance: [{ id: 'leader', name: words }, { id: 'colleague', name: words }, { id: 'dean', name: words }] }],
    ['a larger quorum, more than two thirds of the entitled, fewer places', 'round-1', { quorum: { share: { numerator: 2, denominator: 3 }, inclusive: false }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'entitled', recusedLeaveBase: false }, places: 3, maxApprovals: 3 }],
    ['a longer public notice', 'public-notice', { days: 7 }],
    ['shorter summaries', 'public-notice', { summary: { maxLength: 20 } }],
  ])('%s', (_, id, change) => expect(findings(restate(id, change))).toEqual([]))

  it('a portrait on white where any ground was allowed', () => {
    const any = resolve([level('cloud', null, [rule({ ...restate('portrait', { file: { background: 'any' } }), basis: decision })])])
    expect(tighten(any, level('city', 'cloud', [rule({ ...restate('portrait', { file: { background: 'white' } }), basis: decision })]))).toEqual([])
  })
  it('working days where calendar days were asked', () => {
    const calendar = resolve([level('cloud', null, [rule({ id: 'public-notice', kind: 'publicNotice', days: 5, count: 'calendar', basis: decision })])])
    expect(tighten(calendar, level('city', 'cloud', [rule({ id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working', basis: decision })]))).toEqual([])
  })
})

describe('what a level adds', () => {
  const codes = (...raws: Raw[]) => findings(...raws).map((f) => f.code)
  it('may be another exclusion, material, field, step', () => expect(codes({ id: 'retired', kind: 'exclusion', who: words }, { ...restate('form', {}), id: 'minutes' }, { ...restate('deeds', {}), id: 'hobby', field: 'hobby' })).toEqual([]))
  it('may be what was open', () => expect(codes({ id: 'opening', kind: 'stage', name: words })).toEqual([]))
  it('may not be one more category', () => expect(codes({ id: 'rear', kind: 'category', value: 'rear', name: words, about: words })).toEqual(['tighten.category.added']))
  it('may not be a second deadline beside the one above', () => expect(codes({ id: 'my-deadline', kind: 'deadline', day: '2026-06-30', dayIncluded: true })).toEqual(['tighten.deadline.second']))
  it('may not be another kind of rule under the same id', () => {
    expect(codes({ id: 'quota', kind: 'exclusion', who: words })).toEqual(['tighten.exclusion.kind'])
    expect(codes({ id: 'opening', kind: 'exclusion', who: words })).toEqual(['tighten.exclusion.kind'])
  })
  it('may not be another kind of file in place of the one above', () => {
    expect(codes({ id: 'form', kind: 'material', name: words, group: 'image', min: 1, max: 1, file: { type: 'photo', formats: ['jpeg'], maxBytes: 1 } })).toEqual(['tighten.material.file.type'])
  })
  it('a rule left out or called not stated stays as it is above', () => {
    const child = level('city', 'cloud', [{ id: 'quota', kind: 'quota', notStated: true }])
    expect(tighten(parent, child)).toEqual([])
    const chain = [level('cloud', null, parentRules.map(rule)), child]
    expect(resolve(chain).rules.map((r) => r.id)).toEqual(parentRules.map((r) => r['id']))
  })
})

it('other words for an exclusion are shown to a person and not refused', () => {
  expect(findings(restate('civil', { who: { zh: '谁也不', en: 'nobody' } })).map((f) => [f.code, f.strength])).toEqual([['tighten.exclusion.who', 'warn']])
})
it('all loosenings come at once', () => expect(findings(restate('quota', { max: 9 }), restate('photos', { min: 1, file: { minBytes: 1 } })).map((f) => f.code)).toEqual(['tighten.quota.max', 'tighten.material.min', 'tighten.material.file.minBytes']))
it('a refusal names both numbers and both clauses', () => expect(findings(restate('deadline', { day: '2026-05-25' }))[0]).toMatchObject({
  what: {
    zh: '报送截止放宽了：上级为“2026年5月23日（周六）17:00”，本级为“2026年5月25日（周一）17:00”（上级依据：cloud（示例） 二、2“上级的deadline”；本级依据：city（示例） 2026-05-06 决定“本级办公室定”）。',
    en: 'Loosened: the deadline is “Sat 23 May 2026, 17:00” above and “Mon 25 May 2026, 17:00” here (above: cloud 二、2 “clause of 上级的deadline”; here: decision of city, 2026-05-06: “decided here”).',
  },
  mend: { zh: '请改为“2026年5月23日（周六）17:00”或更严，或删去本级这一条，沿用上级。', en: 'Set it to “Sat 23 May 2026, 17:00” or stricter, or remove the rule here and keep the one above.' },
}))
