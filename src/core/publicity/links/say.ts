/** The one place that says in words how a link stands. */
import { finding, type Finding, type Words } from '../../kernel/finding'
import { dayOf, sayDay } from '../../kernel/instant'
import { isDead, type KeptLook, type LinkLook } from './look'

/** `question`: it failed once, or a person has to open it. */
export const linkStands = ['off', 'waiting', 'works', 'question', 'dead', 'unknown'] as const
export type LinkStand = (typeof linkStands)[number]
export interface SaidLink { readonly stand: LinkStand; readonly said: Words }

const found = ({ kind, status, host }: LinkLook): Words => {
  switch (kind) {
    case 'works': return { zh: '打得开', en: 'It opens' }
    case 'moved': return { zh: `打得开，已转到 ${host}；看看还是不是那篇报道`, en: `It opens, now at ${host}; see whether it is still that report` }
    case 'gone': return { zh: `网站说没有这个网页（${status}）`, en: `The site says there is no such page (${status})` }
    case 'closed': return { zh: `网站不让程序看（${status}），请自己打开一次`, en: `The site does not let a program look (${status}); open it once yourself` }
    case 'error': return { zh: `网站出错（${status}）`, en: `The site answers with an error (${status})` }
    case 'noHost': return { zh: '找不到这个网站', en: 'There is no such site' }
    case 'tooLong': return { zh: '等了很久没有回音', en: 'It took too long to answer' }
    case 'unreachable': return { zh: '连不上，或网站的证书有问题', en: 'It cannot be reached, or its certificate is not sound' }
    case 'refused': return { zh: '这是内部地址或少见的地址，系统不去看，外面的人多半也打不开', en: 'An inner or unusual address: it is not looked at, and most people could not open it' }
    case 'noWay': return { zh: '这台服务器近来连不到外网，还看不出来', en: 'This server has reached nothing outside lately: nothing is known of it' }
  }
}

/** @param isOn links are looked at on this installation @param asked it waits to be looked at now */
export const sayLink = (k: KeptLook, isOn: boolean, asked: boolean): SaidLink => {
  if (!isOn) return { stand: 'off', said: { zh: '没有去看', en: 'Not looked at' } }
  if (asked || k.look === null || k.lookedAt === null) return { stand: 'waiting', said: { zh: '等着去看，过几分钟再打开本页就有结果', en: 'Waits to be looked at; open this page again in some minutes' } }
  const [what, day] = [found(k.look), sayDay(dayOf(k.lookedAt))]
  const on: Words = { zh: `${day.zh}看过`, en: `looked at on ${day.en}` }
  if (isDead(k)) { const since = sayDay(dayOf(k.failingSince!)); return { stand: 'dead', said: { zh: `打不开：${what.zh}。从${since.zh}起没有打开过，${on.zh}`, en: `Dead: ${lower(what.en)}. It has not opened since ${since.en}; ${on.en}` } } }
  if (k.failingSince !== null) return { stand: 'question', said: { zh: `试了一次没打开，明天再看：${what.zh}。${on.zh}`, en: `It did not open once and is looked at again tomorrow: ${lower(what.en)}; ${on.en}` } }
  const stand = k.look.kind === 'works' || k.look.kind === 'moved' ? 'works' : k.look.kind === 'closed' ? 'question' : 'unknown'
  return { stand, said: { zh: `${what.zh}。${on.zh}`, en: `${what.en}; ${on.en}` } }
}
const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** Of an item of the media plan that is out: a page that is gone shows nothing any more. */
export const owedForDead = (stand: LinkStand, files: number): Finding[] => (stand !== 'dead' || files > 0 ? [] : [finding({
  code: 'media.linkGone', rule: null, strength: 'warn', at: { field: 'link' }, what: ['链接打不开，也没有截图或照片', 'The link is dead, and there is no screenshot or picture'],
  mend: ['当时存有截图、照片或版面的，补传一份；报道换了地址的，改链接。', 'Add a screenshot, picture or page kept from then; where the report has another address now, change the link.'],
})])
