import { html, type Html } from './html'
import { sayEnd } from '#core/kernel/instant'
import type { PageData } from './page-data'
import type { Lang } from './texts'

const words = {
  zh: { object: '网上提出异议', correct: '更正姓名、单位', follow: '凭回执码查办理', note: '姓名和联系方式加密保存，只有纪检监督人员和具名办理人看得到，每次查看都留记录。涉密材料不得上网：涉密的请打电话约定当面反映。', supplement: '补充公示', until: ['公示至 ', ' 止'], why: '因名单有变化，按评审结果递补，另行公示。' },
  en: { object: 'Object here', correct: 'Correct a name or workplace', follow: 'How far mine is', note: 'Name and contact are sealed: only the discipline supervisor and the named handler read them, and each look is on record. Classified material never goes online: telephone to speak in person.', supplement: 'Supplementary public notice', until: ['On notice until ', ''], why: 'The list changed; the next in line by the count is announced for a term of its own.' },
} as const

/** The notice, or a supplementary one after it. */
export const mayObject = (d: PageData, n: NonNullable<PageData['notice']>): boolean => [n.endsAt, ...d.supplements.map((s) => s.endsAt)].some((end) => d.now < end)

/** While a notice runs: to the form; afterwards only to what was filed. */
export const objectHere = (d: PageData, n: NonNullable<PageData['notice']>, lang: Lang): Html => {
  const t = words[lang]
  const runs = mayObject(d, n)
  return html`${runs ? html`<p>${t.note}</p>` : null}<p class="acts">${runs ? html`<a class="button" href="/object/${d.campaign.slug}">${t.object}</a><a class="button plain" href="/object/${d.campaign.slug}/correction">${t.correct}</a>` : null}<a class="button plain" href="/objection">${t.follow}</a></p>`
}

/** 补充公示: who came in a place that became free. */
export const supplementary = (d: PageData, lang: Lang): Html | null => {
  const t = words[lang]
  return d.supplements.length === 0 ? null : html`<section><h2>${t.supplement}</h2><p>${t.why}</p><ol class="list">${d.supplements.map((s, i) => html`<li><span class="no">${String(i + 1).padStart(2, '0')}</span><div><b>${s.person.name}</b><p>${s.person.employer}</p><p>${s.person.post}</p><p class="small">${t.until[0]}${sayEnd(s.endsAt)[lang]}${t.until[1]}</p></div><p class="deed">${s.person.summary}</p></li>`)}</ol></section>`
}
