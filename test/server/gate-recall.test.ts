/** The gate before publication, held against files: one thing of a person in each, in any of the places where a Word, Excel or PDF file can hold words. */
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { findPersonalIn, type PersonalKind } from '#core/announcement/personal-data'
import { inspectBytes } from '#server/inspection/inspect-bytes'
import { noticePool } from '#server/inspection/notice-pool'
import { chance, paragraphs, privateDocuments } from '#core/announcement/sample-private'
import { hidingPlaces } from '../corpus/hiding-places'

const FILES = process.env['XUANSHU_LONG'] === '1' ? 5000 : 500
afterAll(() => noticePool.close())

interface Told { readonly place: string; readonly wanted: PersonalKind | null; readonly kinds: readonly PersonalKind[]; readonly secret: string }
const looked = async (place: string, bytes: Buffer): Promise<readonly PersonalKind[]> => {
  const facts = await inspectBytes(bytes, '公示附件', { personal: { stated: [] } })
  if (facts.kind !== 'document') throw new Error(`${place}: ${JSON.stringify(facts)}`)
  return (facts.personal ?? []).map((p) => p.kind)
}
/** A few at a time: as many as there are children, and one that waits. */
const each = async <T, R>(all: readonly T[], work: (one: T, n: number) => Promise<R>): Promise<R[]> => {
  const out: R[] = []
  let next = 0
  await Promise.all(Array.from({ length: 3 }, async () => { for (let n = next++; n < all.length; n = next++) out[n] = await work(all[n]!, n) }))
  return out
}

test(`of ${FILES} files at least 99.5 % are stopped, and no place is a way out`, async () => {
  const told = await each(privateDocuments(FILES), async ({ text, kind, secret }, n): Promise<Told> => {
    const [place, hidden] = hidingPlaces[n % hidingPlaces.length]!
    return { place, wanted: kind, secret, kinds: await looked(place, await hidden(text)) }
  })
  const missed = told.filter((t) => !t.kinds.includes(t.wanted!))
  expect(missed.length / FILES, missed.map((t) => `${t.place}: ${t.wanted} ${t.secret}`).join('\n')).toBeLessThanOrEqual(0.005)
}, 300_000)

test('days of birth that Excel keeps as numbers are found in their column, in the formats offices use; other days are not', async () => {
  const book = async (head: string, format: string): Promise<readonly PersonalKind[]> => {
    const made = new ExcelJS.Workbook()
    const sheet = made.addWorksheet('名单')
    sheet.addRow(['姓名', head])
    sheet.addRow(['凌云舟', new Date(Date.UTC(1984, 2, 12))]).getCell(2).numFmt = format
    return looked(`${head} ${format}`, Buffer.from(await made.xlsx.writeBuffer()))
  }
  for (const format of ['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy年m月d日', 'yyyy/m/d', 'mm-dd-yy']) expect([format, await book('出生年月日', format)]).toEqual([format, ['birthDate']])
  expect([await book('参加工作时间', 'yyyy-mm-dd'), await book('出生年月日', '0.00')]).toEqual([[], []])
})

test('ordinary words in the same places stop nothing', async () => {
  const told = await each(hidingPlaces, async ([place, hidden], n): Promise<Told> => ({ place, wanted: null, secret: '', kinds: await looked(place, await hidden(paragraphs(chance(n + 900_000)).join('\n'))) }))
  expect(told.filter((t) => t.kinds.length > 0).map((t) => [t.place, t.kinds])).toEqual([])
}, 120_000)

test('mutant: a reader of what stands on the page alone would not reach it', async () => {
  const plainly = /: (?:body|cell|page|second page|runs cut anywhere)$/u
  const documents = privateDocuments(FILES)
  const reached = documents.filter((d, n) => plainly.test(hidingPlaces[n % hidingPlaces.length]![0]) && findPersonalIn([d.text], []).some((p) => p.kind === d.kind))
  expect(reached.length / FILES).toBeLessThan(0.5)
})
