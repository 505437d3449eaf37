/** The state machine of nominations against a model of a few lines: ten people and four candidates do whatever comes to mind, at any time, and every answer and every row is what the model says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#core/access/actor'
import { Refusal } from '#core/kernel/refusal'
import { askAgainCommand, giveBackCommand, takeBackCommand, withdrawMyselfCommand } from '#server/commands/candidate'
import { confirmExtensionCommand, proposeExtensionCommand } from '#server/commands/extend-deadline'
import { createNominationCommand, handBackCommand, saveDraftCommand, sendToApproverCommand } from '#server/commands/edit-nomination'
import { acceptNominationCommand, rejectNominationCommand, returnNominationCommand } from '#server/commands/screen-nomination'
import { submitNominationCommand, withdrawNominationCommand } from '#server/commands/submit-nomination'
import { setClock } from '#server/demo/actors'
import { perform, type Handler } from '#server/handler'
import type { Services } from '#server/services'
import { invariants } from '#server/store/invariants'
import type { Session } from '#server/store/sessions'
import { twoPapers } from './campaign-plan'
import { completeOne, manyUnits, type CompleteOne } from './copies'
import { prepare, type Copy, type Prepared } from './prepared'

const STEPS = process.env['XUANSHU_LONG'] === '1' ? 100_000 : 800
const [UNITS, QUOTA] = [4, 2]
let prepared: Prepared<CompleteOne & { officeId: string; secondId: string; organisationId: string; end: number }>
beforeAll(async () => {
  prepared = await prepare(async (at) => {
    const one = await completeOne(at, (rules) => twoPapers(rules).map((r) => (r.id === 'quota' ? ({ ...r, max: QUOTA } as typeof r) : r)))
    const c = (await at.services.db.row<{ organisation: string; end: number }>(`SELECT organisation_id AS organisation, deadline AS "end" FROM campaigns WHERE id = $1`, [one.campaignId]))!
    const account = async (login: string) => (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = $1`, [login]))!.id
    return { ...one, officeId: await account('zheng'), secondId: await account('heqing'), organisationId: c.organisation, end: c.end }
  })
})
afterAll(() => prepared.remove())

/** mulberry32: the same steps for the same seed. */
const chance = (seed: number) => () => { seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296 }

/** What moves the state, and what moves the candidate's part: handed out, taken back, given back, left for good. */
type Move = 'edit' | 'send' | 'handBack' | 'submit' | 'withdraw' | 'accept' | 'return' | 'reject'
type Act = Move | 'handOut' | 'takeBack' | 'giveBack' | 'leave'
const acts: readonly Act[] = ['edit', 'send', 'send', 'handBack', 'submit', 'submit', 'withdraw', 'accept', 'return', 'return', 'reject', 'handOut', 'takeBack', 'giveBack', 'giveBack', 'leave']
interface Nomination { readonly id: string; readonly unit: number; state: string; seat: boolean; version: number; until: number | null; sent: boolean; /** With the candidate. */ out: boolean; left: boolean }
interface Person { readonly role: Role; readonly unit: number | null }
type Said = 'done' | 'absent' | 'no'
interface Step { readonly who: Person; readonly act: Act; readonly n: Nomination; readonly stale: boolean; readonly now: number; readonly end: number; readonly all: readonly Nomination[] }
type Model = (s: Step) => Said

const moves: Readonly<Record<Move, Readonly<Record<string, string>>>> = {
  edit: { draft: 'draft', returned: 'returned' }, send: { draft: 'atApproval' }, handBack: { atApproval: 'draft' }, submit: { atApproval: 'submitted', returned: 'submitted' }, withdraw: { draft: 'withdrawn', submitted: 'withdrawn', returned: 'withdrawn' },
  accept: { submitted: 'accepted' }, return: { submitted: 'returned' }, reject: { submitted: 'rejected' },
}
const doer: Readonly<Record<Act, Role>> = { edit: 'unitClerk', send: 'unitClerk', handBack: 'unitApprover', submit: 'unitApprover', withdraw: 'unitApprover', accept: 'office', return: 'office', reject: 'office', handOut: 'unitClerk', takeBack: 'unitClerk', giveBack: 'candidate', leave: 'candidate' }
const versioned: ReadonlySet<Act> = new Set(['edit', 'submit', 'accept', 'return', 'reject'])

