import { dayOf } from '#core/kernel/instant'
import { html, type Html } from './html'
import { pathOf, phrases } from './layout'
import type { Page, PageData } from './page-data'
import { dateWords } from './public-notice'
import { rings } from './rings'
import { pictureAt, storyPage } from './story/page'
import { texts, type Lang } from './texts'

type Honour = PageData['honours'][number]
type Revoked = Honour & { readonly revoked: NonNullable<Honour['revoked']> }
const standing = (d: PageData): Honour[] => d.honours.filter((h) => h.revoked === null)
const revoked = (d: PageData): Revoked[] => d.honours.filter((h): h is Revoked => h.revoked !== null)

export const honoureesPage = (d: PageData, lang: Lang): Page => {
  const t = texts[lang]
  const gone = revoked(d)
  return { at: '/honourees', title: t.honourees, body: html`<div class="in"><div class="head"><p class="label">${d.definition.year}</p><h1>${phrases(d.definition.award[lang])}</h1>${d.honours.length === 0 ? html`<p class="lead">${t.noHonours}</p>` : html`<p class="lead">${t.order}</p>`}</div>
<ul class="people">${standing(d).map((h) => html`<li><a href="${pathOf(d.campaign.slug, lang, `/honourees/${h.number}`)}">${faceOf(d, h)}<div><b>${h.person.name}</b><span>${h.person.employer} ${h.person.post}</span><em>${h.person.summary}</em></div></a></li>`)}</ul>
${gone.length === 0 ? null : html`<section><h2>${t.revokedList}</h2><ul class="rules">${gone.map((h) => html`<li><a href="${pathOf(d.campaign.slug, lang, `/honourees/${h.number}`)}">${h.person.name}</a><span class="num">${h.number} · ${dateWords(dayOf(h.revoked.at), lang)}</span></li>`)}</ul></section>`}
${d.honours.length === 0 ? null : html`<p class="checking"><a href="${checkAddress(lang)}">${t.checkCertificate} →</a></p>`}</div>` }
}

/** Only of whom a story with a portrait is public: of the others the name alone. */
const faceOf = (d: PageData, h: Honour): Html | null => {
  const story = d.stories.get(h.nominationId)
  const portrait = story?.media.find((m) => m.id === story.document.portrait)
  return portrait === undefined ? null : html`<img src="${pictureAt(d.campaign.slug, portrait, 480)}" alt="" loading="lazy" decoding="async" width="480" height="600">`
}

const checkAddress = (lang: Lang): string => (lang === 'en' ? '/check?lang=en' : '/check')

/** One honouree: what may be said without a separate consent for publicity is name, workplace, post and the sentence of the public notice. Of one revoked nothing is left but that, when and why. */
export const honoureePages = (d: PageData, lang: Lang): Page[] => d.honours.map((h) => (h.revoked === null && d.stories.has(h.nominationId) ? storyPage(d, h, d.stories.get(h.nominationId)!, lang) : { at: `/honourees/${h.number}`, title: h.person.name, body: h.revoked === null ? honoured(d, h, lang) : withdrawn(d, { ...h, revoked: h.revoked }, lang) }))

const honoured = (d: PageData, h: Honour, lang: Lang): Html => {
  const t = texts[lang]
  return html`<div class="in"><article class="honouree">${rings(14, 420, 'rings gold')}<p class="label honour">${d.definition.year} · ${d.definition.award[lang]}</p><h1>${h.person.name}</h1><p class="lead">${h.person.employer} ${h.person.post}</p><blockquote>${h.person.summary}</blockquote>
<dl class="kv"><dt>${t.number}</dt><dd class="num">${h.number}</dd><dt>${t.given}</dt><dd>${dateWords(dayOf(h.givenAt), lang)}</dd><dt>${t.issuer}</dt><dd>${d.campaign.organisationName}</dd></dl></article></div>`
}

const withdrawn = (d: PageData, h: Revoked, lang: Lang): Html => {
  const t = texts[lang]
  return html`<div class="in"><div class="head"><p class="label">${d.definition.year} · ${d.definition.award[lang]}</p><h1>${t.revokedTitle}</h1><p class="lead">${t.revokedLead}</p></div>
<dl class="kv facts"><dt>${t.name}</dt><dd>${h.person.name}</dd><dt>${t.number}</dt><dd class="num">${h.number}</dd><dt>${t.given}</dt><dd>${dateWords(dayOf(h.givenAt), lang)}</dd><dt>${t.revokedOn}</dt><dd>${dateWords(dayOf(h.revoked.at), lang)}</dd><dt>${t.reason}</dt><dd>${h.revoked.reason}</dd><dt>${t.issuer}</dt><dd>${d.campaign.organisationName}</dd></dl>
<section><h2>${t.recall}</h2><ul class="rules"><li>${t.recallCertificate}</li><li>${t.recallPages}</li><li>${t.recallUse}</li></ul></section></div>`
}
