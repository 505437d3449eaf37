import { officialDocumentOf } from '#documents/official/from-definition'
import { numberHeadings, type NumberedBlock } from '#documents/official/heading-numbers'
import { sayNumber } from '#documents/official/document'
import { withoutPrivate } from '#core/announcement/privacy-gate'
import { sayRule } from '#core/rules/kinds'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { underHeadings } from '#core/campaign/headings'
import { dayOf, sayDay, sayEnd } from '#core/kernel/instant'
import { contact } from './campaign-home'
import { advisories } from './advisories'
import { html, type Html } from './html'
import { pathOf, phrases } from './layout'
import { attachmentList, daysTo, sourceOf, stageRows } from './notice-parts'
import type { Page, PageData } from './page-data'
import { texts, type Lang } from './texts'

/** 通知 set for the screen: the official document's own content, with what one looks for on top: the end, the days, where each sheet is. */
export const noticePage = (d: PageData, lang: Lang): Page => ({ at: '/notice', title: texts[lang].notice, body: html`${advisories(d, lang)}${body(d, lang)}` })

const body = (d: PageData, lang: Lang): Html => {
  const t = texts[lang]
  const { notice } = d.definition
  const doc = officialDocumentOf(d.definition, d.campaign.contact, dayOf(d.campaign.openedAt ?? d.now), d.attachments.map((a) => a.attachment))
  const number = doc.number === null ? notice.number === 'not stated' ? null : notice.number : sayNumber(doc.number)
  const text = lang === 'zh' ? chinese(numberHeadings(doc.body), d) : english(d.definition)
  const headings: readonly { readonly at: string; readonly name: string }[] = [
    ...text.headings, ...(d.attachments.length === 0 ? [] : [{ at: 'attachments', name: t.attachments }]), { at: 'contact', name: t.contact },
  ]
  return html`<div class="in"><div class="doc"><nav class="toc" aria-label="${t.contents}"><p>${t.contents}</p><ol>${headings.map((h) => html`<li><a href="#${h.at}">${h.name}</a></li>`)}</ol></nav>
<article class="paper"><h1>${phrases(lang === 'zh' ? doc.title : d.definition.name.en)}</h1>
<p class="under">${number === null ? null : html`<b>${number}</b>`}<span>${notice.issuer[lang]}</span><span>${sayDay(doc.date)[lang]}</span></p>
${sourceOf(d, lang)}<section class="points"><h2>${t.keyPoints}</h2>${points(d, lang)}</section>
${lang === 'zh' ? html`<p class="to">${doc.recipients}：</p>` : html`<p class="note">${t.chineseHolds} <a href="${pathOf(d.campaign.slug, 'zh', '/notice')}" lang="zh-CN">${t.readChinese}</a></p>`}
${text.body}<p class="sign">${doc.signature.map((s) => html`${lang === 'zh' ? s : notice.issuer.en}<br>`)}${sayDay(doc.date)[lang]}</p>
${attachmentList(d, lang)}<section id="contact"><h2>${t.contact}</h2>${contact(d, lang)}</section></article></div></div>`
}

const points = (d: PageData, lang: Lang): Html => {
  const t = texts[lang]
  const end = d.campaign.extendedTo ?? d.campaign.deadline
  const moved = d.campaign.extendedTo === null ? null : html` <span class="moved">${t.extended}</span>`
  return html`<dl class="kv">${end === null ? null : html`<dt>${t.deadline}</dt><dd><b>${sayEnd(end)[lang]}${t.until[1]}</b>${daysTo(end, d.now, lang)}${moved}</dd>`}<dt>${t.hosts}</dt><dd>${d.definition.notice.hosts.map((h) => h[lang]).join(lang === 'zh' ? '、' : ', ')}</dd>${d.version === null || d.version.number < 2 ? null : html`<dt>${t.version}</dt><dd>${t.amended[0]}${d.version.number}${t.amended[1]} ${sayDay(dayOf(d.version.since))[lang]}</dd>`}</dl>${stageRows(d, lang)}`
}

interface Text { readonly body: readonly Html[]; readonly headings: readonly { readonly at: string; readonly name: string }[] }

/** The official document as it is printed, its headings to be led to. Numbers of persons that slipped into it are not published. */
const chinese = (blocks: readonly NumberedBlock[], d: PageData): Text => {
  const { contact: c } = d.campaign
  const shown = (words: string) => withoutPrivate(words, [c.phone])
  const tops = blocks.filter((b) => b.level === 1)
  const at = (b: NumberedBlock) => `s${tops.indexOf(b) + 1}`
  return {
    headings: tops.map((b) => ({ at: at(b), name: `${b.number}${shown(b.text)}` })),
    body: blocks.map((b) => (b.level === 1 ? html`<h2 id="${at(b)}">${b.number}${shown(b.text)}</h2>` : b.level === 0 ? html`<p>${shown(b.text)}</p>` : html`<p><b>${b.number}</b>${shown(b.text)}${shown(b.runOn)}</p>`)),
  }
}

/** The document is Chinese; a reader of English gets its rules under the same headings, each in one sentence with its clause. */
const english = (definition: ResolvedDefinition): Text => {
  const all = underHeadings(definition).map((h, i) => ({ ...h, at: `s${i + 1}` }))
  return {
    headings: all.map(({ at, heading }) => ({ at, name: heading.en })),
    body: all.map(({ at, heading, rules }) => html`<h2 id="${at}">${heading.en}</h2><ol class="rules">${rules.map((r) => html`<li>${withoutPrivate(sayRule(r).en, [])}<span>${r.rests.number ?? texts.en.officeDecision}</span></li>`)}</ol>`),
  }
}
