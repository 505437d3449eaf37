/** 向上推荐 between two installations: a call file down, dossiers up on a stick, results down; nothing typed again, nothing taken twice, nothing foreign kept. */
import { setTimeout as pause } from 'node:timers/promises'
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmInstallation, endInstallation, giveWords, lookAtInstallation, readIdentity } from '#contract/operations/arrivals'
import { acceptNomination, readNomination, returnNomination } from '#contract/operations/nominations'
import { answerFile, callFile, makeArchive, readCameUp, recommend, takeOwnSeat, transmittal } from '#contract/operations/upward'
import { invariants } from '#server/store/invariants'
import { tidyArchives } from '#server/upward/places'
import { backToOffice, bring, complete, confirmTyped, download, exportArchive, fingerprint, openTwo, readOurs, recommendWhole, settled, take, takeCall, type Two } from './two-installations'

let two: Two
let aboveId = ''
let archive: Buffer
beforeAll(async () => { two = await openTwo() }, 240_000)
afterAll(() => two.close())

const codesOf = (findings: readonly { readonly code: string }[]): string[] => findings.map((f) => f.code)
const nominationsAbove = async () => two.above.at.services.db.rows<{ id: string; state: string; version: number }>(`SELECT id, state, version FROM nominations ORDER BY id`)
/** What lies there of an arrival: it goes right after what was taken in is committed. */
const nothingLies = async (side: Two['above'] | Two['ours'], id: string): Promise<string[]> => {
  for (const end = Date.now() + 20_000; ;) {
    const left = (await readdir(side.at.services.archivesDir)).filter((f) => f.startsWith(id))
    if (left.length === 0 || Date.now() > end) return left
    await pause(50)
  }
}

describe('the call file', () => {
  let file: Buffer
  test('comes with a signature of an installation nobody compared yet, and is not opened before somebody did', async () => {
    file = await download(two.above.o.office, callFile, { campaignId: two.above.campaignId, unitId: two.above.unitId })
    const { arrival, call } = await bring(two.ours.o.office, file)
    expect([arrival.state, arrival.kind, arrival.from, call]).toEqual(['asksSender', 'call', '云川省医学会（示例）', null])
    const installationId = arrival.installation!.id
    const wrong = await two.ours.o.office.refused(confirmInstallation, { params: { installationId }, body: { typed: '0000-0000-0000-0000-0000-0000' } })
    expect(wrong.codes).toEqual(['arrival.otherFingerprint'])
    const alone = await two.ours.o.office.refused(confirmInstallation, { params: { installationId }, body: {} })
    await two.ours.o.office.ask(lookAtInstallation, { params: { installationId } })
    const twice = await two.ours.o.office.refused(confirmInstallation, { params: { installationId }, body: {} })
    expect([alone.codes, twice.codes]).toEqual([['arrival.secondPerson'], ['arrival.secondPerson']])
    await two.ours.o.second.ask(confirmInstallation, { params: { installationId }, body: {} })
    const ready = await settled(two.ours.o.office, arrival.id)
    expect([ready.arrival.state, ready.call?.unit, ready.call?.known, ready.arrival.installation?.typed]).toEqual(['ready', '示例单位1', false, false])
    const taken = await take(two.ours.o.office, ready)
    expect([taken.arrival.state, taken.arrival.findings, taken.arrival.campaignId]).toEqual(['taken', [], two.above.campaignId])
  })
  test('stands among our campaigns above, is nobody’s of the public, and an older one is refused', async () => {
    const { to, candidates } = await readOurs(two)
    expect([to?.mirrored, to?.places, to?.standing, candidates.map((c) => [c.name, c.how])]).toEqual([true, 2, 0, [['沈若川', 'honoured'], ['顾南枝', 'honoured']]])
    const listed = await fetch(`${two.ours.at.origin}/p`).then((r) => r.text())
    expect(listed.match(/云川最美科技工作者/g)?.length ?? 0).toBeGreaterThan(0)
    const slug = (await two.ours.at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [two.above.campaignId]))!.slug
    expect([listed.includes(slug), (await fetch(`${two.ours.at.origin}/p/${slug}`)).status]).toEqual([false, 404])
    const newer = await bring(two.ours.o.office, await download(two.above.o.office, callFile, { campaignId: two.above.campaignId, unitId: two.above.unitId }))
    expect((await take(two.ours.o.office, newer)).arrival.result).toEqual({ created: 0, updated: 1, same: 0, refused: 0 })
    expect(codesOf((await bring(two.ours.o.office, file)).arrival.findings)).toEqual(['archive.olderCall'])
  })
})

