/** 阅看记录: whoever opens a dossier or a file of others is written down once a day, before anything is shown; the supervisor alone reads it; it is only added to, and goes with what was never submitted. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAppraisal } from '#contract/operations/appraisal'
import { eraseRecord, lookAtErasure } from '#contract/operations/erasure'
import { openRound, readCandidate, declareConflicts } from '#contract/operations/jury'
import { materialContent, readNomination } from '#contract/operations/nominations'
import { inviteAccount } from '#contract/operations/organisations'
import { readSupervised, supervisedSheet } from '#contract/operations/supervised-nomination'
import { viewCandidateMaterial, viewMaterial } from '#contract/operations/views'
import { invariants } from '#server/store/invariants'
import { unzip } from '../documents/unzip'
import { acceptedFrom } from './accepted'
import { twoPapers } from './campaign-plan'
import { prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { download } from './two-installations'

let at: Installation
let o: Office
let campaignId: string
let nominationId: string
let supervisor: Person
const NAME = '顾南枝'
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'round' ? { ...r, blind: ['name'] } : r) as typeof r))
  ;[nominationId] = await acceptedFrom(o, campaignId, [NAME]) as [string]
  supervisor = await new Person(at.origin, 'supervisor').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
}, 120_000)
afterAll(() => at.close())

const params = () => ({ nominationId })
const rows = () => at.services.db.rows<{ way: string; role: string; by: string; day: string }>(`SELECT x.way, x.role, a.person_name AS by, x.day::text FROM dossier_openings x JOIN accounts a ON a.id = x.account_id ORDER BY x.id`)
const looks = async () => (await supervisor.ask(readSupervised, { params: params() })).looks
const clear = async () => { for (const sql of [`ALTER TABLE dossier_openings DISABLE TRIGGER USER`, `DELETE FROM dossier_openings`, `ALTER TABLE dossier_openings ENABLE TRIGGER USER`]) await at.services.db.rows(sql) }

test('office, juror and secretary are noted once a day for each thing, the unit never; next day once more', async () => {
  await clear()
  const { materials } = await o.office.ask(readNomination, { params: params() })
  await o.office.ask(readNomination, { params: params() })
  const fileId = materials[0]!.fileId
  await o.office.ask(viewMaterial, { params: { nominationId, fileId } })
  await download(o.office, materialContent, { nominationId, fileId })
  for (const own of [o.units[0]!.clerk, o.units[0]!.approver]) { await own.ask(readNomination, { params: params() }); await own.ask(viewMaterial, { params: { nominationId, fileId } }) }
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [nominationId], still: true } })
  const inRound = { roundId, nominationId }
  // Who may not see it is not noted either.
  expect((await jurors[0]!.refused(readCandidate, { params: inRound })).status).toBe(404)
  await jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const blind = await jurors[0]!.ask(readCandidate, { params: inRound })
  await jurors[0]!.ask(readCandidate, { params: inRound })
  if (blind.materials[0] !== undefined) await jurors[0]!.ask(viewCandidateMaterial, { params: { ...inRound, fileId: blind.materials[0].fileId } })
  await secretary.ask(readAppraisal, { params: params() })
  const today = (await rows())[0]!.day
  const juror = blind.materials[0] === undefined ? [] : ['looked juror 评委1']
  expect((await rows()).map((r) => `${r.way} ${r.role} ${r.by}`)).toEqual(['dossier office 郑一帆', 'looked office 郑一帆', 'taken office 郑一帆', 'dossier juror 评委1', ...juror, 'appraisal jurySecretary 苏怀瑾'])
  await at.setClock((await at.now()) + 86_400_000)
  await o.office.ask(readNomination, { params: params() })
  expect((await rows()).filter((r) => r.way === 'dossier' && r.role === 'office').map((r) => r.day !== today)).toEqual([false, true])
  // Mutant: somebody of the unit written down.
  expect(await at.services.db.rows(invariants.find((i) => i.name.startsWith('阅看记录'))!.sql)).toEqual([])
})

test('the supervisor reads every step and every look of one nomination, as a page and as a sheet; nobody else does, and reading changes nothing', async () => {
  const one = await supervisor.ask(readSupervised, { params: params() })
  expect([one.name, one.rounds.map((r) => [r.state, r.outcome]), one.objections]).toEqual([NAME, [['open', null]], []])
  expect(one.steps.find((s) => s.act === 'round.opened')!.about!.zh).toBe('第一轮 无记名投票')
  expect(['nomination.submitted', 'screening.accepted', 'round.opened'].filter((act) => !one.steps.some((s) => s.act === act))).toEqual([])
  expect(one.looks.map((l) => `${l.way} ${l.by}`).slice(0, 2)).toEqual(['dossier 郑一帆', 'appraisal 苏怀瑾'])
  expect(one.looks.find((l) => l.way === 'taken')!.file).toMatch(/\.(pdf|docx|jpg|xlsx)$/)
  for (const who of [o.office, o.second, o.units[0]!.clerk, o.units[1]!.approver]) expect([(await who.refused(readSupervised, { params: params() })).status, (await who.raw('GET', `/api/nominations/${nominationId}/procedure.xlsx`)).status]).toEqual([404, 404])
  const sheet = (await unzip(await download(supervisor, supervisedSheet, { nominationId }))).get('xl/worksheets/sheet1.xml')!.toString()
  expect([(sheet.match(/<row /g) ?? []).length, ['阅看：下载一份材料的原件', '形式审查：接收', '评委1', '苏怀瑾'].filter((w) => !sheet.includes(w))]).toEqual([1 + one.steps.length + one.looks.length, []])
  const after = await supervisor.ask(readSupervised, { params: params() })
  expect([after.steps.length, after.looks.length]).toEqual([one.steps.length, one.looks.length])
  // A draft is not the supervisor's.
  const draft = await prepareNomination(o.units[1]!.clerk, campaignId, '凌云舟', 2)
  expect((await supervisor.refused(readSupervised, { params: { nominationId: draft } })).status).toBe(404)
})

test('it is only added to, and who cannot be written down sees nothing', async () => {
  const db = at.services.db
  for (const sql of [`UPDATE dossier_openings SET opened_at = product_time()`, `DELETE FROM dossier_openings`]) await expect(db.rows(sql)).rejects.toThrow('never changed')
  // Only a demo is ever emptied.
  await expect(db.transaction(async (tx) => { await tx.rows(`UPDATE installation SET is_demo = false, clock_offset_ms = 0`); await tx.rows(`TRUNCATE dossier_openings`) })).rejects.toThrow('never changed')
  await db.rows(`ALTER TABLE dossier_openings RENAME TO hidden_openings`)
  const sent = await o.second.raw('GET', `/api/nominations/${nominationId}`)
  await db.rows(`ALTER TABLE hidden_openings RENAME TO dossier_openings`)
  expect([sent.status, sent.text.includes(NAME)]).toEqual([503, false])
  await o.second.ask(readNomination, { params: params() })
  expect((await looks())[0]!.by).toBe('何青')
})

test('what was noted of a nomination that was never submitted goes with it when the person’s data are erased; of a submitted one it stays', async () => {
  const db = at.services.db
  const draft = (await db.row<{ id: string }>(`SELECT id FROM nominations WHERE candidate_name = '凌云舟'`))!.id
  await db.rows(`INSERT INTO dossier_openings (nomination_id, account_id, role, organisation_id, way, day, opened_at) SELECT $1, a.account_id, 'office', a.organisation_id, 'dossier', product_time()::date, product_time() FROM dossier_openings a WHERE a.role = 'office' LIMIT 1`, [draft])
  const before = (await rows()).length
  const approver = o.units[1]!.approver
  const { seen } = await approver.ask(lookAtErasure, { params: { nominationId: draft } })
  await approver.ask(eraseRecord, { params: { nominationId: draft }, body: { seen } as never })
  expect([(await rows()).length, (await db.rows(`SELECT 1 FROM dossier_openings WHERE nomination_id = $1`, [draft])).length]).toEqual([before - 1, 0])
})
