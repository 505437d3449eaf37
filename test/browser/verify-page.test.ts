/** The page that checks a record: from the product, and as the one file that somebody kept, with the network gone. */
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ResolvedRule } from '#core/campaign/definition'
import { link, type SealedEntry } from '#core/ledger/entry'
import { receiptCode } from '#core/ledger/receipt-code'
import type { CampaignRecord } from '#core/ledger/record'
import type { BallotBox } from '#core/review/ballot-box'
import { count, countHash } from '#core/review/count'
import { temporaryFolder } from '../server/temporary-folder'
import { PHONE, Visitor } from './people'
import { at, browser, play, shots } from './play'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
play({}, async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder?.remove())

const CAMPAIGN = '0190a000-0000-7000-8000-000000000001'
const rule = {
  id: 'round-1', kind: 'round', strength: 'block', name: { zh: '第一轮 无记名投票', en: 'Round 1' }, method: 'approval', ballot: 'secret', places: 2, maxApprovals: null,
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true }, rests: { number: null, zh: '办公室决定', en: 'office decision' },
} as unknown as ResolvedRule<'round'>
const [a, b, c] = ['0190b000-0000-7000-8000-00000000000a', '0190b000-0000-7000-8000-00000000000b', '0190b000-0000-7000-8000-00000000000c']
const box: BallotBox = { candidates: [a, b, c], jurors: ['1', '2', '3', '4', '5'].map((id) => ({ id, present: true, voted: id !== '5' })), recusals: [], ballots: [[b], [a, b], [a, b], [a, b, c]].map((approvals, i) => ({ code: `B${i}`, approvals })) }
const recordOf = (rows: number): CampaignRecord => {
  const result = count(rule, box)
  const hash = countHash(rule, box, result)
  const entries: SealedEntry[] = []
  for (let i = 1; i <= rows; i++) {
    const [act, kind, id, data] = i === 2 ? ['round.opened' as const, 'round', 'r1', { rule: rule.id, candidates: [...box.candidates], jurors: box.jurors.map((k) => k.id) }] as const : i === rows - 1 ? ['round.closed' as const, 'round', 'r1', { count: hash }] as const : ['material.received' as const, 'nomination', `n${i}`, {}] as const
    const head = entries.at(-1)
    entries.push(link(head === undefined ? null : { position: head.entry.position, hash: head.hash }, { chain: CAMPAIGN, at: 1_700_000_000_000 + i, realAt: 1_700_000_000_000 + i, act, actor: { account: 'p', role: 'office', organisation: 'o' }, subject: { kind, id }, data }))
  }
  return { format: 'xuanshu-record/1', campaign: CAMPAIGN, chain: [], definitionHash: '', entries, rounds: [{ id: 'r1', rule, box, result, hash }] }
}
const record = recordOf(40)
const last = record.entries.at(-1)!
const give = (who: Visitor, text: string, name = '记录.json') => who.page.setInputFiles('#file', { name, mimeType: 'application/json', buffer: Buffer.from(text) })
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `verify-${name}-${who.page.viewportSize()!.width}.png`), fullPage: true })
}

test('a record is whole, or what does not hold is told with its row; the page asks nobody anything', async () => {
  const anybody = await Visitor.arrive(browser, at.origin, PHONE)
  const asked: string[] = []
  anybody.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await anybody.open('/verify')
  await anybody.sees('核验活动记录', '本页不连接任何服务器，不保存任何内容。')
  await look(anybody, 'begin')
  await give(anybody, JSON.stringify(record))
  await anybody.sees('记录完整', '台账 40 条，首尾相接；1 轮计票按票箱重算，结果一致。', last.hash)
  await anybody.text('第一轮 无记名投票').click()
  await anybody.sees('应到 5 人，实到 5 人，发出 5 张，收回 4 张，有效 4 张', b.slice(-12))
  await look(anybody, 'whole')

  await give(anybody, JSON.stringify({ ...record, entries: record.entries.with(6, { ...record.entries[6]!, entry: { ...record.entries[6]!.entry, at: 1 } }) }))
  await anybody.sees('有 1 处不符', '第 7 条', /被改动过$/)
  await look(anybody, 'changed')
  await give(anybody, JSON.stringify({ ...record, rounds: [{ ...record.rounds[0]!, box: { ...box, ballots: box.ballots.slice(1) } }] }))
  await anybody.sees('第 39 条', '按记录重新计票，结果与公布的不同', '不一致')
  const cut = JSON.stringify({ ...record, entries: record.entries.slice(0, -1) })
  await give(anybody, cut)
  await anybody.sees('记录完整')
  await anybody.page.fill('#receipts', `${receiptCode({ position: 40, hash: last.hash })}\n看不清的编号`)
  await anybody.page.locator('#receipts').blur()
  await anybody.sees('回执说有第 40 条，台账只有 39 条：尾部被截去', '回执编号“看不清的编号”认不出来，请照回执再核对一遍。')
  await look(anybody, 'cut')
  for (const [text, said] of [[JSON.stringify(record).slice(0, 900), /不是完整的 JSON/], ['{}', /不是活动记录/], [JSON.stringify({ ...record, entries: [null, {}] }), '记录的内容残缺，无法核对：被改动过，或者没有下载完']] as const) {
    await give(anybody, text)
    await anybody.sees(said)
  }
  await anybody.press('English')
  await anybody.sees('Verify a record', 'parts of the record are missing: it was changed, or the download was cut')
  expect(asked).toEqual(['/verify'])
  expect(await anybody.page.evaluate(() => fetch('/').then(() => 'went out', () => 'kept in'))).toBe('kept in')
  await anybody.leave()
})

test('kept as one file it checks the same without a network, and is small', async () => {
  const anybody = await Visitor.arrive(browser, at.origin, { width: 1440, height: 900 })
  await anybody.open('/verify')
  const coming = anybody.page.waitForEvent('download')
  await anybody.press('把本页存下来')
  const kept = join(folder.path, '核验活动记录.html')
  await (await coming).saveAs(kept)
  // Whoever wants to can read it: nothing comes along that counting does not need.
  expect((await stat(kept)).size).toBeLessThan(150_000)
  await anybody.page.context().setOffline(true)
  await anybody.page.goto(`file://${kept}`)
  await writeFile(join(folder.path, 'r.json'), JSON.stringify(record))
  await anybody.page.setInputFiles('#file', join(folder.path, 'r.json'))
  await anybody.sees('记录完整')
  expect(await anybody.page.getByText('把本页存下来').count()).toBe(0)
  await look(anybody, 'kept')
  await anybody.leave()
})
