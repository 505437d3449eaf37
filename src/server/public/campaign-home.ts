import { rulesOf } from '#core/campaign/definition'
import { dayOf, sayEnd } from '#core/kernel/instant'
import { acceptsPublicLeads } from '#core/nomination/lead'
import { mayApply } from '#core/nomination/self-application'
import { html, type Html } from './html'
import { pathOf, phrases } from './layout'
import { headerOf } from './look/parts'
import type { Page, PageData } from './page-data'
import { rings } from './rings'
import { advisories } from './advisories'
import { texts, type Lang } from './texts'

export const campaignHome = (d: PageData, lang: Lang): Page => ({ at: '', title: texts[lang].home, body: body(d, lang) })

const body = (d: PageData, lang: Lang): Html => {
  const t = texts[lang]
  const own = (at: string) => pathOf(d.campaign.slug, lang, at)
  const running = d.notice !== null && d.now < d.notice.endsAt
  return html`${headerOf(d.look)}<section class="hero${d.look?.header == null ? '' : ' below'}"><div class="in">${d.look?.header == null ? rings(22, 900, 'rings') : null}<p class="label">${d.definition.year}</p><h1>${phrases(d.definition.award[lang])}</h1><p class="lead">${d.definition.name[lang]}</p>
<p class="acts">${running ? html`<a class="button" href="${own('/public-notice')}">${t.seeList}</a>` : null}<a class="${running ? 'button plain' : 'button'}" href="${own('/notice')}">${t.readNotice}</a>${applies(d) ? html`<a class="button plain" href="/apply/${d.campaign.slug}">${t.apply}</a>` : null}${d.campaign.state === 'open' && acceptsPublicLeads(d.definition) ? html`<a class="button plain" href="/lead/${d.campaign.slug}">${t.lead}</a>` : null}</p></div></section>
${running && d.notice !== null ? html`<div class="in"><p class="banner"><b>${t.running}</b><span>${t.until[0]}${sayEnd(d.notice.endsAt)[lang]}${t.until[1]}</span><a href="${own('/public-notice')}">${t.seeNotice} →</a></p></div>` : null}
${d.votes.filter((v) => v.startsAt <= d.now && d.now < v.endsAt).map((v) => html`<div class="in"><p class="banner"><b>${t.voting}</b><span>${t.voteUntil[0]}${sayEnd(v.endsAt)[lang]}${t.voteUntil[1]}</span><a href="/vote/${v.roundId}${lang === 'en' ? '?lang=en' : ''}">${t.voteHere} →</a></p></div>`)}
${advisories(d, lang)}<div class="in">${stages(d, lang)}${honoured(d, lang)}
<div class="two"><section><h2>${t.hosts}</h2><ul class="hosts">${d.definition.notice.hosts.map((h) => html`<li>${h[lang]}</li>`)}</ul></section>
<section><h2>${t.contact}</h2>${contact(d, lang)}</section></div></div>`
}

/** Where the notice takes applications and their time is not over. */
const applies = (d: PageData): boolean => d.campaign.state === 'open' && mayApply(d.definition, { end: d.campaign.extendedTo ?? d.campaign.deadline, now: d.now }).length === 0

const stages = (d: PageData, lang: Lang): Html => {
  const t = texts[lang]
  const today = dayOf(d.now)
  const list = rulesOf(d.definition, 'stage')
  const state = (from: string | null, to: string | null) => (to !== null && to < today ? 'done' : from !== null && from <= today ? 'on' : 'next')
  if (list.length === 0) return html``
  return html`<section><h2>${t.whereItStands}</h2><ol class="stages">${list.map((s) => {
    const at = state(s.from, s.to)
    return html`<li class="${at}"${at === 'on' ? html` aria-current="step"` : null}><b>${s.name[lang]}</b><span>${s.from === null && s.to === null ? (s.about?.[lang] ?? '') : `${short(s.from, lang)}—${short(s.to, lang)}`}</span></li>`
  })}</ol></section>`
}

const short = (day: string | null, lang: Lang): string => {
  if (day === null) return ''
  const [, month, date] = day.split('-').map(Number)
  return lang === 'zh' ? `${month}月${date}日` : `${date}/${month}`
}

const honoured = (d: PageData, lang: Lang): Html => d.honours.length === 0 ? html`` : html`<section><h2>${texts[lang].honoured}</h2><ul class="people">${d.honours.filter((h) => h.revoked === null).map((h) =>
  html`<li><a href="${pathOf(d.campaign.slug, lang, `/honourees/${h.number}`)}"><b>${h.person.name}</b><span>${h.person.employer} ${h.person.post}</span><em>${h.person.summary}</em></a></li>`)}</ul></section>`

export const contact = (d: PageData, lang: Lang): Html => {
  const t = texts[lang]
  const c = d.campaign.contact
  const line = (label: string, value: string) => (value === '' ? null : html`<dt>${label}</dt><dd>${value}</dd>`)
  return html`<dl class="kv"><dt>${t.office}</dt><dd>${d.campaign.organisationName}${c.person === '' ? '' : ` ${c.person}`}</dd>${line(t.phone, c.phone)}${line(t.email, c.email)}${line(t.address, c.address)}</dl>`
}
