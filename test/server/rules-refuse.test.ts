/** Rules of every kind that judges a nomination refuse it in the product: one that keeps them all goes in, one that breaks exactly one of them is refused with that rule's clause. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitNomination } from '#contract/operations/nominations'
import { importOrganisations, listOrganisations } from '#contract/operations/organisations'
import type { StatedRule } from '#core/rules/rule'
import { invariants } from '#server/store/invariants'
import { twoPapers } from './campaign-plan'
import { answersFor, approverDeclarations, definitionFor, prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let base: string
let all: string
const words = (zh: string) => ({ zh, en: 'sample' })
const clause = (number: string) => ({ number, zh: '示例', en: 'sample' })
const rule = (id: string, kind: string, number: string, more: object): StatedRule => ({ id, kind, strength: 'block', clause: clause(number), ...more }) as unknown as StatedRule
const property = (id: string, zh: string) => ({ id, name: words(zh) })

/** Every kind that judges a person or the unit's procedure, each on a clause of its own. */
const added: StatedRule[] = [
  rule('age', 'age', '三、1', { on: '2026-01-01', max: 45, femaleMax: 40 }),
  rule('member', 'membership', '三、2', { of: property('memberOfSociety', '示例学会会员') }),
  rule('years', 'seniority', '三、3', { years: 5, of: words('从事科技工作'), since: 'workingSince', on: '2026-01-01' }),
  rule('here', 'place', '三、4', { anyOf: [property('inYunling', '在云岭市工作')] }),
  rule('honour-first', 'requiredHonour', '三、5', { level: 'province' }),
  rule('not-again', 'priorHonour', '三、6', { titles: [words('示例奖')], counts: 'winner', times: 1, withinYears: 5 }),
  rule('channel', 'channel', '三、7', { allowed: ['unit', 'self'], sealed: ['self'] }),
  rule('opinion-tax', 'opinion', '四、1', { of: [words('税务部门')], before: 'submission' }),
  rule('unit-notice', 'publicNotice', '四、2', { at: 'unit', days: 5, count: 'working' }),
]
const votes = { share: { numerator: 2, denominator: 3 }, inclusive: true, of: 'present' }
const completed = (rules: StatedRule[]): StatedRule[] => [...rules.flatMap((r): StatedRule[] => {
  if (r.id === 'quota') return [rule('quota', 'quota', '二、1', { max: 30, within: [{ of: { property: 'academician', name: words('院士') }, max: 1 }] })]
  if (r.id === 'step-democratic') return [{ ...r, basis: undefined, ...rule(r.id, r.kind, '四、3', { votes }) } as StatedRule]
  // Asked of heads of enterprises only.
  if (r.id === 'integrity-opinion-stamped') return [r, { ...r, basis: undefined, ...rule('tax-proof', 'material', '五、1', { name: words('纳税证明'), when: { property: 'headOfEnterprise', name: words('企业负责人') } }) } as StatedRule]
  return [r]
}).map((r) => Object.fromEntries(Object.entries(r).filter(([, v]) => v !== undefined)) as unknown as StatedRule), ...added]

interface Told { properties: Record<string, boolean>; values: Record<string, string>; honours: { candidate: { name: string; year: number; level?: string }[] }; exclusions: ReturnType<typeof answersFor>['exclusions']; steps: NonNullable<ReturnType<typeof answersFor>['steps']>; sex: string }
/** What a nomination that keeps every rule tells. */
const right = async (): Promise<Told> => ({
  properties: { memberOfSociety: true, inYunling: true, headOfEnterprise: false, viaSelf: false, unitSealGiven: false, opinionTaxGiven: true, academician: false },
  values: { workingSince: '2010-07-01', unitNoticeFrom: '2026-11-02', unitNoticeTo: '2026-11-06' },
  honours: { candidate: [{ name: '云川省科技进步奖（示例）', year: 2020, level: 'province' }] },
  exclusions: answersFor(await definitionFor(o.units[0]!.clerk, all)).exclusions, steps: answersFor(await definitionFor(o.units[0]!.clerk, all)).steps!, sex: 'male',
})

