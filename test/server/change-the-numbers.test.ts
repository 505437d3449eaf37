/** No rule stands behind the definition: change a number in it, and server and command line follow. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { check } from '#cli/check'
import { readAnnouncement, startPublicNotice } from '#contract/operations/announcement'
import { readCampaign } from '#contract/operations/campaigns'
import { castBallot, closeRound, declareConflicts, openRound, readRound } from '#contract/operations/jury'
import { acceptNomination, createNomination, readNomination, submitNomination } from '#contract/operations/nominations'
import { addDays, dayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { playSlower } from '#server/demo/samples/film-header'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { video } from '#server/demo/samples/video'
import { shippedDefinitions } from '#server/main'
import { invariants } from '#server/store/invariants'
import { approverDeclarations, definitionFor, once, prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'

let at: Installation
let o: Office
let base: { campaignId: string; nominationId: string }
let jury: { jurors: Person[]; jurorIds: string[]; secretary: Person }
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  const campaignId = await openProvincial(at, o)
  base = { campaignId, nominationId: await prepareNomination(o.units[0]!.clerk, campaignId, '沈若川') }
})
afterAll(() => at.close())

const clerk = () => o.units[0]!.clerk
/** A copy of the plan with one rule changed. */
const changed = (id: string, change: (rule: never) => object): Promise<string> =>
  openProvincial(at, o, (rules) => rules.map((r) => (r.id === id ? ({ ...r, ...change(r as never) } as StatedRule) : r)))
const file = (change: object) => (rule: { file: object }) => ({ file: { ...rule.file, ...change } })

