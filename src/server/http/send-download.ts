/** Bytes of ours to a browser. Files on disk are answered in part where a part is asked for: films are wound, downloads that were cut off go on. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { pipeline, Readable, Transform } from 'node:stream'
import type { Download } from '#contract/operation'
import { blankIn, type Blank } from '#media/film-places'

export const sendDownload = (request: FastifyRequest, reply: FastifyReply, d: Download): FastifyReply => {
  const name = encodeURIComponent(d.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  void reply
    .header('content-type', d.mediaType)
    .header('content-disposition', `${d.inline ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${name}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (d.content instanceof Uint8Array) return reply.send(Buffer.from(d.content))
  if ('pieces' in d.content) return reply.send(Readable.from(d.content.pieces, { objectMode: false }))
  const { path, bytes, blanks = [] } = d.content
  const tag = d.tag === undefined ? null : `"${d.tag}"`
  void reply.header('accept-ranges', 'bytes')
  if (tag !== null) void reply.header('etag', tag)
  const part = partOf(request.headers.range, ifRangeHolds(request.headers['if-range'], tag), bytes)
  if (part === 'outside') return reply.code(416).header('content-range', `bytes */${bytes}`).send()
  if (part === null) return reply.header('content-length', String(bytes)).send(readPart(path, 0, bytes - 1, blanks))
  return reply.code(206).header('content-range', `bytes ${part.first}-${part.last}/${bytes}`).header('content-length', String(part.last - part.first + 1)).send(readPart(path, part.first, part.last, blanks))
}

/** A file from `first` to `last`, its blanks as free space. */
export const readPart = (path: string, first: number, last: number, blanks: readonly Blank[]): Readable => {
  const file = createReadStream(path, { start: first, ...(last < first ? {} : { end: last }) })
  const touched = blanks.filter((b) => b.at <= last && b.at + b.length > first)
  return touched.length === 0 ? file : pipeline(file, blanking(first, touched), () => undefined)
}
const blanking = (first: number, blanks: readonly Blank[]): Transform => {
  let at = first
  return new Transform({ transform(piece: Buffer, _, done) { blankIn(piece, at, blanks); at += piece.length; done(null, piece) } })
}

/** A part of other bytes is of no use to anybody (RFC 9110, 13.1.5). */
const ifRangeHolds = (given: string | string[] | undefined, tag: string | null): boolean => given === undefined || given === tag

export type Part = { readonly first: number; readonly last: number }
/** The part that is asked for (RFC 9110, 14.2); null: the whole, as for anything we do not understand and for several at once. */
export const partOf = (range: string | undefined, holds: boolean, bytes: number): Part | 'outside' | null => {
  const m = range === undefined || !holds ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim())
  if (m === null || (m[1] === '' && m[2] === '')) return null
  const [from, to] = [m[1] === '' ? null : Number(m[1]), m[2] === '' ? null : Number(m[2])]
  const first = from ?? Math.max(0, bytes - to!)
  const last = from === null ? bytes - 1 : Math.min(to ?? bytes - 1, bytes - 1)
  if (from !== null && to !== null && to < from) return null
  return first >= bytes || last < first ? 'outside' : { first, last }
}
