/** 分开计时与封单, by the pages: a clerk on a slow line seals what is on its way, the form is in time, the very file arrives afterwards, the stamped form by its own date. */
import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { createNomination, readNomination, saveDraft, sendToApprover } from '#contract/operations/nominations'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { addDays, dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from '../server/campaign-plan'
import { answersFor, definitionFor, fieldsFor, fileFor, sealAndSubmit } from '../server/dossier'
import { openProvincial } from '../server/office'
import { Visitor } from './people'
import { arrive, at, o, play, shots } from './play'

const [STAMPED, OPINION] = ['nomination-form-stamped', 'integrity-opinion-stamped'] as const
let campaignId: string
let nominationId: string
let definition: ResolvedDefinition
const split = (today: string) => (rules: StatedRule[]): StatedRule[] => [
  ...twoPapers(rules).map((r): StatedRule => (r.id === STAMPED ? { ...r, dueBy: 'stamped-due' } as StatedRule : r.kind === 'deadline' ? { ...r, uploadGraceMinutes: 30 } : r)),
  { id: 'stamped-due', kind: 'dueDate', strength: 'block', basis: { kind: 'office decision', reason: { zh: '盖章件另行计时（示例）', en: 'Stamped files have a time of their own (sample)' }, date: today }, what: { zh: '盖章推荐表上传', en: 'Upload of the stamped form' }, day: addDays(today, 8), time: null, dayIncluded: true } as StatedRule,
]
play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, split(dayOf(await at.now())))
  const { clerk } = o.units[0]!
  definition = await definitionFor(clerk, campaignId)
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  expect(rulesOf(definition, 'material').filter((m) => m.min > 0).map((m) => m.id).sort()).toEqual([OPINION, STAMPED])
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version: (await clerk.ask(readNomination, { params: { nominationId } })).version, fields: fieldsFor(definition, '沈若川'), answers: answersFor(definition) } })
})
const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  await v.fitsPhone()
  if (shots === undefined) return
  await v.page.screenshot({ path: `${shots}/late-${name}-1280.png`, fullPage: true })
  await v.page.setViewportSize({ width: 375, height: 780 })
  expect(await v.page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
  await v.page.screenshot({ path: `${shots}/late-${name}-375.png`, fullPage: true })
  await v.page.setViewportSize({ width: 1280, height: 900 })
}

test('what is on its way is sealed, the form is submitted, the end passes, and the very file arrives', async () => {
  const { clerk, approver } = o.units[0]!
  const v = await arrive(clerk)
  const held: Route[] = []
  let slow = true
  await v.page.route('**/api/uploads/*', (route) => { if (slow) held.push(route); else void route.continue() })
  await v.open(`/unit/n/${nominationId}/materials`)
  await v.sees('现在没有在途的文件')
  const file = await fileFor(ruleOf(definition, 'material', OPINION)!)
  await v.page.locator(`#material-${OPINION} input[type=file]`).setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: file.bytes })
  await v.press('封单：登记 1 个在途文件')
  await v.sees('已登记的文件', '还在传')
  await look(v, 'sealing')
  await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  await sealAndSubmit(approver, campaignId, nominationId)
  await at.services.db.rows(`UPDATE campaigns SET deadline = product_time() - interval '1 second' WHERE id = $1`, [campaignId])
  const office = await arrive(o.office)
  await office.open(`/office/c/${campaignId}/screening?n=${nominationId}`)
  await office.sees('已封单，还没有传完', '还差盖章件')
  await look(office, 'office')
  await office.leave()
  slow = false
  for (const route of held) await route.continue()
  await v.sees('已传到，校验值相符')
  await look(v, 'arrived')
})

test('the checklist says what is still to come; the stamped form is uploaded, and nothing is open any more', async () => {
  const v = await arrive(o.units[0]!.clerk)
  await v.open(`/unit/n/${nominationId}`)
  await v.sees('补传盖章件等材料', '报送后还可以传的材料')
  await look(v, 'checklist')
  await v.open(`/unit/n/${nominationId}/materials`)
  const file = await fileFor(ruleOf(definition, 'material', STAMPED)!)
  await v.page.locator(`#material-${STAMPED} input[type=file]`).setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: file.bytes })
  await expect.poll(async () => (await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })).may, { timeout: 60_000 }).not.toContain('supplement')
  await v.open(`/unit/n/${nominationId}`)
  await v.sees('形式审查')
  await v.leave()
})

test('an hour before the end the office sees that packages wait and until when, and lifts it', async () => {
  await at.services.db.rows(`UPDATE campaigns SET deadline = product_time() + interval '1 hour' WHERE id = $1`, [campaignId])
  const v = await arrive(o.office)
  await v.open(`/office/c/${campaignId}/packages`)
  await v.press('打包全部 1 件')
  await v.sees('临近截止，先让上传和报送')
  await look(v, 'package')
  await v.open(`/office/c/${campaignId}/deadline`)
  await v.sees('正在进行：打包等在')
  await look(v, 'mode')
  await v.press('解除截止模式')
  await v.sees('已解除：打包等照常进行')
  await v.open(`/office/c/${campaignId}/packages`)
  await v.sees('已做好')
  await v.leave()
})
