/** What no row refers to leaves the store, and never a byte that one does: links that ended, files refused at their last step, small pictures of what is purged, packages that became void. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAttachment, replaceAttachment, stateOriginal } from '#contract/operations/attachments'
import { createCampaign } from '#contract/operations/campaigns'
import { createNomination, readNomination, removeMaterial } from '#contract/operations/nominations'
import { answerOpinion, askOpinion, revokeOpinion } from '#contract/operations/opinions'
import { listPackages, packageNomination } from '#contract/operations/packages'
import { confirmSpill, decideSpill, listQuarantine, reportFile, reportSpill } from '#contract/operations/secrecy'
import { dayOf } from '#core/kernel/instant'
import type { Blobs } from '#server/blobs/blobs'
import { clearLeft } from '#server/blobs/clear-left'
import { isSound, scrubSome } from '#server/blobs/scrub'
import { attachMaterial, type OwnUpload } from '#server/commands/attach-material'
import { stampedPdf } from '#server/demo/samples/scan'
import { wordDocument } from '#server/demo/samples/office-files'
import { perform } from '#server/handler'
import { makePreview } from '#server/inspection/preview'
import { inspectFile } from '#server/inspection/inspect-file'
import { readPaperJob } from '#server/jobs/read-paper'
import { tidy } from '#server/packages/tidy'
import { packagePath } from '#server/packages/write-package'
import type { Services } from '#server/services'
import { whoRefers } from '#server/store/files-put'
import { invariants } from '#server/store/invariants'
import { lockHeldFile, markUpload, readUpload } from '#server/store/uploads'
import { provincialPlan, twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { LinkHolder } from './link-holder'
import { pdfWithText } from './marked-files'
import { sumOf } from './object-stores'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'

const MATERIAL = 'integrity-opinion-stamped'
let at: Installation
let o: Office
let clerk: Person
let campaignId: string
let n = 0
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  clerk = o.units[0]!.clerk
  campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'material' && r.id === MATERIAL ? { ...r, max: 20 } as typeof r : r)))
})
afterAll(() => at.close())

const begin = async (who = clerk): Promise<string> => (await who.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
const scan = (): Promise<Buffer> => stampedPdf(`tidy ${++n}`, { title: `廉政意见 ${n}`, lines: ['同意推荐。'], unit: '示例单位' })
const ask = async (nominationId: string) => {
  const made = await clerk.ask(askOpinion, { params: { nominationId }, body: { materialId: MATERIAL, office: `示例单位纪检部门 ${++n}`, contact: { name: '林知行', phone: '10000000001' }, answerBy: dayOf(await at.now()) } })
  return { ...made, link: new LinkHolder(at.origin, made.token) }
}
const revoke = (nominationId: string, requestId: string) => clerk.ask(revokeOpinion, { params: { nominationId, requestId } })
/** As if all that was put were put more than a day ago; what is being read of scans is put first. */
const age = async (): Promise<void> => {
  while ((await at.services.db.rows(`SELECT 1 FROM jobs WHERE kind = 'readPaper' AND state IN ('waiting', 'running')`)).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  await at.services.db.rows(`UPDATE files_put SET put_at = clock_timestamp() - interval '25 hours'`)
}
const there = async (sha256: string): Promise<boolean> => existsSync(await at.services.blobs.local(sha256))
const heldBy = async (uploadId: string) => (await at.services.db.row<{ stored: string; preview: string }>(`SELECT held->'stored'->>'sha256' AS stored, held->'preview'->>'sha256' AS preview FROM uploads WHERE id = $1`, [uploadId]))!
const broken = async () => (await Promise.all(invariants.map(async (i) => (await at.services.db.rows(i.sql)).map(() => i.name)))).flat()
/** Everything is done for the others too, so that each test sees its own. */
const settled = async () => { await age(); await clearLeft(at.services) }

describe('a file behind a link', () => {
  test('stays while the link may be answered; a day after it ended it leaves the store, with its small picture, and cannot be answered with', async () => {
    await settled()
    const nominationId = await begin()
    const [open, ended] = [await ask(nominationId), await ask(nominationId)]
    const [a, b] = [await open.link.upload('意见.pdf', await scan()), await ended.link.upload('意见.pdf', await scan())]
    const [kept, left] = [await heldBy(a.uploadId), await heldBy(b.uploadId)]
    await revoke(nominationId, ended.requestId)
    expect(await clearLeft(at.services)).toEqual([])
    await age()
    expect((await clearLeft(at.services)).toSorted()).toEqual([left.stored, left.preview].toSorted())
    expect(await Promise.all([left.stored, left.preview, kept.stored, kept.preview].map(there))).toEqual([false, false, true, true])
    expect(await heldBy(b.uploadId)).toEqual({ stored: null, preview: null })
    const { operation, request } = open.link.answer(a.uploadId, dayOf(await at.now()))
    await open.link.ask(operation, request)
    await age()
    expect([await clearLeft(at.services), await there(kept.stored), await scrubSome(at.services, 0), await broken()]).toEqual([[], true, [], []])
  })

  test('of several that were tried, the one that was answered with stays', async () => {
    await settled()
    const nominationId = await begin()
    const { link } = await ask(nominationId)
    const [first, second] = [await link.upload('第一次.pdf', await scan()), await link.upload('第二次.pdf', await scan())]
    const [left, kept] = [await heldBy(first.uploadId), await heldBy(second.uploadId)]
    await link.ask(answerOpinion, link.answer(second.uploadId, dayOf(await at.now())).request)
    await age()
    expect([(await clearLeft(at.services)).toSorted(), await there(kept.stored), await there(kept.preview)]).toEqual([[left.stored, left.preview].toSorted(), true, true])
  })

  test('bytes that a dossier, an attachment or another link refers to as well stay, whoever sent them first', async () => {
    await settled()
    const nominationId = await begin()
    const { link, requestId } = await ask(nominationId)
    const bytes = await scan()
    const { uploadId } = await link.upload('意见.pdf', bytes)
    const other = await begin(o.units[1]!.clerk)
    expect((await o.units[1]!.clerk.upload(other, MATERIAL, '同一份.pdf', bytes)).state).toBe('kept')
    const twin = await ask(nominationId)
    const shared = await scan()
    const [mine, theirs] = [await link.upload('另一份.pdf', shared), await twin.link.upload('另一份.pdf', shared)]
    await revoke(nominationId, requestId)
    await age()
    expect([await clearLeft(at.services), await there(sumOf(bytes)), await there(sumOf(shared))]).toEqual([[], true, true])
    expect([await heldBy(uploadId), await heldBy(mine.uploadId), (await heldBy(theirs.uploadId)).stored]).toEqual([{ stored: null, preview: null }, { stored: null, preview: null }, sumOf(shared)])
    await revoke(nominationId, twin.requestId)
    await age()
    expect((await clearLeft(at.services)).includes(sumOf(shared))).toBe(true)
    expect(await scrubSome(at.services, 0)).toEqual([])
  })

  test('who answers at the moment the link ends keeps the file', async () => {
    await settled()
    const nominationId = await begin()
    const { link, requestId } = await ask(nominationId)
    const { uploadId } = await link.upload('意见.pdf', await scan())
    const { stored } = await heldBy(uploadId)
    await age()
    let clearing: Promise<string[]> | undefined
    await at.services.db.transaction(async (tx) => {
      // The answer holds the upload's row; its term passes.
      await lockHeldFile(tx, requestId, uploadId)
      await at.services.db.rows(`UPDATE opinion_requests SET until = asked_at WHERE id = $1`, [requestId])
      clearing = clearLeft(at.services)
      await blocked('UPDATE uploads SET held')
      await tx.rows(`INSERT INTO blobs (sha256, bytes) SELECT held->'stored'->>'sha256', (held->'stored'->>'bytes')::bigint FROM uploads WHERE id = $1`, [uploadId])
      await markUpload(tx, uploadId, 'kept', [], '00000000-0000-7000-8000-000000000001')
    })
    expect([(await clearing!).includes(stored), await there(stored)]).toEqual([false, true])
  })
})

/** Until somebody waits for a lock with this statement. */
const blocked = async (statement: string): Promise<void> => {
  while ((await at.services.db.rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`, [`${statement}%`])).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('the same bytes come again while they are being cleared away', () => {
  /** Nobody refers to them, and a day is over. */
  const left = async () => {
    await settled()
    const bytes = await scan()
    await at.services.blobs.put(bytes)
    await age()
    return bytes
  }
  const sound = async (bytes: Buffer) => [await isSound(at.services.blobs, sumOf(bytes)), (await at.services.db.rows(`SELECT 1 FROM materials WHERE sha256 = $1`, [sumOf(bytes)])).length]

  test('whoever sends them waits for that, and they are put anew: a row that refers to them, and the bytes', async () => {
    const [bytes, nominationId] = [await left(), await begin()]
    let sending: ReturnType<Person['upload']> | undefined
    const discard: Blobs['discard'] = async (sha256) => {
      sending = clerk.upload(nominationId, MATERIAL, '意见.pdf', bytes)
      await blocked('INSERT INTO files_put')
      await at.services.blobs.discard(sha256)
    }
    expect(await clearLeft({ db: at.services.db, blobs: { ...at.services.blobs, discard } })).toEqual([sumOf(bytes)])
    expect([(await sending!).state, await sound(bytes)]).toEqual(['kept', [true, 1]])
    await age()
    expect([await clearLeft(at.services), await sound(bytes)]).toEqual([[], [true, 1]])
  })

  test('mutant: who looks whether a row refers to them, and then removes them, takes them from under a row', async () => {
    const [bytes, nominationId] = [await left(), await begin()]
    expect(await whoRefers(at.services.db, sumOf(bytes))).toBe(null)
    expect((await clerk.upload(nominationId, MATERIAL, '意见.pdf', bytes)).state).toBe('kept')
    await at.services.blobs.discard(sumOf(bytes))
    expect([await sound(bytes), (await scrubSome(at.services, 0)).length > 0]).toEqual([[false, 1], true])
    // Sent again it is mended, and the others find nothing wrong.
    await clerk.upload(nominationId, MATERIAL, '意见.pdf', bytes)
    await scrubSome(at.services, 0)
    expect([await sound(bytes), await broken()]).toEqual([[true, 1], []])
  })
})

describe('a purge finds', () => {
  const items = async () => (await o.office.ask(listQuarantine, { params: { campaignId } })).items
  const purge = async (quarantineId: string): Promise<void> => {
    const params = { campaignId, quarantineId }
    await o.office.ask(reportSpill, { params, body: { to: '云川省保密局（示例）' } })
    await o.office.ask(decideSpill, { params, body: { decision: 'purge', reason: '单位保密办确认涉密（示例）' } })
    await o.second.ask(confirmSpill, { params })
    while ((await items()).find((i) => i.id === quarantineId)!.doneAt === null) await new Promise((resolve) => setTimeout(resolve, 50))
  }

  test('the small picture of a file that was taken out of its dossier before anybody knew', async () => {
    await settled()
    const nominationId = await begin()
    const marked = pdfWithText([['机密★10年', '某型装置研制情况（示例）']])
    const preview = await keptUnread(nominationId, marked)
    const { materials } = await clerk.ask(readNomination, { params: { nominationId } })
    await clerk.ask(removeMaterial, { params: { nominationId, fileId: materials[0]!.fileId } })
    await settled()
    expect([await there(sumOf(marked)), await there(preview)]).toEqual([true, true])
    // Sent again, its marking is read.
    expect((await clerk.upload(nominationId, MATERIAL, '情况.pdf', marked)).state).toBe('quarantined')
    await purge((await items())[0]!.id)
    expect([await there(sumOf(marked)), await there(preview), (await at.services.db.rows(`SELECT 1 FROM blobs WHERE sha256 = ANY($1)`, [[sumOf(marked), preview]])).length, await broken()]).toEqual([false, false, 0, []])
  })

  test('what waits behind a link that nobody answered, and leaves alone what others made', async () => {
    await settled()
    const nominationId = await begin()
    const [bytes, innocent] = [await scan(), await scan()]
    const { link } = await ask(nominationId)
    const [{ uploadId }, beside] = [await link.upload('意见.pdf', bytes), await link.upload('另一份.pdf', innocent)]
    const { preview } = await heldBy(uploadId)
    const { file } = await clerk.upload(nominationId, MATERIAL, '意见.pdf', bytes)
    await clerk.ask(reportFile, { params: { nominationId, fileId: file!.fileId }, body: { level: '秘密', page: 1 } })
    await purge((await items())[0]!.id)
    expect([await there(sumOf(bytes)), await there(preview), await heldBy(uploadId), (await heldBy(beside.uploadId)).stored, await there(sumOf(innocent))]).toEqual([false, false, { stored: null, preview: null }, sumOf(innocent), true])
    // Its reading was still to come: there is nothing left to read, and nothing is made of it.
    const untouched = { ...at.services.blobs, local: () => Promise.reject(new Error('read')), put: () => Promise.reject(new Error('put')) }
    expect(await at.services.db.transaction((tx) => readPaperJob.step(tx, { id: '', kind: 'readPaper', campaignId, payload: { sha256: sumOf(bytes) } }, { ...at.services, blobs: untouched }))).toBe(0)
  })

  /** As a reader did that knew fewer markings; the sum of its small picture. */
  const keptUnread = async (nominationId: string, bytes: Buffer): Promise<string> => {
    const stored = await at.services.blobs.put(bytes)
    const path = await at.services.blobs.local(stored.sha256)
    const { markings: _, ...facts } = { markings: undefined, ...(await inspectFile(path, '情况.pdf')) }
    const preview = await at.services.blobs.put((await makePreview(path, facts))!)
    const account = (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'clerk1'`))!.id
    const id = (await at.services.db.row<{ id: string }>(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) VALUES (gen_random_uuid(), $1, $2, $3, '情况.pdf', $4, 'inspecting') RETURNING id`, [nominationId, account, MATERIAL, bytes.byteLength]))!.id
    const upload = (await readUpload(at.services.db, id)) as OwnUpload
    expect((await perform(attachMaterial, { params: { nominationId }, query: {}, body: { upload, facts, stored, preview } }, null, at.services)).ok).toBe(true)
    return preview.sha256
  }
})

describe('a package', () => {
  const made = async (nominationId: string): Promise<string> => {
    const { packageId } = await clerk.ask(packageNomination, { params: { nominationId } })
    while ((await clerk.ask(listPackages, { params: { campaignId } })).packages.find((p) => p.id === packageId)!.state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 50))
    return packageId
  }
  const lie = async () => (await readdir(at.services.packagesDir)).toSorted()
  const file = (packageId: string) => clerk.raw('GET', `/api/campaigns/${campaignId}/packages/${packageId}/file`)

  test('that holds a file which a person finds to be classified is off the disk at once; others stay', async () => {
    const [nominationId, beside] = [await begin(), await begin()]
    const { file: found } = await clerk.upload(nominationId, MATERIAL, '意见.pdf', await scan())
    await clerk.upload(beside, MATERIAL, '意见.pdf', await scan())
    const [gone, stays] = [await made(nominationId), await made(beside)]
    expect((await file(gone)).status).toBe(200)
    await clerk.ask(reportFile, { params: { nominationId, fileId: found!.fileId }, body: { level: '秘密', page: 1 } })
    expect([existsSync(packagePath(at.services, gone)), (await file(gone)).status, (await file(stays)).status]).toEqual([false, 404, 200])
    while ((await lie()).length > 1) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await lie()).toEqual([`${stays}.zip`])
  })

  test('that was still being written when the file was found is given to nobody, and goes at the next tidying', async () => {
    const nominationId = await begin()
    const { file: found } = await clerk.upload(nominationId, MATERIAL, '意见.pdf', await scan())
    const packageId = await made(nominationId)
    // Its step commits after the finding did: the finding saw no row of it.
    const rows = await at.services.db.rows<{ row: object }>(`DELETE FROM package_files f WHERE package_id = $1 RETURNING to_jsonb(f) AS row`, [packageId])
    await clerk.ask(reportFile, { params: { nominationId, fileId: found!.fileId }, body: { level: '秘密', page: 1 } })
    await at.services.db.rows(`INSERT INTO package_files SELECT * FROM jsonb_populate_recordset(NULL::package_files, $1)`, [JSON.stringify(rows.map((r) => r.row))])
    expect([existsSync(packagePath(at.services, packageId)), (await file(packageId)).status, (await clerk.ask(listPackages, { params: { campaignId } })).packages.some((p) => p.id === packageId)]).toEqual([true, 404, false])
    await tidy(at.services)
    expect([existsSync(packagePath(at.services, packageId)), (await readFile(packagePath(at.services, packageId)).catch(() => null))]).toEqual([false, null])
  })
})

test('while the store takes an attachment, the campaign is free for others', async () => {
  const { campaignId: draft } = await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, await at.now()) })
  const { blobs } = at.services
  const free: boolean[] = []
  const slow: Blobs = { ...blobs, put: async (bytes) => {
    // Refused at once where somebody holds it.
    free.push(await at.services.db.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE NOWAIT`, [draft]).then(() => true, () => false))
    await o.second.ask(stateOriginal, { params: { campaignId: draft }, body: { original: { name: '示例网', url: '' } } })
    return blobs.put(bytes)
  } }
  ;(at.services as { blobs: Services['blobs'] }).blobs = slow
  try {
    const base64 = (await wordDocument('tidy form', { title: '推荐表', rows: [['姓名', '示例']] })).toString('base64')
    expect((await o.office.ask(replaceAttachment, { params: { campaignId: draft, attachmentId: 'nomination-form' }, body: { name: '推荐表.docx', base64, reason: '' } })).version).toBe(1)
    await o.office.ask(addAttachment, { params: { campaignId: draft }, body: { title: '填表说明', titleEn: '', name: '说明.docx', base64: (await wordDocument('tidy help', { title: '说明', rows: [['一', '示例']] })).toString('base64'), reason: '' } })
  } finally {
    (at.services as { blobs: Services['blobs'] }).blobs = blobs
  }
  expect(free).toEqual([true, true])
})
