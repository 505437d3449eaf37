/** The page of a public vote as a text: who stands, what the vote weighs, how it is limited, and the form. */
import type { Finding } from '#core/kernel/finding'
import { dayOf, sayEnd, stamp } from '#core/kernel/instant'
import { countedIn, limitsOf, stoppedBy, votesOf, type Limits, type Used } from '#core/review/counting/public-vote'
import { sayCaps, sayForm } from '#core/review/public-voting'
import type { ResolvedRule } from '#core/campaign/definition'
import { signsOf } from '../public-vote-signs'
import type { Services } from '../services'
import { definitionOfCampaign } from '../store/campaigns'
import { readPublicVoteRow, readUsed, type PublicVoteRow } from '../store/public-votes'
import { readRoundCandidates, readRoundRow, type RoundCandidate } from '../store/rounds'
import { frame, listPath } from './frame'
import { html, type Html } from './html'
import type { Lang } from './texts'
import { voteTexts } from './vote-texts'

export interface VotePageData { readonly rule: ResolvedRule<'round'>; readonly award: { zh: string; en: string }; readonly vote: PublicVoteRow; readonly state: 'waiting' | 'running' | 'over'; readonly candidates: readonly RoundCandidate[]; /** Of this browser; null: it has no sign yet. */ readonly used: Used | null; /** By candidate, once the round is closed. */ readonly votes: Readonly<Record<string, number>> | null }
/** What came of a form that was sent. */
export interface Told { readonly status: number; readonly findings: readonly Finding[]; readonly chosen: readonly string[]; readonly tooFast: boolean }

/** Null: there is no such vote. */
export const readVotePage = async (services: Services, roundId: string, browser: string | null, address: string): Promise<VotePageData | null> => {
  const q = services.db
  const vote = await readPublicVoteRow(q, roundId)
  const round = vote === undefined ? undefined : await readRoundRow(q, roundId)
  if (vote === undefined || round === undefined) return null
  const now = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  const state = vote.endedAt !== null || round.state !== 'open' || now >= vote.endsAt ? 'over' : now < vote.startsAt ? 'waiting' : 'running'
  const candidates = (await readRoundCandidates(q, roundId)).toSorted((a, b) => a.ordinal - b.ordinal)
  const used = state === 'running' && browser !== null ? await readUsed(q, roundId, signsOf(services, vote, browser, address), dayOf(now)) : null
  const definition = await definitionOfCampaign(q, services.definitions, round.campaignId)
  return { rule: round.rule, award: definition.award, vote, state, candidates, used, votes: round.result === null || vote.tally === null ? null : votesOf(candidates.map((k) => k.nominationId), vote.tally) }
}

const limitWords = (l: Limits, lang: Lang): string => [sayForm(l), ...sayCaps(l)].map((w) => w[lang]).join(lang === 'zh' ? '；' : '; ')
/** Which limit this browser or its network has reached, whoever it would choose. */
const stopOf = (d: VotePageData, limits: Limits) => (d.used === null ? null : stoppedBy({ ...limits, least: 0 }, { has: () => true, size: 1 }, { ...d.used, given: new Map() }, []))

interface Shown { readonly lang: Lang; readonly proof: string; readonly told: Told; readonly isDemo: boolean }
export const votePage = (d: VotePageData, { lang, proof, told, isDemo }: Shown): string => {
  const t = voteTexts[lang]
  const limits = limitsOf(d.rule)
  const here = (l: Lang) => `/vote/${d.vote.roundId}${l === 'en' ? '?lang=en' : ''}`
  const part = d.rule.publicPart!
  const stop = stopOf(d, limits)
  const mayVote = d.state === 'running' && stop === null
  const body = html`<div class="in"><div class="voteHead"><p class="label">${t.nav} · ${d.rule.name[lang]}</p><h1>${d.award[lang]}</h1><p class="weighs">${t.weighs(part.percent, part.by)}</p><p class="end">${d.state === 'waiting' ? `${t.notYet}${lang === 'zh' ? '：' : ': '}${stamp(d.vote.startsAt).slice(0, 16)}` : d.state === 'over' ? t.over : lang === 'zh' ? `投到 ${sayEnd(d.vote.endsAt).zh} 止` : `Until ${sayEnd(d.vote.endsAt).en}`}</p></div>
${said(d, stop, told, lang)}${mayVote ? form(d, limits, proof, told, lang) : list(d, lang)}${terms(d, limits, lang)}</div>`
  return frame({ lang, isDemo, title: `${d.rule.name[lang]} · ${t.nav}`, description: t.weighs(part.percent, part.by), elsewhere: here(lang === 'zh' ? 'en' : 'zh'), mark: d.award[lang], home: here(lang), navName: t.nav, nav: html`<a class="wide" href="${listPath(lang)}">${t.all}</a>`, body, footer: html`<p>${t.promise}</p>` })
}

