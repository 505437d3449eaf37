/** The public pages as files for any web server: relative links, so that they stand under a domain of their own or below a path of another. */
import { copyFile, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { publicAttachmentQuery } from '../../queries/attachments'
import { perform } from '../../handler'
import type { Download } from '#contract/operation'
import type { Services } from '../../services'
import { fileOfMedia } from '../../stories/media-file'
import { pictureFile } from '../../activities/picture-file'
import { publicPhoto } from '../../store/activities'
import { publicMedia } from '../../store/stories'
import { publishList, renderCampaign } from '../publish'
import { lookPicture, lookStyle } from '../look/files'
import { publicStyle } from '../public-style'
import { feedOf, sitemapOf } from './feed'

/** What an earlier export wrote here: what is public no more goes with the next one. */
const LIST = '.xuanshu-site.json'

export interface Exported { readonly pages: number; readonly files: number; readonly removed: number; /** Links that lead back to the live installation: forms, checks, whatever takes something in. */ readonly live: readonly string[] }

/** @param to address under which the files will be served, for what needs whole addresses (feed, sitemap, what is passed on); null: the installation's own */
export const exportSite = async (services: Services, folder: string, to: string | null): Promise<Exported> => {
  await renewAll(services)
  const rows = await services.db.rows<{ path: string; body: Buffer }>(`SELECT path, body FROM public_pages ORDER BY path`)
  const pages = new Set(rows.map((r) => r.path))
  const wanted = new Set<string>()
  const live = new Set<string>()
  const written: string[] = []
  const put = async (file: string, bytes: string | Uint8Array): Promise<void> => {
    const at = join(folder, file)
    await mkdir(dirname(at), { recursive: true })
    await writeFile(at, bytes)
    written.push(file)
  }
  for (const { path, body } of rows) {
    const file = fileOf(path)
    const text = body.toString('utf8').replace(/(href|src|poster|action)="(\/[^"]*)"/gu, (_, name: string, link: string) => `${name}="${relink(link)}"`)
      .replace(/srcset="([^"]*)"/gu, (_, set: string) => `srcset="${set.split(', ').map((one) => { const [link, width] = one.split(' '); return `${relink(link!)} ${width}` }).join(', ')}"`)
    function relink(link: string): string {
      const [bare = '', rest = ''] = splitLink(link)
      const target = pages.has(bare) ? fileOf(bare) : carried(bare)
      if (target === null) { live.add(bare); return services.origin + link }
      if (!pages.has(bare)) wanted.add(bare)
      return (posix.relative(posix.dirname(file), target) || posix.basename(target)) + rest
    }
    await put(file, to === null ? text : text.replaceAll(`${services.origin}/p/`, `${to.replace(/\/$/u, '')}/`))
  }
  for (const path of wanted) await carry(services, path, carried(path)!, put, folder, written)
  const whole = (text: string): string => (to === null ? text : text.replaceAll(`${services.origin}/p`, to.replace(/\/$/u, '')))
  await put('feed.xml', whole(await feedOf(services.db, services)))
  await put('sitemap.xml', whole(await sitemapOf(services.db, services.origin)))
  const removed = await clear(folder, written)
  await writeFile(join(folder, LIST), JSON.stringify(written.toSorted(), null, 1))
  return { pages: rows.length, files: written.length, removed, live: [...live].toSorted() }
}

/** Days that passed since the last visitor are told too. */
const renewAll = ({ db, ...rest }: Services): Promise<void> => db.transaction(async (tx) => {
  const services = { db, ...rest }
  const campaigns = await tx.rows<{ id: string }>(`SELECT id FROM campaigns c WHERE state <> 'draft' AND NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = c.id) ORDER BY id FOR SHARE`)
  for (const c of campaigns) await renderCampaign(tx, services, c.id)
  await publishList(tx, services)
})

