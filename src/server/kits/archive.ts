/** A kit as one zip, streamed while it is downloaded; it never lies anywhere. */
import type { Readable } from 'node:stream'
import { kitReadme } from '#core/publicity/kit/readme'
import { countOf, type WholePart } from '#core/publicity/kit/sentences'
import { sizeOf } from '#core/publicity/poster/sizes'
import { captionsWord, kitTextWord } from '#documents/kit/kit-word'
import { readPart } from '../http/send-download'
import { posterName } from '../posters/archive'
import type { Services } from '../services'
import { blanksOf } from '../views/film-view'
import { streamedZip } from '../streamed-zip'
import type { OpenedKit } from './open-kit'
import { safeName, saySize } from './names'

type Entry = { readonly path: string; readonly about: string; readonly bytes: Buffer } | { readonly path: string; readonly about: string; readonly size: number; readonly open: () => Promise<Readable> }
/** Notepad of any age reads it: a mark at the beginning, both characters at each line's end. */
const plain = (lines: readonly string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)

/** As they lie in the zip; the readme, which names them, comes first. */
export const kitEntries = async ({ blobs }: Pick<Services, 'blobs'>, { kit, facts, media, posters }: OpenedKit): Promise<Entry[]> => {
  const under = `${facts.name}　${[facts.employer, facts.post].filter((t) => t !== '').join(' ')}　${facts.year}年 ${facts.honour}`
  const last = `联系：${[facts.office, facts.contact.name, facts.contact.phone, facts.contact.email].filter((t) => t !== '').join('　')}`
  const texts: readonly (readonly [string, readonly WholePart[]])[] = [['短稿', kit.short.map((text) => ({ kind: 'text', text }))], ['中稿', kit.middle.map((text) => ({ kind: 'text', text }))], ['全文', kit.whole]]
  const entries: Entry[] = []
  for (const [name, parts] of texts) {
    const about = `${countOf(parts.map((p) => p.text).join(''))} 字`
    entries.push({ path: `文字/${name}.docx`, about, bytes: Buffer.from(await kitTextWord(facts.title, under, parts, last)) }, { path: `文字/${name}.txt`, about, bytes: plain([facts.title, under, '', ...parts.map((p) => p.text), '', last]) })
  }
  const rows: string[][] = []
  const shown = kit.media.filter((k) => media.some((m) => m.id === k.id))
  for (const kind of ['picture', 'film'] as const) for (const [i, k] of shown.filter((x) => x.kind === kind).entries()) {
    const m = media.find((x) => x.id === k.id)!
    const file = m.kind === 'film' ? { sha256: m.sha256, size: m.bytes } : { sha256: m.press!.sha256, size: m.press!.bytes }
    const from = await blobs.local(file.sha256)
    const path = `${m.kind === 'film' ? '视频' : '图片'}/${String(i + 1).padStart(2, '0')}-${safeName(k.caption)}.${m.kind === 'film' ? 'mp4' : 'jpg'}`
    const blanks = m.kind === 'film' ? await blanksOf(from, m.sha256) : []
    entries.push({ path, about: '', size: file.size, open: async () => readPart(from, 0, file.size - 1, blanks) })
    rows.push([path.split('/')[1]!, k.caption, k.credit, k.agreed.zh, m.kind === 'film' ? `${m.width}×${m.height}，${Math.round(m.seconds ?? 0)} 秒，${saySize(file.size)}` : `${m.press!.width}×${m.press!.height}，${saySize(file.size)}`])
    if (m.captions !== null && m.captions !== '') entries.push({ path: path.replace(/mp4$/u, 'vtt'), about: '字幕', bytes: Buffer.from(m.captions) })
  }
  if (rows.length > 0) entries.push({ path: '图片和视频说明.docx', about: '每张的说明、作者和来源、画面里的人怎样同意', bytes: Buffer.from(await captionsWord(`${facts.name}：图片和视频说明`, rows)) })
  for (const p of posters) {
    const from = await blobs.local(p.sha256!)
    const name = posterName(p, sizeOf(p.size))
    // Two of one design and size: each has a file.
    const same = posters.slice(0, posters.indexOf(p)).filter((x) => x.design === p.design && x.size === p.size).length
    entries.push({ path: `海报/${same === 0 ? name : name.replace(/(\.\w+)$/u, `-${same + 1}$1`)}`, about: '', size: p.bytes!, open: async () => readPart(from, 0, p.bytes! - 1, []) })
  }
  return [{ path: '说明.txt', about: '先看这一份', bytes: plain(kitReadme(facts, entries)) }, ...entries]
}

export async function* kitArchive(services: Pick<Services, 'blobs'>, opened: OpenedKit): AsyncGenerator<Uint8Array> {
  const mtime = new Date(opened.row.madeAt)
  yield* streamedZip((await kitEntries(services, opened)).map((e) => ({ ...e, mtime })))
}
