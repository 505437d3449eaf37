/** 开箱钥匙一分为三: nothing is cast before three shares are printed, two open the box, one never does; what lies on the server opens nothing; a round whose shares are lost is held again. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, closeRound, declareConflicts, openRound, readBallot, readJury, readRound } from '#contract/operations/jury'
import { abandonRound, printKeyShare } from '#contract/operations/key-shares'
import { inviteAccount } from '#contract/operations/organisations'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { readShare } from '#core/review/key-share'
import { seal, unseal, unsealBytes } from '#server/ballot-seal'
import { newShare, sealShared, unsealShared } from '#server/key-shares'
import { readRoundRow } from '#server/store/rounds'
import { invariants } from '#server/store/invariants'
import { pdfPages } from '../browser/pdf-text'
import { openJury, type JuryCampaign } from './jury-rounds'
import { freshInstallation, type Installation } from './installation'
import { Person } from './person'

let at: Installation
let j: JuryCampaign
let supervisor: Person
const split = { keyShares: true, ballot: 'secret' }
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ ...split, id: 'split' }, { ...split, id: 'ranked', method: 'rank', ranking: { by: 'borda' } }, { ...split, id: 'lost' }, { id: 'whole', ballot: 'secret' }], ['沈若川', '顾南枝', '阿依努尔'])
  const invited = await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  supervisor = await new Person(at.origin, 'supervisor').activate(invited.code)
}, 120_000)
afterAll(() => at.close())

const db = () => at.services.db
const open = async (ruleId: string): Promise<string> => {
  const { roundId } = await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })
  for (const p of j.jurors) await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  return roundId
}
/** What stands on the paper, taken from the PDF as a reader would copy it. */
const print = async (who: Person, roundId: string, again = false): Promise<string> => {
  const response = await fetch(`${at.origin}${printKeyShare.path.replace(':roundId', roundId)}`, { method: 'POST', headers: { cookie: `xuanshu_session=${who.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ again }) })
  if (response.status !== 200) throw new Error(await response.text())
  const [page] = await pdfPages(new Uint8Array(await response.arrayBuffer()))
  return [...page!.matchAll(/[1-4]([0-9A-HJKMNP-TV-Z]{16})(?=[1-4数])/g)].map((m) => m[1]).join('')
}
const printAll = async (roundId: string) => ({ secretary: await print(j.secretary, roundId), supervisor: await print(supervisor, roundId), office: await print(j.o.office, roundId) })
const close = (roundId: string, shares: string[]) => ({ params: { roundId }, body: { shares } })
const refused = async (roundId: string, shares: string[]) => (await j.secretary.refused(closeRound, close(roundId, shares))).codes
const recordOf = async (): Promise<CampaignRecord> => JSON.parse((await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord
const broken = async () => (await Promise.all(invariants.filter((i) => !i.name.startsWith('报送都在台账')).map(async (i) => ((await db().rows(i.sql)).length > 0 ? [i.name] : [])))).flat()

test('three shares before the first ballot; any two open the box; each wrong share is told in its own words, and a ballot in ends the printing', async () => {
  const [roundId, other] = [await open('split'), await open('ranked')]
  const vote = { params: { roundId }, body: { approvals: [j.ids[0]!] } }
  const early = { secretary: await print(j.secretary, roundId), supervisor: await print(supervisor, roundId) }
  expect([early.secretary.length, (await j.jurors[0]!.refused(castBallot, vote)).codes, (await j.jurors[0]!.ask(readBallot, { params: { roundId } })).keyReady]).toEqual([64, ['ballot.noKey'], false])
  // Whoever has no share prints none; printed once, it is printed again by saying so only, and the first is void.
  expect([(await j.jurors[0]!.refused(printKeyShare, { params: { roundId }, body: {} } as never)).status, (await j.secretary.refused(printKeyShare, { params: { roundId }, body: {} } as never)).codes]).toEqual([404, ['share.printed']])
  const [secretary, office] = [await print(j.secretary, roundId, true), await print(j.o.office, roundId)]
  for (const p of j.jurors) await p.ask(castBallot, vote)
  expect((await j.o.office.refused(printKeyShare, { params: { roundId }, body: { again: true } } as never)).codes).toEqual(['share.fixed'])
  const foreign = await printAll(other)
  const slip = `${office[0] === '2' ? '3' : '2'}${office.slice(1)}`
  expect([await refused(roundId, []), await refused(roundId, [office]), await refused(roundId, [office, office]), await refused(roundId, [office, foreign.supervisor]), await refused(roundId, [office, early.secretary]), await refused(roundId, [slip, secretary]), await refused(roundId, [office.slice(2), secretary])])
    .toEqual([['share.tooFew'], ['share.tooFew'], ['share.twice'], ['share.otherRound'], ['share.notThis'], ['share.mistyped'], ['share.length']])
  expect((await j.secretary.ask(readRound, { params: { roundId } })).result).toBe(null)

  await j.secretary.ask(closeRound, close(roundId, [office.toLowerCase().replace(/(.{4})/g, '$1 '), secretary]))
  const round = await supervisor.ask(readRound, { params: { roundId } })
  expect([round.result!.returned, round.keyShares!.shares.map((s) => [s.holder, s.printings, s.usedAt !== null]).sort()]).toEqual([5, [['office', 1, true], ['secretary', 2, true], ['supervisor', 1, false]]])
  const record = await recordOf()
  expect([verifyRecord(record).faults, verifyRecord(record).split, record.rounds.find((r) => r.id === roundId)!.rule.keyShares]).toEqual([[], 1, true])
  // Mutants: opened without a word of whose shares; one share fewer printed.
  const without = (act: string) => verifyRecord({ ...record, entries: record.entries.filter(({ entry }) => !(entry.act === act && entry.subject.id === roundId)) }).faults.map((f) => f.what.zh)
  expect([without('keyShare.used').some((f) => f.includes('没有记下用了哪两方')), without('keyShare.printed').some((f) => f.includes('没有印齐'))]).toEqual([true, true])
  expect(await broken()).toEqual([])
}, 120_000)

test('what lies on the server opens no ballot, with its own key and with one paper more; two papers do, whichever two', async () => {
  const roundId = (await j.o.office.ask(readJury, { params: { campaignId: j.campaignId } })).rounds.find((r) => r.ruleId === 'ranked')!.id
  await j.jurors[0]!.ask(castBallot, { params: { roundId }, body: { approvals: [], ranking: [[j.ids[2]!], [j.ids[0]!]] } })
  const { sealed } = (await db().row<{ sealed: Buffer }>(`SELECT sealed FROM sealed_ballots WHERE round_id = $1`, [roundId]))!
  const own = await at.services.roundKeys.open(roundId, (await readRoundRow(db(), roundId))!.privateKey!)
  // The round's own key opens the outer seal, and what is in it tells nothing.
  const inside = unsealBytes(own, sealed).toString('latin1')
  expect([inside.includes(j.ids[2]!), inside.includes('ranking')]).toEqual([false, false])
  expect(() => unseal(own, sealed)).toThrow()
  // No table holds a share in any of the forms it could have; the same search finds what is kept.
  const [again] = [await open('lost')]
  const paper = await print(j.secretary, again)
  const read = readShare(again, paper)
  const secret = 'holder' in read ? Buffer.from(read.secret) : Buffer.alloc(0)
  const tables = (await db().rows<{ t: string }>(`SELECT quote_ident(tablename) AS t FROM pg_tables WHERE schemaname = 'public'`)).map((r) => r.t)
  const holding = async (words: string): Promise<string[]> => (await Promise.all(tables.map(async (t) => ((await db().row(`SELECT 1 FROM ${t} x WHERE to_jsonb(x)::text ILIKE $1 LIMIT 1`, [`%${words}%`])) === undefined ? [] : [t])))).flat()
  const publicHalf = (await db().row<{ k: Buffer }>(`SELECT public_key AS k FROM round_key_shares WHERE round_id = $1`, [again]))!.k.toString('hex')
  expect([secret.length, await holding(secret.toString('hex')), await holding(secret.toString('base64')), await holding(secret.toString('base64url')), await holding(paper), await holding(paper.slice(0, 16)), await holding(publicHalf)]).toEqual([32, [], [], [], [], [], ['round_key_shares']])
  // Nothing of a share is in the database: the public halves alone, each of them for one holder.
  const kept = await db().rows<{ holder: string; public_key: Buffer }>(`SELECT holder, public_key FROM round_key_shares WHERE round_id = $1`, [roundId])
  expect(kept.map((k) => k.public_key.length)).toEqual([44, 44, 44])

  const made = (['secretary', 'supervisor', 'office'] as const).map((h) => ({ h, ...newShare(h) }))
  const round = generateKeyPairSync('x25519')
  const box = sealShared(round.publicKey.export({ type: 'spki', format: 'der' }), Object.fromEntries(made.map((m) => [m.h, m.publicKey])) as never, { code: '示例' }, 200)
  const key = (m: typeof made[0]) => [m.h, createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), m.share.secret]), type: 'pkcs8', format: 'der' })] as const
  const opens = (...of: (typeof made)[number][]): boolean => { try { return unsealShared<{ code: string }>(round.privateKey, new Map(of.map(key)), box).code === '示例' } catch { return false } }
  const [a, b, c] = made as [typeof made[0], typeof made[0], typeof made[0]]
  expect([[opens(a, b), opens(a, c), opens(b, c), opens(a, b, c)], [opens(a), opens(b), opens(c), opens()], opens(a, { ...b, ...newShare('supervisor') })]).toEqual([[true, true, true, true], [false, false, false, false], false])
  // Mutant: a naive build seals to the round's key alone; then the server's own key is enough.
  expect(unseal<{ code: string }>(round.privateKey, seal(round.publicKey.export({ type: 'spki', format: 'der' }), { code: '示例' }, 200)).code).toBe('示例')
}, 60_000)

test('with one share left the round is given up on record, its ballots stay sealed, and the same rule is opened and voted on anew', async () => {
  const roundId = (await j.o.office.ask(readJury, { params: { campaignId: j.campaignId } })).rounds.find((r) => r.ruleId === 'lost')!.id
  await print(j.secretary, roundId, true)
  await print(supervisor, roundId)
  await print(j.o.office, roundId)
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!] } })
  const give = { params: { roundId }, body: { reason: '秘书和办公室的两份都已遗失（示例）' } }
  expect([(await j.o.office.refused(abandonRound, give)).status, (await supervisor.refused(abandonRound, give)).status]).toEqual([404, 404])
  await j.secretary.ask(abandonRound, give)
  expect([(await j.secretary.refused(closeRound, close(roundId, []))).status, (await j.jurors[0]!.refused(castBallot, { params: { roundId }, body: { approvals: [] } })).status]).toEqual([409, 409])
  const given = await supervisor.ask(readRound, { params: { roundId } })
  expect([given.state, given.result, given.abandoned!.reason, (await db().row<{ n: number }>(`SELECT coalesce(sum(length(sealed)), 0)::int AS n FROM sealed_ballots WHERE round_id = $1`, [roundId]))!.n]).toEqual(['closed', null, '秘书和办公室的两份都已遗失（示例）', 0])
  const again = await open('lost')
  const { secretary, supervisor: third } = await printAll(again)
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId: again }, body: { approvals: [j.ids[1]!] } })
  await j.secretary.ask(closeRound, close(again, [third, secretary]))
  const jury = await j.o.office.ask(readJury, { params: { campaignId: j.campaignId } })
  expect([jury.rounds.filter((r) => r.ruleId === 'lost').map((r) => r.id), jury.abandoned.map((r) => r.id), (await j.o.office.ask(readRound, { params: { roundId: again } })).result!.rows[0]!.nominationId]).toEqual([[again], [roundId], j.ids[1]])
  expect([verifyRecord(await recordOf()).faults, await broken()]).toEqual([[], []])
}, 120_000)

test('a round without the switch is as ever: nothing to print, nothing to enter', async () => {
  const roundId = await open('whole')
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!] } })
  const params = { roundId }
  expect([(await j.secretary.refused(printKeyShare, { params, body: {} } as never)).status, (await j.secretary.ask(readRound, { params })).keyShares]).toEqual([404, null])
  await j.secretary.ask(closeRound, close(roundId, []))
}, 60_000)
