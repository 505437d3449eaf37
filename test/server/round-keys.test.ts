/** 封票密钥: its file goes with the round, however that ends; without it nothing is opened and nothing changes; a round that was opened wrongly is given up and held again. */
import { access, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castBallot, closeRound, declareConflicts, openRound, readRound } from '#contract/operations/jury'
import { abandonRound } from '#contract/operations/key-shares'
import { privateKeyOf, newRoundKey } from '#server/ballot-seal'
import { forgetOver } from '#server/forget-round-keys'
import { newId } from '#server/ids'
import { roundKeysIn } from '#server/round-keys'
import { invariants } from '#server/store/invariants'
import { freshInstallation, type Installation } from './installation'
import { openJury, type JuryCampaign } from './jury-rounds'

let at: Installation
let j: JuryCampaign
const folder = () => join(at.dataDir, 'keys', 'rounds')
const files = () => readdir(folder())
beforeAll(async () => {
  at = await freshInstallation()
  j = await openJury(at, [{ id: 'first' }, { id: 'second' }], ['甲一', '乙二'], 3)
})
afterAll(() => at.close())
const open = async (ruleId: string): Promise<string> => {
  const { roundId } = await j.o.office.ask(openRound, { params: { campaignId: j.campaignId }, body: { ruleId, nominationIds: [...j.ids], still: true } })
  for (const p of j.jurors) { await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } }); await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!] } }) }
  return roundId
}

test('while the file is away the box stays shut and the round open; with it the count is made, and then the file is gone', async () => {
  const roundId = await open('first')
  expect(await files()).toEqual([`${roundId}.key`])
  const away = join(at.dataDir, 'away.key')
  await rename(join(folder(), `${roundId}.key`), away)
  const shut = await j.secretary.refused(closeRound, { params: { roundId }, body: {} })
  expect([shut.status, (await j.secretary.ask(readRound, { params: { roundId } })).state]).toEqual([409, 'open'])
  await rename(away, join(folder(), `${roundId}.key`))
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
  expect(await files()).toEqual([])
})

test('opened wrongly, a round is given up with a reason; nobody reads what was cast, and the same rule is opened anew', async () => {
  const roundId = await open('second')
  const give = { params: { roundId }, body: { reason: '漏了一名人选（示例）' } }
  expect([(await j.o.office.refused(abandonRound, give)).status, (await j.jurors[0]!.refused(abandonRound, give)).status]).toEqual([404, 404])
  expect((await j.secretary.ask(readRound, { params: { roundId } })).may).toContain('abandon')
  await j.secretary.ask(abandonRound, give)
  expect([await files(), (await j.secretary.refused(closeRound, { params: { roundId }, body: {} })).status]).toEqual([[], 409])
  const again = await open('second')
  await j.secretary.ask(closeRound, { params: { roundId: again }, body: {} })
  expect((await j.secretary.ask(readRound, { params: { roundId: again } })).result).not.toBeNull()
  for (const i of invariants.filter((x) => /封票|废止/u.test(x.name))) expect([i.name, await at.services.db.rows(i.sql)]).toEqual([i.name, []])
})

test('what a process that died left behind goes: files of rounds that are over at once, of rounds nobody knows after a month', async () => {
  const { roundKeys, db, keys } = at.services
  const over = (await db.row<{ id: string }>(`SELECT id FROM rounds WHERE state = 'closed' LIMIT 1`))!.id
  const stranger = newId()
  for (const id of [over, stranger]) await roundKeys.seal(id, newRoundKey().privateKey)
  await writeFile(join(folder(), 'copy of something.key'), '')
  await forgetOver({ db, roundKeys })
  expect(await files()).toEqual([`${stranger}.key`, 'copy of something.key'])
  await forgetOver({ db, roundKeys }, Date.now() + 31 * 86_400_000)
  // What is none of its files is not its to remove.
  expect(await files()).toEqual(['copy of something.key'])
  // Rounds that were open when this came: their whole key lies in the database, and is still read.
  const { privateKey } = newRoundKey()
  const opened = await roundKeysIn(folder(), keys).open(newId(), keys.seal(privateKey))
  expect(opened.equals(privateKeyOf(privateKey))).toBe(true)
  await expect(access(join(folder(), `${over}.key`))).rejects.toThrow()
})