const splitLink = (link: string): [string, string] => { const at = link.search(/[?#]/u); return at < 0 ? [link, ''] : [link.slice(0, at), link.slice(at)] }
/** `/p` → `index.html`, `/p/en/x` → `en/x/index.html`. */
const fileOf = (path: string): string => posix.join(decodeURI(path).replace(/^\/p\/?/u, ''), 'index.html')
const media = /^\/p\/([^/]+)\/media\/([0-9a-f-]{36})(-(\d+)\.webp|\.mp4|\.vtt)$/u
/** A photograph of an activity. */
const photo = /^\/p\/([^/]+)\/activity\/([0-9a-f-]{36})-(\d+)\.webp$/u
/** Colours of a look, and its emblem or header picture. */
const lookFile = /^\/p\/assets\/(?:look-[0-9a-f]{6}\.css|look\/[0-9a-f-]{36}-(?:emblem|header)-[0-9a-f]{12}-\d+\.webp)$/u
const attachment = /^\/api\/public\/campaigns\/([^/]+)\/attachments\/([^/]+)$/u
/** Where what is no page lies in the export; null: it is not in it. */
const carried = (path: string): string | null => (path === '/p/assets/public.css' ? 'assets/public.css' : path === '/p/feed.xml' ? 'feed.xml' : media.test(path) || photo.test(path) || lookFile.test(path) ? path.slice(3) : attachment.test(path) ? path.replace(attachment, '$1/attachments/$2') : null)

type Put = (file: string, bytes: string | Uint8Array) => Promise<void>
const carry = async (services: Services, path: string, file: string, put: Put, folder: string, written: string[]): Promise<void> => {
  if (file === 'feed.xml') return
  if (file === 'assets/public.css') return put(file, publicStyle)
  if (lookFile.test(path)) {
    const colours = lookStyle(path)
    if (colours !== null) return put(file, colours)
    const drawn = await lookPicture(services, path.slice('/p/assets/look/'.length))
    return drawn === null ? undefined : save(drawn, file, put, folder, written)
  }
  const [, slug, id, what, width] = media.exec(path) ?? []
  if (slug !== undefined && id !== undefined) {
    const m = await publicMedia(services.db, slug, id)
    if (m === undefined) return
    if (what === '.vtt') return put(file, m.captions ?? '')
    return save(await fileOfMedia(services, m, Number(width ?? 0)), file, put, folder, written)
  }
  const [, inSlug, photoId, wide] = photo.exec(path) ?? []
  if (inSlug !== undefined && photoId !== undefined) {
    const p = await publicPhoto(services.db, inSlug, photoId)
    return p === undefined ? undefined : save(await pictureFile(services, p, Number(wide)), file, put, folder, written)
  }
  const [, ofSlug, attachmentId] = attachment.exec(path) ?? []
  const outcome = await perform(publicAttachmentQuery, { params: { slug: decodeURIComponent(ofSlug!), attachmentId: decodeURIComponent(attachmentId!) }, query: {}, body: {} } as never, null, services).catch(() => null)
  if (outcome?.ok === true) await save(outcome.value as unknown as Download, file, put, folder, written)
}

const save = async ({ content }: Download, file: string, put: Put, folder: string, written: string[]): Promise<void> => {
  if (content instanceof Uint8Array) return put(file, content)
  if ('pieces' in content) {
    const pieces: Uint8Array[] = []
    for await (const piece of content.pieces) pieces.push(piece)
    return put(file, Buffer.concat(pieces))
  }
  // Places in a film are blanked out in a copy, never in the original.
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await copyFile(content.path, join(folder, file))
  for (const blank of content.blanks ?? []) await blankOut(join(folder, file), blank)
  written.push(file)
}
const blankOut = async (path: string, { at, length }: { readonly at: number; readonly length: number }): Promise<void> => {
  const file = await open(path, 'r+')
  try { await file.write(Buffer.alloc(length), 0, length, at) } finally { await file.close() }
}

const clear = async (folder: string, written: readonly string[]): Promise<number> => {
  const before = await readFile(join(folder, LIST), 'utf8').then((text) => JSON.parse(text) as string[], () => [])
  const gone = before.filter((f) => !written.includes(f) && !f.includes('..'))
  for (const f of gone) await rm(join(folder, f), { force: true })
  return gone.length
}
