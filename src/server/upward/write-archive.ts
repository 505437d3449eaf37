/** An archive as a file: parts one after the other, then the envelope over them and its signature. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { canonical } from '#core/kernel/canonical'
import { kindNames, MOST_BYTES, outer, partPath, type Envelope } from '#core/upward/envelope'
import { fingerprintOf } from '#core/upward/fingerprint'
import { hashFile } from '../blobs/disk-blobs'
import { ZipOnDisk, type Written } from '../packages/zip-on-disk'
import type { Identity } from './identity'
import { sealingStream } from './sealing'

/** `sha256`: what the file has to be. */
export type Source = { readonly path: string; readonly sha256: string } | { readonly content: Uint8Array }
export type Outside = Omit<Envelope, 'format' | 'version' | 'from' | 'parts'> & { readonly fromName: string }
export interface WrittenArchive { readonly envelope: Envelope; readonly bytes: number; readonly sha256: string }
export class ArchiveTooLarge extends Error {}
/** A stored file is no longer what it was. */
export class SourceChanged extends Error {}

const streamOf = (s: Source): Readable => ('path' in s ? createReadStream(s.path, { highWaterMark: 1 << 20 }) : Readable.from([Buffer.from(s.content)]))

/**
 * @param parts all but the list of contents, by their number from 1 on
 * @param list made last, when all parts are in; it is part 0 and stands last in the file
 * @throws ArchiveTooLarge; what was written is removed
 */
export const writeArchive = async (to: string, about: Outside, identity: Identity, contentKey: Uint8Array | null, parts: readonly Source[], list: Uint8Array, tell: (bytes: number) => void = () => undefined): Promise<WrittenArchive> => {
  const zip = await ZipOnDisk.open(to, 0)
  try {
    const kept: Written[] = []
    const place = (path: string) => ({ path, modified: about.madeAt })
    const put = async (path: string, pieces: AsyncIterable<Uint8Array>) => {
      const written = await zip.put(pieces, place(path))
      zip.keep(written)
      kept.push(written)
      if (zip.end > MOST_BYTES) throw new ArchiveTooLarge()
      tell(written.bytes)
      return written
    }
    const sealed: Envelope['parts'][number][] = []
    for (const [i, source] of [...parts, { content: list }].entries()) {
      const n = i === parts.length ? 0 : i + 1
      const path = partPath(n)
      if (contentKey === null) { const w = await put(path, streamOf(source)); if ('sha256' in source && source.sha256 !== w.sha256) throw new SourceChanged(); sealed[n] = { path, bytes: w.bytes, sha256: w.sha256, nonce: null, tag: null }; continue }
      const { through, sum } = sealingStream(contentKey, about.id, path)
      await put(path, streamOf(source).on('error', (e) => through.destroy(e)).pipe(through))
      const { plain, ...part } = sum()
      if ('sha256' in source && source.sha256 !== plain) throw new SourceChanged()
      sealed[n] = { path, ...part }
    }
    const { fromName, ...rest } = about
    const envelope: Envelope = { format: 'xuanshu-archive', version: 1, ...rest, from: { name: fromName, keys: identity.keys }, parts: sealed }
    const text = Buffer.from(canonical(envelope))
    await put(outer.envelope, Readable.from([text]))
    await put(outer.signature, Readable.from([Buffer.from(identity.sign(text).toString('base64'))]))
    await put(outer.readMe, Readable.from([Buffer.from(readMe(envelope))]))
    await zip.finish((async function* entries() { yield kept })())
    await zip.sync()
    await zip.close()
    return { envelope, ...(await hashFile(to)) }
  } catch (error) {
    await zip.close().catch(() => undefined)
    await rm(to, { force: true })
    throw error
  }
}

/** For whoever opens it by hand. */
const readMe = (e: Envelope): string => [
  `这是选树平台导出的${kindNames[e.kind].zh}，请在对方平台的“收进来”页导入整个文件，不要解压。`,
  `由：${e.from.name}`, `给：${e.campaign.name.zh}（${e.unit.name}）`, `导出平台指纹：${fingerprintOf(e.from.keys)}`,
  e.sealing === null ? '内容没有加密，不含个人信息。' : e.sealing.to === 'key' ? '内容已加密，只有收件平台打得开。' : '内容已加密，须用另行送达的口令打开。', '',
  `This file was made by Xuanshu (${kindNames[e.kind].en}). Bring it in whole at the other installation; do not unpack it.`, `Fingerprint of the sender: ${fingerprintOf(e.from.keys)}`, '',
].join('\r\n')

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
