/** 人物故事 on the page of an honouree: title and portrait, the text, pictures, films, and how to pass it on. Readable without a script. */
import { dayOf } from '#core/kernel/instant'
import { readCues, transcriptOf } from '#core/publicity/story/captions'
import type { StoryBlock } from '#core/publicity/story/document'
import type { MediaRow } from '../../store/stories'
import { html, Html, type Html as Markup } from '../html'
import { pathOf } from '../layout'
import type { Page, PageData } from '../page-data'
import { dateWords } from '../public-notice'
import { texts, type Lang } from '../texts'
import type { PublicStory } from './public-story'
import { qrOf } from './qr'

type Honour = PageData['honours'][number]

/** A film says how long it is, in words. */
const lasting = (seconds: number, lang: Lang): string => {
  const [m, s] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60]
  return lang === 'zh' ? `${m > 0 ? `${m} 分` : ''}${s > 0 || m === 0 ? `${s} 秒` : '钟'}` : `${m > 0 ? `${m} min ` : ''}${s > 0 || m === 0 ? `${s} s` : ''}`.trim()
}

export const mediaPath = (slug: string, id: string, what: string): string => `/p/${slug}/media/${id}${what}`
/** Widths a browser may choose from, the narrowest first. */
const widthsOf = (m: MediaRow): number[] => Object.keys(m.renditions).map(Number).toSorted((a, b) => a - b)
export const pictureAt = (slug: string, m: MediaRow, width: number): string => {
  const widths = widthsOf(m)
  return mediaPath(slug, m.id, `-${widths.find((w) => w >= width) ?? widths.at(-1)!}.webp`)
}
const image = (slug: string, m: MediaRow, alt: string, sizes: string, lazy = true): Markup => {
  const widths = widthsOf(m)
  const widest = widths.at(-1)!
  return html`<img src="${pictureAt(slug, m, 960)}" srcset="${widths.map((w) => `${mediaPath(slug, m.id, `-${w}.webp`)} ${w}w`).join(', ')}" sizes="${sizes}" width="${widest}" height="${m.renditions[String(widest)]!.height}" alt="${alt}" ${lazy ? html`loading="lazy" decoding="async"` : html`fetchpriority="high"`}>`
}

export const storyPage = (d: PageData, h: Honour, story: PublicStory, lang: Lang): Page => {
  const { document: s } = story
  const own = `/honourees/${h.number}`
  const title = s.title.map((l) => l.trim()).filter((l) => l !== '')
  const portrait = story.media.find((m) => m.id === s.portrait)
  return {
    at: own, title: `${title.join('')} · ${h.person.name}`, about: s.opening === '' ? h.person.summary : s.opening, head: metaOf(d, h, story, lang),
    body: html`<article class="in"><p class="crumb"><a href="${pathOf(d.campaign.slug, lang, '/honourees')}">${texts[lang].honourees}</a> ／ ${d.definition.year}</p>
${hero(d, h, title, portrait)}
<div class="story"${lang === 'en' ? html` lang="zh-CN"` : null}>${s.opening.trim() === '' ? null : html`<p class="first">${s.opening}</p>`}${partsOf(d.campaign.slug, story, lang)}</div>
${ending(d, h, story, lang)}</article>`,
  }
}

const hero = (d: PageData, h: Honour, title: readonly string[], portrait: MediaRow | undefined): Markup => html`<header class="story-hero${portrait === undefined ? ' alone' : ''}"><div><p class="label honour">${d.definition.year} · ${d.definition.award.zh}</p><h1>${title.map((l) => html`<span>${l}</span>`)}</h1><div class="who"><b>${h.person.name}</b><span>${h.person.employer} ${h.person.post}</span>${portrait === undefined || portrait.credit === '' ? null : html`<span>${portrait.credit}</span>`}</div></div>${portrait === undefined ? null : html`<figure>${image(d.campaign.slug, portrait, h.person.name, '(max-width:900px) 100vw, 470px', false)}</figure>`}</header>`

/** Two pictures that follow each other stand side by side. */
const partsOf = (slug: string, { document, media }: PublicStory, lang: Lang): Markup[] => {
  const by = new Map(media.map((m) => [m.id, m]))
  const out: Markup[] = []
  const blocks = document.blocks
  for (let i = 0; i < blocks.length; i++) {
    const [b, next] = [blocks[i]!, blocks[i + 1]]
    if (b.kind === 'picture' && next?.kind === 'picture' && by.has(b.media) && by.has(next.media)) {
      out.push(html`<div class="pair wide">${pictureOf(slug, b, by.get(b.media)!, false)}${pictureOf(slug, next, by.get(next.media)!, false)}</div>`)
      i++
    } else out.push(partOf(slug, b, by, lang))
  }
  return out
}
const partOf = (slug: string, b: StoryBlock, by: ReadonlyMap<string, MediaRow>, lang: Lang): Markup => {
  if (b.kind === 'heading') return html`<h2>${b.text}</h2>`
  if (b.kind === 'text') return html`${b.text.split(/\n+/u).filter((t) => t.trim() !== '').map((t) => html`<p>${t}</p>`)}`
  if (b.kind === 'quote') return html`<blockquote class="pull"><q>“${b.text.replace(/^[“"「]+|[”"」]+$/gu, '')}”</q><cite>${b.occasion}</cite></blockquote>`
  const m = by.get(b.media)
  if (m === undefined) return new Html('')
  return b.kind === 'picture' ? pictureOf(slug, b, m, true) : filmOf(slug, b, m, b.poster === null ? undefined : by.get(b.poster), lang)
}
const pictureOf = (slug: string, b: StoryBlock & { readonly kind: 'picture' }, m: MediaRow, wide: boolean): Markup => html`<figure${wide ? html` class="wide"` : null}>${image(slug, m, b.alt === '' ? b.caption : b.alt, wide ? '(max-width:900px) 100vw, 1120px' : '(max-width:900px) 100vw, 544px')}<figcaption>${b.caption}${m.credit === '' ? null : html`<i>${m.credit}</i>`}</figcaption></figure>`

