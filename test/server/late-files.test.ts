/** 分开计时与封单: the form in time, its stamped files by an end of their own; and after the end the very bytes that were sealed, and no others. A server that takes other bytes must be caught. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handBack, readNomination, saveDraft, sendToApprover, createNomination } from '#contract/operations/nominations'
import { beginUpload, registerManifest } from '#contract/operations/uploads'
import { ruleOf, rulesOf } from '#core/campaign/definition'
import { addDays, dayOf } from '#core/kernel/instant'
import { invariants } from '#server/store/invariants'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import { answersFor, approverDeclarations, definitionFor, fieldsFor, fileFor, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'

const [STAMPED, OPINION] = ['nomination-form-stamped', 'integrity-opinion-stamped'] as const
const UNITS = 6
let at: Installation
let o: Office
let campaignId: string
const split = (today: string) => (rules: StatedRule[]): StatedRule[] => [
  ...twoPapers(rules).map((r): StatedRule => (r.id === STAMPED ? { ...r, dueBy: 'stamped-due' } as StatedRule : r.kind === 'deadline' ? { ...r, uploadGraceMinutes: 30 } : r)),
  { id: 'stamped-due', kind: 'dueDate', strength: 'block', basis: { kind: 'office decision', reason: { zh: '盖章件另行计时（示例）', en: 'Stamped files have a time of their own (sample)' }, date: today }, what: { zh: '盖章推荐表上传', en: 'Upload of the stamped form' }, day: addDays(today, 8), time: null, dayIncluded: true } as StatedRule,
]
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, UNITS)
  campaignId = await openProvincial(at, o, split(dayOf(await at.now())))
})
afterAll(() => at.close())

const now = () => at.now()
const endIn = async (ms: number) => { await at.services.db.rows(`UPDATE campaigns SET deadline = to_timestamp($2 / 1000.0) WHERE id = $1`, [campaignId, (await now()) + ms]) }
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const read = (p: Person, nominationId: string) => p.ask(readNomination, { params: { nominationId } })
const codes = async (p: Person, id: string) => (await read(p, id)).findings.map((f) => f.code).filter((c) => /^(material|manifest)\./.test(c))
const ledger = async (id: string) => (await at.services.db.rows<{ act: string; data: Record<string, unknown> }>(`SELECT entry->>'act' AS act, entry->'data' AS data FROM ledger_entries WHERE entry->'subject'->>'id' = $1 ORDER BY (entry->>'position')::int`, [id]))

/** A whole dossier but for the files of these materials, still with the clerk. */
const draft = async (clerk: Person, name: string, without: readonly string[]): Promise<string> => {
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: name } })
  const definition = await definitionFor(clerk, campaignId)
  for (const rule of rulesOf(definition, 'material').filter((r) => r.min > 0 && !without.includes(r.id))) {
    const file = await fileFor(rule)
    expect((await clerk.upload(nominationId, rule.id, file.name, file.bytes)).state).toBe('kept')
  }
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version: (await read(clerk, nominationId)).version, fields: fieldsFor(definition, name), answers: answersFor(definition) } })
  return nominationId
}
const paper = async (material: string, note: string) => {
  const file = await fileFor(ruleOf(await definitionFor(o.units[0]!.clerk, campaignId), 'material', material)!)
  // What follows the end of a PDF changes its bytes, and nothing that anybody sees.
  return { name: file.name, bytes: Buffer.concat([file.bytes, Buffer.from(`\n%${note}`)]) }
}
const sealed = async (unit: number, name: string) => {
  const { clerk, approver } = o.units[unit]!
  await endIn(3_600_000)
  const nominationId = await draft(clerk, name, [STAMPED, OPINION])
  const film = await paper(OPINION, 'a')
  await clerk.ask(registerManifest, { params: { nominationId }, body: { files: [{ materialId: OPINION, name: film.name, bytes: film.bytes.length, sha256: sha(film.bytes) }] } })
  await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  return { clerk, approver, nominationId, film }
}

