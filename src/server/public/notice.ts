import { sayRule } from '#core/rules/kinds'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { sayDay, sayEnd } from '#core/kernel/instant'
import { html } from './html'
import { phrases } from './layout'
import type { Page, PageData } from './page-data'
import { texts, type Lang } from './texts'

const shown = ['stage', 'quota', 'dueDate', 'category', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour', 'exclusion', 'preference', 'proportion', 'declaration', 'material', 'procedureStep', 'opinion', 'correction', 'jury', 'round', 'publicNotice', 'objection', 'sanction', 'prize', 'publicity', 'reportBack', 'burden', 'duty'] as const

/** 通知 set for the screen: the essentials on top, then every rule in one sentence with the clause it rests on. */
export const noticePage = (d: PageData, lang: Lang): Page => {
  const t = texts[lang]
  const { notice } = d.definition
  const known = (v: string) => (v === 'not stated' ? t.notStated : v)
  const end = d.campaign.extendedTo ?? d.campaign.deadline
  return { at: '/notice', title: t.notice, body: html`<div class="in"><div class="head"><h1 class="small">${phrases(lang === 'zh' ? notice.title : d.definition.name.en)}</h1></div>
<dl class="kv facts"><dt>${t.issuer}</dt><dd>${notice.issuer[lang]}</dd><dt>${t.docNumber}</dt><dd>${known(notice.number)}</dd><dt>${t.date}</dt><dd>${notice.date === 'not stated' ? known(notice.date) : sayDay(notice.date)[lang]}</dd>${end === null ? null : html`<dt>${t.deadline}</dt><dd><b>${sayEnd(end)[lang]} ${t.until}</b></dd>`}</dl>
<section><h2>${t.rules}</h2><ol class="rules">${rulesInOrder(d.definition).map((r) => html`<li>${sayRule(r)[lang]}<span>${r.rests.number ?? t.officeDecision}</span></li>`)}</ol></section></div>` }
}

const rulesInOrder = (definition: ResolvedDefinition) => shown.flatMap((kind) => definition.rules.filter((r) => r.kind === kind))