const said = (d: VotePageData, stop: ReturnType<typeof stopOf>, told: Told, lang: Lang): Html | null => {
  const t = voteTexts[lang]
  if (told.tooFast) return html`<div class="said" role="alert"><b>${t.notTaken}</b><p>${t.tooFast}</p></div>`
  if (told.findings.length > 0) return html`<div class="said" role="alert"><b>${t.notTaken}</b>${told.findings.map((f) => html`<p>${f.what[lang]}${lang === 'zh' ? '。' : '. '}${f.mend[lang]}</p>`)}</div>`
  if (d.state === 'over') return html`<div class="said" role="status"><b>${t.over}</b>${d.votes === null ? html`<p>${t.overFact}</p>` : null}</div>`
  if (d.used === null || d.used.inAll === 0) return null
  return html`<div class="said ok" role="status"><b>${t.given(d.used.inAll)}</b><p>${stop === null ? t.mayAgain : stop === 'perDay' || stop === 'perAddress' ? t.tomorrow : t.full}</p></div>`
}

const about = (k: RoundCandidate): Html => html`<span><b>${k.candidateName}</b><span class="of">${k.employer || k.unitName}</span></span>`
const form = (d: VotePageData, limits: Limits, proof: string, told: Told, lang: Lang): Html => {
  const t = voteTexts[lang]
  const one = limits.most === 1
  return html`<form class="ballot" method="post" action="/vote/${d.vote.roundId}${lang === 'en' ? '?lang=en' : ''}"><input type="hidden" name="proof" value="${proof}"><fieldset><legend>${t.choose}<span>${sayForm(limits)[lang]}${lang === 'zh' ? '。' : '. '}${t.order}</span></legend><ul class="picks">${d.candidates.map((k) => html`<li><label><input type="${one ? 'radio' : 'checkbox'}" name="c" value="${k.nominationId}"${told.chosen.includes(k.nominationId) ? html` checked` : null}>${about(k)}</label></li>`)}</ul></fieldset><button class="button" type="submit">${t.vote}</button></form>`
}
const list = (d: VotePageData, lang: Lang): Html => {
  const t = voteTexts[lang]
  const rows = d.votes === null ? d.candidates : d.candidates.toSorted((a, b) => d.votes![b.nominationId]! - d.votes![a.nominationId]!)
  return html`<section class="ballot"><h2>${d.votes === null ? t.choose : t.counts}</h2><ul class="picks">${rows.map((k) => html`<li><span class="row">${about(k)}${d.votes === null ? null : html`<span class="n">${t.votes(d.votes[k.nominationId]!)}</span>`}</span></li>`)}</ul></section>`
}
const terms = (d: VotePageData, limits: Limits, lang: Lang): Html => {
  const t = voteTexts[lang]
  const tally = d.votes === null ? null : d.vote.tally
  return html`<section class="terms"><dl class="kv"><dt>${t.time}</dt><dd>${t.until(stamp(d.vote.startsAt).slice(0, 16), stamp(d.vote.endsAt).slice(0, 16))}</dd><dt>${t.limits}</dt><dd>${limitWords(limits, lang)}</dd><dt>${t.results}</dt><dd>${tally === null ? t.hidden : t.inAll(countedIn(tally), Object.values(tally.struck).reduce((n, s) => n + s, 0))}</dd></dl><p>${t.honest}</p><p>${t.noNames}</p></section>`
}
