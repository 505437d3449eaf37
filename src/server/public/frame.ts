import { html, type Html } from './html'
import { emblemOf, styleOf } from './look/parts'
import type { PublicLook } from './look/public-look'
import { rings } from './rings'
import { texts, type Lang } from './texts'

/** Where all public campaigns are listed. */
export const listPath = (lang: Lang): string => (lang === 'en' ? '/p/en' : '/p')

export interface Frame {
  readonly lang: Lang
  readonly isDemo: boolean
  readonly title: string
  readonly description: string
  /** The same page in the other language. */
  readonly elsewhere: string
  /** Name beside the rings, and where it leads. */
  readonly mark: string
  readonly home: string
  readonly navName: string
  readonly nav: Html
  /** Of whose page it is; null: the house's own. */
  readonly look?: PublicLook | null
  /** More about the page for programs. */
  readonly head?: Html | undefined
  readonly body: Html
  readonly footer: Html
}

/** The frame of every public page; readable without a script, printable as it is. */
export const frame = (f: Frame): string => {
  const t = texts[f.lang]
  const other = f.lang === 'zh' ? 'en' : 'zh-CN'
  return `<!doctype html>\n${html`<html lang="${f.lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${f.title}</title><meta name="description" content="${f.description}"><link rel="stylesheet" href="/p/assets/public.css">${styleOf(f.look ?? null)}<link rel="alternate" hreflang="${other}" href="${f.elsewhere}">${f.head}</head>
<body>${f.isDemo ? html`<p class="demo">${t.demo}</p>` : null}
<header class="top"><div class="in"><a class="mark" href="${f.home}">${emblemOf(f.look ?? null) ?? rings(6, 28, 'seal')}<span>${f.mark}</span></a>
<nav aria-label="${f.navName}">${f.nav}<a lang="${other}" href="${f.elsewhere}">${t.other}</a></nav></div></header>
<main>${f.body}</main>
<footer><div class="in"><div>${f.footer}<p>${t.promise}</p></div>${f.home === listPath(f.lang) ? null : html`<a class="all" href="${listPath(f.lang)}">${t.backToAll} →</a>`}</div></footer></body></html>`.text}\n`
}