test('the form is in time without its stamped file, which may come until its own end, is not replaced then, and is missed afterwards', async () => {
  const { clerk, approver } = o.units[0]!
  const id = await draft(clerk, '沈若川', [STAMPED])
  expect(await codes(clerk, id)).toEqual(['material.owed'])
  await clerk.ask(sendToApprover, { params: { nominationId: id }, body: {} })
  // With the approver nothing comes in that was not seen.
  const file = await paper(STAMPED, 'one')
  expect((await clerk.refused(beginUpload, { params: { nominationId: id }, body: { materialId: STAMPED, name: file.name, bytes: file.bytes.length } })).status).toBe(409)
  await sealAndSubmit(approver, campaignId, id)
  await endIn(-1000)
  const [asUnit, asOffice] = [await read(clerk, id), await read(o.office, id)]
  expect([asUnit.may.includes('supplement'), asOffice.may.includes('supplement')]).toEqual([true, false])
  expect([asUnit, asOffice].map((n) => n.findings.find((f) => f.code === 'material.owed')?.what.zh.replace(/“.*?”/, '').replace(/\d+月\d+日.* 前/, '某日前'))).toEqual(['还差盖章件，某日前补传', '还差盖章件，某日前补传'])
  // Everything else is closed.
  const opinion = await paper(OPINION, 'late')
  expect((await clerk.refused(beginUpload, { params: { nominationId: id }, body: { materialId: OPINION, name: opinion.name, bytes: opinion.bytes.length } })).status).toBe(409)
  expect((await clerk.upload(id, STAMPED, file.name, file.bytes)).state).toBe('kept')
  expect(await codes(o.office, id)).toEqual([])
  expect((await read(clerk, id)).may).not.toContain('supplement')
  const again = await paper(STAMPED, 'two')
  expect((await clerk.refused(beginUpload, { params: { nominationId: id }, body: { materialId: STAMPED, name: again.name, bytes: again.bytes.length } })).codes).toEqual(['material.sealedAlready'])
  expect((await ledger(id)).map((e) => e.act).at(-1)).toBe('material.supplemented')
})

test('after the end the very bytes arrive; one changed byte does not, and the words say why', async () => {
  const { clerk, approver, nominationId, film } = await sealed(1, '顾清和')
  const answer = await sealAndSubmit(approver, campaignId, nominationId)
  const entry = (await ledger(nominationId)).find((e) => e.act === 'nomination.submitted')!
  expect([answer.submittedAt, entry.data['sealed']]).toEqual([entry.data['submittedAt'], [sha(film.bytes)]])
  await endIn(-1000)
  expect((await codes(o.office, nominationId)).sort()).toEqual(['manifest.onItsWay', 'material.owed'])
  const other = await paper(OPINION, 'b')
  expect(other.bytes.length).toBe(film.bytes.length)
  const refused = await clerk.upload(nominationId, OPINION, film.name, other.bytes)
  expect([refused.state, refused.findings.map((f) => f.code)]).toEqual(['refused', ['manifest.otherBytes']])
  const longer = await paper(OPINION, 'longer')
  expect((await clerk.refused(beginUpload, { params: { nominationId }, body: { materialId: OPINION, name: film.name, bytes: longer.bytes.length } })).codes).toEqual(['manifest.otherBytes'])
  // The same bytes twice at once: one takes the place, the other is told.
  const both = await Promise.all([clerk.upload(nominationId, OPINION, film.name, film.bytes), clerk.upload(nominationId, OPINION, film.name, film.bytes)])
  expect(both.map((b) => b.state).sort()).toEqual(['kept', 'refused'])
  const n = await read(o.office, nominationId)
  expect([n.materials.filter((m) => m.materialId === OPINION).map((m) => m.sha256), n.sealed.map((f) => f.arrivedAt !== null), n.receipt!.manifest.filter((f) => f.sealed === true).length]).toEqual([[sha(film.bytes)], [true], 1])
})

