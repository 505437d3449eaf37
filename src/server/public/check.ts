/** `/check`: whether a certificate holds, for anybody, without a script and without an account. The code of the QR opens what the certificate says; the number alone tells that there is one. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { certificateHash, maskedName } from '#core/announcement/certificate'
import { dayOf } from '#core/kernel/instant'
import { normaliseCode } from '../ids'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { factsOf, readByNumber, standingOf, type RegisteredHonour } from '../store/honour-register'
import { checkTexts } from './check-texts'
import { frame, listPath } from './frame'
import { Html, html } from './html'
import { dateWords } from './public-notice'
import type { Lang } from './texts'

export type Verdict = { readonly is: 'valid' | 'revoked'; readonly honour: RegisteredHonour } | { readonly is: 'numberKnown'; readonly masked: string; readonly honour: RegisteredHonour } | { readonly is: 'unknown' }

/** As typed: full-width digits and dashes of any kind. */
const plainNumber = (typed: string): string => typed.normalize('NFKC').replace(/[‐-―−]/gu, '-').replace(/\s/gu, '').toUpperCase()
const same = (a: string, b: string): boolean => { const [x, y] = [Buffer.from(a), Buffer.from(b)]; return x.byteLength === y.byteLength && timingSafeEqual(x, y) }

/** A wrong code is answered as a number that never was; of a revoked honour the number alone tells nothing either. */
export const checkCertificate = async (q: Queries, typed: { readonly number: string; readonly code: string }): Promise<Verdict> => {
  const [number, code] = [plainNumber(typed.number), normaliseCode(typed.code.normalize('NFKC'))]
  const honour = number.length > 40 ? undefined : await readByNumber(q, number)
  if (honour === undefined) return { is: 'unknown' }
  if (code === '') return standingOf(honour) === 'valid' ? { is: 'numberKnown', masked: maskedName(honour.name), honour } : { is: 'unknown' }
  return same(code, honour.code) ? { is: standingOf(honour), honour } : { is: 'unknown' }
}

/** Of one address in a minute: a hall full of people who scan theirs fits; who tries numbers is slowed. The code is out of reach of guessing (79 bits). */
const TRIES = { max: 60, timeWindow: '1 minute' }

export const registerCheck = (app: FastifyInstance, services: Services): void => {
  const tooFast = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (reply.statusCode !== 429 && (error as { statusCode?: unknown }).statusCode !== 429) throw error
    const lang: Lang = (request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'zh'
    return reply.status(429).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page({ lang, typed: { number: '', code: '' }, verdict: 'tooFast', isDemo: services.isDemo }))
  }
  app.get('/check', { config: { rateLimit: TRIES }, errorHandler: tooFast }, async (request, reply) => {
    const asked = request.query as Readonly<Record<string, unknown>>
    const text = (key: string): string => (typeof asked[key] === 'string' ? asked[key].slice(0, 80) : '')
    const lang: Lang = text('lang') === 'en' ? 'en' : 'zh'
    const typed = { number: text('n'), code: text('c') }
    const verdict = typed.number.trim() === '' ? null : await checkCertificate(services.db, typed)
    return reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8').send(page({ lang, typed, verdict, isDemo: services.isDemo }))
  })
}

interface Shown { readonly lang: Lang; readonly typed: { readonly number: string; readonly code: string }; readonly verdict: Verdict | 'tooFast' | null; readonly isDemo: boolean }