/** The one complete nomination, as if it had been written under another campaign and told this. */
const copyInto = async (campaignId: string, told: Partial<Told> = {}, unit = 0): Promise<string> => {
  const { db } = at.services
  const id = (await db.row<{ id: string }>(
    `INSERT INTO nominations (id, campaign_id, unit_id, state, version, candidate_name, fields, secret_fields, answers, created_at, changed_at)
     SELECT gen_random_uuid(), $2, (SELECT id FROM organisations WHERE code = $3), state, version, candidate_name, fields || $4::jsonb, secret_fields, answers || $5::jsonb, created_at, changed_at FROM nominations WHERE id = $1 RETURNING id`,
    [base, campaignId, o.units[unit]!.code, told.sex === undefined ? '{}' : JSON.stringify({ sex: told.sex }), JSON.stringify({ ...told, sex: undefined })]))!.id
  await db.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by)
    SELECT gen_random_uuid(), $2, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by FROM materials WHERE nomination_id = $1`, [base, id])
  return id
}
/** `in`, or each blocking finding with the clause it rests on. */
const submit = async (campaignId: string, nominationId: string, unit = 0): Promise<string | [string, string | null][]> => {
  const { approver } = o.units[unit]!
  const { version } = (await at.services.db.row<{ version: number }>(`SELECT version FROM nominations WHERE id = $1`, [nominationId]))!
  const { status, text } = await approver.send(submitNomination, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(approver, campaignId)) } })
  return status === 200 ? 'in' : (JSON.parse(text) as { findings: { code: string; strength: string; clause: { number: string | null } | null }[] }).findings.filter((f) => f.strength === 'block').map((f) => [f.code, f.clause?.number ?? null])
}

/** Counts and properties come in with the list of units, in columns that the office adds. */
const unitSheet = ['单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号,正式党员数,单位属性', 'U1,示例单位1,hospital,,经办1,clerk1,审核1,approver1,21,已建科协、省属', 'U2,示例单位2,hospital,,经办2,clerk2,审核2,approver2,,'].join('\n')
const importUnits = (sheet: string) => o.office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(sheet).toString('base64'), refusedSeen: 0 } })

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  base = await prepareNomination(o.units[0]!.clerk, await openProvincial(at, o, twoPapers), '沈若川')
  await importUnits(unitSheet)
  all = await openProvincial(at, o, (rules) => completed(twoPapers(rules)))
})
afterAll(() => at.close())

test('what keeps every rule goes in', async () => expect(await submit(all, await copyInto(all, await right()))).toBe('in'))

test.each<[string, (told: Told) => Partial<Told>, [string, string][]]>([
  ['an age over the limit of her sex, which a man of that age would keep', () => ({ sex: 'female' }), [['age.outside', '三、1']]],
  ['not a member', (t) => ({ properties: { ...t.properties, memberOfSociety: false } }), [['membership.missing', '三、2']]],
  ['too few years at work', (t) => ({ values: { ...t.values, workingSince: '2023-07-01' } }), [['seniority.short', '三、3']]],
  ['another place', (t) => ({ properties: { ...t.properties, inYunling: false } }), [['place.elsewhere', '三、4']]],
  ['no honour of the province before', () => ({ honours: { candidate: [] } }), [['requiredHonour.missing', '三、5']]],
  ['the same honour three years ago', (t) => ({ honours: { candidate: [...t.honours.candidate, { name: '示例奖', year: 2023 }] } }), [['priorHonour.held', '三、6']]],
  ['a self-nomination without the seal of the unit', (t) => ({ properties: { ...t.properties, viaSelf: true } }), [['channel.unsealed', '三、7']]],
  ['no opinion of the tax office', (t) => ({ properties: { ...t.properties, opinionTaxGiven: false } }), [['opinion.missing', '四、1']]],
  ['a public notice in the unit a working day short', (t) => ({ values: { ...t.values, unitNoticeTo: '2026-11-05' } }), [['publicNotice.short', '四、2']]],
  ['five of nine votes where two thirds are needed', (t) => ({ steps: { ...t.steps, 'step-democratic': { ...t.steps['step-democratic']!, inFavour: '5', against: '3', abstained: '1' } } }), [['step.votes', '四、3']]],
  ['the head of an enterprise without what is asked of heads of enterprises', (t) => ({ properties: { ...t.properties, headOfEnterprise: true } }), [['material.missing', '五、1']]],
])('%s is refused with its clause', async (_, change, refused) => {
  const told = await right()
  expect(await submit(all, await copyInto(all, { ...told, ...change(told) }))).toEqual(refused)
})

test('an honour six years ago counts no more; what is asked of heads of enterprises, once there, lets theirs in', async () => {
  const told = await right()
  const old = await copyInto(all, { ...told, honours: { candidate: [...told.honours.candidate, { name: '示例奖', year: 2020 }] } })
  const head = await copyInto(all, { ...told, properties: { ...told.properties, headOfEnterprise: true } })
  await at.services.db.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by)
    SELECT gen_random_uuid(), nomination_id, 'tax-proof', ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by FROM materials WHERE nomination_id = $1 AND material_id = 'integrity-opinion-stamped'`, [head])
  expect([await submit(all, old), await submit(all, head)]).toEqual(['in', 'in'])
})

