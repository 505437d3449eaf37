/** What stands around the text of a notice: the stages with the days left, the sheets to be fetched, where it comes from. */
import { rulesOf } from '#core/campaign/definition'
import { saysWhen } from '#core/rules/stage'
import { dayOf, sayDay, sayDays, startOfDay, type CalendarDay } from '#core/kernel/instant'
import { html, type Html } from './html'
import type { PageData } from './page-data'
import { texts, type Lang } from './texts'
import { pathOf } from './layout'

const DAY = 86_400_000
const between = (from: CalendarDay, to: CalendarDay): number => Math.round((startOfDay(to) - startOfDay(from)) / DAY)
const days = (n: number, lang: Lang, words: readonly [string, string]): string => `${words[0]}${n}${lang === 'en' && n === 1 ? words[1].replace('days', 'day') : words[1]}`

/** How many days there are until a term ends, today included; nothing once it has. */
export const daysTo = (end: number, now: number, lang: Lang): Html => {
  const t = texts[lang]
  if (end <= now) return html`<span class="left">${t.over}</span>`
  return html`<span class="left">${days(between(dayOf(now), dayOf(end - 1)) + 1, lang, t.daysLeft)}</span>`
}

const span = (from: CalendarDay | null, to: CalendarDay | null, lang: Lang): string => {
  if (from === null) return to === null ? '' : `${texts[lang].upTo} ${sayDay(to)[lang]}`
  if (to === null) return `${sayDay(from)[lang]} ${texts[lang].onwards}`
  return from === to ? sayDay(from)[lang] : sayDays(from, to)[lang]
}

/** The stages that have days, each with where it stands today. */
export const stageRows = (d: PageData, lang: Lang): Html | null => {
  const t = texts[lang]
  const today = dayOf(d.now)
  const list = rulesOf(d.definition, 'stage').filter(saysWhen)
  if (list.length === 0) return null
  const standing = (from: CalendarDay | null, to: CalendarDay | null): readonly [state: string, words: string] => {
    if (to !== null && to < today) return ['done', t.over]
    if (from !== null && from > today) return ['next', days(between(today, from), lang, t.beginsIn)]
    return ['on', to === null ? t.underWay : days(between(today, to) + 1, lang, t.daysLeft)]
  }
  return html`<ol class="dates">${list.map((s) => {
    const [state, words] = standing(s.from, s.to)
    return html`<li class="${state}"${state === 'on' ? html` aria-current="step"` : null}><b>${s.name[lang]}</b><span>${span(s.from, s.to, lang)}</span><em>${words}</em></li>`
  })}</ol>`
}

const kinds: Readonly<Record<string, string>> = { docx: 'Word', doc: 'Word', xlsx: 'Excel', xls: 'Excel', pdf: 'PDF' }
const size = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`)
export const SHORT_HASH = 8

/** Each with its version: since when, and the beginning of its SHA-256, so that a file on a disk can be told from the newest. */
export const attachmentList = (d: PageData, lang: Lang): Html | null => {
  const t = texts[lang]
  if (d.attachments.length === 0) return null
  return html`<section id="attachments"><h2>${t.attachments}</h2><ol class="files">${d.attachments.map(({ attachment: a, inForce: f, rows }) => {
    if (f === null) return html`<li><span class="name">${a.name[lang]}</span><span>${t.fromOffice}</span></li>`
    // Said where units may have an earlier one: a change that has its reason.
    const newest = rows[0]
    return html`<li><a href="/api/public/campaigns/${d.campaign.slug}/attachments/${encodeURIComponent(a.id)}" download><span class="name">${a.name[lang]}</span><span>${kinds[f.format]} ${size(f.bytes)}</span></a><p>${sayDay(dayOf(f.since))[lang]} · SHA-256 <code>${f.sha256.slice(0, SHORT_HASH)}</code>${newest !== undefined && newest.reason !== '' ? html` · ${a.added !== undefined && rows.length === 1 ? t.added : t.replaced}${newest.reason}` : null}</p></li>`
  })}</ol></section>`
}

/** 来源和原文: the public page of the level above where it stands here, and what the office states. The address is shown as it is, and leads nowhere in this installation's name. */
export const sourceOf = (d: PageData, lang: Lang): Html | null => {
  const t = texts[lang]
  const { parent, stated } = d.original
  if (parent === null && stated === null) return null
  return html`<dl class="source">${parent === null ? null : html`<dt>${t.forwarded}</dt><dd><a href="${lang === 'en' ? pathOf(parent.path.split('/')[2]!, 'en', '/notice') : parent.path}">${parent.name}</a></dd>`}${stated === null ? null : html`<dt>${t.source}</dt><dd>${stated.name}${stated.url === null ? null : html`<br>${t.original}<a href="${stated.url}" rel="noopener noreferrer nofollow" class="away">${stated.url}</a>`}</dd>`}</dl>`
}
