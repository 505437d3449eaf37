/** 历年风采: everybody honoured, by year and campaign; pages of their own for each year, so that filtering needs no script. */
import type { Words } from '#core/kernel/finding'
import { frame, listPath } from '../frame'
import { html, type Html } from '../html'
import { pathOf, phrases } from '../layout'
import type { PublicLook } from '../look/public-look'
import { pictureAt } from '../story/page'
import { texts, type Lang } from '../texts'
import type { HonouredPerson } from './people'

export const galleryPath = (lang: Lang, year?: number): string => `${listPath(lang)}/gallery${year === undefined ? '' : `/${year}`}`
export const searchPath = (lang: Lang): string => `${listPath(lang)}/search`

export interface SiteData { readonly host: Words | null; readonly look: PublicLook | null; readonly isDemo: boolean; readonly people: readonly HonouredPerson[] }
export interface SitePage { readonly path: string; readonly text: string }

/** The frame of what belongs to no single campaign. */
export const siteFrame = (d: Pick<SiteData, 'host' | 'look' | 'isDemo'>, lang: Lang, page: { readonly path: string; readonly elsewhere: string; readonly title: string; readonly about: string; readonly body: Html; readonly head?: Html }): string => {
  const t = texts[lang]
  const mark = d.host?.[lang] ?? t.product
  const link = (to: string, words: string) => html`<a href="${to}"${page.path === to || (to === galleryPath(lang) && page.path.startsWith(to)) ? html` aria-current="page"` : null}>${words}</a>`
  return frame({
    lang, isDemo: d.isDemo, look: d.look, title: `${page.title} · ${mark}`, description: page.about, elsewhere: page.elsewhere, mark, home: listPath(lang), navName: t.allCampaigns, head: page.head,
    nav: html`${link(listPath(lang), t.allCampaigns)}${link(galleryPath(lang), t.gallery)}${link(searchPath(lang), t.search)}<a href="/">${t.enter}</a>`, footer: html`<p class="who">${mark}</p>`, body: page.body,
  })
}

export const personRow = (p: HonouredPerson, lang: Lang): Html => html`<li><a href="${pathOf(p.slug, lang, `/honourees/${p.number}`)}">${p.story?.portrait == null ? null : html`<img src="${pictureAt(p.slug, p.story.portrait, 480)}" alt="" loading="lazy" decoding="async" width="480" height="600">`}<div><b>${p.person.name}</b><span>${p.person.employer}</span><em>${p.story?.title ?? p.person.summary}</em></div></a></li>`

/** By campaign, each under its honour. */
export const byCampaign = (people: readonly HonouredPerson[], lang: Lang): Html[] => [...new Set(people.map((p) => p.slug))].map((slug) => {
  const of = people.filter((p) => p.slug === slug)
  return html`<section><h2><a href="${pathOf(slug, lang, '/honourees')}">${of[0]!.year} · ${phrases(of[0]!.award[lang])}</a></h2><ul class="people">${of.map((p) => personRow(p, lang))}</ul></section>`
})

export const galleryPages = (d: SiteData, lang: Lang): SitePage[] => {
  const years = [...new Set(d.people.map((p) => p.year))].toSorted((a, b) => b - a)
  const other = lang === 'zh' ? 'en' : 'zh'
  // The front page shows the newest year; each other year is a page of its own.
  return [undefined, ...years].map((year) => {
    const shown = d.people.filter((p) => p.year === (year ?? years[0]))
    return { path: galleryPath(lang, year), text: siteFrame(d, lang, { path: galleryPath(lang, year), elsewhere: galleryPath(other, year), title: year === undefined ? texts[lang].gallery : `${texts[lang].gallery} ${year}`, about: texts[lang].galleryLead, body: body(shown, years, year ?? years[0], lang) }) }
  })
}
const body = (people: readonly HonouredPerson[], years: readonly number[], year: number | undefined, lang: Lang): Html => {
  const t = texts[lang]
  return html`<div class="in"><div class="head"><h1>${t.gallery}</h1><p class="lead">${t.galleryLead}</p></div>
${years.length === 0 ? html`<div class="none"><p>${t.noHonours}</p></div>` : html`<nav class="years" aria-label="${t.byYear}">${years.map((y) => html`<a href="${galleryPath(lang, y)}"${y === year ? html` aria-current="page"` : null}>${y}</a>`)}</nav>${byCampaign(people, lang)}`}</div>`
}
