/** 涉密: what bears a marking never becomes part of a dossier, nobody can fetch it by any way, and two persons end the matter. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNomination, handBack, readNomination, saveDraft, sendToApprover, submitNomination } from '#contract/operations/nominations'
import { operations } from '#contract/operations'
import { confirmSpill, decideSpill, listQuarantine, quarantineOfNomination, reportFile, reportSpill, takeBackDecision } from '#contract/operations/secrecy'
import { rulesOf } from '#core/campaign/definition'
import { attachMaterial } from '#server/commands/attach-material'
import { perform } from '#server/handler'
import { readPdfPages } from '#server/inspection/pdfium'
import { inspectFile } from '#server/inspection/inspect-file'
import { invariants } from '#server/store/invariants'
import { readUpload } from '#server/store/uploads'
import { settleLeft } from '#server/uploads/settle-left'
import { writeView } from '#server/views/view-token'
import { twoPapers } from './campaign-plan'
import { answersFor, approverDeclarations, definitionFor, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { excelWithText, pdfWithText, wordWithText } from './marked-files'
import { openOffice, openProvincial, type Office } from './office'
import type { Person } from './person'

let at: Installation
let o: Office
let clerk: Person
let campaignId: string
let nominationId: string
let word: string
/** Evidence that the level above asks for: it may not be loosened. */
const ofTheProvince: ReadonlySet<string> = new Set(['democratic-minutes', 'internal-notice-proof'])
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.kind === 'material' && r.file.type === 'document' && !ofTheProvince.has(r.id) ? { ...r, file: { ...r.file, formats: ['pdf', 'docx', 'xlsx', 'doc', 'xls'] }, max: 20 } as typeof r : r)))
  clerk = o.units[0]!.clerk
  word = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document' && !m.file.stamped)!.id
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(() => at.close())

const files = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name))
/** Every file of the installation that holds these bytes, by the folder it lies in. */
const whereabouts = async (bytes: Buffer): Promise<string[]> => {
  const found: string[] = []
  for (const f of await files(at.dataDir)) if ((await readFile(f)).includes(bytes)) found.push(f.slice(at.dataDir.length + 1).split('/')[0]!)
  return found.sort().reverse()
}
const items = async () => (await o.office.ask(listQuarantine, { params: { campaignId } })).items
const codes = (findings: readonly { code: string; strength: string }[]) => findings.map((f) => `${f.code} ${f.strength}`)
const entries = async (act: string) => at.services.db.rows<{ entry: unknown }>(`SELECT entry FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = $2`, [campaignId, act])
const ended = async (quarantineId: string) => { while ((await items()).find((i) => i.id === quarantineId)!.doneAt === null) await new Promise((r) => setTimeout(r, 50)) }
const broken = async () => (await Promise.all(invariants.map(async (i) => (await at.services.db.rows(i.sql)).length))).reduce((a, b) => a + b, 0)

