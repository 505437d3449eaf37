/** Acts of a round of the jury in words. */
import type { Words } from '../kernel/finding'
import { holderNames, holders, type Holder } from '../review/key-share'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)
const because = (d: Readonly<Record<string, unknown>>, zh: string, en: string): Words => ({ zh: `${zh}：${String(d['reason'] ?? '')}`, en: `${en}: ${String(d['reason'] ?? '')}` })

const namesOf = (value: unknown): Words => {
  const own = (Array.isArray(value) ? value : []).filter((v): v is Holder => holders.includes(v as Holder)).map((h) => holderNames[h])
  return { zh: own.map((w) => w.zh).join('、'), en: own.map((w) => w.en).join(' and ') }
}

export const sayRounds = {
  'round.opened': (d) => (d['follows'] === undefined ? { zh: `开启一轮评审，人选 ${countOf(d['candidates'])} 人`, en: `Opened a round with ${countOf(d['candidates'])} candidates` } : { zh: `就上一轮没有定的 ${countOf(d['candidates'])} 人再开一轮`, en: `Opened another round among ${countOf(d['candidates'])} whom the one before left open` }),
  'assignment.asked': () => ({ zh: '请系统分配评阅', en: 'Asked for the readings to be shared out' }),
  'assignment.changed': () => ({ zh: '改一处评阅分配', en: 'Changed one reading of the assignment' }),
  'assignment.confirmed': (d) => ({ zh: `确认评阅分配，共 ${String(d['readings'] ?? 0)} 份${Number(d['moved'] ?? 0) > 0 ? `，改动 ${String(d['moved'])} 份` : ''}`, en: `Confirmed who reads whom: ${String(d['readings'] ?? 0)} readings${Number(d['moved'] ?? 0) > 0 ? `, ${String(d['moved'])} moved` : ''}` }),
  'sheet.submitted': (d) => (d['again'] === true ? { zh: '重新提交评分表', en: 'Submitted the score sheet again' } : { zh: '提交评分表', en: 'Submitted the score sheet' }),
  'juror.dropped': (d) => because(d, '评委退出本轮，法定人数重算', 'Took a juror out of the round; the quorum is worked out anew'),
  'keyShare.printed': (d) => { const whose = namesOf([d['holder']]); return d['again'] === true ? { zh: `重印开箱钥匙${whose.zh}的一份，先印的作废`, en: `Printed the share of ${whose.en} again; the one before is void` } : { zh: `印出开箱钥匙${whose.zh}的一份`, en: `Printed the share of ${whose.en}` } },
  'keyShare.used': (d) => { const whose = namesOf(d['holders']); return { zh: `用${whose.zh}的钥匙开箱`, en: `Opened the box with the shares of ${whose.en}` } },
  'paperBallots.printed': (d) => (d['again'] === true ? { zh: `重印纸质选票 ${d['count']} 张，先印的作废`, en: `Printed ${d['count']} paper ballots again; those before are void` } : { zh: `印出纸质选票 ${d['count']} 张`, en: `Printed ${d['count']} paper ballots` }),
  'paperBallots.counted': (d) => ({ zh: `监票人清点：发出 ${d['issued']} 张，收回 ${d['returned']} 张`, en: `The scrutineers counted: ${d['issued']} issued, ${d['returned']} returned` }),
  'paperBallots.entered': (d) => ({ zh: `计票人 ${d['slot']} 录完纸质选票 ${d['count']} 张`, en: `Counter ${d['slot']} entered ${d['count']} paper ballots` }),
  'paperBallots.reopened': (d) => ({ zh: `计票人 ${d['slot']} 重新打开自己的录入`, en: `Counter ${d['slot']} opened the own reading again` }),
  'paperBallots.settled': () => ({ zh: '两人录入不一致的一张，对照原票定下', en: 'Settled over the paper a ballot that two persons read differently' }),
  'publicVote.opened': (d) => ({ zh: `开始公众投票，占 ${d['percent']}%`, en: `Opened the vote of the public, ${d['percent']}% of the result` }),
  'publicVote.ended': (d) => ({ zh: `公众投票结束：${d['votes']} 票${Number(d['struck']) > 0 ? `，超限不计 ${d['struck']} 票` : ''}；识别投票人的密钥已销毁`, en: `The vote of the public is over: ${d['votes']} votes${Number(d['struck']) > 0 ? `, ${d['struck']} above a limit` : ''}; what told voters apart is destroyed` }),
  'round.abandoned': (d) => because(d, '废止本轮，票箱不开，另行重投', 'Gave the round up; its box stays closed and it is held again'),
  'round.decisionProposed': (d) => because(d, '登记评委会的决定，等第二人确认', 'Entered a decision of the jury, to be confirmed by a second person'),
  'round.decisionWithdrawn': () => ({ zh: '撤回登记的评委会决定', en: 'Took the entered decision of the jury back' }),
  'round.decided': () => ({ zh: '第二人确认评委会的决定，结果已定', en: 'The decision of the jury, confirmed by a second person, settles the count' }),
} as const satisfies Readonly<Record<string, Say>>