/** The one complete nomination, as if it had been written under another definition. */
const copyInto = async (campaignId: string, unit = 0): Promise<string> => {
  const { db } = at.services
  const unitId = (await db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = $1`, [o.units[unit]!.code]))!.id
  const id = (await db.row<{ id: string }>(
    `INSERT INTO nominations (id, campaign_id, unit_id, state, version, candidate_name, fields, secret_fields, answers, created_at, changed_at)
     SELECT gen_random_uuid(), $2, $3, state, version, candidate_name, fields, secret_fields, answers, created_at, changed_at FROM nominations WHERE id = $1 RETURNING id`, [base.nominationId, campaignId, unitId]))!.id
  await db.rows(`INSERT INTO materials (id, nomination_id, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by)
    SELECT gen_random_uuid(), $2, material_id, ordinal, sha256, preview_sha256, bytes, name, original_name, facts, received_at, received_by FROM materials WHERE nomination_id = $1`, [base.nominationId, id])
  return id
}
/** The unit's answers to what rules ask, beside those it has given. */
const answered = (ids: readonly string[], more: object) => at.services.db.rows(`UPDATE nominations SET answers = answers || $2::jsonb WHERE id = ANY($1)`, [ids, JSON.stringify(more)])
const submit = async (campaignId: string, nominationId: string, unit = 0): Promise<string> => {
  const { approver } = o.units[unit]!
  const { version } = (await at.services.db.row<{ version: number }>(`SELECT version FROM nominations WHERE id = $1`, [nominationId]))!
  const { status, text } = await approver.send(submitNomination, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(await definitionFor(approver, campaignId)) } })
  return status === 200 ? 'in' : (JSON.parse(text) as { findings?: { code: string; strength: string }[] }).findings!.filter((f) => f.strength === 'block').map((f) => f.code).join('+')
}
/** Uploads to a nomination of that campaign: kept, or why not. */
const upload = async (campaignId: string, materialId: string, name: string, bytes: Buffer): Promise<string> => {
  const { nominationId } = await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '试' } })
  const answer = await clerk().upload(nominationId, materialId, name, bytes)
  return answer.state === 'kept' ? 'kept' : answer.findings.filter((f) => f.strength === 'block').map((f) => f.code).join('+')
}
const smallPhoto = () => once('small', async () => {
  for (let quality = 90; ; quality -= 4) {
    const smaller = await sharp(await once('photo 1', () => photo('t1'))).jpeg({ quality }).toBuffer()
    if (smaller.length < 1_900_000) return smaller
  }
})
const film = () => once('video 1', () => video('t', { seconds: 2, frames: 2 }))
const smallFilm = () => once('small film', () => video('t', { seconds: 2, frames: 2, width: 1280, height: 720 }))

test('推荐名额 1 → 2: the second goes in, the third does not', async () => {
  const two = await changed('quota', () => ({ max: 2 }))
  const [a, b, c] = [await copyInto(two), await copyInto(two), await copyInto(two)]
  expect([await submit(two, a), await submit(two, b), await submit(two, c)]).toEqual(['in', 'in', 'quota.full'])
  const one = await changed('quota', () => ({ max: 1 }))
  const [d, e] = [await copyInto(one), await copyInto(one)]
  expect([await submit(one, d), await submit(one, e)]).toEqual(['in', 'quota.full'])
})

test('推荐名额 by type of unit, by a number that units share, and outside of it', async () => {
  const { type } = (await at.services.db.row<{ type: string }>(`SELECT type FROM organisations WHERE code = $1`, [o.units[0]!.code]))!
  const typed = await changed('quota', () => ({ max: 1, byType: [{ type, max: 2 }] }))
  const [a, b, c] = [await copyInto(typed), await copyInto(typed), await copyInto(typed)]
  expect([await submit(typed, a), await submit(typed, b), await submit(typed, c)]).toEqual(['in', 'in', 'quota.full'])
  const shared = await changed('quota', () => ({ max: 1, pools: [{ name: { zh: '两家', en: 'both' }, codes: o.units.map((u) => u.code), max: 1 }] }))
  const [d, e] = [await copyInto(shared), await copyInto(shared, 1)]
  expect((await Promise.all([submit(shared, d), submit(shared, e, 1)])).toSorted()).toEqual(['in', 'quota.poolFull'])
  const free = await changed('quota', () => ({ max: 1, outside: [{ id: 'academician', name: { zh: '院士', en: 'academicians' } }] }))
  const [f, g, h] = [await copyInto(free), await copyInto(free), await copyInto(free)]
  await answered([f, h], { properties: { academician: false } })
  await answered([g], { properties: { academician: true } })
  expect([await submit(free, f), await submit(free, g), await submit(free, h), await submit(free, await copyInto(free))]).toEqual(['in', 'in', 'quota.full', 'quota.unanswered+quota.full'])
  expect((await Promise.all(invariants.map((i) => at.services.db.rows(i.sql)))).flat()).toEqual([])
})

test('a rule that asks: unanswered it stops, answered it is judged', async () => {
  const honour = { id: 'not-again', kind: 'priorHonour', titles: [{ zh: '示例奖', en: 'Example Award' }], counts: 'winner', times: 1, strength: 'block', clause: { number: '三', zh: '已获示例奖的不再推荐', en: 'Not again' } } as unknown as StatedRule
  const asking = await openProvincial(at, o, (rules) => [...rules.map((r) => (r.id === 'quota' ? { ...r, max: 5 } as StatedRule : r)), honour])
  const [open, none, had] = [await copyInto(asking), await copyInto(asking), await copyInto(asking)]
  await answered([none], { honours: { candidate: [] } })
  await answered([had], { honours: { candidate: [{ name: '“示例奖”', year: 2023 }] } })
  expect([await submit(asking, open), await submit(asking, none), await submit(asking, had)]).toEqual(['priorHonour.unanswered', 'in', 'priorHonour.held'])
})

test('photos 3—5 → 2—2: three are too many, and two are enough', async () => {
  const two = await changed('photos', () => ({ min: 2, max: 2 }))
  const [three, pair] = [await copyInto(two), await copyInto(two)]
  await at.services.db.rows(`DELETE FROM materials WHERE nomination_id = $1 AND material_id = 'photos' AND ordinal = 3`, [pair])
  expect([await submit(two, three), await submit(two, pair)]).toEqual(['material.tooMany', 'in'])
  const shortOfOne = await copyInto(base.campaignId)
  await at.services.db.rows(`DELETE FROM materials WHERE nomination_id = $1 AND material_id = 'photos' AND ordinal = 3`, [shortOfOne])
  expect(await submit(base.campaignId, shortOfOne)).toBe('material.tooFew')
})

test('2 MB → 1 MB: the lighter photo is kept', async () => {
  const one = await changed('photos', file({ minBytes: 1_000_000 }))
  expect([await upload(base.campaignId, 'photos', 'a.jpg', await smallPhoto()), await upload(one, 'photos', 'a.jpg', await smallPhoto())]).toEqual(['photo.tooSmall', 'kept'])
})

test('3 minutes → 5 seconds: the film of eight is too long', async () => {
  const five = await changed('video', file({ maxSeconds: 5 }))
  const eight = playSlower(await film(), 4)
  expect([await upload(base.campaignId, 'video', 'a.mp4', eight), await upload(five, 'video', 'a.mp4', eight), await upload(five, 'video', 'a.mp4', await film())]).toEqual(['kept', 'video.tooLong', 'kept'])
})

test('1920 × 1080 → 1280 × 720: the one film is kept where the other was', async () => {
  const small = await changed('video', file({ displaySizes: [{ width: 1280, height: 720 }] }))
  const results = [await upload(base.campaignId, 'video', 'a.mp4', await smallFilm()), await upload(small, 'video', 'a.mp4', await smallFilm()), await upload(small, 'video', 'a.mp4', await film())]
  expect(results).toEqual(['video.size', 'kept', 'video.size'])
})

test('red ground → white: the portraits change places', async () => {
  const white = await changed('portrait', file({ background: 'white' }))
  const [red, pale] = [await once('portrait red 1', () => portrait('p1')), await once('portrait white 1', () => portrait('p1', { background: 'white' }))]
  const results = [await upload(base.campaignId, 'portrait', 'a.jpg', pale), await upload(white, 'portrait', 'a.jpg', pale), await upload(white, 'portrait', 'a.jpg', red)]
  expect(results).toEqual(['portrait.ground', 'kept', 'portrait.ground'])
})

test('threshold 2/3 → 1/2 and public notice 5 working days → 3 days: half of the votes are enough, the notice is shorter', async () => {
  jury = await inviteJury(at, o, base.campaignId, 4)
  const rules = { threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true } }
  const half = await openProvincial(at, o, (all) => all.map((r) => (r.id === 'round-1' ? ({ ...r, ...rules } as StatedRule) : r.id === 'public-notice' ? ({ ...r, days: 3, count: 'calendar' } as StatedRule) : r)))
  const [strict, lenient] = [await vote(await changed('quota', () => ({ max: 1 }))), await vote(half)]
  expect([strict.outcomes, lenient.outcomes]).toEqual([['selected', 'belowThreshold'], ['selected', 'selected']])
  expect([await noticeDays(strict), await noticeDays(lenient)]).toEqual([5, 3])
})

/** Two candidates, four jurors: all four for the one, two for the other. */
const vote = async (campaignId: string): Promise<{ campaignId: string; outcomes: string[] }> => {
  const ids: string[] = []
  for (const unit of [0, 1]) {
    const nominationId = await copyInto(campaignId, unit)
    expect(await submit(campaignId, nominationId, unit)).toBe('in')
    await o.office.ask(acceptNomination, { params: { nominationId }, body: { version: (await o.office.ask(readNomination, { params: { nominationId } })).version, still: true } })
    ids.push(nominationId)
  }
  await at.services.db.rows(`INSERT INTO jury_members SELECT $1, account_id, seat FROM jury_members WHERE campaign_id = $2 ON CONFLICT DO NOTHING`, [campaignId, base.campaignId])
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: ids, still: true } })
  for (const [i, juror] of jury.jurors.entries()) {
    await juror.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    await juror.ask(castBallot, { params: { roundId }, body: { approvals: i < 2 ? ids : ids.slice(0, 1) } })
  }
  await jury.secretary.ask(closeRound, { params: { roundId }, body: {} })
  const { result } = await o.office.ask(readRound, { params: { roundId } })
  return { campaignId, outcomes: result!.rows.map((r) => r.outcome) }
}
const noticeDays = async ({ campaignId }: { campaignId: string }): Promise<number> => {
  const { roundId, provisional } = await o.office.ask(readAnnouncement, { params: { campaignId } })
  await o.office.ask(startPublicNotice, { params: { campaignId }, body: { still: true, withoutUnits: '单位已电话确认（示例）', roundId: roundId!, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, '山区急救一线十八年。'])), howToObject: { phone: '0000-8765432', email: 'jiandu@example.org', address: '云岭市示例路 1 号' } } })
  return (await o.office.ask(readAnnouncement, { params: { campaignId } })).publicNotice!.days.length
}

test('deadline + 3 days → + 10 days: four days from now the one is closed and the other open', async () => {
  const now = await at.now()
  const later = await changed('deadline', () => ({ day: addDays(dayOf(now), 10) }))
  const [early, late] = [await copyInto(base.campaignId), await copyInto(later)]
  const ends = await Promise.all([base.campaignId, later].map(async (campaignId) => (await clerk().ask(readCampaign, { params: { campaignId } })).deadline!))
  expect(ends[1]! - ends[0]!).toBe(7 * 86_400_000)
  await at.setClock(now + 4 * 86_400_000)
  expect([await submit(base.campaignId, early), await submit(later, late)]).toEqual(['deadline.passed', 'in'])
  await at.setClock(Date.now())
})

describe('the command line follows a changed definition file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xuanshu-check-'))
    await mkdir(join(folder, 'materials'))
    const put = (name: string, bytes: Buffer) => writeFile(join(folder, 'materials', name), bytes)
    await put('示例_照片1.jpg', await smallPhoto())
    for (const n of [2, 3]) await put(`示例_照片${n}.jpg`, await once(`photo ${n}`, () => photo(`t${n}`)))
    await put('示例_证件照.jpg', await once('portrait red 1', () => portrait('p1')))
    await put('示例_视频.mp4', playSlower(await film(), 4))
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** Codes of the findings about pictures and films, under the shipped definition with one text changed. */
  const codes = async (from = '', to = ''): Promise<string[]> => {
    const text = await readFile(join(shippedDefinitions(), 'lnma-2021.yaml'), 'utf8')
    expect(text).toContain(from)
    const definition = join(folder, 'changed.yaml')
    await writeFile(definition, text.replace(from, to))
    const printed: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => { printed.push(String(line)); return true })
    await check.run([join(folder, 'materials'), '--campaign', definition, '--json']).finally(() => spy.mockRestore())
    return (JSON.parse(printed.join('')) as { code: string; severity: string }[]).filter((f) => f.severity === 'block' && f.code !== 'material.missing').map((f) => f.code).sort()
  }

  test('as shipped, the light photo alone is wrong', async () => expect(await codes()).toEqual(['photo.tooSmall']), 60_000)
  test.each([
    ['2 MB → 1 MB', 'minBytes: 2000000', 'minBytes: 1000000', []],
    ['3—5 → 2—2', 'min: 3\n    max: 5', 'min: 2\n    max: 2', ['material.tooMany', 'photo.tooSmall']],
    ['3 min → 5 s', 'maxSeconds: 180', 'maxSeconds: 5', ['photo.tooSmall', 'video.tooLong']],
    ['1920 × 1080 → 1280 × 720', '{ width: 1920, height: 1080 }', '{ width: 1280, height: 720 }', ['photo.tooSmall', 'video.size']],
    ['red → white', 'background: red', 'background: white', ['photo.tooSmall', 'portrait.ground']],
  ])('%s', async (_, from, to, expected) => expect(await codes(from, to)).toEqual(expected), 60_000)

  test('a broken definition is told by file, line, path and what to write instead, and nothing is checked', async () => {
    const text = await readFile(join(shippedDefinitions(), 'lnma-2021.yaml'), 'utf8')
    const definition = join(folder, 'broken.yaml')
    await writeFile(definition, text.replace('min: 3\n    max: 5', 'min: drei\n    max: 5'))
    const line = text.slice(0, text.indexOf('min: 3\n    max: 5')).split('\n').length
    const printed: string[] = []
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((words) => { printed.push(String(words)); return true })
    const code = await check.run([join(folder, 'materials'), '--campaign', definition]).finally(() => spy.mockRestore())
    expect([code, printed.join('').startsWith(`${definition}:${line}:`), printed.join('').includes('min')]).toEqual([2, true, true])
  })
})

test('summaries of 45 → 20 characters: the sentence of 21 is refused in the one campaign and goes out in the other', async () => {
  const short = await changed('public-notice', () => ({ summary: { maxLength: 20 } }))
  const [usual, tight] = [await vote(await changed('quota', () => ({ max: 1 }))), await vote(short)]
  const start = async ({ campaignId }: { campaignId: string }, text: string): Promise<string> => {
    const { roundId, provisional } = await o.office.ask(readAnnouncement, { params: { campaignId } })
    const { status, text: answer } = await o.office.send(startPublicNotice, { params: { campaignId }, body: { still: true, withoutUnits: '单位已电话确认（示例）', roundId: roundId!, summaries: Object.fromEntries(provisional.map((p) => [p.nominationId, text])), howToObject: { phone: '0000-8765432', email: 'jiandu@example.org', address: '云岭市示例路 1 号' } } })
    return status === 200 ? 'out' : (JSON.parse(answer) as { findings: { code: string }[] }).findings.map((f) => f.code).join('+')
  }
  const of = (n: number) => '字'.repeat(n)
  expect([await start(usual, of(46)), await start(usual, of(21)), await start(tight, of(21)), await start(tight, of(20))]).toEqual(['summary.long', 'out', 'summary.long', 'out'])
})