describe('a file that bears a marking', () => {
  const pdf = pdfWithText([['推荐材料'], ['机密★10年', '某型装置研制情况（示例）']])
  test.each([
    ['事迹.pdf', () => pdf, '机密★10年', 2],
    ['表.docx', () => wordWithText('主要事迹（示例）\n某项工作', '机 密 ★'), '机密★', null],
    ['汇总.xlsx', () => excelWithText(['姓名', '张某（示例）'], '秘密★5年'), '秘密★5年', null],
  ] as const)('%s is set apart, and told where and what to do', async (name, make, shown, page) => {
    const bytes = make()
    const { state, findings, file } = await clerk.upload(nominationId, word, name, bytes)
    expect([state, file, codes(findings)]).toEqual(['quarantined', null, ['secrecy.marked block']])
    const own = (await clerk.ask(quarantineOfNomination, { params: { nominationId } })).items[0]!
    expect([own.name, own.state, own.markings]).toEqual([name, 'held', [{ level: shown.slice(0, 2), shown, page, strength: 'block' }]])
    expect((await clerk.ask(readNomination, { params: { nominationId } })).materials).toEqual([])
    // One place, and it is not among those that files are shown from.
    expect(await whereabouts(bytes)).toEqual(['quarantine'])
  })

  test('nobody fetches it: not by its hash, not as a file of the dossier, not as upload, view, picture, page or package, whoever asks', async () => {
    const [item] = await items()
    const until = Date.now() + 60_000
    const account = (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'zheng'`))!.id
    const token = writeView(at.services.keys, { sha256: item!.sha256, kind: 'pages', pages: 1, account, until })
    const people = [clerk, o.units[0]!.approver, o.units[1]!.clerk, o.office, o.second]
    const gets = operations.filter((op) => op.method === 'GET' && /:fileId|:uploadId|:packageId/.test(op.path))
    for (const person of people) {
      for (const op of gets) {
        const path = op.path.replace(/:(\w+)/g, (_, key: string) => ({ campaignId, nominationId, part: '1', picture: '1', roundId: item!.id })[key] ?? item!.id)
        const { status, text } = await person.raw('GET', path)
        // The unit may ask what became of its own upload: words, no bytes.
        expect([op.id, status === 404 || op.id === 'uploads.state', text.includes('%PDF') || text.includes('PK\u0003')]).toEqual([op.id, true, false])
      }
      for (const path of [`/v/${token}/1`, `/v/${token}/picture`, `/api/uploads/${item!.id}`, `/quarantine/${item!.id}`]) {
        const { status, text } = await person.raw('GET', path)
        expect([path, status === 404 || !text.includes('PK\u0003'), /%PDF/.test(text)]).toEqual([path, true, false])
      }
    }
  })

  test('mutant: a settling that keeps what the inspector read, and does not look for markings, is caught by this', async () => {
    const bytes = pdfWithText([['绝密★长期', '变异（示例）']])
    const path = join(at.dataDir, 'mutant.pdf')
    await writeFile(path, bytes)
    const other = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '变异（示例）' } })).nominationId
    const marked = (await readUpload(at.services.db, (await items())[0]!.id))!
    const upload = { ...marked, accountId: marked.accountId!, nominationId: other, id: '00000000-0000-7000-8000-000000000001', state: 'inspecting' as const }
    await at.services.db.rows(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) VALUES ($1, $2, $3, $4, '变异.pdf', $5, 'inspecting')`, [upload.id, other, upload.accountId, word, bytes.byteLength])
    const [facts, stored] = [await inspectFile(path, '变异.pdf'), await at.services.blobs.adopt(path)]
    const kept = await perform(attachMaterial, { params: { nominationId: other }, query: {}, body: { upload, facts, stored, preview: null } }, null, at.services)
    expect([kept.ok, await whereabouts(bytes)]).toEqual([true, ['mutant.pdf', 'blobs']])
    expect((await clerk.ask(readNomination, { params: { nominationId: other } })).materials.flatMap((m) => codes(m.findings))).toContain('secrecy.marked block')
  })

  test('the same bytes again, under another name and for another unit, are known and refused; nothing of them stays', async () => {
    const { nominationId: other } = await o.units[1]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '陆见微' } })
    const again = await o.units[1]!.clerk.upload(other, word, '换个名字.pdf', pdf)
    expect([again.state, codes(again.findings), await whereabouts(pdf)]).toEqual(['refused', ['secrecy.again block'], ['quarantine']])
    expect((await entries('secrecy.sentAgain')).length).toBe(1)
  })

  test('a marked name takes not one byte; a doubtful text is kept and put to a person; an innocent one passes', async () => {
    await expect(clerk.upload(nominationId, word, '机密-某某.docx', wordWithText('事迹'))).rejects.toThrow('secrecy.name')
    const doubtful = await clerk.upload(nominationId, word, '说明.docx', wordWithText('简介\n承担机密级科研项目三项'))
    expect([doubtful.state, codes(doubtful.file!.findings)]).toEqual(['kept', ['secrecy.textAsks warn']])
    const innocent = await clerk.upload(nominationId, word, '声明.docx', wordWithText('所填内容和所传材料不涉及国家秘密'))
    expect([innocent.state, innocent.file!.findings]).toEqual(['kept', []])
  })

  test('the ledger knows that it was, and nothing of what it says', async () => {
    const told = JSON.stringify(await entries('secrecy.setApart'))
    expect([(await entries('secrecy.setApart')).length, ['机密', '某型装置', '事迹.pdf', '沈若川'].filter((w) => told.includes(w))]).toEqual([3, []])
  })
})

