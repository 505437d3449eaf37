/** 学习宣传活动 for everybody: what the office released, in the order of days. No sums of units and no order by them. Readable without a script. */
import { sayDay } from '#core/kernel/instant'
import { formNames, sayForm } from '#core/publicity/activities/activity'
import type { PhotoRow } from '../../store/activities'
import { html, type Html } from '../html'
import { phrases } from '../layout'
import type { Page, PageData } from '../page-data'
import type { Lang } from '../texts'
import { words } from './words'

type Shown = PageData['activities']['shown'][number]
const widthsOf = (p: PhotoRow): number[] => Object.keys(p.renditions).map(Number).toSorted((a, b) => a - b)
const at = (slug: string, p: PhotoRow, width: number): string => `/p/${slug}/activity/${p.id}-${width}.webp`
const image = (slug: string, p: PhotoRow, alt: string): Html => {
  const widths = widthsOf(p)
  const widest = widths.at(-1)!
  return html`<img src="${at(slug, p, widths.find((w) => w >= 480) ?? widest)}" srcset="${widths.map((w) => `${at(slug, p, w)} ${w}w`).join(', ')}" sizes="(max-width:700px) 100vw, 360px" width="${widest}" height="${p.renditions[String(widest)]!.height}" alt="${alt}" loading="lazy" decoding="async">`
}

const card = (slug: string, a: Shown, dead: ReadonlySet<string>, lang: Lang): Html => {
  const t = words[lang]
  return html`<li>${a.photos.slice(0, 1).map((p) => html`<div class="lead-photo">${image(slug, p, t.photo(a.name, 1))}</div>`)}
<p class="label">${sayDay(a.day)[lang]} · ${lang === 'zh' ? sayForm(a).zh : formNames[a.form].en}</p><h2>${a.name}</h2>
<p class="where">${a.unitName} · ${a.place}${a.people === null ? null : html` · <span class="num">${t.people(a.people)}</span>`}</p>${a.words === '' ? null : html`<p class="told">${a.words}</p>`}
${a.photos.length < 2 ? null : html`<div class="more-photos">${a.photos.slice(1).map((p, i) => image(slug, p, t.photo(a.name, i + 2)))}</div>`}
${a.links.length === 0 ? null : html`<p class="links">${a.links.map((link, i) => dead.has(link) ? html`<span class="gone">${t.gone(i + 1)} ${link}</span> ` : html`<a href="${link}" rel="nofollow noopener">${t.report(i + 1)}</a> `)}</p>`}</li>`
}

export const activitiesPage = (d: PageData, lang: Lang): Page => {
  const t = words[lang]
  const { shown, more, dead } = d.activities
  return { at: '/activities', title: t.title, about: t.lead, body: html`<div class="in"><div class="head"><p class="label">${d.definition.year} · ${d.definition.award[lang]}</p><h1>${phrases(t.title)}</h1><p class="lead">${shown.length === 0 ? t.none : t.lead}${more ? ` ${t.more}` : ''}</p></div>
<ul class="deeds">${shown.map((a) => card(d.campaign.slug, a, dead, lang))}</ul></div>` }
}