test('of which at most one academician: the second is refused, somebody else goes in', async () => {
  const told = await right()
  const academician = { ...told, properties: { ...told.properties, academician: true } }
  const [first, second, other] = [await copyInto(all, academician), await copyInto(all, academician), await copyInto(all, told)]
  expect([await submit(all, first), await submit(all, second), await submit(all, other)]).toEqual(['in', [['quota.within', '二、1']], 'in'])
})

test('a quota of 5 % of Party members, rounded up: 21 give two places and no third; a unit without the number is told what is missing', async () => {
  const campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.id === 'quota' ? rule('quota', 'quota', '二、2', { max: null, formula: { share: { numerator: 5, denominator: 100 }, of: property('partyMembers', '正式党员'), rounding: 'up' } }) : r)))
  const [a, b, c, uncounted] = [await copyInto(campaignId), await copyInto(campaignId), await copyInto(campaignId), await copyInto(campaignId, {}, 1)]
  expect([await submit(campaignId, a), await submit(campaignId, b), await submit(campaignId, c), await submit(campaignId, uncounted, 1)]).toEqual(['in', 'in', [['quota.full', '二、2']], [['quota.uncounted', '二、2']]])
  // The office enters the number, and the unit’s nomination goes in; what the sheet leaves out stays as it was.
  await importUnits(['单位代码,单位名称,类型,经办人姓名,经办人账号,审核人姓名,审核人账号,正式党员数', 'U2,示例单位2,hospital,经办2,clerk2,审核2,approver2,3'].join('\n'))
  expect(await submit(campaignId, uncounted, 1)).toBe('in')
  const units = (await o.office.ask(listOrganisations)).organisations
  expect(units.map((u) => [u.code, u.counts, u.properties])).toEqual([['U1', { 正式党员: 21 }, ['已建科协', '省属']], ['U2', { 正式党员: 3 }, []]])
  expect((await Promise.all(invariants.map((i) => at.services.db.rows(i.sql)))).flat()).toEqual([])
})

test('one place more for a unit with an association of its own', async () => {
  const campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.id === 'quota' ? rule('quota', 'quota', '二、3', { max: 1, bonus: [{ property: property('hasAssociation', '已建科协'), extra: 1 }] }) : r)))
  const [a, b, c, d, e] = [await copyInto(campaignId), await copyInto(campaignId), await copyInto(campaignId), await copyInto(campaignId, {}, 1), await copyInto(campaignId, {}, 1)]
  expect([await submit(campaignId, a), await submit(campaignId, b), await submit(campaignId, c), await submit(campaignId, d, 1), await submit(campaignId, e, 1)]).toEqual(['in', 'in', [['quota.full', '二、3']], 'in', [['quota.full', '二、3']]])
})
