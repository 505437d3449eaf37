import { frame, listPath } from './frame'
import { html, type Html } from './html'
import type { Page, PageData } from './page-data'
import { words as activityWords } from './activities/words'
import { texts, type Lang } from './texts'

export const pathOf = (slug: string, lang: Lang, at: string): string => `/p/${lang === 'en' ? 'en/' : ''}${slug}${at}`

/** Phrases stay whole: a title breaks between its parts, never inside a quoted name. */
export const phrases = (title: string): Html[] =>
  title.split(/(?=[“「])|(?<=[”」])/).filter((p) => p !== '').map((p) => html`<span class="ib">${p}</span>`)

/** A page of one campaign: its name on top, its pages in the navigation. */
export const layout = (d: PageData, lang: Lang, { at, title, body, about, head }: Page): string => {
  const t = texts[lang]
  const own = (where: string) => pathOf(d.campaign.slug, lang, where)
  const link = (where: string, words: string) => html`<a href="${own(where)}"${at === where || (where === '/honourees' && at.startsWith(where)) ? html` aria-current="page"` : null}>${words}</a>`
  const name = d.definition.award[lang]
  return frame({
    lang, isDemo: d.isDemo, look: d.look, title: `${title} · ${name}`, description: about ?? d.definition.name[lang], head, elsewhere: pathOf(d.campaign.slug, lang === 'zh' ? 'en' : 'zh', at),
    mark: name, home: own(''), navName: t.home, nav: html`${link('', t.home)}${link('/public-notice', t.publicNotice)}${link('/honourees', t.honourees)}${d.activities.shown.length === 0 ? null : link('/activities', activityWords[lang].title)}${link('/notice', t.notice)}<a class="wide" href="${listPath(lang)}">${t.backToAll}</a>`,
    body, footer: html`<p class="who">${name}</p><p>${d.campaign.organisationName}</p>`,
  })
}
