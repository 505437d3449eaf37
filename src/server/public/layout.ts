import { html, type Html } from './html'
import type { PageData } from './page-data'
import { rings } from './rings'
import { texts, type Lang } from './texts'

export const pathOf = (slug: string, lang: Lang, at: string): string => `/p/${lang === 'en' ? 'en/' : ''}${slug}${at}`

/** Phrases stay whole: a title breaks between its parts, never inside a quoted name. */
export const phrases = (title: string): Html[] =>
  title.split(/(?<=年)(?=[“「])|(?<=[”」])/).filter((p) => p !== '').map((p) => html`<span class="ib">${p}</span>`)

/** The frame of every public page; readable without a script, printable as it is. */
export const layout = (d: PageData, lang: Lang, at: string, title: string, body: Html): string => {
  const t = texts[lang]
  const own = (where: string) => pathOf(d.campaign.slug, lang, where)
  const current = (where: string) => (at === where || (where !== '' && at.startsWith(where)) ? html` aria-current="page"` : html``)
  const name = d.definition.award[lang]
  return `<!doctype html>\n${html`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · ${name}</title><meta name="description" content="${d.definition.name[lang]}"><link rel="stylesheet" href="/p/assets/public.css"><link rel="alternate" hreflang="${lang === 'zh' ? 'en' : 'zh-CN'}" href="${pathOf(d.campaign.slug, lang === 'zh' ? 'en' : 'zh', at)}"></head>
<body>${d.isDemo ? html`<p class="demo">${t.demo}</p>` : null}
<header class="top"><div class="in"><a class="mark" href="${own('')}">${rings(6, 28, 'seal')}<span>${name}</span></a>
<nav aria-label="${t.home}"><a href="${own('')}"${at === '' ? html` aria-current="page"` : null}>${t.home}</a><a href="${own('/public-notice')}"${current('/public-notice')}>${t.publicNotice}</a><a href="${own('/honourees')}"${current('/honourees')}>${t.honourees}</a><a href="${own('/notice')}"${at === '/notice' ? html` aria-current="page"` : null}>${t.notice}</a><a lang="${lang === 'zh' ? 'en' : 'zh-CN'}" href="${pathOf(d.campaign.slug, lang === 'zh' ? 'en' : 'zh', at)}">${t.other}</a></nav></div></header>
<main>${body}</main>
<footer><div class="in"><p class="who">${name}</p><p>${d.campaign.organisationName}</p><p>${t.promise}</p></div></footer></body></html>`.text}\n`
}