describe('what the office does about it', () => {
  const of = async (level: string) => (await items()).find((i) => i.markings[0]!.shown.startsWith(level))!
  const go = { decision: 'purge', reason: '单位保密办确认涉密（示例）' } as const

  test('it is not purged before it was reported, and not by one person alone', async () => {
    const { id: quarantineId } = await of('机密★10年')
    const params = { campaignId, quarantineId }
    expect((await o.office.send(decideSpill, { params, body: go })).text).toContain('spill.notReported')
    await o.office.ask(reportSpill, { params, body: { to: '云川省保密局（示例）' } })
    await o.office.ask(decideSpill, { params, body: go })
    expect([(await of('机密★10年')).may, (await o.office.send(confirmSpill, { params })).text.includes('spill.samePerson')]).toEqual([['takeBack'], true])
    // The database says it too, whatever the program does.
    await expect(at.services.db.rows(`UPDATE quarantine SET confirmed_by = decided_by, confirmed_at = product_time() WHERE id = $1`, [quarantineId])).rejects.toThrow('two_persons')
  })

  test('purged by two: no byte of it lies anywhere, its name is gone, the record stays', async () => {
    const { id: quarantineId } = await of('机密★10年')
    await o.second.ask(confirmSpill, { params: { campaignId, quarantineId } })
    await ended(quarantineId)
    const after = await of('机密★10年')
    expect([await whereabouts(pdfWithText([['推荐材料'], ['机密★10年', '某型装置研制情况（示例）']])), after.state, after.name, after.decided?.by, after.confirmed?.by]).toEqual([[], 'purged', null, '郑一帆', '何青'])
    expect((await at.services.db.rows(`SELECT name FROM uploads WHERE id = $1`, [quarantineId]))).toEqual([{ name: '—' }])
    const again = await clerk.upload(nominationId, word, '事迹.pdf', pdfWithText([['推荐材料'], ['机密★10年', '某型装置研制情况（示例）']]))
    expect([again.state, codes(again.findings)]).toEqual(['refused', ['secrecy.again block']])
  })

  test('a false alarm is released by two persons and goes the ordinary way; a proposal may be taken back', async () => {
    const { id: quarantineId, sha256 } = await of('秘密★5年')
    const params = { campaignId, quarantineId }
    const release = { decision: 'release', reason: '标志为模板残留，单位保密办确认不涉密（示例）' } as const
    await o.office.ask(decideSpill, { params, body: release })
    await o.second.ask(takeBackDecision, { params })
    await o.second.ask(decideSpill, { params, body: release })
    await o.office.ask(confirmSpill, { params })
    await ended(quarantineId)
    await settleLeft(at.services, (error) => { throw error })
    const n = await clerk.ask(readNomination, { params: { nominationId } })
    const file = n.materials.find((m) => m.sha256 === sha256)!
    expect([file.originalName, file.findings.filter((f) => f.code.startsWith('secrecy'))]).toEqual(['汇总.xlsx', []])
    expect([await whereabouts(excelWithText(['姓名', '张某（示例）'], '秘密★5年')), (await of('秘密★5年')).state]).toEqual([['blobs'], 'released'])
  })

  test('of all this the ledger has every step, in order', async () => {
    const acts = (await at.services.db.rows<{ act: string }>(`SELECT entry->>'act' AS act FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' LIKE 'secrecy.%' AND entry->'data' ? 'decision' ORDER BY position`, [campaignId])).map((r) => r.act)
    expect(acts).toEqual(['secrecy.decided', 'secrecy.confirmed', 'secrecy.done', 'secrecy.decided', 'secrecy.decided', 'secrecy.confirmed', 'secrecy.done'])
  })

  test('the live data hold what must hold', async () => {
    expect(await broken()).toBe(0)
  })
})

