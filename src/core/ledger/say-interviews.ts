/** Acts about 采访、拍摄, in words; whom, where and why stay with those who arrange it. */
import type { Words } from '../kernel/finding'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const who: Readonly<Record<string, Words>> = { office: { zh: '活动办公室', en: 'the office' }, unit: { zh: '单位', en: 'the unit' } }

export const sayInterviews = {
  'interview.asked': plain('约采访、拍摄', 'Asked for an interview'),
  'interview.changed': plain('重新约采访、拍摄', 'Asked anew for an interview'),
  'interview.answered': (d) => (d['proposed'] === true ? { zh: '单位答复采访，用了备选时间', en: 'The unit answered with one of the proposed times' } : { zh: '单位答复采访，另提时间', en: 'The unit answered with another time' }),
  'interview.consented': (d) => (d['sheet'] === undefined ? { zh: '本人同意采访、拍摄', en: 'The person agreed to an interview' } : { zh: '登记本人签字同意采访、拍摄', en: 'The person’s signed consent to an interview was entered' }),
  'interview.refused': (d) => (d['cancelled'] === true ? { zh: '本人不同意采访、拍摄，已取消', en: 'The person does not agree to an interview; it is cancelled' } : { zh: '本人收回对采访、拍摄的同意', en: 'The person took the consent to an interview back' }),
  'interview.fixed': plain('采访、拍摄定下时间', 'An interview was fixed'),
  'interview.done': plain('登记采访、拍摄已完成', 'Entered an interview as done'),
  'interview.cancelled': (d) => ({ zh: `${who[String(d['by'])]?.zh ?? ''}取消采访、拍摄`, en: `An interview was cancelled by ${who[String(d['by'])]?.en ?? ''}` }),
} as const satisfies Readonly<Record<string, Say>>
