import type { Facts } from '#core/materials/facts'
import type { ByteSource, HostDecoders } from './byte-source'
import { readOle, readZip } from './office'
import { readPdf } from './pdf'
import { pictureReaders } from './pictures'
import { signatureOf } from './signature'
import { readVideo } from './video'

export interface Want { readonly border?: boolean }

/** Bytes → facts: the same code in browser, server and command line; the host lends its decoders. Never throws for what a file holds. */
export const readFacts = async (source: ByteSource, host: HostDecoders, want: Want = {}): Promise<Facts> => {
  const common = { bytes: source.size, name: source.name }
  if (source.size === 0) return { ...common, kind: 'unreadable', why: 'empty', looksLike: null }
  const signature = signatureOf(await source.read(0, 1100))
  if (signature === null) return { ...common, kind: 'unreadable', why: 'unknown', looksLike: null }
  try {
    if (signature === 'isobmff') return await video(source, common)
    if (signature === 'pdf') return await pdf(source, host, common)
    if (signature === 'zip' || signature === 'ole') return await office(source, signature, common)
    return await picture(source, host, signature, want, common)
  } catch {
    return { ...common, kind: 'unreadable', why: 'broken', looksLike: signature }
  }
}

type Common = { readonly bytes: number; readonly name: string }

const picture = async (source: ByteSource, host: HostDecoders, format: keyof typeof pictureReaders, want: Want, common: Common): Promise<Facts> => {
  const header = await pictureReaders[format](source)
  if (header === null) return { ...common, kind: 'unreadable', why: 'broken', looksLike: format }
  const decoded = header.ends ? await host.decodeImage(source, format, { border: want.border === true }) : { ok: false, border: null }
  return { ...common, kind: 'image', format, width: header.width, height: header.height, trailingBytes: header.trailingBytes, decodes: decoded?.ok ?? null, border: decoded?.border ?? null }
}

const video = async (source: ByteSource, common: Common): Promise<Facts> => {
  const header = await readVideo(source)
  return header === null ? { ...common, kind: 'unreadable', why: 'broken', looksLike: 'mp4' } : { ...common, kind: 'video', ...header }
}

const pdf = async (source: ByteSource, host: HostDecoders, common: Common): Promise<Facts> => {
  const read = await readPdf(source)
  if (!read.ends) return { ...common, kind: 'unreadable', why: 'broken', looksLike: 'pdf' }
  const pages = read.encrypted ? null : ((await host.countPages(source)) ?? (read.pages > 0 ? read.pages : null))
  return { ...common, kind: 'document', format: 'pdf', pages, encrypted: read.encrypted, active: read.active }
}

const office = async (source: ByteSource, signature: 'zip' | 'ole', common: Common): Promise<Facts> => {
  const read = signature === 'zip' ? await readZip(source) : await readOle(source)
  if (read.bomb) return { ...common, kind: 'unreadable', why: 'bomb', looksLike: read.format }
  if (read.format === null) return { ...common, kind: 'unreadable', why: 'unknown', looksLike: signature }
  return { ...common, kind: 'document', format: read.format, pages: null, encrypted: read.encrypted, active: read.active }
}
