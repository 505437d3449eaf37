/** Searching what is public anyway: people honoured and campaigns. A plain form; nothing that was typed is kept. */
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services'
import { readPublicCampaigns } from '../campaign-list'
import { hostOf } from '../publish'
import { hostLook } from '../../store/site-looks'
import { html } from '../html'
import { pathOf } from '../layout'
import { texts, type Lang } from '../texts'
import { galleryPath, personRow, searchPath, siteFrame } from './gallery'
import { readHonoured, type HonouredPerson } from './people'

const MOST = 60
const TYPED = 60
/** Of one address: a person types; a machine that asks more is not served here. */
const LIMIT = { max: 120, timeWindow: '1 minute' }

export const registerSearch = (app: FastifyInstance, services: Services): void => {
  const show = (lang: Lang) => async (query: string): Promise<string> => {
    const t = texts[lang]
    const text = query.trim().slice(0, TYPED)
    const { at } = (await services.db.row<{ at: number }>(`SELECT product_time() AS at`))!
    const people = text === '' ? [] : await readHonoured(services.db, { text, limit: MOST + 1 })
    const campaigns = text === '' ? [] : (await readPublicCampaigns(services.db, services, at)).filter((c) => [c.name.zh, c.name.en, c.award.zh, c.award.en, c.organisationName].some((w) => w.toLowerCase().includes(text.toLowerCase()))).slice(0, 20)
    const found = people.length + campaigns.length
    return siteFrame({ host: await hostOf(services.db), look: await hostLook(services.db), isDemo: services.isDemo }, lang, {
      path: searchPath(lang), elsewhere: `${searchPath(lang === 'zh' ? 'en' : 'zh')}${text === '' ? '' : `?q=${encodeURIComponent(text)}`}`, title: t.search, about: t.searchLead, head: html`<meta name="robots" content="noindex">`,
      body: html`<div class="in"><div class="head"><h1>${t.search}</h1></div><form class="search" role="search" action="${searchPath(lang)}"><label for="q">${t.searchLead}</label><div><input id="q" name="q" type="search" value="${text}" maxlength="${TYPED}" autocomplete="off"><button class="button">${t.search}</button></div></form>
${text === '' ? null : html`<p class="lead" role="status">${found === 0 ? t.nothingFound : people.length > MOST ? t.foundMany : `${found} ${t.found}`}</p>`}
${campaigns.length === 0 ? null : html`<section><h2>${t.allCampaigns}</h2><ul class="rules">${campaigns.map((c) => html`<li><a href="${pathOf(c.slug, lang, '')}">${c.name[lang]}</a><span class="num">${c.year}</span></li>`)}</ul></section>`}
${people.length === 0 ? null : html`<section><h2>${t.honoured}</h2><ul class="people">${people.slice(0, MOST).map((p: HonouredPerson) => personRow(p, lang))}</ul></section>`}
<p class="checking"><a href="${galleryPath(lang)}">${t.gallery} →</a></p></div>`,
    })
  }
  for (const lang of ['zh', 'en'] as const)
    app.get(searchPath(lang), { config: { rateLimit: LIMIT } }, async (request, reply) => reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(await show(lang)(String((request.query as { readonly q?: unknown }).q ?? ''))))
}
