import { daysLeft } from '#core/announcement/public-stage'
import { hostNotice, rulesOf } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { clockTime, dayOf, sayEnd, weekdayOf } from '#core/kernel/instant'
import { html, type Html } from './html'
import { mayObject, objectHere, supplementary } from './objecting'
import { contact } from './campaign-home'
import { phrases } from './layout'
import type { Page, PageData } from './page-data'
import { texts, type Lang } from './texts'

/** 公示: who, how many days are left, how to object, what happens then. Order by name; no vote, no rank, no number of a person. */
export const publicNoticePage = (d: PageData, lang: Lang): Page => ({ at: '/public-notice', title: texts[lang].publicNotice, body: d.notice === null ? none(d, lang) : body(d, d.notice, lang) })

const none = (d: PageData, lang: Lang): Html => html`<div class="in"><div class="head"><p class="label">${texts[lang].publicNotice}</p><h1>${phrases(d.definition.award[lang])}</h1><p class="lead">${texts[lang].noHonours}</p></div></div>`

const body = (d: PageData, n: NonNullable<PageData['notice']>, lang: Lang): Html => {
  const t = texts[lang]
  return html`<div class="in"><div class="split"><div class="head"><p class="label">${t.publicNotice}</p><h1>${phrases(`${d.definition.year}${lang === 'zh' ? '年' : ' '}“${d.definition.award[lang].replace(/[“”]/g, '')}”`)}<span class="ib">${t.provisional}</span></h1><p class="lead">${t.nowToPublic}${t.order}</p></div>${clock(d, n, lang)}</div>
<ol class="list">${n.people.map((p, i) => html`<li><span class="no">${String(i + 1).padStart(2, '0')}</span><div><b>${p.name}</b><p>${p.employer}</p><p>${p.post}</p></div><p class="deed">${p.summary}</p></li>`)}</ol>
${supplementary(d, lang)}<section id="object"><h2>${t.object}</h2>${objectHere(d, n, lang)}${!mayObject(d, n) ? html`<p>${t.closedToObjections}</p>${contact(d, lang)}` : html`<div class="two"><div><h3>${t.byPhone}</h3><p class="num">${n.howToObject.phone}</p><p>${n.howToObject.email}</p></div><div><h3>${t.byLetter}</h3><p>${n.howToObject.address}</p></div></div>${howTo(d, lang)}`}</section>
<section><h2>${t.after}</h2><ol class="four"><li><h3>${t.step1}</h3><p>${t.step1a}</p></li><li><h3>${t.step2}</h3><p>${t.step2a}</p></li><li><h3>${t.step3}</h3><p>${t.step3a}</p></li><li><h3>${t.step4}</h3><p>${t.step4a}</p></li></ol></section>
<p class="sign">${d.campaign.organisationName}<br>${dateWords(dayOf(n.startsAt), lang)}</p></div>`
}

/** The campaign's own rule on objections where it has one; the house's otherwise. */
const howTo = (d: PageData, lang: Lang): Html => {
  const rules = [...rulesOf(d.definition, 'objection'), ...rulesOf(d.definition, 'sanction')]
  if (rules.every((r) => r.kind !== 'objection')) return html`<p class="box"><b>${texts[lang].fair}</b>${texts[lang].fairMore}</p>`
  return html`<ol class="rules">${rules.map((r) => html`<li>${sayRule(r)[lang]}<span>${r.rests.number ?? texts[lang].officeDecision}</span></li>`)}</ol>`
}

const clock = (d: PageData, n: NonNullable<PageData['notice']>, lang: Lang): Html => {
  const t = texts[lang]
  const today = dayOf(d.now)
  const left = daysLeft(n.days, d.now)
  const unit = hostNotice(d.definition)?.count === 'working' ? 'working' : 'calendar'
  const bar = (day: string) => html`<li class="${day < today ? 'past' : day === today ? 'now' : 'next'}"><i></i>${day.slice(8).replace(/^0/, '')}${lang === 'zh' ? '日' : ''}<br>${weekday(day, lang)}</li>`
  return html`<aside class="clock"><p>${d.now >= n.endsAt ? t.ended : t.left}</p>${d.now >= n.endsAt ? null : html`<p class="big"><b>${left}</b> ${unit === 'working' ? t.leftDays : t.leftCalendar}</p>`}<p class="end">${t.until[0]}${sayEnd(n.endsAt)[lang]}${t.until[1]}</p>
<ol class="bars" aria-hidden="true">${n.days.map(bar)}</ol><p class="small">${t.from} ${dateWords(dayOf(n.startsAt), lang)} ${clockTime(n.startsAt)} ${t.rise} ${n.days.length} ${unit === 'working' ? t.workingDays : t.days}<br>${t.updated} ${dateWords(today, lang)} ${clockTime(d.now)}</p></aside>`
}

const weekday = (day: string, lang: Lang): string => (lang === 'zh' ? ['日', '一', '二', '三', '四', '五', '六'] : ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'])[weekdayOf(day)] ?? ''
export const dateWords = (day: string, lang: Lang): string => {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date}/${month}/${year}`
}
