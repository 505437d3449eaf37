import type { Words } from '../kernel/finding'
import { sayEnd } from '../kernel/instant'
import { outcomeNames } from '../objections/standing'
import type { Act, LedgerEntry } from './entry'

type Say = (data: LedgerEntry['data']) => Words
type ObjectionAct = Extract<Act, `objection.${string}` | `correction.${string}` | 'publicNotice.supplemented' | 'place.leftEmpty'>
const numbered = (zh: string, en: string): Say => (d) => ({ zh: `第 ${d['number']} 号：${zh}`, en: `No. ${d['number']}: ${en}` })
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const until = (d: LedgerEntry['data']): Words => sayEnd(Number(d['until']))
const outcome = (d: LedgerEntry['data']): Words => outcomeNames[String(d['outcome']) as keyof typeof outcomeNames] ?? { zh: '', en: '' }

/** Never who objected, and not what was said. */
export const sayObjection: Readonly<Record<ObjectionAct, Say>> = {
  'objection.received': (d) => (d['named'] === true ? numbered('收到实名异议', 'A named objection came in')(d) : numbered('收到匿名反映', 'An anonymous one came in')(d)),
  'correction.received': numbered('收到更正请求', 'A correction was asked for'),
  'objection.evidenceAdded': (d) => ({ zh: `异议补交证据，共 ${d['files']} 份`, en: `Evidence was added to an objection, ${d['files']} in all` }),
  'objection.handlerNamed': numbered('指定具名办理人', 'A handler was named'),
  'objection.objectorRead': numbered('查看异议人的身份', 'Read who objected'),
  'objection.evidenceRead': (d) => numbered(`取阅证据 ${d['file']}`, `Took evidence ${d['file']}`)(d),
  'objection.triaged': (d) => (d['serious'] === true ? numbered('定为严重，暂缓授予', 'Held serious: the honour waits')(d) : numbered('定为一般，不影响授予', 'Held light: the honour does not wait')(d)),
  'objection.stepRecorded': numbered('记一步核查', 'Recorded a step of the investigation'),
  'objection.statementAsked': (d) => ({ zh: `请推荐单位说明，${until(d).zh} 止`, en: `Asked the unit for a statement until ${until(d).en}` }),
  'objection.statementGiven': plain('推荐单位作出说明', 'The unit gave its statement'),
  'objection.proposed': (d) => numbered(`提出处理意见：${outcome(d).zh}`, `Proposed an outcome: ${outcome(d).en}`)(d),
  'objection.sentBack': numbered('第二人不同意，退回核查', 'The second person sent it back'),
  'objection.decided': (d) => numbered(`办结：${outcome(d).zh}`, `Closed: ${outcome(d).en}`)(d),
  'objection.reopened': numbered('纪检监督要求重新办理', 'Reopened by the supervisor'),
  'objection.released': numbered('纪检监督要求换人办理', 'Taken from its handler by the supervisor'),
  'correction.settled': (d) => numbered(`更正办结：${outcome(d).zh}`, `Correction settled: ${outcome(d).en}`)(d),
  'publicNotice.supplemented': (d) => {
    const without = d['silent'] === undefined ? { zh: '', en: '' } : { zh: `；单位没有答复，理由：${d['reason']}`, en: `; the unit had not answered, reason: ${d['reason']}` }
    return { zh: `递补 1 人，补充公示至 ${until(d).zh}${without.zh}`, en: `Put the next in line on public notice until ${until(d).en}${without.en}` }
  },
  'place.leftEmpty': plain('名额空缺，不递补', 'Left a place empty'),
}
