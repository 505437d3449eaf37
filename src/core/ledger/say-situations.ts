/** Acts about 有关情况 and 提示, in words; what was written stays with its parties. */
import type { Words } from '../kernel/finding'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })

export const saySituations = {
  'situation.sent': (d) => (d['urgency'] === 'urgent' ? { zh: '报送紧急情况', en: 'Sent an urgent situation report' } : { zh: '报送有关情况', en: 'Sent a situation report' }),
  'situation.fileAdded': plain('情况报告加一个附件', 'Added a file to a situation report'),
  'situation.opened': plain('收到单位打开情况报告', 'The addressee opened a situation report'),
  'situation.answered': plain('回复情况报告', 'Answered a situation report'),
  'situation.closed': plain('办结情况报告', 'Closed a situation report'),
  'advisory.given': (d) => ({ zh: `通知旁加一条提示：${String(d['words'])}`, en: `Put an advisory beside the notice: ${String(d['words'])}` }),
  'advisory.ended': plain('撤下一条提示', 'Took an advisory off'),
} as const satisfies Readonly<Record<string, Say>>
