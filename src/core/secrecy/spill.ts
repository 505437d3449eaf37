/** 处置: what is done about a file that was set apart, step by step, and what each step waits for. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { articles } from './say'

export const decisions = ['release', 'purge'] as const
export type SpillDecision = (typeof decisions)[number]
export const decisionNames: Readonly<Record<SpillDecision, Words>> = { release: { zh: '误报解除', en: 'Release: not a secret' }, purge: { zh: '清除', en: 'Purge' } }

/** What is known of one matter. Instants in milliseconds; null: not yet. */
export interface Spill {
  readonly foundAt: number
  readonly reportedAt: number | null
  readonly decision: SpillDecision | null
  readonly decidedAt: number | null
  readonly decidedBy: string | null
  readonly confirmedAt: number | null
  readonly doneAt: number | null
}
export const spillStates = ['held', 'decided', 'confirmed', 'released', 'purged'] as const
export type SpillState = (typeof spillStates)[number]
export const spillStateNames: Readonly<Record<SpillState, Words>> = {
  held: { zh: '隔离中', en: 'Set apart' }, decided: { zh: '待第二人确认', en: 'Waits for a second person' }, confirmed: { zh: '正在执行', en: 'Being carried out' }, released: { zh: '已解除', en: 'Released' }, purged: { zh: '已清除', en: 'Purged' },
}
export const stateOf = (s: Spill): SpillState => {
  if (s.doneAt !== null) return s.decision === 'release' ? 'released' : 'purged'
  return s.confirmedAt !== null ? 'confirmed' : s.decidedAt !== null ? 'decided' : 'held'
}

/** Nothing is left to do about it. */
export const isOver = (state: SpillState): boolean => state === 'released' || state === 'purged'

export interface Step { readonly id: 'stop' | 'record' | 'report' | 'decide' | 'confirm' | 'carryOut'; readonly name: Words; readonly about: Words; readonly at: number | null }

/** In the order of the law: stop, keep the record, report, delete. What the machine did has its time from the beginning; what proves to be no secret need not be reported. */
export const steps = (s: Spill): Step[] => allSteps(s).filter((step) => !(step.id === 'report' && s.decision === 'release' && s.reportedAt === null))

const allSteps = (s: Spill): Step[] => [
  { id: 'stop', at: s.foundAt, name: { zh: '停止传输和访问', en: 'Transmission and access stopped' }, about: { zh: '系统已完成：文件不在材料里，任何人不能查看、下载、打包', en: 'Done by the product: the file is in no dossier; nobody can look at it, download or package it' } },
  { id: 'record', at: s.foundAt, name: { zh: '保存记录', en: 'Record kept' }, about: { zh: '系统已完成：何人何时上传、标志和页码、校验值记入审计记录；原件封存', en: 'Done by the product: who sent it and when, marking and page, checksum are in the ledger; the bytes are sealed' } },
  { id: 'report', at: s.reportedAt, name: { zh: '向保密行政管理部门报告', en: 'Reported to the secrecy authority' }, about: { zh: '打印报告，经涉密渠道送出后登记', en: 'Print the report, send it by the confidential channel, then enter it here' } },
  { id: 'decide', at: s.decidedAt, name: { zh: '提出处理意见', en: 'Decision proposed' }, about: { zh: '确认不涉密的误报解除；涉密的在报告后清除', en: 'Release what proves to be no secret; purge what is one, once it was reported' } },
  { id: 'confirm', at: s.confirmedAt, name: { zh: '第二人确认', en: 'Confirmed by a second person' }, about: { zh: '由办公室另一人确认', en: 'By another person of the office' } },
  { id: 'carryOut', at: s.doneAt, name: { zh: '执行完毕', en: 'Carried out' }, about: { zh: '系统完成后自动登记', en: 'Entered by the product when it is done' } },
]

const no = (code: string, rests: typeof articles.whoFinds | null, what: [string, string], mend: [string, string]): Finding => finding({ code, rule: rests === null ? null : { rests, strength: 'block' }, what, mend })

/** @returns what stands against it; nothing: it may */
export const mayDecide = (s: Spill, decision: SpillDecision): Finding[] => [
  ...(s.decidedAt === null ? [] : [no('spill.decided', null, ['已经有处理意见', 'A decision was proposed already'], ['请先确认或撤回。', 'Confirm it or take it back first.'])]),
  ...(decision === 'purge' && s.reportedAt === null ? [no('spill.notReported', articles.whoFinds, ['还没有登记报告，不能清除', 'It cannot be purged before it was reported'], ['先报告并登记；清除按保密部门的要求进行。', 'Report it and enter that; purging follows the authority’s demand.'])] : []),
]
export const mayConfirm = (s: Spill, account: string): Finding[] => {
  if (s.decidedAt === null) return [no('spill.undecided', null, ['还没有处理意见', 'Nothing was proposed yet'], ['请先提出处理意见。', 'Propose a decision first.'])]
  if (s.confirmedAt !== null) return [no('spill.confirmed', null, ['已经确认', 'It was confirmed already'], ['请刷新页面。', 'Reload the page.'])]
  return s.decidedBy === account ? [no('spill.samePerson', null, ['提出意见的人不能自己确认', 'Whoever proposed it cannot confirm it'], ['请办公室另一人登录确认。', 'Another person of the office confirms it.'])] : []
}

/** What a purge cannot reach, for the person who sees to it by hand. */
export const beyondPurge: readonly Words[] = [
  { zh: '经办人电脑、手机、移动介质上的原件和副本', en: 'Originals and copies on the clerk’s computer, telephone or stick' },
  { zh: '此前的整机或磁盘快照、虚拟机备份（上传暂存目录在其中）', en: 'Snapshots of the machine or its disk made before (the folder of uploads is in them)' },
  { zh: '网络代理、杀毒网关可能留下的缓存', en: 'Caches of proxies and virus gateways on the way' },
  { zh: '数据库备份里的登记信息（没有文件内容）', en: 'In copies of the database: the entry, without the file' },
]