test('mutant: a store whose list can be changed after the submission takes other bytes, and the invariant tells', async () => {
  const { clerk, approver, nominationId, film } = await sealed(2, '陆知远')
  await sealAndSubmit(approver, campaignId, nominationId)
  await endIn(-1000)
  const other = await paper(OPINION, 'b')
  const broken = async () => (await at.services.db.rows(invariants.find((i) => i.name.startsWith('封单照台账'))!.sql)).length
  expect(await broken()).toBe(0)
  await at.services.db.rows(`UPDATE sealed_files SET sha256 = $2 WHERE nomination_id = $1`, [nominationId, sha(other.bytes)])
  const taken = await clerk.upload(nominationId, OPINION, film.name, other.bytes)
  process.stdout.write(`the mutant answered ${taken.state} to other bytes; the invariant names ${await broken()}\n`)
  expect([taken.state, await broken()]).toEqual(['kept', 1])
  await at.services.db.rows(`UPDATE sealed_files SET sha256 = $2 WHERE nomination_id = $1`, [nominationId, sha(film.bytes)])
})

test('what the approver saw is what is sealed: bytes that arrive meanwhile do not make the page stale', async () => {
  const { clerk, approver, nominationId, film } = await sealed(3, '姜予安')
  const { version } = await read(approver, nominationId)
  const [arrived, answer] = await Promise.all([clerk.upload(nominationId, OPINION, film.name, film.bytes), sealAndSubmit(approver, campaignId, nominationId)])
  expect([arrived.state, answer.code.length > 0, (await read(clerk, nominationId)).materials.filter((m) => m.materialId === OPINION).length]).toEqual(['kept', true, 1])
  expect((await read(clerk, nominationId)).version).toBe(version + 1)
})

test('what has not come when the time is over is the office’s to see, and comes in no more', async () => {
  const { clerk, approver, nominationId, film } = await sealed(4, '韩疏影')
  await sealAndSubmit(approver, campaignId, nominationId)
  // An upload that was begun in time and whose last byte comes too late.
  const { url } = await clerk.ask(beginUpload, { params: { nominationId }, body: { materialId: OPINION, name: film.name, bytes: film.bytes.length } })
  await at.services.db.rows(`UPDATE sealed_files SET until = product_time() - interval '1 second' WHERE nomination_id = $1`, [nominationId])
  await clerk.raw('PATCH', url, film.bytes, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
  await expect.poll(async () => (await at.services.db.row<{ state: string }>(`SELECT state FROM uploads WHERE nomination_id = $1 AND material_id = $2`, [nominationId, OPINION]))!.state, { timeout: 20_000 }).toBe('refused')
  expect((await clerk.refused(beginUpload, { params: { nominationId }, body: { materialId: OPINION, name: film.name, bytes: film.bytes.length } })).codes).toEqual(['manifest.over'])
  expect((await codes(o.office, nominationId)).sort()).toEqual(['manifest.notArrived', 'material.missing', 'material.owed'])
  // The mutant forgets when the time was over.
  await at.services.db.rows(`UPDATE sealed_files SET until = NULL WHERE nomination_id = $1`, [nominationId])
  const late = await clerk.upload(nominationId, OPINION, film.name, film.bytes)
  process.stdout.write(`the mutant without an end answered ${late.state} after it\n`)
  expect(late.state).toBe('kept')
})

test('a clerk registers anew after a hand-back; without a grace in the definition nothing is registered', async () => {
  const { clerk, approver, nominationId } = await sealed(5, '温知夏')
  await approver.ask(handBack, { params: { nominationId }, body: { note: '再核一遍' } })
  const film = await paper(OPINION, 'c')
  await clerk.ask(registerManifest, { params: { nominationId }, body: { files: [{ materialId: OPINION, name: film.name, bytes: film.bytes.length, sha256: sha(film.bytes) }] } })
  expect((await read(clerk, nominationId)).sealed.map((f) => f.sha256)).toEqual([sha(film.bytes)])
  const plain = await openProvincial(at, o, twoPapers)
  const other = (await clerk.ask(createNomination, { params: { campaignId: plain }, body: { candidateName: '温知夏' } })).nominationId
  expect((await clerk.refused(registerManifest, { params: { nominationId: other }, body: { files: [] } })).codes).toEqual(['manifest.none'])
  expect(approverDeclarations(await definitionFor(clerk, plain))).toBeDefined()
})