/** What the notice says, in one screen: who may, from which state, in time, and within the quota. Written without a look at the product's own table. */
const model: Model = ({ who, act, n, stale, now, end, all }) => {
  if (who.role !== doer[act] && !(act === 'edit' && who.role === 'candidate')) return 'absent'
  if (who.role === 'office' ? !n.sent : who.unit !== n.unit) return 'absent'
  if (act === 'takeBack' || act === 'giveBack') return n.out ? 'done' : 'no'
  if (act === 'leave') return n.left ? 'no' : 'done'
  if (act === 'handOut') return moves.edit[n.state] === undefined ? 'no' : 'done'
  // Of one part one writes: the candidate while it is out, else the unit; and what is out is not sealed.
  if (act === 'edit' ? n.out !== (who.role === 'candidate') : act === 'submit' && n.out) return 'no'
  if (moves[act][n.state] === undefined || (versioned.has(act) && stale)) return 'no'
  if (act === 'submit') {
    if (now >= (n.state === 'returned' ? Math.max(end, n.until ?? end) : end)) return 'no'
    if (!n.seat && all.filter((o) => o.unit === n.unit && o.seat).length >= QUOTA) return 'no'
  }
  return act === 'withdraw' && n.state === 'submitted' && now >= end ? 'no' : 'done'
}
const after = (n: Nomination, act: Act, until: number): void => {
  n.version++
  if (act === 'handOut' || act === 'takeBack' || act === 'giveBack') { n.out = act === 'handOut'; return }
  if (act === 'leave') {
    Object.assign(n, { out: false, left: true })
    if (['draft', 'atApproval', 'submitted', 'returned'].includes(n.state)) Object.assign(n, { state: 'withdrawn', seat: false })
    return
  }
  n.state = moves[act][n.state]!
  if (act === 'submit') Object.assign(n, { seat: true, sent: true, until: null })
  if (act === 'return') n.until = until
  if (act === 'accept') n.until = null
  if (act === 'withdraw' || act === 'reject') n.seat = false
}

