/** Asks the killable children for work on forms; what they make comes back through a file of which nothing stays. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Spot } from '#core/forms/spot'
import type { FillOrder } from '#documents/forms/fill-word'
import type { FormFault, FormOrder, FormOutcome } from '../inspection/form-job'
import { ask } from '../inspection/inspect-file'
import { formPool } from '../inspection/form-pool'

/** `heavy`: it took more time or memory than a form may. */
export type Fault = FormFault | 'heavy'
export type Done<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Fault }
/** A file of ours or the store's, or bytes in hand. */
export type FormFile = { readonly path: string } | { readonly content: Uint8Array }

const run = async (order: FormOrder): Promise<FormOutcome | { readonly ok: false; readonly why: 'heavy' }> => {
  const outcome = await ask(formPool, { kind: 'form', order })
  if (outcome.kind === 'form') return outcome.outcome
  if (outcome.kind === 'failed') throw new Error(`work on a form failed: ${outcome.reason}`)
  return { ok: false, why: 'heavy' }
}

const inFolder = async <T>(file: FormFile, use: (path: string, to: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-form-'))
  try {
    const path = 'path' in file ? file.path : join(folder, 'form')
    if ('content' in file) await writeFile(path, file.content)
    return await use(path, join(folder, 'made'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const readForm = (file: FormFile): Promise<Done<readonly Spot[]>> => inFolder(file, async (path) => {
  const outcome = await run({ act: 'read', path })
  return outcome.ok ? { ok: true, value: outcome.spots } : outcome
})
export const fillForm = (file: FormFile, order: FillOrder): Promise<Done<Buffer>> => inFolder(file, async (path, to) => {
  const outcome = await run({ act: 'fill', path, to, order })
  return outcome.ok ? { ok: true, value: await readFile(to) } : outcome
})
/** Null where the picture cannot be drawn. */
export const smallPortrait = (path: string, pixels: { readonly width: number; readonly height: number }): Promise<Buffer | null> => inFolder({ path }, async (from, to) => ((await run({ act: 'portrait', path: from, to, ...pixels })).ok ? readFile(to) : null))
