/** The page of a press kit, in the look of the public pages: texts to copy, pictures, films, posters, and one file with all of it. Readable without a script. */
import { sayFullEnd } from '#core/kernel/instant'
import { kitRules } from '#core/publicity/kit/readme'
import { countOf } from '#core/publicity/kit/sentences'
import { sizeOf } from '#core/publicity/poster/sizes'
import { designNames } from '../../posters/archive'
import type { OpenedKit } from '../../kits/open-kit'
import { saySize } from '../../kits/names'
import { frame, listPath } from '../frame'
import { html, type Html } from '../html'
import { phrases } from '../layout'
import { qrOf } from '../story/qr'
import type { Lang } from '../texts'
import { pressWords } from './words'

interface Shown { readonly lang: Lang; /** Of this page, without a language. */ readonly path: string; readonly origin: string; readonly now: number; readonly isDemo: boolean }
const elsewhere = (path: string, lang: Lang): string => (lang === 'zh' ? `${path}?lang=en` : path)
const DAY = 86_400_000
/** Nothing tells a search engine or the next site of it. */
const head = html`<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">`

/** Expired, ended, withdrawn, never made: one page for all of it. */
export const gonePage = (lang: Lang, isDemo: boolean): string => {
  const t = pressWords[lang]
  return frame({ lang, isDemo, title: t.gone, description: t.gone, head, elsewhere: elsewhere('/press', lang), mark: t.label, home: listPath(lang), navName: t.label, nav: html``, footer: html``, body: html`<div class="in"><div class="head"><h1 class="small">${t.gone}</h1><p class="lead">${t.goneFact}</p></div></div>` })
}

export const pressPage = (o: OpenedKit, { lang, path, origin, now, isDemo }: Shown): string => {
  const t = pressWords[lang]
  const { facts: f, kit } = o
  const days = Math.max(1, Math.floor((f.until - now) / DAY))
  return frame({
    lang, isDemo, look: o.look, title: `${f.name} · ${t.label}`, description: t.holds, head, elsewhere: elsewhere(path, lang), mark: f.office, home: listPath(lang), navName: t.label, nav: html``, footer: html`<p class="who">${f.office}</p>`,
    body: html`<div class="in"><div class="head"><p class="label">${t.label} · ${f.year} ${phrases(f.honour)}</p><h1>${f.name}</h1><p class="lead">${f.employer} ${f.post}<br>${f.title}</p></div>
<div class="kit-get"><p><b>${t.until[0]}${sayFullEnd(f.until)[lang]}${t.until[1]}</b>${t.left[0]}${days}${t.left[1]}${lang === 'zh' ? '。' : '. '}${t.holds}</p><a class="button" href="${path}/kit.zip" rel="nofollow">${t.take}<span>${t.size[0]}${saySize(o.bytes + 100_000)}${t.size[1]}</span></a></div>
<section><h2>${t.texts}</h2>${text(t.short, kit.short, lang)}${text(t.middle, kit.middle, lang)}<details class="kit-text"><summary>${t.readWhole}<span class="num">　${countOf(kit.whole.map((p) => p.text).join(''))} ${t.characters}</span></summary><div lang="zh-CN">${kit.whole.map((p) => (p.kind === 'heading' ? html`<h4>${p.text}</h4>` : html`<p>${p.text}</p>`))}</div></details></section>
${pictures(o, path, lang)}${films(o, path, lang)}${posters(o, path, lang)}
<div class="two"><section><h2>${t.rules}</h2><ol class="kit-rules">${kitRules[lang].map((r) => html`<li>${r}</li>`)}</ol></section>
<section><h2>${t.contact}</h2><dl class="kv"><dt>${t.office}</dt><dd>${f.office}</dd><dt>${t.person}</dt><dd>${f.contact.name}</dd>${f.contact.phone === '' ? null : html`<dt>${t.phone}</dt><dd class="num">${f.contact.phone}</dd>`}${f.contact.email === '' ? null : html`<dt>${t.email}</dt><dd>${f.contact.email}</dd>`}<dt>${t.page}</dt><dd><a href="${f.address}" rel="noreferrer">${f.address}</a></dd></dl></section></div>
<aside class="share"><div class="qr">${qrOf(origin + path)}</div><div><h2>${t.again}</h2><p>${t.againFact}</p><p class="kit-link">${origin}${path}</p></div></aside></div>`,
  })
}