describe('what a person finds in a file that was kept', () => {
  const scan = () => pdfWithText([['说明（示例）', '第一页'], ['人工发现的内容（示例）']])
  const other = () => o.units[1]!.clerk
  let ids: { nominationId: string; fileId: string; sha256: string }[]

  test('it is out of everybody’s sight at once, also where another unit holds the same bytes, and under addresses given before', async () => {
    ids = await Promise.all([clerk, other()].map(async (who) => {
      const { nominationId: id } = await who.ask(createNomination, { params: { campaignId }, body: { candidateName: '计望舒' } })
      const { file } = await who.upload(id, word, '扫描.pdf', scan())
      return { nominationId: id, fileId: file!.fileId, sha256: file!.sha256 }
    }))
    const [own, foreign] = ids as [typeof ids[0], typeof ids[0]]
    const view = JSON.parse((await clerk.raw('GET', `/api/nominations/${own.nominationId}/materials/${own.fileId}/view`)).text) as { address: string }
    const seen = async () => [
      (await clerk.raw('GET', `${view.address}/1`)).status, ...(await Promise.all(['content', 'preview', 'view'].map(async (part) => (await clerk.raw('GET', `/api/nominations/${own.nominationId}/materials/${own.fileId}/${part}`)).status))),
      (await other().raw('GET', `/api/nominations/${foreign.nominationId}/materials/${foreign.fileId}/content`)).status, (await other().ask(readNomination, { params: { nominationId: foreign.nominationId } })).materials.length,
    ]
    expect(await seen()).toEqual([200, 200, 200, 200, 200, 1])
    await clerk.ask(reportFile, { params: own, body: { level: '机密', page: 2 } })
    expect(await seen()).toEqual([404, 404, 404, 404, 404, 0])
    expect((await items())[0]!.markings).toEqual([{ level: '机密', shown: '机密', page: 2, strength: 'block' }])
  })

  test('purged by two: its bytes, its small picture, its drawn page and its reading are nowhere; what others made is untouched', async () => {
    const params = { campaignId, quarantineId: (await items())[0]!.id }
    const preview = (await at.services.db.row<{ sha: string }>(`SELECT preview_sha256 AS sha FROM materials WHERE id = $1`, [ids[0]!.fileId]))!.sha
    const before = (await files(join(at.dataDir, 'blobs'))).length
    expect((await files(at.dataDir)).filter((f) => f.includes(preview) || f.includes(ids[0]!.sha256)).length).toBe(3)
    await o.office.ask(reportSpill, { params, body: { to: '云川省保密局（示例）' } })
    await o.office.ask(decideSpill, { params, body: { decision: 'purge', reason: '单位保密办确认涉密（示例）' } })
    await o.second.ask(confirmSpill, { params })
    await ended(params.quarantineId)
    expect([await whereabouts(scan()), (await files(at.dataDir)).filter((f) => f.includes(preview) || f.includes(ids[0]!.sha256)), before - (await files(join(at.dataDir, 'blobs'))).length]).toEqual([[], [], 2])
    expect((await items()).find((i) => i.id === params.quarantineId)!.removed).toEqual(['bytes', 'stored', 'copies'])
    expect(await broken()).toBe(0)
  })
})

describe('what is typed, and who answers for it', () => {
  test('a value with a marking is not stored, not for a moment; all else that was typed is', async () => {
    const { version } = await clerk.ask(readNomination, { params: { nominationId } })
    const saved = await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: { post: '主任医师', deeds: '绝密★长期 某参数七三一（示例）' }, answers: { values: { since: '机密★10年' } } } })
    expect(codes(saved.findings as never).filter((c) => c.startsWith('secrecy.field'))).toEqual(['secrecy.field block', 'secrecy.field block'])
    const row = await at.services.db.row<{ all: string; post: string }>(`SELECT n::text AS all, fields->>'post' AS post FROM nominations n WHERE id = $1`, [nominationId])
    expect([row!.post, ['某参数', '绝密', '机密'].filter((w) => row!.all.includes(w))]).toEqual(['主任医师', []])
    const { text } = await clerk.send(createNomination, { params: { campaignId }, body: { candidateName: '某人 机密★10年' } })
    expect(text).toContain('secrecy.field')
  })

  test('no review for secrets by a named person, no submission; with it the receipt names person and day', async () => {
    const unit = o.units[1]!
    const id = await prepareNomination(unit.clerk, campaignId, '顾南枝', 2)
    const definition = await definitionFor(unit.clerk, campaignId)
    const rule = rulesOf(definition, 'declaration').find((r) => r.secrecyReview === true)!
    const params = { nominationId: id }
    const write = async (review: { name: string; post: string; day: string }) => {
      await unit.approver.ask(handBack, { params, body: {} })
      const { version } = await unit.clerk.ask(readNomination, { params })
      await unit.clerk.ask(saveDraft, { params, body: { version, answers: { reviews: { [rule.id]: review } } } })
      await unit.clerk.ask(sendToApprover, { params, body: {} })
    }
    await write({ name: '邢守默', post: '', day: '' })
    const { version } = await unit.approver.ask(readNomination, { params })
    const refused = await unit.approver.refused(submitNomination, { params, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(definition) } })
    expect(refused.problem.findings!.map((f) => [f.code, f.strength, f.what.zh, f.clause?.zh])).toEqual([['review.missing', 'block', '保密审查还没有写明职务、审查日期', rule.rests.zh]])
    await write(answersFor(definition).reviews![rule.id]!)
    await sealAndSubmit(unit.approver, campaignId, id)
    const pdf = Buffer.from(await (await fetch(`${at.origin}/api/nominations/${id}/receipt.pdf`, { headers: { cookie: `xuanshu_session=${unit.clerk.token}` } })).arrayBuffer())
    const read = await readPdfPages(pdf, { pages: 3, characters: 10_000 })
    expect(read.state === 'open' ? read.pages.join('').replace(/\s/g, '') : '').toContain('邢守默（保密办公室主任（示例）），2026-11-12')
  })
})