describe('recommending', () => {
  test('says what is at hand and what is asked beyond: their form sealed anew, our own opinion, and a portrait', async () => {
    const [c] = (await readOurs(two)).candidates
    expect(c!.fields.filter((f) => f.standing !== 'filled' && f.standing !== 'spare').map((f) => [f.field, f.standing])).toEqual([['unitOpinion', 'missing']])
    expect(c!.materials.filter((m) => m.standing !== 'spare').map((m) => [m.materialId, m.standing])).toEqual(expect.arrayContaining([['portrait', 'missing'], ['integrity-opinion-stamped', 'filled']]))
  })
  test('asks at its gate whether they still fit, and refuses more than our places', async () => {
    const params = { campaignId: two.ours.campaignId }
    const body = { to: two.above.campaignId, nominationIds: [two.ours.nominationIds[0]!] }
    expect((await two.ours.o.office.refused(recommend, { params, body })).codes).toEqual(['gate.unanswered'])
  })
  test('brings every field and the same files by their hash, into a draft that one completes and another seals', async () => {
    const [id] = await recommendWhole(two, [two.ours.nominationIds[0]!])
    aboveId = id!
    const { db } = two.ours.at.services
    const shared = await db.rows(`SELECT a.material_id FROM materials a JOIN materials b ON a.sha256 = b.sha256 WHERE a.nomination_id = $1 AND b.nomination_id = $2`, [aboveId, two.ours.nominationIds[0]])
    expect(shared.length).toBeGreaterThan(0)
    const row = await db.row<{ state: string; unit: string }>(`SELECT n.state, o.code AS unit FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.id = $1`, [aboveId])
    expect(row).toEqual({ state: 'submitted', unit: 'U1' })
    const [c] = (await readOurs(two)).candidates
    expect([c!.above?.state, c!.above?.nominationId]).toEqual(['submitted', aboveId])
    const again = await two.ours.o.office.refused(recommend, { params: { campaignId: two.ours.campaignId }, body: { to: two.above.campaignId, nominationIds: [two.ours.nominationIds[0]!], still: true } })
    expect(again.codes).toEqual(['upward.already'])
  })
  test('the one who filled it in does not seal it', async () => {
    expect((await two.ours.o.office.refused(takeOwnSeat, { params: { campaignId: two.above.campaignId }, body: { as: 'unitApprover' } })).codes).toEqual(['upward.samePerson'])
  })
  test('stands on both chains, which hold', async () => {
    const acts = async (campaignId: string) => (await two.ours.at.services.db.rows<{ act: string }>(`SELECT entry->>'act' AS act FROM ledger_entries WHERE chain_id = $1 ORDER BY position`, [campaignId])).map((e) => e.act)
    expect((await acts(two.ours.campaignId)).filter((a) => a.startsWith('upward.'))).toEqual(['upward.recommended'])
    expect(await acts(two.above.campaignId)).toEqual(expect.arrayContaining(['mirror.begun', 'mirror.renewed', 'nomination.recommended', 'seat.taken', 'nomination.submitted']))
  })
})