class World {
  readonly all: Nomination[] = []
  private constructor(readonly services: Services, readonly units: readonly string[], readonly candidates: readonly string[]) {}
  static async make(services: Services): Promise<World> {
    const made = await manyUnits(services.db, prepared.made, UNITS, 2)
    const candidates = (await services.db.rows<{ id: string }>(`INSERT INTO accounts (id, login, person_name, opened_at) SELECT gen_random_uuid(), 'walking-candidate' || i, '示例人选', clock_timestamp() FROM generate_series(1, $1) i RETURNING id`, [UNITS])).map((r) => r.id)
    const world = new World(services, made.map((u) => u.unitId), candidates)
    for (const [unit, { nominationIds }] of made.entries()) for (const id of nominationIds) world.all.push({ id, unit, state: 'atApproval', seat: false, version: prepared.made.version, until: null, sent: false, out: false, left: false })
    for (const n of world.all) await world.opened(n.id, n.unit)
    return world
  }
  /** Its candidate came in by a code, said yes to all and gave it back: how one comes in is another test's matter. */
  async opened(id: string, unit: number): Promise<void> {
    await this.services.db.rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at, returned_at) VALUES ($1, $2, 'unit', $3, product_time(), product_time(), product_time())`, [id, this.candidates[unit], prepared.made.clerkId])
    await this.services.db.rows(`INSERT INTO consents (nomination_id, kind, given, at, by) SELECT $1, k, true, product_time(), $2 FROM unnest(ARRAY['data','notice','publicity']) k`, [id, this.candidates[unit]])
  }
  session = ({ role, unit }: Person, second = false): Session => {
    const accountId = role === 'candidate' ? this.candidates[unit!]! : role === 'office' ? second ? prepared.made.secondId : prepared.made.officeId : role === 'unitClerk' ? prepared.made.clerkId : prepared.made.approverId
    return { tokenHash: Buffer.alloc(32), accountId, next: 'done', membershipId: null, actor: { accountId, personName: role, role, organisationId: unit === null ? prepared.made.organisationId : this.units[unit]! } }
  }
  async say(handler: Handler<never>, who: Person, params: object, body: object, second = false): Promise<{ said: Said; value?: unknown }> {
    try {
      const outcome = await perform(handler as Handler, { params, query: {}, body } as never, this.session(who, second), this.services)
      return outcome.ok ? { said: 'done', value: outcome.value } : { said: 'no' }
    } catch (error) {
      if (error instanceof Refusal) return { said: error.code === 'absent' ? 'absent' : 'no' }
      throw error
    }
  }
  /** 延长: by two, never by one alone. @returns where the product and the model part */
  async extend(until: number): Promise<string[]> {
    const office: Person = { role: 'office', unit: null }, campaignId = prepared.made.campaignId
    const proposed = await this.say(proposeExtensionCommand as never, office, { campaignId }, { until, reason: '多家单位反映网络故障（示例）' })
    const confirm = (second: boolean) => this.say(confirmExtensionCommand as never, office, { campaignId, extensionId: (proposed.value as { extensionId: string }).extensionId }, {}, second)
    if (proposed.said !== 'done') return [`extension: product ${proposed.said}`]
    const said = [(await confirm(false)).said, (await confirm(true)).said, (await confirm(true)).said]
    return said.join() === 'no,done,no' ? [] : [`extension: product ${said.join()}`]
  }
  /** A new draft, begun by the product and completed by copying: what it holds is another test's matter. After the end there is none. @returns where the product and the model part */
  async begin(unit: number, late: boolean): Promise<string[]> {
    const { said, value } = await this.say(createNominationCommand as never, { role: 'unitClerk', unit }, { campaignId: prepared.made.campaignId }, { candidateName: '沈若川' })
    if (late || said !== 'done') return said === (late ? 'no' : 'done') ? [] : [`begin ${late ? 'late' : 'in time'}: product ${said}`]
    const id = (value as { nominationId: string }).nominationId
    await this.services.db.rows(`UPDATE nominations n SET fields = o.fields, secret_fields = o.secret_fields, answers = o.answers FROM nominations o WHERE n.id = $1 AND o.id = $2`, [id, prepared.made.nominationId])
    await this.services.db.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by)
      SELECT gen_random_uuid(), $1, m.material_id, m.ordinal, m.sha256, m.preview_sha256, m.bytes, m.name, m.original_name, m.facts, m.received_at, m.received_by FROM materials m WHERE m.nomination_id = $2`, [id, prepared.made.nominationId])
    this.all.push({ id, unit, state: 'draft', seat: false, version: 1, until: null, sent: false, out: false, left: false })
    await this.opened(id, unit)
    return []
  }
  rows = (ids: readonly string[]) => this.services.db.rows<{ id: string; state: string; seat: boolean; version: number; out: boolean; left: boolean }>(`SELECT n.id, n.state, n.seat IS NOT NULL AS seat, n.version, p.hands = 'candidate' AS out, p.withdrew_at IS NOT NULL AS left FROM nominations n JOIN candidate_parts p ON p.nomination_id = n.id WHERE n.id = ANY($1)`, [ids])
}

const doAct = async (w: World, { who, act, n, stale }: Omit<Step, 'now' | 'end' | 'all'>, until: number): Promise<Said> => {
  const version = n.version + (stale ? 1 : 0), params = { nominationId: n.id }
  const { declarations } = prepared.made
  const bodies = { edit: [saveDraftCommand, { version, fields: { employer: '云川省示例医院' } }], send: [sendToApproverCommand, { note: '' }], handBack: [handBackCommand, { note: '' }], submit: [submitNominationCommand, { version, warningsSeen: 0, still: true, declarations }], withdraw: [withdrawNominationCommand, { note: '' }],
    accept: [acceptNominationCommand, { version, note: '', still: true }], return: [returnNominationCommand, { version, until, note: '', points: [{ what: '请核对', at: '', clause: '' }] }], reject: [rejectNominationCommand, { version, ruleId: 'quota', note: '示例理由，五字以上' }],
    handOut: [askAgainCommand, { note: '请再看一遍' }], takeBack: [takeBackCommand, {}], giveBack: [giveBackCommand, {}], leave: [withdrawMyselfCommand, {}] } as const
  return (await w.say(bodies[act][0] as never, who, params, bodies[act][1])).said
}

