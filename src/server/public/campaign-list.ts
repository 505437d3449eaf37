import { hostNotice } from '#core/campaign/definition'
import { publicStage, sayStage, stageEnds, stageNames, type PublicStage } from '#core/announcement/public-stage'
import type { Words } from '#core/kernel/finding'
import { addDays, dayOf, startOfDay, type CalendarDay } from '#core/kernel/instant'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { stands } from '../store/honour-register'
import { noticeTerms, onNotice } from '../store/standing-list'
import { frame, listPath } from './frame'
import { html, type Html } from './html'
import { pathOf, phrases } from './layout'
import type { PublicLook } from './look/public-look'
import { rings } from './rings'
import { texts, type Lang } from './texts'

/** A campaign as the public list shows it; a draft is never one. */
export interface PublicCampaign {
  readonly slug: string
  readonly year: number
  readonly name: Words
  readonly award: Words
  readonly hosts: readonly Words[]
  readonly organisationName: string
  readonly openedAt: number
  readonly stage: PublicStage
}

interface Row { id: string; hash: string; slug: string; organisationName: string; openedAt: number; end: number | null; endsAt: number | null; days: CalendarDay[] | null; people: number; honours: number | null }

/** Every campaign that is public, the newest first. */
export const readPublicCampaigns = async (q: Queries, services: Pick<Services, 'definitions'>, now: number): Promise<PublicCampaign[]> => {
  const rows = await q.rows<Row>(
    `SELECT c.id, c.definition_hash AS hash, c.slug, o.name AS "organisationName", c.opened_at AS "openedAt", coalesce(c.extended_to, c.deadline) AS "end", p.ends_at AS "endsAt", p.days,
       (SELECT count(*)::int FROM ${onNotice} s WHERE s.campaign_id = c.id) AS people, (SELECT CASE WHEN count(*) > 0 THEN (count(*) FILTER (WHERE ${stands('h')}))::int END FROM honours h WHERE h.campaign_id = c.id) AS honours
     FROM campaigns c JOIN organisations o ON o.id = c.organisation_id LEFT JOIN LATERAL (SELECT t.ends_at, t.days FROM ${noticeTerms} t WHERE t.campaign_id = c.id ORDER BY t.ends_at DESC LIMIT 1) p ON true WHERE c.state <> 'draft' AND NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = c.id) ORDER BY c.opened_at DESC, c.id`)
  return Promise.all(rows.map(async (r) => {
    const d = await definitionOf(q, services.definitions, r.id, r.hash)
    const notice = r.endsAt === null || r.days === null ? null : { endsAt: r.endsAt, days: r.days, count: hostNotice(d)?.count ?? 'working', people: r.people }
    return { slug: r.slug, year: d.year, name: d.name, award: d.award, hosts: d.notice.hosts, organisationName: r.organisationName, openedAt: r.openedAt, stage: publicStage({ end: r.end, notice, honours: r.honours }, now) }
  }))
}

/** The list says how many days are left: true until midnight, or until a term ends before. */
export const listStaleAt = (campaigns: readonly PublicCampaign[], now: number): number =>
  Math.min(startOfDay(addDays(dayOf(now), 1)), ...campaigns.flatMap((c) => stageEnds(c.stage) ?? []))

export interface ListData { readonly campaigns: readonly PublicCampaign[]; /** Whose installation it is; null before the first set-up. */ readonly host: Words | null; readonly look: PublicLook | null; readonly isDemo: boolean }

/** 活动一览: `/p`, every public campaign and where it stands. */
export const campaignListPage = (d: ListData, lang: Lang): string => {
  const t = texts[lang]
  const product = t.product
  return frame({
    lang, isDemo: d.isDemo, look: d.look, title: `${t.allCampaigns} · ${d.host?.[lang] ?? product}`, description: t.listLead, elsewhere: listPath(lang === 'zh' ? 'en' : 'zh'),
    mark: d.host?.[lang] ?? product, home: listPath(lang), navName: t.allCampaigns,
    nav: html`<a href="${listPath(lang)}" aria-current="page">${t.allCampaigns}</a><a href="${listPath(lang)}/gallery">${t.gallery}</a><a href="${listPath(lang)}/search">${t.search}</a><a href="/">${t.enter}</a>`, head: html`<link rel="alternate" type="application/atom+xml" title="Atom" href="/p/feed.xml">`,
    footer: html`<p class="who">${d.host?.[lang] ?? product}</p>`,
    body: html`<div class="in over">${rings(14, 560, 'rings')}<div class="head"><h1>${t.allCampaigns}</h1><p class="lead">${t.listLead}</p></div>${d.campaigns.length === 0 ? nothing(lang) : years(d.campaigns, lang)}</div>`,
  })
}

const nothing = (lang: Lang): Html => html`<div class="none"><p>${texts[lang].nothing}</p><p>${texts[lang].nothingMore}</p></div>`

/** By year as the notices count it; within and between them the newest first. */
const years = (campaigns: readonly PublicCampaign[], lang: Lang): Html[] => [...new Set(campaigns.map((c) => c.year))].sort((a, b) => b - a).map((year) => {
  const of = campaigns.filter((c) => c.year === year)
  return html`<section class="year" aria-labelledby="y${year}"><h2 id="y${year}">${year}<span>${of.length} ${of.length === 1 ? texts[lang].campaign : texts[lang].campaigns}</span></h2><ul>${of.map((c) => row(c, lang))}</ul></section>`
})

const row = (c: PublicCampaign, lang: Lang): Html => {
  const t = texts[lang]
  const next: Readonly<Record<PublicStage['kind'], readonly [at: string, words: string]>> = {
    nominating: ['/notice', t.readNotice], selecting: ['/notice', t.readNotice], announcing: ['/public-notice', t.seeNotice], announced: ['/public-notice', t.seeList], honoured: ['/honourees', t.seeHonourees],
  }
  const [at, words] = next[c.stage.kind]
  return html`<li><div><h3><a href="${pathOf(c.slug, lang, '')}">${phrases(c.award[lang])}</a></h3><p class="hosts">${pieces(c.hosts.map((h) => h[lang]), lang === 'zh' ? '、' : ', ')}</p></div>
<div class="standing ${c.stage.kind}"><b>${stageNames[c.stage.kind][lang]}</b><p>${pieces(sayStage(c.stage)[lang].split(lang === 'zh' ? '，' : /(?<=\)), /), lang === 'zh' ? '，' : ', ')}</p><a href="${pathOf(c.slug, lang, at)}" aria-label="${words}: ${c.award[lang]}">${words} →</a>${at === '/notice' ? null : html` <a class="more" href="${pathOf(c.slug, lang, '/notice')}" aria-label="${t.readIt}: ${c.award[lang]}">${t.readIt}</a>`}</div></li>`
}

/** Lines break between the pieces, not within a name or a date. */
const pieces = (list: readonly string[], comma: string): Html[] =>
  list.map((piece, i) => html`<span class="ib">${piece}${i < list.length - 1 ? comma.trim() : ''}</span>${i < list.length - 1 && comma.endsWith(' ') ? ' ' : ''}`)
