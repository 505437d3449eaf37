/** 无记名: whoever holds live rows, hidden row versions, times, a dump, a backup from the middle of the vote, the record, the log or the disk links jurors to ballots no better than chance; two plain tables are linked. */
import { createDecipheriv } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, closeRound, declareConflicts, openRound, readRound } from '#contract/operations/jury'
import type { CampaignRecord } from '#core/ledger/record'
import { unseal } from '#server/ballot-seal'
import { loadKeys, type Keys } from '#server/keys'
import { roundKeysIn } from '#server/round-keys'
import { startPostgres, type RunningPostgres } from '#server/postgres/start'
import { chance } from '#server/demo/samples/chance'
import { installationOn } from '../server/installation'
import { openJury, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { temporaryFolder, type TemporaryFolder } from '../server/temporary-folder'
import { buildProduct, startProduct, type Product } from './product'

const ROUNDS = process.env['XUANSHU_LONG'] === '1' ? 40 : 8
const JURORS = 7
const ruleIds = Array.from({ length: ROUNDS }, (_, n) => `secret-${n}`)

let folder: TemporaryFolder
let postgres: RunningPostgres
let product: Product
let j: JuryCampaign
let sql: pg.Client
beforeAll(async () => {
  const program = await buildProduct('secrecy')
  folder = await temporaryFolder()
  postgres = await startPostgres({ dataDir: `${folder.path}/postgres`, say: () => undefined })
  const at = await installationOn(postgres.url, folder.path)
  j = await openJury(at, ruleIds.map((id) => ({ id })), ['甲一', '乙二', '丙三', '丁四'], JURORS)
  await at.stop()
  product = await startProduct(program, [folder.path, postgres.url], undefined, { XUANSHU_TEST_LOG: 'info' })
  sql = new pg.Client(postgres.url)
  await sql.connect()
  await sql.query('CREATE TABLE naive_voted (round text, juror text); CREATE TABLE naive_ballots (round text, code text)')
}, 180_000)
afterAll(async () => {
  await sql?.end()
  await product?.kill()
  await postgres?.stop()
  await folder?.remove()
})

const at = (who: Person): Person => new Person(product.origin, who.name).holding(who.token)
const list = async (text: string, round: string): Promise<string[]> => (await sql.query<{ v: string }>(text, [round])).rows.map((r) => r.v)

/** Every order in which an attacker finds jurors and ballots; each pair of orders is a guess of who gave which. */
const jurorOrders = async (round: string, record: CampaignRecord) => ({
  stored: await list(`SELECT account_id::text AS v FROM sealed_ballots WHERE round_id = $1 ORDER BY ctid`, round),
  version: await list(`SELECT account_id::text AS v FROM sealed_ballots WHERE round_id = $1 ORDER BY xmin::text::bigint, ctid`, round),
  time: await list(`SELECT account_id::text AS v FROM sealed_ballots WHERE round_id = $1 ORDER BY cast_at`, round),
  seat: await list(`SELECT account_id::text AS v FROM round_jurors WHERE round_id = $1 AND voted ORDER BY ctid`, round),
  name: await list(`SELECT account_id::text AS v FROM round_jurors WHERE round_id = $1 AND voted ORDER BY account_id`, round),
  ledger: [...new Map(record.entries.filter(({ entry }) => entry.act === 'ballot.cast' && entry.subject.id === round).map(({ entry }) => [entry.actor.account, entry.position])).entries()].sort((a, b) => a[1] - b[1]).map(([account]) => account),
})
const ballotOrders = async (round: string, record: CampaignRecord) => ({
  stored: await list(`SELECT code AS v FROM ballots WHERE round_id = $1 ORDER BY ctid`, round),
  version: await list(`SELECT code AS v FROM ballots WHERE round_id = $1 ORDER BY xmin::text::bigint, cmin::text::bigint, ctid`, round),
  code: await list(`SELECT code AS v FROM ballots WHERE round_id = $1 ORDER BY code`, round),
  dumped: await list(`SELECT code AS v FROM ballots WHERE round_id = $1`, round),
  record: record.rounds.find((r) => r.id === round)!.box.ballots.map((b) => b.code),
  page: (await at(j.secretary).ask(readRound, { params: { roundId: round } })).result!.ballotCodes,
})
/** A guess by chance is right once a round on average, whatever the number of jurors, and its sum over rounds is as good as Poisson: six deviations above it are one in many millions. */
const BY_CHANCE = ROUNDS + 6 * Math.sqrt(ROUNDS)

const filesUnder = async (path: string): Promise<Buffer> => {
  const all = (await readdir(path, { recursive: true, withFileTypes: true })).filter((f) => f.isFile())
  return Buffer.concat(await Promise.all(all.map((f) => readFile(join(f.parentPath, f.name)).catch(() => Buffer.alloc(0)))))
}

/** What whoever took a backup of the database has; and the file that lay outside it, to know that it is nowhere later. */
interface Copy { readonly round: string; readonly key: Buffer; readonly half: Buffer; readonly sealed: readonly Buffer[] }
const filesOfRounds = join('keys', 'rounds')
const roundFiles = async (): Promise<string[]> => (await readdir(join(folder.path, filesOfRounds))).map((name) => join(folder.path, filesOfRounds, name))
const copyOf = async (round: string): Promise<Copy> => ({
  round, key: (await sql.query<{ private_key: Buffer }>(`SELECT private_key FROM rounds WHERE id = $1`, [round])).rows[0]!.private_key,
  half: await readFile(join(folder.path, filesOfRounds, `${round}.key`)), sealed: (await sql.query<{ sealed: Buffer }>(`SELECT sealed FROM sealed_ballots WHERE round_id = $1`, [round])).rows.map((r) => r.sealed),
})
/** How many ballots of a copy open to whoever holds the master key and these files. */
const opens = async (copy: Copy, keys: Keys, files: readonly string[]): Promise<number> => {
  const at = await temporaryFolder()
  try {
    for (const file of files) await writeFile(join(at.path, basename(file)), await readFile(file))
    const key = await roundKeysIn(at.path, keys).open(copy.round, copy.key).catch(() => null)
    return key === null ? 0 : copy.sealed.filter((sealed) => unseal<{ code: string }>(key, sealed).code !== '').length
  } finally { await at.remove() }
}
/** The naive product keeps the whole key in its database under the master key: a backup and that key open every box for ever. */
const naiveKey = async (keys: Keys, copy: Copy): Promise<Buffer> => {
  const inner = keys.open(copy.key)
  const decipher = createDecipheriv('aes-256-gcm', copy.half, inner.subarray(0, 12))
  decipher.setAuthTag(inner.subarray(12, 28))
  return keys.seal(Buffer.concat([decipher.update(inner.subarray(28)), decipher.final()]))
}

test(`over ${ROUNDS} rounds of ${JURORS} nothing links them better than chance, and two plain tables are linked`, async () => {
  const c = chance('secrecy')
  const truth = new Map<string, Map<string, string>>()
  const copies: Copy[] = []
  const codes: string[] = []
  const keys = await loadKeys(join(folder.path, 'keys', 'master.key'))
  for (const [n, ruleId] of ruleIds.entries()) {
    const { roundId } = await at(j.o.office).ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })
    const voters = j.jurors.map((person, i) => ({ person: at(person), id: j.jurorIds[i]!, by: c.real(0, 1) })).sort((a, b) => a.by - b.by)
    for (const { person } of voters) await person.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    const of = new Map<string, string>()
    // Some change their minds: the last one counts.
    for (const { person, id } of [...voters, ...voters.filter(() => c.real(0, 1) < 0.3)]) {
      const approvals = j.ids.filter(() => c.real(0, 1) < 0.5).slice(0, 2)
      const { ballotCode } = await person.ask(castBallot, { params: { roundId }, body: { approvals } })
      for (const [code, who] of of) if (who === id) of.delete(code)
      of.set(ballotCode, id)
      codes.push(ballotCode)
      await sql.query(`INSERT INTO naive_voted SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM naive_voted WHERE round = $1 AND juror = $2)`, [roundId, id])
    }
    truth.set(roundId, of)
    const onDisk = async (): Promise<number> => { await sql.query('CHECKPOINT'); const disk = await filesUnder(join(folder.path, 'postgres')); return [...of.keys()].filter((code) => disk.includes(code)).length }
    if (n === 0) {
      const told: string[] = []
      for (const { name } of (await sql.query<{ name: string }>(`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`)).rows) if ((await sql.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE ANY ($1)`, [[...of.keys()].map((code) => `%${code}%`)])).rowCount! > 0) told.push(name)
      expect([told, await onDisk()]).toEqual([[], 0])
    }
    // The naive product keeps who voted in one table and what in another, in the order in which they came.
    for (const juror of await list(`SELECT juror AS v FROM naive_voted WHERE round = $1`, roundId)) await sql.query(`INSERT INTO naive_ballots VALUES ($1, $2)`, [roundId, [...of].find(([, who]) => who === juror)![0]])
    // That the search finds what is there is seen by the naive product's.
    if (n === 0) expect(await onDisk()).toBe(JURORS)
    // A backup of the database in the middle of the vote, which nobody can take back.
    copies.push(await copyOf(roundId))
    if (n === 0) expect([await opens(copies[0]!, keys, await roundFiles()), await opens({ ...copies[0]!, key: await naiveKey(keys, copies[0]!) }, keys, [])]).toEqual([JURORS, JURORS])
    await at(j.secretary).ask(closeRound, { params: { roundId }, body: {} })
  }
  const record = JSON.parse((await at(j.o.office).send(exportRecord, { params: { campaignId: j.campaignId } })).text) as CampaignRecord

  const right = new Map<string, number>()
  let naive = 0
  const mixed: string[] = []
  for (const [round, of] of truth) {
    const [jurors, ballots] = [await jurorOrders(round, record), await ballotOrders(round, record)]
    for (const [a, who] of Object.entries(jurors)) for (const [b, which] of Object.entries(ballots)) for (const direction of ['same', 'reversed'] as const) {
      expect([a, who.length, b, which.length]).toEqual([a, JURORS, b, JURORS])
      const order = direction === 'same' ? which : which.toReversed()
      const key = `jurors by ${a}, ballots by ${b}, ${direction}`
      right.set(key, (right.get(key) ?? 0) + who.filter((juror, i) => of.get(order[i]!) === juror).length)
    }
    const [who, which] = [await list(`SELECT juror AS v FROM naive_voted WHERE round = $1 ORDER BY ctid`, round), await list(`SELECT code AS v FROM naive_ballots WHERE round = $1 ORDER BY ctid`, round)]
    naive += who.filter((juror, i) => of.get(which[i]!) === juror).length
    // One transaction wrote them all: no version tells one from another.
    if ((await list(`SELECT DISTINCT xmin::text AS v FROM ballots WHERE round_id = $1`, round)).length !== 1) mixed.push(round)
  }
  expect([...right].filter(([, n]) => n > BY_CHANCE)).toEqual([])
  expect([naive, naive > BY_CHANCE, mixed]).toEqual([ROUNDS * JURORS, true, []])

  await sql.query('CHECKPOINT')
  // With that backup, the master key and every byte that now lies on the disk, old row versions and the log of the database among them, no box opens.
  const left = await roundFiles()
  const whole = await filesUnder(folder.path)
  expect([codes.length > ROUNDS * JURORS, left, await Promise.all(copies.map((c2) => opens(c2, keys, left))), copies.filter((c2) => whole.includes(c2.half)).length]).toEqual([true, [], copies.map(() => 0), 0])
  const log = product.said()
  expect([log.includes('/ballot'), codes.filter((code) => log.includes(code)), j.ids.filter((id) => log.includes(id))]).toEqual([true, [], []])
}, 300_000)
