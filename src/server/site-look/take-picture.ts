/** An emblem or a header picture as somebody sends it: looked at and drawn anew in a child that may be killed, before any transaction begins. */
import { judgeEmblem, judgeHeader, lookWidths, unusablePicture, type HeaderRights } from '#core/publicity/look/pictures'
import { finding, type Finding } from '#core/kernel/finding'
import { measuredOf } from '#core/publicity/story/media'
import { refusedBy, type Outcome } from '../handler'
import { inspectBytes } from '../inspection/inspect-bytes'
import type { LookPicture } from '../public/look/public-look'
import type { Services } from '../services'
import { bytesAreApart } from '../store/quarantine'
import { renditionsOf } from '../stories/take-media'

const MOST_BYTES = 20_000_000
const isDrawing = (bytes: Buffer, name: string): boolean => /\.svgz?$/iu.test(name) || /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/iu.test(bytes.subarray(0, 4096).toString('utf8'))

export const takePicture = async (services: Services, what: keyof typeof lookWidths, sent: { readonly name: string; readonly base64: string }): Promise<Outcome<LookPicture>> => {
  const bytes = Buffer.from(sent.base64, 'base64')
  if (isDrawing(bytes, sent.name)) return refusedBy([unusablePicture(sent.name, what, true)])
  if (bytes.byteLength > MOST_BYTES) return refusedBy([finding({ code: 'look.large', rule: null, at: { field: what }, what: [`“${sent.name}”超过 20 MB`, `“${sent.name}” is larger than 20 MB`], mend: ['请缩小再选。', 'Make it smaller.'] })])
  const measured = measuredOf(await inspectBytes(bytes, sent.name))
  if (measured === null || measured.kind !== 'picture') return refusedBy([unusablePicture(sent.name, what, false)])
  const { sha256 } = await services.blobs.put(bytes)
  const renditions = (await bytesAreApart(services.db, sha256)) ? null : await renditionsOf(services, sha256, measured.width, lookWidths[what])
  return renditions === null ? refusedBy([unusablePicture(sent.name, what, false)]) : { ok: true, value: { name: sent.name, sha256, width: measured.width, height: measured.height, renditions } }
}

export const judgeLook = (emblem: LookPicture | null, header: LookPicture | null, rights: HeaderRights): Finding[] => [...(emblem === null ? [] : judgeEmblem(emblem)), ...(header === null ? [] : judgeHeader(header, rights))]
