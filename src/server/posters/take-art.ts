/** A background or an emblem as somebody sends it: JPEG, PNG or WebP by its bytes, drawn anew in a child; nothing else of it is kept. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finding, type Finding } from '#core/kernel/finding'
import { refusedBy, type Outcome } from '../handler'
import { ask } from '../inspection/inspect-file'
import { posterPool } from '../inspection/poster-pool'
import type { Services } from '../services'
import type { ArtKind, ArtRow } from '../store/poster-templates'

const MOST_BYTES = 20_000_000
export type TakenArt = Omit<ArtRow, 'id'>

const isPicture = (b: Buffer): boolean => b.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) || b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) || (b.toString('latin1', 0, 4) === 'RIFF' && b.toString('latin1', 8, 12) === 'WEBP')
const no = (file: string, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `poster.art.${code}`, rule: null, at: { file }, what, mend })

export const takeArt = async ({ blobs }: Pick<Services, 'blobs'>, sent: { readonly kind: ArtKind; readonly name: string; readonly base64: string }): Promise<Outcome<TakenArt>> => {
  const bytes = Buffer.from(sent.base64, 'base64')
  if (bytes.byteLength > MOST_BYTES) return refusedBy([no(sent.name, 'large', [`“${sent.name}”超过 20 MB`, `“${sent.name}” is larger than 20 MB`], ['请缩小后再传。', 'Make it smaller and send it again.'])])
  if (!isPicture(bytes)) return refusedBy([no(sent.name, 'kind', [`“${sent.name}”不是 JPEG、PNG 或 WebP 图片`, `“${sent.name}” is no JPEG, PNG or WebP picture`], ['请另存为这三种之一；矢量图先导出为 PNG。', 'Save it as one of these; export a vector drawing as PNG.'])])
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-art-'))
  try {
    const [path, to] = [join(folder, 'sent'), join(folder, 'drawn')]
    await writeFile(path, bytes)
    const outcome = await ask(posterPool, { kind: 'art', order: { path, to, as: sent.kind } })
    if (outcome.kind !== 'art' || outcome.made === null) return refusedBy([no(sent.name, 'broken', [`“${sent.name}”打不开`, `“${sent.name}” cannot be opened`], ['请用看图软件打开看看，另存后再传。', 'Open it in a viewer, save it anew, and send that.'])])
    return { ok: true, value: { kind: sent.kind, name: sent.name, ...outcome.made, ...(await blobs.put(await readFile(to))) } }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