/** Every difference between what was said or stored and what the model says. */
const play = async (copy: Copy, model: Model, steps: number, seed: number): Promise<string[]> => {
  const [w, random, apart] = [await World.make(copy.services), chance(seed), [] as string[]]
  let { end } = prepared.made
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const people: Person[] = [...Array.from({ length: UNITS }, (_, unit): Person[] => [{ role: 'unitClerk', unit }, { role: 'unitApprover', unit }, { role: 'candidate', unit }]).flat(), { role: 'office', unit: null }, { role: 'office', unit: null }]
  for (let i = 0; i < steps && apart.length < 5; i++) {
    if (random() < 0.02) await setClock(copy.services, end + (random() < 0.3 ? 1 : -1) * 3_600_000)
    const live = w.all.filter((n) => !['withdrawn', 'rejected', 'accepted'].includes(n.state))
    const { at: now } = (await copy.services.db.row<{ at: number }>(`SELECT product_time() AS at`))!
    if (random() < 0.003) {
      const until = Math.max(end, now) + 2 * 3_600_000
      apart.push(...(await w.extend(until)))
      end = until
    }
    if (live.length < UNITS * 2 && random() < 0.5) apart.push(...(await w.begin(Math.floor(random() * UNITS), now >= end)))
    // Mostly people do what is theirs, on what is still open; now and then anybody tries anything.
    const n = random() < 0.9 && live.length > 0 ? pick(live) : pick(w.all), act = pick(acts)
    const who = random() < 0.8 ? people.find((p) => p.role === doer[act] && (p.unit === null || p.unit === n.unit))! : pick(people)
    const until = now + (random() < 0.5 ? 1 : 48) * 3_600_000, stale = random() < 0.1
    const [want, said] = [model({ who, act, n, stale, now, end, all: w.all }), await doAct(w, { who, act, n, stale }, until)]
    if (said === 'done') after(n, act, until)
    const [row] = await w.rows([n.id])
    if (want !== said || row!.state !== n.state || row!.seat !== n.seat || row!.version !== n.version || row!.out !== n.out || row!.left !== n.left) apart.push(`${i}: ${who.role} ${who.unit} ${act} ${n.state}${stale ? ' stale' : ''}: model ${want}, product ${said}; ${JSON.stringify(row)} ${JSON.stringify(n)}`)
  }
  const stored = new Map((await w.rows(w.all.map((n) => n.id))).map((r) => [r.id, r]))
  return [...apart, ...w.all.filter((n) => stored.get(n.id)?.state !== n.state || stored.get(n.id)?.seat !== n.seat).map((n) => `at the end ${n.id}`)]
}
const broken = async (services: Services) => (await Promise.all(invariants.map(async (i) => ((await services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()

test(`${STEPS} steps of fourteen people: 0 divergences, and the data hold what must hold`, async () => {
  const copy = await prepared.copy()
  expect(await play(copy, model, STEPS, 20261122)).toEqual([])
  expect(await broken(copy.services)).toEqual([])
  await copy.close()
})

test('mutants: a model that forgets the quota, the deadline, the version, whose it is or with whom the part is parts from the product', async () => {
  const forgets: readonly Model[] = [(s) => model({ ...s, all: [] }), (s) => model({ ...s, now: 0 }), (s) => model({ ...s, stale: false }), (s) => model({ ...s, who: { ...s.who, unit: s.who.role === 'office' ? null : s.n.unit } }), (s) => model({ ...s, n: { ...s.n, out: false } })]
  for (const [i, mutant] of forgets.entries()) {
    const copy = await prepared.copy()
    expect([i, (await play(copy, mutant, 1500, 7)).length > 0]).toEqual([i, true])
    await copy.close()
  }
})
