/** What is new, for feed readers (Atom, RFC 4287) and search engines (sitemaps.org 0.9). */
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services'
import type { Queries } from '../../store/database'
import { readPublicCampaigns } from '../campaign-list'
import { escape } from '../html'
import { pathOf } from '../layout'
import { hostOf } from '../publish'
import { texts } from '../texts'
import { readHonoured } from './people'

const MOST = 50
const KEPT = 'public, max-age=300'

interface Entry { readonly title: string; readonly at: number; readonly path: string; readonly about: string }
const entries = async (q: Queries, services: Services, now: number): Promise<Entry[]> => {
  const [campaigns, people] = [await readPublicCampaigns(q, services, now), await readHonoured(q)]
  const t = texts.zh
  return [
    ...campaigns.map((c) => ({ title: `${t.notice}：${c.name.zh}`, at: c.openedAt, path: pathOf(c.slug, 'zh', '/notice'), about: c.organisationName })),
    ...[...new Set(people.map((p) => p.slug))].map((slug) => { const of = people.filter((p) => p.slug === slug); return { title: `${t.honoured}：${of[0]!.award.zh}`, at: Math.max(...of.map((p) => p.givenAt)), path: pathOf(slug, 'zh', '/honourees'), about: of.map((p) => p.person.name).join('、') } }),
    ...people.flatMap((p) => (p.story === null ? [] : [{ title: `${p.story.title} · ${p.person.name}`, at: p.story.publishedAt, path: pathOf(p.slug, 'zh', `/honourees/${p.number}`), about: p.story.opening || p.person.summary }])),
  ].toSorted((a, b) => b.at - a.at).slice(0, MOST)
}

export const feedOf = async (q: Queries, services: Services): Promise<string> => {
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const [all, host] = [await entries(q, services, at), await hostOf(q)]
  const own = `${services.origin}/p`
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>${escape(host?.zh ?? texts.zh.product)}</title><id>${escape(own)}</id><link href="${escape(own)}"/><link rel="self" href="${escape(own)}/feed.xml"/><updated>${new Date(all[0]?.at ?? at).toISOString()}</updated><author><name>${escape(host?.zh ?? texts.zh.product)}</name></author>
${all.map((e) => `<entry><title>${escape(e.title)}</title><id>${escape(services.origin + e.path)}#${e.at}</id><link href="${escape(services.origin + e.path)}"/><updated>${new Date(e.at).toISOString()}</updated><summary>${escape(e.about)}</summary></entry>`).join('\n')}
</feed>\n`
}

/** Every page that is rendered, in both languages. */
export const sitemapOf = async (q: Queries, origin: string): Promise<string> => {
  const pages = await q.rows<{ path: string }>(`SELECT path FROM public_pages ORDER BY path LIMIT 50000`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.map((p) => `<url><loc>${escape(encodeURI(origin + p.path))}</loc></url>`).join('\n')}\n</urlset>\n`
}

export const registerFeed = (app: FastifyInstance, services: Services): void => {
  app.get('/p/feed.xml', async (_, reply) => reply.header('cache-control', KEPT).type('application/atom+xml; charset=utf-8').send(await feedOf(services.db, services)))
  app.get('/p/sitemap.xml', async (_, reply) => reply.header('cache-control', KEPT).type('application/xml; charset=utf-8').send(await sitemapOf(services.db, services.origin)))
  app.get('/robots.txt', (_, reply) => reply.header('cache-control', KEPT).type('text/plain; charset=utf-8').send(`User-agent: *\nAllow: /p\nDisallow: /\nSitemap: ${services.origin}/p/sitemap.xml\n`))
}
