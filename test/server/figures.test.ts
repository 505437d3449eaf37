/** 数据: what the page of figures tells is what a naive count of the database says; of drafts, of what goes by hand and of open votes it tells nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFigures, readFigures } from '#contract/operations/figures'
import { castBallot, closeRound, declareConflicts, openRound } from '#contract/operations/jury'
import { acceptNomination, createNomination, readNomination, returnNomination, saveDraft, sendToApprover, submitNomination } from '#contract/operations/nominations'
import { beginOffline, receiveOffline } from '#contract/operations/offline'
import { inviteAccount } from '#contract/operations/organisations'
import { bandOf } from '#core/composition/people'
import { IDLE_MINUTES } from '#core/composition/burden-caused'
import { stagesOf } from '#core/composition/stages'
import { dayOf } from '#core/kernel/instant'
import { personOf } from '#core/nomination/case'
import { offlineDeclaration } from '#core/secrecy/offline-track'
import { ageOn } from '#core/rules/age'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from './campaign-plan'
import { answersFor, definitionFor, fieldsFor, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'
import { putMany } from './put-many'

const MINUTE = 60_000
let at: Installation
let o: Office
let campaignId: string
let supervisor: Person
const db = () => at.services.db
const read = (who: Person = o.office, id = campaignId) => who.ask(readFigures, { params: { campaignId: id } })
const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' }
const shares = (rules: StatedRule[]): StatedRule[] => [...twoPapers(rules),
  { id: 'young', kind: 'proportion', strength: 'note', basis, of: { name: { zh: '1981 年以后出生', en: 'Born since 1981' }, bornOnOrAfter: '1981-01-01' }, bound: 'min', percent: 20, over: 'level' },
  { id: 'academicians', kind: 'proportion', strength: 'note', basis, of: { name: { zh: '院士', en: 'Academicians' }, property: 'academician' }, bound: 'max', percent: 10, over: 'level' },
] as StatedRule[]

beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 3)
  campaignId = await openProvincial(at, o, shares)
  supervisor = await new Person(at.origin, 'yan').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
})
afterAll(() => at.close())

test('nothing yet: every figure is nought, no share is of nothing, and no chart of days is made up', async () => {
  const f = await read(supervisor)
  expect([f.funnel.steps.map((s) => s.count), f.burden.spread, f.arrivals?.days, f.turnaround, f.reasons.reasons]).toEqual([[0, 0, 0, 0], null, [], { desk: null, waiting: 0, oldestSince: null, mended: null }, []])
  expect(f.marks.map((m) => [m.ruleId, m.at.map((a) => a.size)])).toEqual([['young', [0, 0]], ['academicians', [0, 0]]])
})

let first: string
test('time between saves counts up to the pause that is named, and a longer one not at all; a draft tells nothing but that it is there', async () => {
  const clerk = o.units[0]!.clerk
  const definition = await definitionFor(clerk, campaignId)
  const t0 = await at.now()
  first = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  const worked = async () => Math.round((await db().row<{ ms: number }>(`SELECT worked_ms AS ms FROM nominations WHERE id = $1`, [first]))!.ms / MINUTE)
  const saves: number[] = []
  for (const minutes of [3, 3 + IDLE_MINUTES + 1, 3 + IDLE_MINUTES + 1 + IDLE_MINUTES - 1]) {
    await at.setClock(t0 + minutes * MINUTE)
    const { version } = await clerk.ask(readNomination, { params: { nominationId: first } })
    await clerk.ask(saveDraft, { params: { nominationId: first }, body: { version, fields: fieldsFor(definition, '沈若川'), answers: answersFor(definition) } })
    saves.push(await worked())
  }
  expect(saves).toEqual([3, 3, 3 + IDLE_MINUTES - 1])
  const f = await read()
  expect(f.funnel.steps.map((s) => s.count)).toEqual([1, 0, 0, 0])
  for (const d of f.dimensions) expect([d.id, d.at.map((a) => a.whole)]).toEqual([d.id, ['region', 'unitType', 'level'].includes(d.id) ? [1, 0, 0] : [0, 0]])
  const kept = () => db().row(`SELECT category, sex, born, worked_ms FROM nomination_figures WHERE nomination_id = $1`, [first])
  expect(await kept()).toEqual({ category: '', sex: '', born: null, worked_ms: null })
  // Mutant: facts taken from a draft would stand in that row, and the line above would see them.
  await db().transaction((tx) => tx.rows(`SELECT take_figures(n) FROM nominations n WHERE id = $1`, [first]))
  expect(await kept()).not.toEqual({ category: '', sex: '', born: null, worked_ms: null })
  await db().rows(`UPDATE nomination_figures SET category = '', sex = '', born = NULL, worked_ms = NULL, properties = '{}'`)
})

test('a return is a loop: counted by what it was about, with how long the desk and the unit took', async () => {
  const [a, b] = [o.units[0]!, o.units[1]!]
  const definition = await definitionFor(a.clerk, campaignId)
  const second = await prepareNomination(b.clerk, campaignId, '阿依努尔·托合提江', 2)
  await sealAndSubmit(b.approver, campaignId, second)
  const sent = await at.now()
  await at.setClock(sent + 90 * MINUTE)
  const seen = await o.office.ask(readNomination, { params: { nominationId: second } })
  await o.office.ask(returnNomination, { params: { nominationId: second }, body: { version: seen.version, until: (await at.now()) + 86_400_000, points: [
    { what: '公章不清楚', at: 'a.pdf', clause: '四、1', code: 'paper.noSeal', material: 'integrity-opinion-stamped' }, { what: '请核对沈某某的数字', at: '', clause: '' }] } })
  const returned = await at.now()
  expect((await read()).funnel.loops).toEqual({ returns: 1, nominations: 1, cameBack: 0, open: 1 })
  await at.setClock(returned + 26 * 60 * MINUTE - 86_400_000 + 20 * 60 * MINUTE)
  await sealAndSubmit(b.approver, campaignId, second)
  const f = await read()
  expect(f.funnel.loops).toEqual({ returns: 1, nominations: 1, cameBack: 1, open: 0 })
  expect([f.turnaround.desk?.median, f.turnaround.mended?.median, f.turnaround.waiting, f.turnaround.oldestSince !== null]).toEqual([90, 22 * 60, 1, true])
  expect([f.reasons.letters, f.reasons.points, f.reasons.reasons.map((r) => [r.what.zh, r.where?.zh ?? null, r.clause, r.n])]).toEqual([1, 2, [
    ['审查人员自己写的意见', null, '', 1], ['公章缺、少或不清', definition.rules.flatMap((r) => (r.kind === 'material' && r.id === 'integrity-opinion-stamped' ? [r.name.zh] : []))[0], '四、1', 1]]])
  // Words of a letter may name people: they are in no figure.
  expect(JSON.stringify(f)).not.toContain('沈某某')
  expect([f.arrivals!.all, f.burden.sent, f.burden.counted, f.burden.asked > 0, f.burden.changed]).toEqual([1, 1, 1, true, 0])
})

test('what goes by hand is counted as that, and with no fact', async () => {
  const unit = o.units[2]!
  const { nominationId } = await unit.clerk.ask(beginOffline, { params: { campaignId }, body: { carriedBy: 'inPerson', officerName: '秦守密', officerPost: '保密专员（示例）', volumes: 2 } })
  await unit.clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  const { version } = await unit.approver.ask(readNomination, { params: { nominationId } })
  await unit.approver.ask(submitNomination, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: { [offlineDeclaration]: true } } })
  const f = await read()
  for (const d of f.dimensions.filter((x) => ['category', 'age', 'sex'].includes(x.id))) {
    const [submitted] = d.at
    expect([d.id, submitted!.whole, d.classes.map((c, i) => [c.kind, submitted!.counts[i]]).filter(([, n]) => n === 1)]).toEqual([d.id, 2, [['stated', 1], ['offline', 1]]])
  }
  expect(f.marks[0]!.at[0]).toMatchObject({ n: 1, open: 1, size: 2 })
  const n = await o.office.ask(readNomination, { params: { nominationId } })
  await o.office.ask(receiveOffline, { params: { nominationId }, body: { version: n.version, on: dayOf(await at.now()), volumes: 2 } })
})

test('while a round is open its votes change nothing here; who was chosen stands there when it is closed', async () => {
  const nominationIds: string[] = []
  for (const { id } of await db().rows<{ id: string }>(`SELECT id FROM nominations WHERE campaign_id = $1 AND state = 'submitted' ORDER BY id`, [campaignId])) {
    const { version } = await o.office.ask(readNomination, { params: { nominationId: id } })
    await o.office.ask(acceptNomination, { params: { nominationId: id }, body: { version, still: true } })
    nominationIds.push(id)
  }
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 3)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds, still: true } })
  for (const j of jurors) await j.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const told = async () => { const { at: _at, ...rest } = await read(); return JSON.stringify(rest) }
  const before = await told()
  expect(before).not.toContain('selected:')
  for (const j of jurors) await j.ask(castBallot, { params: { roundId }, body: { approvals: [nominationIds[0]!] } })
  expect(await told()).toBe(before)
  // Mutants: a stage that did not wait for the close, and a result written early. The first shows itself above, the second the database refuses.
  expect(JSON.stringify(stagesOf({ rounds: [{ ruleId: 'round-1', name: { zh: '', en: '' }, closed: true }], announced: false, honoured: false }))).toContain('selected:')
  await expect(db().rows(`UPDATE rounds SET result = '{"rows":[]}' WHERE id = $1`, [roundId])).rejects.toMatchObject({ constraint: 'result_when_closed' })
  await secretary.ask(closeRound, { params: { roundId }, body: {} })
  const f = await read()
  expect(f.funnel.steps.map((s) => [s.id, s.count])).toEqual([['begun', 3], ['atApproval', 2], ['sent', 2], ['accepted', 2], ['round:round-1', 2], ['selected:round-1', 1]])
})

test('thousands put in by chance: every class at every stage is what a count by hand says, and the tables hold the same', async () => {
  const other = await openProvincial(at, o, shares)
  const definition = await definitionFor(o.office, other)
  const categories = definition.rules.flatMap((r) => (r.kind === 'category' ? [r.value] : []))
  const people = await putMany(db(), { campaignId: other, categories, count: 3000, seed: 11 })
  const f = await read(o.office, other)
  const isAt = { begun: () => true, submitted: (p: { state: string }) => ['submitted', 'returned', 'accepted'].includes(p.state), accepted: (p: { state: string }) => p.state === 'accepted' } as Record<string, (p: { state: string }) => boolean>
  const person = (p: (typeof people)[number]) => personOf(p.fields, { properties: p.properties } as never)
  const valueOf: Record<string, (p: (typeof people)[number]) => string> = {
    category: (p) => person(p).category ?? '', sex: (p) => person(p).sex ?? '', age: (p) => (person(p).birthDay === undefined ? '' : String(bandOf(ageOn(person(p).birthDay!, f.agesOn)))),
    region: () => '*alone', unitType: (p) => p.unit.type, level: () => '1',
  }
  for (const d of f.dimensions) for (const a of d.at) d.classes.forEach((c, i) => {
    expect([d.id, a.stage, c.value, a.counts[i]]).toEqual([d.id, a.stage, c.value, people.filter((p) => isAt[a.stage]!(p) && valueOf[d.id]!(p) === c.value).length])
  })
  const submitted = people.filter(isAt['submitted']!)
  expect(f.marks.map((m) => [m.at[0]!.n, m.at[0]!.open, m.at[0]!.size])).toEqual([
    [submitted.filter((p) => (person(p).birthDay ?? '') >= '1981-01-01').length, submitted.filter((p) => person(p).birthDay === undefined).length, submitted.length],
    [submitted.filter((p) => p.properties['academician'] === true).length, submitted.filter((p) => p.properties['academician'] === undefined).length, submitted.length]])
  const csv = (await o.office.send(exportFigures, { params: { campaignId: other }, query: { part: 'composition', as: 'csv' } })).text
  const lines = csv.trim().split('\r\n')
  expect([lines[0]!.replace('\ufeff', ''), lines.length - 1]).toEqual(['项目,环节,类,件数,总数,比例', f.dimensions.reduce((n, d) => n + d.at.length * d.classes.length, 0)])
  for (const part of ['funnel', 'proportions', 'arrivals', 'turnaround', 'burden', 'reasons'] as const) {
    const xlsx = await o.office.send(exportFigures, { params: { campaignId: other }, query: { part, as: 'xlsx' } })
    expect([part, xlsx.status, xlsx.text.startsWith('PK')]).toEqual([part, 200, true])
  }
})
