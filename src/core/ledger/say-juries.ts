import type { Words } from '../kernel/finding'
import type { Act, LedgerEntry } from './entry'

type Say = (data: LedgerEntry['data']) => Words
type JuryAct = Extract<Act, `conflict.${string}` | `expert${string}` | 'ballot.withdrawn' | `score.${string}` | 'jury.seedFixed' | 'jury.drawn' | 'jury.standInCalled' | 'jury.dutiesSet'>
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** Never why: what ties two persons stays out of the ledger. */
export const sayJuries: Readonly<Record<JuryAct, Say>> = {
  'conflict.claimed': (d) => (Number(d['counted']) > 0 ? { zh: '提出回避，所涉的一轮已经计票，交人研究', en: 'Claimed a conflict after the count: people decide' } : { zh: '提出一名评委回避这位人选', en: 'Claimed that a juror stands back from this candidate' }),
  'conflict.dismissed': (d) => (d['again'] === true ? { zh: '收回回避，认定不须回避', en: 'Took a claim back: the juror stays' } : { zh: '认定一名评委不须回避这位人选', en: 'Decided that a juror stays for this candidate' }),
  'ballot.withdrawn': plain('因回避收回一张未开封的选票，请该评委重投', 'Withdrew a sealed ballot because of a conflict: the juror votes again'),
  'score.voided': plain('因回避作废一名评委对一位人选的打分，评分表的其余部分不变', 'Voided what a juror gave one candidate, because of a conflict; the rest of the sheet stands'),
  'score.restored': plain('收回回避，作废的打分重新计入', 'A claim was taken back: the voided score counts again'),
  'experts.imported': (d) => ({ zh: `导入评委库：新增 ${d['created']} 人，更新 ${d['updated']} 人`, en: `Imported experts: ${d['created']} new, ${d['updated']} updated` }),
  'expert.changed': (d) => (d['left'] === true ? { zh: '一人移出评委库', en: 'Took somebody out of the pool' } : { zh: '一人回到评委库', en: 'Put somebody back into the pool' }),
  'jury.seedFixed': (d) => ({ zh: `抽取评委前固定种子的摘要（${String(d['commitment']).slice(0, 12)}…）和抽取办法`, en: `Fixed the hash of the seed (${String(d['commitment']).slice(0, 12)}…) and the terms before drawing` }),
  'jury.drawn': (d) => ({ zh: `按种子抽取评委 ${countOf(d['drawn'])} 人，候补 ${countOf(d['standIns'])} 人`, en: `Drew ${countOf(d['drawn'])} juror(s) and ${countOf(d['standIns'])} stand-in(s) by the seed` }),
  'jury.dutiesSet': plain('定主任委员、监票人、计票人', 'Named chair, scrutineers and counters'),
  'jury.standInCalled': plain('候补评委按次序递补', 'A stand-in came in, in the drawn order'),
}
