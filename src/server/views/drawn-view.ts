/** Pictures for looking: large, upright, without what a camera or a program wrote beside them. Drawn in the child when somebody looks first, and kept while somebody does. */
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { ask } from '../inspection/inspect-file'
import type { PagePart } from '../inspection/jobs'
import { viewPool } from '../inspection/view-pool'
import { newId } from '../ids'
import type { Services } from '../services'

const drawing = new Map<string, Promise<boolean>>()
/** What cannot be drawn is not tried again by this process. */
const refused = new Set<string>()

/** The file that holds it; null: nothing can be seen. @param page from 1 of a document; null: a picture @param part of that page alone */
export const drawnView = async ({ viewsDir, blobs }: Pick<Services, 'viewsDir' | 'blobs'>, sha256: string, page: number | null, part?: PagePart): Promise<{ path: string; bytes: number } | null> => {
  const name = `${sha256}${page === null ? '' : `-${page}`}${part === undefined ? '' : `-${[part.left, part.top, part.width, part.height].map((n) => Math.round(n * 1000)).join('_')}_${part.turns}`}.webp`
  const path = join(viewsDir, name)
  const there = await stat(path).catch(() => null)
  if (there !== null) {
    // Looked at again: kept longer.
    await utimes(path, new Date(), new Date()).catch(() => undefined)
    return { path, bytes: there.size }
  }
  if (refused.has(name)) return null
  const begun = drawing.get(name) ?? blobs.local(sha256).then((from) => draw(from, viewsDir, path, { page, ...(part && { part }) })).finally(() => drawing.delete(name))
  drawing.set(name, begun)
  if (await begun) return { path, bytes: (await stat(path)).size }
  if (refused.size < 100_000) refused.add(name)
  return null
}

const draw = async (from: string, folder: string, path: string, what: { readonly page: number | null; readonly part?: PagePart }): Promise<boolean> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const aside = `${path}-${newId()}`
  try {
    const outcome = await ask(viewPool, { kind: 'view', path: from, to: aside, ...what })
    if (outcome.kind !== 'preview' || !outcome.made) return false
    await rename(aside, path)
    return true
  } finally {
    await rm(aside, { force: true })
  }
}
