/** `/manual/ballots`: what each way of voting guards against and what it does not. For jurors before they vote, and for offices that choose; printable, without a script. */
import type { FastifyInstance } from 'fastify'
import { alwaysTrue, waysOfVoting, type Reach, type WayOfVoting } from '#core/review/ballot-limits'
import type { Services } from '../../services'
import { frame, listPath } from '../frame'
import { html, type Html } from '../html'
import type { Lang } from '../texts'

const path = (lang: Lang): string => (lang === 'en' ? '/manual/ballots?lang=en' : '/manual/ballots')

const texts = {
  zh: {
    title: '谁能看到选票', lead: '五种投票办法，各挡得住什么、挡不住什么。挡不住的也写在这里：用之前知道，比用之后知道好。', home: '使用说明', list: '活动一览',
    office: '开箱前：办公室、秘书、监督员', server: '开箱前：掌管服务器的人', after: '开箱后：谁投了谁', backups: '日后拿到备份的人', way: '投票办法', suits: '适合', holds: '挡得住', holdsNot: '挡不住', always: '哪种办法都一样', table: '一张表看清',
    reach: { no: '看不到', might: '有可能', yes: '看得到' }, promise: '办法在轮次开始时定下，开始后不能改；用的是哪一种，评委的选票页上写着。',
  },
  en: {
    title: 'Who can see a ballot', lead: 'Five ways of voting: what each guards against, and what it does not. The second is written here too: better known before than after.', home: 'Manual', list: 'Campaigns',
    office: 'Before the opening: office, secretary, supervisor', server: 'Before the opening: whoever runs the server', after: 'After it: who voted for whom', backups: 'Whoever has a backup later', way: 'Way of voting', suits: 'Suits', holds: 'Guards against', holdsNot: 'Does not guard against', always: 'True of every way', table: 'At a glance',
    reach: { no: 'No', might: 'Possible', yes: 'Yes' }, promise: 'The way is fixed when a round opens; each juror’s ballot says which it is.',
  },
} as const

const mark = (reach: Reach, lang: Lang): Html => html`<b class="reach ${reach}">${texts[lang].reach[reach]}</b>`

const row = (way: WayOfVoting, lang: Lang): Html => {
  const t = texts[lang]
  const cell = (head: string, { reach, words }: WayOfVoting['after']) => html`<td data-head="${head}">${mark(reach, lang)}<span>${words[lang]}</span></td>`
  return html`<tr><th scope="row"><a href="#${way.id}">${way.name[lang]}</a></th>${cell(t.office, way.officeBefore)}${cell(t.server, way.serverBefore)}${cell(t.after, way.after)}${cell(t.backups, way.backups)}</tr>`
}

const section = (way: WayOfVoting, lang: Lang): Html => {
  const t = texts[lang]
  const list = (kind: string, head: string, all: WayOfVoting['holds']) => html`<div class="${kind}"><h3>${head}</h3><ul>${all.map((words) => html`<li>${words[lang]}</li>`)}</ul></div>`
  return html`<section id="${way.id}" class="way"><h2>${way.name[lang]}</h2><p class="suits"><b>${t.suits}</b>${way.suits[lang]}</p><div class="sides">${list('holds', t.holds, way.holds)}${list('holds-not', t.holdsNot, way.holdsNot)}</div></section>`
}

const page = (lang: Lang, isDemo: boolean): string => {
  const t = texts[lang]
  return frame({
    lang, isDemo, title: t.title, description: t.lead, elsewhere: path(lang === 'zh' ? 'en' : 'zh'), mark: t.home, home: path(lang), navName: t.home, nav: html`<a class="wide" href="${listPath(lang)}">${t.list}</a>`,
    body: html`<div class="in manual"><div class="head"><h1 class="small">${t.title}</h1><p class="lead">${t.lead}</p></div>
<section><h2>${t.table}</h2><table class="ways"><thead><tr>${[t.way, t.office, t.server, t.after, t.backups].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${waysOfVoting.map((way) => row(way, lang))}</tbody></table></section>
${waysOfVoting.map((way) => section(way, lang))}
<section class="way"><h2>${t.always}</h2><ul class="always">${alwaysTrue.map((words) => html`<li>${words[lang]}</li>`)}</ul></section></div>`,
    footer: html`<p>${t.promise}</p>`,
  })
}

/** The same for everybody, and the same until the next version. */
export const registerBallotsManual = (app: FastifyInstance, { isDemo }: Services): void => {
  app.get('/manual/ballots', (request, reply) => reply.header('cache-control', 'public, max-age=3600').type('text/html; charset=utf-8').send(page((request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'zh', isDemo)))
}