const text = (name: string, paragraphs: readonly string[], lang: Lang): Html => {
  const t = pressWords[lang]
  return html`<div class="kit-text"><h3>${name}<span>${countOf(paragraphs.join(''))} ${t.characters}　${t.pick}</span></h3><div class="all-of-it" lang="zh-CN">${paragraphs.map((p) => html`<p>${p}</p>`)}</div></div>`
}

const pictures = ({ kit, media }: OpenedKit, path: string, lang: Lang): Html | null => {
  const t = pressWords[lang]
  const shown = kit.media.flatMap((k) => { const m = media.find((x) => x.id === k.id && x.kind === 'picture'); return m === undefined ? [] : [{ k, m }] })
  return shown.length === 0 ? null : html`<section><h2>${t.pictures}</h2><ul class="kit-media">${shown.map(({ k, m }) => {
    const widths = Object.keys(m.renditions).map(Number).toSorted((a, b) => a - b)
    const at = (w: number) => `${path}/media/${m.id}-${w}.webp`
    return html`<li><figure><img src="${at(widths.find((w) => w >= 480) ?? widths.at(-1)!)}" srcset="${widths.map((w) => `${at(w)} ${w}w`).join(', ')}" sizes="(max-width:700px) 100vw, 360px" width="${widths.at(-1)!}" height="${m.renditions[String(widths.at(-1)!)]!.height}" alt="${k.caption}" loading="lazy" decoding="async"><figcaption lang="zh-CN">${k.caption}</figcaption></figure><dl><dt>${lang === 'zh' ? '署名' : 'Credit'}</dt><dd>${k.credit}</dd><dt>${t.people}</dt><dd>${k.agreed[lang]}</dd></dl><a class="file" href="${path}/media/${m.id}.jpg">${t.original} ${m.press!.width}×${m.press!.height}，${saySize(m.press!.bytes)}</a></li>`
  })}</ul></section>`
}

const films = ({ kit, media }: OpenedKit, path: string, lang: Lang): Html | null => {
  const t = pressWords[lang]
  const shown = kit.media.flatMap((k) => { const m = media.find((x) => x.id === k.id && x.kind === 'film'); return m === undefined ? [] : [{ k, m }] })
  return shown.length === 0 ? null : html`<section><h2>${t.films}</h2><ul class="kit-media">${shown.map(({ k, m }) => html`<li><figure><video controls preload="none" playsinline width="${m.width}" height="${m.height}"${media.some((x) => x.id === k.poster) ? html` poster="${path}/media/${k.poster}-960.webp"` : null}><source src="${path}/media/${m.id}.mp4" type="video/mp4">${m.captions === null ? null : html`<track kind="captions" srclang="zh" label="${t.captions}" src="${path}/media/${m.id}.vtt" default>`}</video><figcaption lang="zh-CN">${k.caption}</figcaption></figure><dl><dt>${lang === 'zh' ? '署名' : 'Credit'}</dt><dd>${k.credit}</dd><dt>${t.people}</dt><dd>${k.agreed[lang]}</dd></dl><a class="file" href="${path}/media/${m.id}.mp4" download>${t.film} ${m.width}×${m.height}，${saySize(m.bytes)}</a></li>`)}</ul></section>`
}

const posters = ({ posters: all }: OpenedKit, path: string, lang: Lang): Html | null => {
  const t = pressWords[lang]
  const designs = { a: 'White', b: 'Upright', c: 'Vermilion' } as const
  return all.length === 0 ? null : html`<section><h2>${t.posters}</h2><ul class="kit-posters">${all.map((p) => html`<li><span>${lang === 'zh' ? designNames[p.design] : designs[p.design]} · ${sizeOf(p.size).name[lang]}</span><a href="${path}/poster/${p.id}">${sizeOf(p.size).made.toUpperCase()}，${saySize(p.bytes!)}</a></li>`)}</ul></section>`
}