describe('the archive', () => {
  test('goes out sealed to the installation above, with a sheet to be printed', async () => {
    const made = await exportArchive(two.ours.o.office, two.above.campaignId, [aboveId])
    archive = made.bytes
    expect(made.passphrase).toBeNull()
    const text = archive.toString('latin1')
    // Nobody's name, number or telephone is to be read in it.
    expect([text.includes(Buffer.from('沈若川').toString('latin1')), text.includes('990000'), text.includes('%PDF')]).toEqual([false, false, false])
    expect((await download(two.ours.o.office, transmittal, { campaignId: two.above.campaignId, archiveId: made.archiveId })).subarray(0, 5).toString()).toBe('%PDF-')
  })
  test('arrives above: looked at, then taken in, as submitted by our unit under their rules', async () => {
    const asked = await bring(two.above.o.office, archive)
    expect([asked.arrival.state, asked.arrival.unit, asked.arrival.items, asked.rows]).toEqual(['asksSender', '示例单位1', 1, []])
    const ready = await confirmTyped(two.above.o.office, asked, (await fingerprint(two.ours.o.office)).toLowerCase().replaceAll('-', ' '))
    expect([ready.arrival.state, ready.rows.map((r) => [r.name, r.effect])]).toEqual(['ready', [['沈若川', 'create']]])
    expect(await nominationsAbove()).toEqual([])
    const taken = await take(two.above.o.office, ready)
    expect([taken.arrival.state, taken.arrival.result]).toEqual(['taken', { created: 1, updated: 0, same: 0, refused: 0 }])
    const n = await two.above.o.office.ask(readNomination, { params: { nominationId: aboveId } })
    const [there, here] = await Promise.all([two.above, two.ours].map((s) => s.at.services.db.rows(`SELECT material_id, ordinal, sha256, name FROM materials WHERE nomination_id = $1 ORDER BY material_id, ordinal`, [aboveId])))
    expect([n.state, n.candidateName, there]).toEqual(['submitted', '沈若川', here])
    expect(await nothingLies(two.above, asked.arrival.id)).toEqual([])
  })
  test('brought in once more it changes nothing', async () => {
    const before = await nominationsAbove()
    const again = await bring(two.above.o.office, archive)
    expect([again.arrival.state, again.rows.map((r) => r.effect)]).toEqual(['ready', ['same']])
    const taken = await take(two.above.o.office, again)
    expect([taken.arrival.result, await nominationsAbove()]).toEqual([{ created: 0, updated: 0, same: 1, refused: 0 }, before])
  })
  test('sealed by words it opens by these words alone', async () => {
    const { bytes, passphrase } = await exportArchive(two.ours.o.office, two.above.campaignId, [aboveId], 'words')
    const { arrival } = await bring(two.above.o.office, bytes)
    expect([arrival.state, passphrase!.split(' ').length]).toEqual(['asksWords', 8])
    const params = { arrivalId: arrival.id }
    expect((await two.above.o.office.refused(giveWords, { params, body: { words: passphrase!.split(' ').reverse().join(' ') } })).codes).toEqual(['arrival.wrongWords'])
    await two.above.o.office.ask(giveWords, { params, body: { words: passphrase!.replaceAll(' ', '，') } })
    expect((await settled(two.above.o.office, arrival.id)).rows.map((r) => r.effect)).toEqual(['same'])
  })
  test('for us alone: what is sealed to another does not open, and what we made ourselves is not for us', async () => {
    expect(codesOf((await bring(two.ours.o.office, archive)).arrival.findings)).toEqual(['archive.ownFile'])
    expect(codesOf((await bring(two.above.o.office, await download(two.above.o.office, callFile, { campaignId: two.above.campaignId, unitId: two.above.unitId }))).arrival.findings)).toEqual(['archive.ownFile'])
  })
  test('only what was sealed by two is exported', async () => {
    const { made } = await two.ours.o.office.ask(recommend, { params: { campaignId: two.ours.campaignId }, body: { to: two.above.campaignId, nominationIds: [two.ours.nominationIds[1]!], still: true } })
    expect((await two.ours.o.office.refused(makeArchive, { params: { campaignId: two.above.campaignId }, body: { nominationIds: [made[0]!.nominationId] } })).codes).toEqual(['upward.notSubmitted'])
  })
})