/** Nothing plays by itself, and nothing is fetched before somebody presses. */
const filmOf = (slug: string, b: StoryBlock & { readonly kind: 'film' }, m: MediaRow, poster: MediaRow | undefined, lang: Lang): Markup => {
  const t = texts[lang]
  const cues = m.captions === null ? [] : readCues(m.captions)
  const vtt = mediaPath(slug, m.id, '.vtt')
  return html`<figure class="wide film"><video controls preload="none" playsinline width="${m.width}" height="${m.height}"${poster === undefined ? null : html` poster="${pictureAt(slug, poster, 1600)}"`}><source src="${mediaPath(slug, m.id, '.mp4')}" type="video/mp4">${cues.length === 0 ? null : html`<track kind="captions" srclang="zh" label="${t.captions}" src="${vtt}" default>`}</video><figcaption>${b.caption} <span class="num">${lasting(m.seconds ?? 0, lang)}</span>${m.credit === '' ? null : html`<i>${m.credit}</i>`}</figcaption>${cues.length === 0 ? null : html`<details><summary>${t.transcript}</summary>${transcriptOf(cues).split('\n').map((line) => html`<p>${line}</p>`)}<p><a href="${vtt}" download>${t.captionFile}</a></p></details>`}</figure>`
}

const ending = (d: PageData, h: Honour, story: PublicStory, lang: Lang): Markup => {
  const t = texts[lang]
  const at = `${d.origin}${pathOf(d.campaign.slug, lang, `/honourees/${h.number}`)}`
  const list = d.honours.filter((x) => x.revoked === null)
  const i = list.findIndex((x) => x.honourId === h.honourId)
  const [before, after] = [list[i - 1], list[i + 1]]
  const to = (x: Honour, words: string) => html`<a href="${pathOf(d.campaign.slug, lang, `/honourees/${x.number}`)}"><small>${words}</small><b>${x.person.name}</b></a>`
  return html`<dl class="kv facts"><dt>${t.number}</dt><dd class="num">${h.number}</dd><dt>${t.given}</dt><dd>${dateWords(dayOf(h.givenAt), lang)}</dd><dt>${t.issuer}</dt><dd>${d.campaign.organisationName}</dd><dt>${t.published}</dt><dd>${dateWords(dayOf(story.publishedAt), lang)}</dd></dl>
<aside class="share"><div class="qr">${qrOf(at)}</div><div><h2>${t.shareTitle}</h2><p>${t.shareLead}</p><p class="address">${at}</p></div></aside>
${before === undefined && after === undefined ? null : html`<nav class="next" aria-label="${t.others}">${before === undefined ? html`<span></span>` : to(before, t.previous)}${after === undefined ? null : to(after, t.following)}</nav>`}`
}

/** What others show when the page is passed on, and what search engines read (schema.org, Article). */
const metaOf = (d: PageData, h: Honour, story: PublicStory, lang: Lang): Markup => {
  const at = `${d.origin}${pathOf(d.campaign.slug, lang, `/honourees/${h.number}`)}`
  const picture = story.media.find((m) => m.id === story.document.portrait) ?? story.media.find((m) => m.kind === 'picture')
  const [title, about] = [story.document.title.join(''), story.document.opening || h.person.summary]
  const img = picture === undefined ? null : `${d.origin}${pictureAt(d.campaign.slug, picture, 960)}`
  const data = { '@context': 'https://schema.org', '@type': 'Article', headline: title, description: about, inLanguage: 'zh-CN', mainEntityOfPage: at, datePublished: new Date(story.publishedAt).toISOString(), ...(img !== null && { image: [img] }), about: { '@type': 'Person', name: h.person.name, affiliation: h.person.employer, jobTitle: h.person.post, award: d.definition.award.zh }, publisher: { '@type': 'Organization', name: d.campaign.organisationName } }
  return html`<link rel="canonical" href="${at}"><meta property="og:type" content="article"><meta property="og:title" content="${title} · ${h.person.name}"><meta property="og:description" content="${about}"><meta property="og:url" content="${at}">${img === null ? null : html`<meta property="og:image" content="${img}">`}${new Html(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)}`
}
