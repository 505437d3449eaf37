import { dayOf } from '#core/kernel/instant'
import { html } from './html'
import { pathOf, phrases } from './layout'
import type { Page, PageData } from './page-data'
import { dateWords } from './public-notice'
import { rings } from './rings'
import { texts, type Lang } from './texts'

export const honoureesPage = (d: PageData, lang: Lang): Page => {
  const t = texts[lang]
  return { at: '/honourees', title: t.honourees, body: html`<div class="in"><div class="head"><p class="label">${d.definition.year}</p><h1>${phrases(d.definition.award[lang])}</h1>${d.honours.length === 0 ? html`<p class="lead">${t.noHonours}</p>` : html`<p class="lead">${t.order}</p>`}</div>
<ul class="people">${d.honours.map((h) => html`<li><a href="${pathOf(d.campaign.slug, lang, `/honourees/${h.number}`)}"><b>${h.person.name}</b><span>${h.person.employer} ${h.person.post}</span><em>${h.person.summary}</em></a></li>`)}</ul></div>` }
}

/** One honouree: what may be said without a separate consent for publicity is name, workplace, post and the sentence of the public notice. */
export const honoureePages = (d: PageData, lang: Lang): Page[] => d.honours.map((h) => {
  const t = texts[lang]
  return { at: `/honourees/${h.number}`, title: h.person.name, body: html`<div class="in"><article class="honouree">${rings(14, 420, 'rings gold')}<p class="label honour">${d.definition.year} · ${d.definition.award[lang]}</p><h1>${h.person.name}</h1><p class="lead">${h.person.employer} ${h.person.post}</p><blockquote>${h.person.summary}</blockquote>
<dl class="kv"><dt>${t.number}</dt><dd class="num">${h.number}</dd><dt>${t.given}</dt><dd>${dateWords(dayOf(h.givenAt), lang)}</dd><dt>${t.issuer}</dt><dd>${d.campaign.organisationName}</dd></dl></article></div>` }
})
