/** 个人申报: begun by the person alone where the notice says so; it counts only when the unit consents and submits, and the unit may decline with the reason. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMyself, declineApplication, lookAtApplying } from '#contract/operations/applications'
import { giveBack, giveConsent } from '#contract/operations/candidate'
import { handBack, listNominations, readNomination, saveDraft, sendToApprover, submitNomination } from '#contract/operations/nominations'
import { searchNominations } from '#contract/operations/search'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, fillNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

const PASSWORD = 'a long password 1'
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-11-01' }
const channel = { id: 'channel', kind: 'channel', strength: 'block', allowed: ['unit', 'self'], sealed: ['self'], basis } as unknown as StatedRule
let at: Installation
let o: Office
let open: { id: string; slug: string }
let shut: { id: string; slug: string }
const slugOf = async (id: string) => (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [id]))!.slug
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  const [a, b] = [await openProvincial(at, o, (rules) => [...twoPapers(rules), channel]), await openProvincial(at, o, twoPapers)]
  open = { id: a, slug: await slugOf(a) }
  shut = { id: b, slug: await slugOf(b) }
})
afterAll(() => at.close())

const apply = async (name: string, unit = '示例单位1'): Promise<{ who: Person; id: string }> => {
  const who = new Person(at.origin, name)
  const { units } = await who.ask(lookAtApplying, { params: { slug: open.slug } })
  const { nominationId } = await who.ask(applyMyself, { params: { slug: open.slug }, body: { name, unitId: units.find((u) => u.name === unit)!.id, password: PASSWORD } })
  return { who, id: nominationId }
}
const read = (who: Person, nominationId: string) => who.ask(readNomination, { params: { nominationId } })

test('who applied is found by pinyin and initials at once', async () => {
  const { id } = await apply('单雄新', '示例单位2')
  const found = async (q: string) => (await o.units[1]!.clerk.ask(searchNominations, { params: { campaignId: open.id }, query: { q } })).rows.map((r) => r.id)
  expect(await Promise.all(['shanxiong', 'sxx', '雄新'].map(found))).toEqual([[id], [id], [id]])
})

test('where the notice says nothing of it, nobody applies alone; what never was answers as absent', async () => {
  const nobody = new Person(at.origin)
  expect((await nobody.ask(lookAtApplying, { params: { slug: shut.slug } })).findings.map((f) => f.code)).toEqual(['apply.notOpen'])
  const { units } = await nobody.ask(lookAtApplying, { params: { slug: open.slug } })
  expect((await nobody.refused(applyMyself, { params: { slug: shut.slug }, body: { name: '甲', unitId: units[0]!.id, password: PASSWORD } })).codes).toEqual(['apply.notOpen'])
  expect((await nobody.refused(lookAtApplying, { params: { slug: 'none' } })).status).toBe(404)
})

test('the person fills in the own part; it counts only with the unit’s stamped consent, and takes its seat like any other', async () => {
  const { who, id } = await apply('沈若川')
  const clerk = o.units[0]!.clerk, approver = o.units[0]!.approver
  await who.ask(saveDraft, { params: { nominationId: id }, body: { version: (await read(who, id)).version, fields: { employer: '示例单位1' } } })
  for (const kind of ['data', 'notice', 'publicity'] as const) await who.ask(giveConsent, { params: { nominationId: id }, body: { kind, given: true } })
  await who.ask(giveBack, { params: { nominationId: id } })
  expect((await clerk.ask(listNominations, { params: { campaignId: open.id } })).nominations.map((n) => [n.candidateName, n.origin])).toEqual([['沈若川', 'self']])
  // The unit fills in all the rest, and answers that it came by the unit: that is no answer of the unit's.
  await fillNomination(clerk, open.id, id, '沈若川')
  const n = await read(approver, id)
  expect([n.origin, n.answers.properties['viaSelf'], n.answers.properties['unitSealGiven']]).toEqual(['self', true, false])
  const unsealed = await approver.refused(submitNomination, { params: { nominationId: id }, body: { version: n.version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(approver, open.id)) } })
  expect(unsealed.codes).toEqual(['channel.unsealed'])
  await approver.ask(handBack, { params: { nominationId: id }, body: {} })
  await clerk.ask(saveDraft, { params: { nominationId: id }, body: { version: (await read(clerk, id)).version, fields: {}, answers: { properties: { unitSealGiven: true } } } })
  await clerk.ask(sendToApprover, { params: { nominationId: id }, body: {} })
  await sealAndSubmit(approver, open.id, id)
  expect((await read(who, id)).state).toBe('submitted')
})

test('the unit declines with a reason that the person reads; nobody else’s unit can', async () => {
  const { who, id } = await apply('陆见微')
  expect((await o.units[1]!.approver.refused(declineApplication, { params: { nominationId: id }, body: { reason: '不是本单位人员' } })).status).toBe(404)
  await o.units[0]!.approver.ask(declineApplication, { params: { nominationId: id }, body: { reason: '不是本单位人员（示例）' } })
  const n = await read(who, id)
  expect([n.state, n.part?.note, n.may]).toEqual(['withdrawn', '不是本单位人员（示例）', []])
  expect((await o.units[0]!.approver.refused(declineApplication, { params: { nominationId: id }, body: { reason: '再说一次' } })).status).toBe(409)
})

test('after the end nobody begins any more', async () => {
  const { units } = await new Person(at.origin).ask(lookAtApplying, { params: { slug: open.slug } })
  await at.setClock(await at.now() + 20 * 86_400_000)
  expect((await new Person(at.origin).refused(applyMyself, { params: { slug: open.slug }, body: { name: '甲', unitId: units[0]!.id, password: PASSWORD } })).codes).toEqual(['apply.late'])
})
