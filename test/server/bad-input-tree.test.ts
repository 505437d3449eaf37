/** The tree under people's hands: two thousand units imported twice, a unit that would leave a running campaign, names with what nobody sees. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNomination } from '#contract/operations/nominations'
import { importOrganisations, listOrganisations, previewImport } from '#contract/operations/organisations'
import { invariants } from '#server/store/invariants'
import { freshInstallation, type Installation } from './installation'
import { forwardOpen, openNational, openTree, type Tree } from './tree'

let at: Installation
let t: Tree
let cityCampaign: string
const HEAD = '单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号'
const sheet = (rows: readonly string[]) => ({ fileName: '单位.csv', base64: Buffer.from([HEAD, ...rows].join('\n')).toString('base64') })
const broken = async () => (await Promise.all(invariants.map(async (i) => ((await at.services.db.rows(i.sql)).length > 0 ? [i.name] : [])))).flat()

beforeAll(async () => {
  at = await freshInstallation()
  t = await openTree(at)
  const nation = await openNational(at, t)
  const province = await forwardOpen(at, nation, t.province, 18)
  const association = await forwardOpen(at, province, t.association, 16)
  cityCampaign = await forwardOpen(at, association, t.city, 14)
}, 200_000)
afterAll(() => at.close())

test('2,000 units imported twice: the second time nothing is written, nobody gets a second account, and it is said so before', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => `M${i},示例医院${i},hospital,,经办${i},m-clerk-${i},审核${i},m-approver-${i}`)
  const count = async () => (await at.services.db.row<{ units: number; accounts: number; people: number }>(`SELECT (SELECT count(*)::int FROM organisations) AS units, (SELECT count(*)::int FROM accounts) AS accounts, (SELECT count(*)::int FROM memberships) AS people`))!
  const first = await t.nation.office.ask(importOrganisations, { body: { ...sheet(rows), refusedSeen: 0 } })
  expect([first.created, first.updated, first.activations.length]).toEqual([2000, 0, 4000])
  const before = await count()
  expect((await t.nation.office.ask(previewImport, { body: sheet(rows) })).counts).toEqual({ create: 0, update: 0, same: 2000, refused: 0 })
  // Pressed twice at once, as an impatient hand does.
  const again = await Promise.all([1, 2].map(() => t.nation.office.ask(importOrganisations, { body: { ...sheet(rows), refusedSeen: 0 } })))
  expect(again.map((a) => [a.created, a.updated, a.activations.length])).toEqual([[0, 0, 0], [0, 0, 0]])
  expect(await count()).toEqual(before)
}, 200_000)

describe('a unit that would leave the tree of a running campaign', () => {
  const codeOf = async (code: string) => (await t.nation.office.ask(listOrganisations)).organisations.find((o) => o.code === code)!
  const moving = (row: string) => t.nation.office.ask(previewImport, { body: sheet([row]) })

  test('stays where it is, and the campaign and its host are named; so does the branch it hangs on', async () => {
    const nominationId = (await t.clerk.ask(createNomination, { params: { campaignId: cityCampaign }, body: { candidateName: '沈若川' } })).nominationId
    for (const row of ['U1,云岭市第一医院（示例）,hospital,P2,经办一,clerk1,审核一,approver1', 'C1,云岭市医学会（示例）,society,P2,,,,', 'U1,云岭市第一医院（示例）,hospital,A1,经办一,clerk1,审核一,approver1']) {
      const { rows, counts } = await moving(row)
      expect([counts.refused, rows[0]!.findings.filter((f) => f.strength === 'block').map((f) => f.code)]).toEqual([1, ['import.leaves']])
      expect((await t.nation.office.ask(importOrganisations, { body: { ...sheet([row]), refusedSeen: 1 } })).updated).toBe(0)
    }
    expect([(await codeOf('U1')).id, await broken()]).toEqual([t.unitId, []])
    expect((await at.services.db.row<{ state: string }>(`SELECT state FROM nominations WHERE id = $1`, [nominationId]))!.state).toBe('draft')
  })

  test('whoever takes no part is moved as before; and once the campaign is closed, everybody', async () => {
    await t.nation.office.ask(importOrganisations, { body: { ...sheet(['U9,云岭市第九医院（示例）,hospital,C1,,,,']), refusedSeen: 0 } })
    expect((await moving('U9,云岭市第九医院（示例）,hospital,P2,,,,')).counts).toEqual({ create: 0, update: 1, same: 0, refused: 0 })
    await at.services.db.rows(`UPDATE campaigns SET state = 'closed' WHERE organisation_id <> $1`, [t.nation.organisationId])
    expect((await moving('C1,云岭市医学会（示例）,society,P2,,,,')).counts.refused).toBe(0)
  })
})

test('names and codes with what nobody sees, or what turns the line around, are refused row by row', async () => {
  const { rows } = await t.nation.office.ask(previewImport, { body: sheet(['H1,示例\u200b医院,hospital,,,,,', 'H2,示例\u202e院医,hospital,,,,,', 'H\u20603,示例医院,hospital,,,,,', 'H4,示例𬭎㛃医院·甲,hospital,,,,,']) })
  expect(rows.map((r) => r.findings.filter((f) => f.strength === 'block').map((f) => f.code))).toEqual([['import.hidden'], ['import.hidden'], ['import.hidden'], []])
})
