/** Scans as they come: of the worn pages nineteen in twenty are matched to their exact version, and none is ever matched wrongly. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, closeInspectors } from '#server/inspection/inspect-file'
import { ChildPool } from '#server/inspection/child-pool'
import type { PaperRead } from '#server/paper/read-paper'
import { temporaryFolder } from '../temporary-folder'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { wornSet } from './worn-set'

const long = process.env['XUANSHU_LONG'] === '1'
const pages = long ? 60 : 12

it(`${pages} worn pages at 150 dpi: at least 95 % matched, none wrongly; every seal found, none where there is none`, async () => {
  const folder = await temporaryFolder()
  const pool = new ChildPool()
  const set = await wornSet(pages)
  const read: PaperRead[] = []
  try {
    for (const [i, page] of set.entries()) {
      const path = join(folder.path, `${i}.jpg`)
      await writeFile(path, page.jpeg)
      const outcome = await ask(pool, { kind: 'paper', path, to: folder.path })
      if (outcome.kind !== 'paper') throw new Error(`page ${i}: ${outcome.kind}`)
      read.push(outcome.read)
    }
    const codes = read.map((r) => r.reading.pages[0]!.codes)
    const matched = set.filter((p, i) => JSON.stringify(codes[i]) === JSON.stringify([p.code])).length
    expect(codes.filter((c, i) => c.length > 0 && JSON.stringify(c) !== JSON.stringify([set[i]!.code]))).toEqual([])
    expect(matched / pages).toBeGreaterThanOrEqual(0.95)
    const coloured = set.map((p, i) => ({ p, seen: read[i]!.reading.pages[0]!.seals.length })).filter(({ p }) => !p.wear.includes('gray'))
    expect(coloured.filter(({ p, seen }) => p.seals === 0 && seen > 0)).toEqual([])
    expect(coloured.filter(({ p, seen }) => p.seals > 0 && seen > 0).length / coloured.filter(({ p }) => p.seals > 0).length).toBeGreaterThanOrEqual(0.9)
    // Several pages in one file, some of them upside down: page by page the same.
    const [first, second] = [set[2]!, set[0]!]
    const path = join(folder.path, 'several.pdf')
    await writeFile(path, pdfOfPhotos([first, second].map((p) => ({ jpeg: p.jpeg, width: 1240, height: 1754 }))))
    const several = await ask(pool, { kind: 'paper', path, to: folder.path })
    expect(several.kind === 'paper' ? several.read.reading.pages.map((p) => [p.codes, p.turns]) : several).toEqual([[[first.code], 2], [[second.code], 0]])
  } finally {
    pool.close()
    closeInspectors()
    await folder.remove()
  }
}, 300_000)
