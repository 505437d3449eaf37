import { sayEnd } from '#core/kernel/instant'
import { advisoryNames } from '#core/publicity/situations/situation'
import { html, type Html } from './html'
import type { PageData } from './page-data'
import { texts, type Lang } from './texts'

/** 提示 in one calm line each, with whose it is and until when. */
export const advisories = (d: PageData, lang: Lang): Html => html`${d.advisories.map((a) => html`<div class="in"><p class="banner calm" role="note"><b>${advisoryNames[a.kind][lang]}</b><span>${a.words[lang]}</span><span class="note">${a.organisation}${lang === 'zh' ? '，' : ', '}${texts[lang].until[0]}${sayEnd(a.until)[lang]}${texts[lang].until[1]}</span></p></div>`)}`