const page = ({ lang, typed, verdict, isDemo }: Shown): string => {
  const t = checkTexts[lang]
  const at = (other: Lang) => `/check?${new URLSearchParams({ ...(typed.number === '' ? {} : { n: typed.number }), ...(typed.code === '' ? {} : { c: typed.code }), ...(other === 'en' ? { lang: 'en' } : {}) }).toString()}`.replace(/\?$/, '')
  return frame({
    lang, isDemo, title: t.title, description: t.lead, elsewhere: at(lang === 'zh' ? 'en' : 'zh'), mark: t.home, home: lang === 'en' ? '/check?lang=en' : '/check', navName: t.home, nav: html`<a class="wide" href="${listPath(lang)}">${lang === 'en' ? 'Campaigns' : '活动一览'}</a>`,
    body: html`<div class="in"><div class="head"><h1 class="small">${t.title}</h1>${verdict === null ? html`<p class="lead">${t.lead}</p>` : null}</div>${verdict === null ? null : verdict === 'tooFast' ? html`<p class="lead" role="status">${t.tooFast}</p>` : answer(verdict, lang)}${form(lang, verdict !== null, verdict !== null && verdict !== 'tooFast' && verdict.is === 'unknown' ? typed.number : '')}</div>`,
    footer: html`<p>${t.promise}</p>`,
  })
}

const form = (lang: Lang, later: boolean, number: string): Html => {
  const t = checkTexts[lang]
  return html`<form class="ask${later ? ' later' : ''}" method="get" action="/check"><div><label for="n">${t.number}</label><input id="n" name="n" required maxlength="40" autocomplete="off" spellcheck="false" value="${number}" aria-describedby="nh"><small id="nh">${t.numberHint}</small></div><div><label for="c">${t.code}</label><input id="c" name="c" maxlength="40" autocomplete="off" spellcheck="false" aria-describedby="ch"><small id="ch">${t.codeHint}</small></div>${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}<button class="button${later ? ' plain' : ''}" type="submit">${later ? t.again : t.check}</button></form>`
}

const drawn = { valid: 'M4 13l6 6L20 5', revoked: 'M5 5l14 14M19 5L5 19', unknown: 'M8 8.5a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.2-1.5 2.3M12 18.6v.8' } as const
const markOf = (tone: keyof typeof drawn): Html => new Html(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true"><path d="${drawn[tone]}"/></svg>`)

const answer = (v: Verdict, lang: Lang): Html => {
  const t = checkTexts[lang]
  const tone = v.is === 'numberKnown' ? 'valid' : v.is
  return html`<article class="verdict ${tone}" role="status"><h2>${markOf(tone)}${t[v.is]}</h2>${body(v, lang)}</article>`
}

const body = (v: Verdict, lang: Lang): Html => {
  const t = checkTexts[lang]
  if (v.is === 'unknown') return html`<p>${t.unknownFact}</p>`
  const h = v.honour
  const given = html`<dt>${t.given}</dt><dd>${dateWords(dayOf(h.givenAt), lang)}</dd>`
  if (v.is === 'numberKnown') return html`<dl class="kv"><dt>${t.number}</dt><dd class="num">${h.number}</dd><dt>${t.name}</dt><dd>${v.masked}</dd><dt>${t.award}</dt><dd>${h.award[lang]}</dd>${given}</dl><p>${t.maskedFact}</p>`
  const whole = html`<dt>${t.name}</dt><dd class="who">${h.name}</dd><dt>${t.unit}</dt><dd>${h.unit}</dd><dt>${t.award}</dt><dd>${h.award[lang]}</dd><dt>${t.campaign}</dt><dd>${h.campaign[lang]}</dd><dt>${t.issuers}</dt><dd>${h.issuers.map((i) => i[lang]).join(lang === 'zh' ? '、' : ', ')}</dd>${given}<dt>${t.number}</dt><dd class="num">${h.number}</dd>`
  if (v.is === 'revoked') return html`<dl class="kv">${whole}<dt>${t.revokedOn}</dt><dd><b>${dateWords(dayOf(h.lastAt), lang)}</b></dd><dt>${t.reason}</dt><dd><b>${h.reason ?? ''}</b></dd></dl>`
  return html`<p>${t.validFact}</p><dl class="kv">${whole}<dt>${t.hash}</dt><dd class="hash">${certificateHash(factsOf(h))}</dd></dl>`
}