describe('back down', () => {
  const answer = () => download(two.above.o.office, answerFile, { campaignId: two.above.campaignId, unitId: two.above.unitId })
  test('a return opens the mending here, with its points and its term', async () => {
    const { version } = await two.above.o.office.ask(readNomination, { params: { nominationId: aboveId } })
    const until = (await two.ours.at.now()) + 10 * 86_400_000
    await two.above.o.office.ask(returnNomination, { params: { nominationId: aboveId }, body: { version, note: '', until, points: [{ what: '证件照背景不是红色（示例）', at: '证件照', clause: '四、3' }] } })
    const read = await bring(two.ours.o.office, await answer())
    expect([read.arrival.state, read.results.map((r) => [r.name, r.outcome, r.isNew])]).toEqual(['ready', [['沈若川', 'returned', true]]])
    await take(two.ours.o.office, read)
    const [c] = (await readOurs(two)).candidates
    expect([c!.above?.state, c!.above?.returnUntil, c!.above?.results.map((r) => [r.outcome, r.points.map((p) => p.what)])]).toEqual(['returned', until, [['returned', ['证件照背景不是红色（示例）']]]])
    const news = await two.ours.at.services.db.rows(`SELECT 1 FROM news WHERE kind = 'cameFromAbove' AND campaign_id = $1`, [two.ours.campaignId])
    expect(news.length).toBeGreaterThan(0)
  })
  test('told once more it changes nothing', async () => {
    const read = await bring(two.ours.o.office, await answer())
    expect(read.results.map((r) => r.isNew)).toEqual([false])
  })
  test('mended, sealed and exported again it takes the place of what was returned', async () => {
    const before = (await nominationsAbove()).find((n) => n.id === aboveId)!
    await complete(two.ours.o.office, two.ours.o.second, two.above.campaignId, aboveId)
    const { bytes } = await exportArchive(two.ours.o.office, two.above.campaignId, [aboveId])
    const ready = await bring(two.above.o.office, bytes)
    expect(ready.rows.map((r) => [r.effect, r.findings.filter((f) => f.strength === 'block')])).toEqual([['update', []]])
    expect((await take(two.above.o.office, ready)).arrival.result).toEqual({ created: 0, updated: 1, same: 0, refused: 0 })
    const now = (await nominationsAbove()).find((n) => n.id === aboveId)!
    expect([before.state, now.state, now.version > before.version]).toEqual(['returned', 'submitted', true])
    // The archive of before, found again in a drawer, changes nothing any more.
    expect((await bring(two.above.o.office, archive)).rows.map((r) => r.effect)).toEqual(['same'])
  })
  test('what was accepted is told too, and shows here', async () => {
    const { version } = await two.above.o.office.ask(readNomination, { params: { nominationId: aboveId } })
    await two.above.o.office.ask(acceptNomination, { params: { nominationId: aboveId }, body: { version, still: true } })
    await take(two.ours.o.office, await bring(two.ours.o.office, await answer()))
    const [c] = (await readOurs(two)).candidates
    expect([c!.above?.state, c!.above?.results.map((r) => r.outcome)]).toEqual(['accepted', ['returned', 'accepted']])
  })
  test('the level above sees which came by a file', async () => {
    const { units } = await two.above.o.office.ask(readCameUp, { params: { campaignId: two.above.campaignId } })
    expect(units.map((u) => [u.name, u.fingerprint !== null, u.nominations.map((n) => n.name), u.results])).toEqual([['示例单位1', true, ['沈若川'], 1]])
  })
})

test('an installation that was ended is compared anew before anything more of it is taken', async () => {
  const { installations } = await two.above.o.office.ask(readIdentity)
  await two.above.o.office.ask(endInstallation, { params: { installationId: installations[0]!.id }, body: { reason: '对方换了平台（示例）' } })
  expect((await bring(two.above.o.office, archive)).arrival.state).toBe('asksSender')
})

test('what nobody goes on with is cleared away, and the invariants hold on both sides', async () => {
  await two.above.at.services.db.rows(`UPDATE arrivals SET begun_at = begun_at - interval '8 days'`)
  await tidyArchives(two.above.at.services)
  expect(await two.above.at.services.db.rows(`SELECT 1 FROM arrivals WHERE state NOT IN ('taken','refused','dropped') OR contents IS NOT NULL`)).toEqual([])
  expect(await nothingLies(two.above, '')).toEqual([])
  for (const side of [two.above, two.ours]) for (const i of invariants) expect([i.name, await side.at.services.db.rows(i.sql)]).toEqual([i.name, []])
})

test('the call file comes again after it all', async () => {
  await takeCall(two)
  await backToOffice(two.ours.o.office)
})
