/** 公众投票: what is asked before one is opened, and why a vote is not taken; server and page say the same. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { sayEnd, type Instant } from '../kernel/instant'
import type { RoundRule } from '../rules/round-terms'
import type { PublicTally } from './counting/public-tally'
import type { Limits } from './counting/public-vote'

const no = (rule: RoundRule, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `publicVote.${code}`, strength: 'block', rule, what, mend })
const HOUR = 3_600_000
const MOST_DAYS = 60

export interface Opening { readonly from: Instant; readonly to: Instant; readonly now: Instant; readonly already: boolean; /** Candidates whose dossier is classified: their names stand nowhere. */ readonly offline: number }
export const checkOpening = (rule: RoundRule, o: Opening): Finding[] => [
  ...(rule.publicPart === undefined ? [no(rule, 'notDeclared', ['这一轮的办法里没有公众投票', 'The terms of this round give the public no part'], ['公众投票要写在活动方案里，占多少也在那里定；开启后的轮次不能加。', 'A vote of the public stands in the campaign’s plan with its weight; a round that is open takes none.'])] : []),
  ...(o.already ? [no(rule, 'already', ['这一轮的公众投票已经开过', 'The vote of the public of this round was opened before'], ['一轮只开一次，时间定了不改。', 'There is one for a round, and its time stays.'])] : []),
  ...(o.to <= o.now ? [no(rule, 'past', ['结束时间已经过去', 'The end lies in the past'], ['请改结束时间。', 'Choose a later end.'])] : []),
  ...(o.to - Math.max(o.from, o.now) < HOUR && o.to > o.now ? [no(rule, 'short', ['投票时间不足一小时', 'The vote would last less than an hour'], ['请把结束时间改晚。', 'Choose a later end.'])] : []),
  ...(o.to - o.from > MOST_DAYS * 24 * HOUR ? [no(rule, 'long', [`投票时间超过 ${MOST_DAYS} 天`, `The vote would last more than ${MOST_DAYS} days`], ['请缩短。', 'Make it shorter.'])] : []),
  ...(o.offline > 0 ? [no(rule, 'classified', [`有 ${o.offline} 名人选的材料涉密，不能公开投票`, `${o.offline} candidate(s) have a classified dossier and stand on no public page`], ['这些人选不能进入有公众投票的轮次。', 'They cannot stand in a round with a vote of the public.'])] : []),
]

/** What the closing of the round waits for. */
export const waitsForVote = (rule: RoundRule, vote: { readonly endsAt: Instant; readonly over: boolean } | null): Finding[] => {
  if (rule.publicPart === undefined || vote?.over === true) return []
  if (vote === null) return [no(rule, 'notOpened', [`公众投票占 ${rule.publicPart.percent}%，还没有开`, `The public counts for ${rule.publicPart.percent}%, and its vote is not opened`], ['请活动办公室在“公众投票”里定时间开始；投完再封票。', 'Let the office open it; close the round when it is over.'])]
  const end = sayEnd(vote.endsAt)
  return [no(rule, 'running', [`公众投票还没有结束，到 ${end.zh} 止`, `The vote of the public runs until ${end.en}`], ['请等它结束再封票。', 'Close the round when it is over.'])]
}

/** Why one more vote is not taken. */
export const sayStopped = (rule: RoundRule, limits: Limits, by: keyof PublicTally['struck']): Finding => {
  switch (by) {
    case 'form': return no(rule, 'form', [formZh(limits), formEn(limits)], ['请重新选择后再投。', 'Choose again, then vote.'])
    case 'inAll': return no(rule, 'inAll', [`这个浏览器已经投过 ${limits.inAll} 票，投满了`, `This browser has given all its ${limits.inAll} vote(s)`], ['感谢参与，不用再投。', 'Thank you; nothing more is to be done.'])
    case 'perDay': return no(rule, 'perDay', [`这个浏览器今天已经投过 ${limits.perDay} 票`, `This browser has given its ${limits.perDay} vote(s) of today`], ['明天可以再投。', 'It may vote again tomorrow.'])
    case 'perAddress': return no(rule, 'perAddress', [`您所在的网络今天已经投满 ${limits.perAddress} 票`, `Today’s ${limits.perAddress} votes of your network are used up`], ['同一单位、同一热点的人共用一个网络地址。请明天再投，或换手机网络。', 'People of one office or hotspot share an address. Vote tomorrow, or use a mobile network.'])
    case 'perCandidate': return no(rule, 'perCandidate', [`对其中一名人选已经投满 ${limits.perCandidate} 票`, `One of these has had this browser’s ${limits.perCandidate} vote(s) already`], ['请去掉投满的人选再投。', 'Leave that one out and vote again.'])
  }
}
export const notNow = (rule: RoundRule, when: 'before' | 'after'): Finding => (when === 'before' ? no(rule, 'notYet', ['投票还没有开始，这张票没有收', 'The vote has not begun; nothing was taken'], ['请在开始后再投。', 'Vote when it has begun.']) : no(rule, 'over', ['投票已经结束，这张票没有收', 'The vote is over; nothing was taken'], ['感谢关注。', 'Thank you.']))
export const forged = (rule: RoundRule): Finding => no(rule, 'form.stale', ['页面已经失效，或浏览器不接受 Cookie，这张票没有收', 'The page is stale, or the browser takes no cookie; nothing was taken'], ['请重新打开投票页再投；要让浏览器接受本网站的 Cookie。', 'Open the page anew and vote; let the browser take cookies of this site.'])

const formZh = (l: Limits): string => (l.least !== undefined && l.least === l.most ? `一票正好选 ${l.least} 人` : l.most === undefined ? `一票至少选 ${l.least ?? 1} 人` : `一票选 ${l.least ?? 1} 至 ${l.most} 人`)
const formEn = (l: Limits): string => (l.least !== undefined && l.least === l.most ? `A vote names just ${l.least}` : l.most === undefined ? `A vote names at least ${l.least ?? 1}` : `A vote names ${l.least ?? 1} to ${l.most}`)
export const sayForm = (l: Limits): Words => ({ zh: formZh(l), en: formEn(l) })
/** Caps of a browser and an address, one after the other. */
export const sayCaps = (l: Limits): Words[] => [
  ...(l.inAll === undefined ? [] : [{ zh: `每个浏览器共 ${l.inAll} 票`, en: `${l.inAll} vote(s) of a browser in all` }]), ...(l.perDay === undefined ? [] : [{ zh: `每个浏览器每天 ${l.perDay} 票`, en: `${l.perDay} vote(s) of a browser a day` }]),
  ...(l.perCandidate === undefined ? [] : [{ zh: `对同一人选 ${l.perCandidate} 票`, en: `${l.perCandidate} for one candidate` }]), ...(l.perAddress === undefined ? [] : [{ zh: `每个网络地址每天 ${l.perAddress} 票`, en: `${l.perAddress} vote(s) of a network address a day` }]),
]
