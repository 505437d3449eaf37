/** 边填边存: what a save asks ahead and keeps. Whoever saved a moment ago is asked again each time, strangers never wait for a lock, and files kept in memory are those of the database. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNomination, readNomination, saveDraft } from '#contract/operations/nominations'
import { lockToSave, readGuarded } from '#server/store/nominations'
import { sealedOf } from '#server/store/sealed-files'
import { completeOne, type CompleteOne } from './copies'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'

let at: Installation
let o: Office
let campaignId: string
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o)
})
afterAll(() => at.close())
const db = () => at.services.db
const begin = async () => (await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
const row = (id: string) => db().row<{ version: number; fields: Record<string, string> }>(`SELECT version, fields FROM nominations WHERE id = $1`, [id])

test('a role that ends between two saves ends the second: nothing is written, and nothing stays locked', async () => {
  const [nominationId, clerk] = [await begin(), o.units[0]!.clerk]
  const save = (version: number, deeds: string) => clerk.send(saveDraft, { params: { nominationId }, body: { version, fields: { mainDeeds: deeds } } })
  const { version } = await clerk.ask(readNomination, { params: { nominationId } })
  expect([(await save(version, '一')).status, (await save(version + 1, '二')).status]).toEqual([200, 200])
  const [taken] = await db().rows<{ id: string }>(`UPDATE memberships SET organisation_id = (SELECT id FROM organisations WHERE code = 'U2') WHERE role = 'unitClerk' AND organisation_id = (SELECT unit_id FROM nominations WHERE id = $1) RETURNING id`, [nominationId])
  try {
    expect((await save(version + 2, '三')).status).toBe(404)
    expect(await row(nominationId)).toMatchObject({ version: version + 2, fields: { mainDeeds: '二' } })
    await db().rows(`SELECT 1 FROM nominations WHERE id = $1 FOR UPDATE NOWAIT`, [nominationId])
  } finally {
    await db().rows(`UPDATE memberships SET organisation_id = (SELECT unit_id FROM nominations WHERE id = $2) WHERE id = $1`, [taken!.id, nominationId])
  }
  expect((await save(version + 2, '三')).status).toBe(200)
  await clerk.send(saveDraft, { params: { nominationId }, body: { version: version + 3, fields: { mainDeeds: '四' } } })
  await db().rows(`DELETE FROM sessions WHERE membership_id = $1`, [taken!.id])
  expect([(await save(version + 4, '五')).status, (await row(nominationId))!.fields['mainDeeds']]).toEqual([401, '四'])
})

test('a stranger’s save is answered while the form is locked: nobody learns from waiting that there is something', async () => {
  const { id: nominationId } = (await db().row<{ id: string }>(`SELECT id FROM nominations ORDER BY created_at LIMIT 1`))!
  const stranger = o.units[1]!.clerk
  const save = () => stranger.send(saveDraft, { params: { nominationId }, body: { version: 1, fields: { mainDeeds: '别人的' } } })
  await db().transaction(async (tx) => {
    await tx.rows(`SELECT 1 FROM nominations WHERE id = $1 FOR UPDATE`, [nominationId])
    // Twice: the first must not open a path for the second.
    expect([(await save()).status, (await save()).status]).toEqual([404, 404])
  })
})

test('files kept since the last save are those of the database, whatever happened to them', async () => {
  const other = await freshInstallation()
  try {
    const one: CompleteOne = await completeOne(other)
    const q = other.services.db
    // What stands on the papers is read beside; until it is, the database changes by itself.
    await expect.poll(async () => (await q.row<{ left: number }>(`SELECT count(*)::int AS left FROM jobs WHERE state IN ('waiting', 'running')`))!.left, { timeout: 60_000 }).toBe(0)
    const same = async () => {
      const kept = await q.transaction((tx) => lockToSave(tx, one.nominationId))
      const fresh = await readGuarded(q, one.nominationId)
      expect(kept.materials).toEqual(fresh.materials)
      expect(kept.sealed).toEqual(await sealedOf(q, one.nominationId))
      return kept.materials
    }
    const first = await same()
    expect(first.length).toBeGreaterThan(2)
    // Kept: the very same objects.
    expect(await same()).toBe(first)
    const changes = [
      `UPDATE materials SET facts = facts || '{"示例": 1}' WHERE id = (SELECT id FROM materials WHERE nomination_id = $1 ORDER BY id LIMIT 1)`,
      `UPDATE paper_readings SET reading = reading || '{"示例": 1}' WHERE sha256 IN (SELECT sha256 FROM materials WHERE nomination_id = $1)`,
      `DELETE FROM paper_readings WHERE sha256 IN (SELECT sha256 FROM materials WHERE nomination_id = $1)`,
      `UPDATE materials SET name = name || '（示例）' WHERE nomination_id = $1`,
      `DELETE FROM materials WHERE id = (SELECT id FROM materials WHERE nomination_id = $1 ORDER BY id LIMIT 1)`,
      `INSERT INTO sealed_files (nomination_id, material_id, name, bytes, sha256, until) VALUES ($1, 'video', '示例.mp4', 5, repeat('a', 64), product_time() + interval '1 day')`,
    ]
    for (const sql of changes) { await q.rows(sql, [one.nominationId]); await same() }
  } finally {
    await other.close()
  }
})
