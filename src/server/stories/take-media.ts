/** A picture or film for a story: read in a child, kept, and made small for pages, before any transaction begins. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finding, type Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { measuredOf, type Measured } from '#core/publicity/story/media'
import { refusedBy, type Outcome } from '../handler'
import { inspectBytes } from '../inspection/inspect-bytes'
import { renderPicture } from '../inspection/inspect-file'
import type { Services } from '../services'
import type { Renditions } from '../store/stories'

/** Pixels wide: a phone, a page, a screen with dense pixels. */
const WIDTHS = [480, 960, 1600] as const
const MOST_BYTES = 20_000_000

export interface TakenMedia extends Measured { readonly name: string; readonly sha256: string; readonly bytes: number; readonly renditions: Renditions }

const no = (name: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: 'story.media', rule: null, at: { file: name }, what, mend })
const unusable = (name: string): Finding => no(name, [`“${name}”不是页面能用的图片或视频`, `“${name}” is no picture or film a page can show`], ['图片用 JPEG、PNG 或 WebP，视频用 MP4。', 'Pictures as JPEG, PNG or WebP, films as MP4.'])

/** A picture or a short film as somebody sends it; a longer film is in the dossier already, or is uploaded there. */
export const takeSent = async (services: Services, sent: { readonly name: string; readonly base64: string }): Promise<Outcome<TakenMedia>> => {
  const bytes = Buffer.from(sent.base64, 'base64')
  if (bytes.byteLength > MOST_BYTES) return refusedBy([no(sent.name, [`“${sent.name}”超过 20 MB`, `“${sent.name}” is larger than 20 MB`], ['图片请缩小；视频请压缩，或先放进报送材料，再从“报送材料里的”选。', 'Make a picture smaller; compress a film, or put it into the dossier and choose it from there.'])])
  const measured = measuredOf(await inspectBytes(bytes, sent.name))
  if (measured === null) return refusedBy([unusable(sent.name)])
  return kept(services, { ...measured, name: sent.name, ...(await services.blobs.put(bytes)) })
}

/** A file that is kept already. */
export const takeStored = async (services: Services, file: { readonly name: string; readonly sha256: string; readonly bytes: number; readonly facts: Facts }): Promise<Outcome<TakenMedia>> => {
  const measured = measuredOf(file.facts)
  return measured === null ? refusedBy([unusable(file.name)]) : kept(services, { ...measured, name: file.name, sha256: file.sha256, bytes: file.bytes })
}

const kept = async (services: Services, m: Omit<TakenMedia, 'renditions'>): Promise<Outcome<TakenMedia>> => {
  const renditions = m.kind === 'film' ? {} : await renditionsOf(services, m.sha256, m.width)
  return renditions === null ? refusedBy([unusable(m.name)]) : { ok: true, value: { ...m, renditions } }
}

/** None is wider than the original; the smallest there always is. */
export const renditionsOf = async ({ blobs }: Services, sha256: string, width: number, widths: readonly number[] = WIDTHS): Promise<Renditions | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-story-'))
  try {
    const path = await blobs.local(sha256)
    const made: Record<string, Renditions[string]> = {}
    for (const [i, want] of widths.entries()) {
      if (i > 0 && width <= widths[i - 1]!) break
      const to = join(folder, `${want}.webp`)
      const size = await renderPicture(path, to, want)
      if (size === null) return null
      made[String(size.width)] = { ...(await blobs.put(await readFile(to))), height: size.height }
    }
    return made
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
