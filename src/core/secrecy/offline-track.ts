/** 线下件: a nomination whose dossier holds state secrets goes by hand. Here stand a placeholder, how it is carried, and nothing that is said of the candidate. */
import { finding, type Finding, type Words } from '../kernel/finding'
import type { CalendarDay } from '../kernel/instant'
import { articles } from './say'

/** How classified paper may travel: never by mail, express or a network (art 26 of the implementing regulation). */
export const carriages = ['inPerson', 'confidentialPost'] as const
export type Carriage = (typeof carriages)[number]
export const carriageNames: Readonly<Record<Carriage, Words>> = {
  inPerson: { zh: '两人以上专人送达', en: 'Carried in person, by two at least' },
  confidentialPost: { zh: '机要交通或机要通信', en: 'Confidential courier post' },
}

export interface OfflineFacts {
  /** From 1, within the campaign. */
  readonly number: number
  readonly carriedBy: Carriage
  /** 保密责任人 of the unit for this item. */
  readonly officerName: string
  readonly officerPost: string
  /** 卷（册）数 that the unit hands over. */
  readonly volumes: number
  /** What the office took in; null: nothing yet. */
  readonly received: { readonly on: CalendarDay; readonly volumes: number; readonly by: string; readonly at: number } | null
}

/** Stands for the candidate's name wherever one is shown. */
export const offlineName = (number: number): string => `线下件 ${String(number).padStart(3, '0')}`

/** Under this id the approver declares that what stands here is no secret. */
export const offlineDeclaration = 'offline'
export const offlineDeclarationText: Words = {
  zh: '这件推荐的涉密材料只走线下；这里登记的内容经保密审查，不涉及国家秘密。',
  en: 'The classified papers of this nomination go by hand alone; what is registered here was reviewed and is no state secret.',
}

const fault = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string], strength: Finding['strength'] = 'block'): Finding => ({ ...finding({ code, rule: null, strength, at: { field }, what, mend }), clause: articles.noSystem })

/** Everything wrong with an offline item: it has no form, no files, no answers, so nothing else is asked. */
export const checkOffline = (f: OfflineFacts, declared: boolean, by: 'clerk' | 'approver'): Finding[] => [
  ...(f.officerName.trim() === '' || f.officerPost.trim() === '' ? [fault('offline.officer', 'offline.officer', ['没有写明保密责任人的姓名和职务', 'The person responsible for secrecy is not named with post'], ['请填写本单位负责这件材料的保密责任人。', 'Name who in the unit answers for this item.'])] : []),
  ...(by === 'approver' && !declared ? [fault('declaration.missing', `declaration.${offlineDeclaration}`, ['还没有确认登记内容不涉密', 'It is not yet declared that what is registered is no secret'], ['请审核人看过登记内容后勾选。', 'The approver reads what is registered and ticks it.'])] : []),
  ...(f.received !== null && f.received.volumes !== f.volumes ? [fault('offline.volumesDiffer', 'offline.volumes', [`单位登记 ${f.volumes} 卷，收到 ${f.received.volumes} 卷`, `The unit registered ${f.volumes} volumes, ${f.received.volumes} came in`], ['请与单位的保密责任人当面核对，查明去向后再办。', 'Clear it with the unit’s responsible person before going on.'], 'warn')] : []),
]

/** What speaks against taking it in. @param on, today `YYYY-MM-DD` of product time */
export const mayReceive = (on: CalendarDay, today: CalendarDay): Finding[] =>
  on > today ? [fault('offline.receivedLater', 'offline.on', ['收到日期在今天之后', 'It cannot have come in after today'], ['请填实际收到的日期。', 'Enter the day on which it came in.'])] : []

/** 接收 rests on papers that are there. */
export const mayAcceptOffline = (f: OfflineFacts | null): Finding[] =>
  f === null || f.received !== null ? [] : [fault('offline.notReceived', 'offline.received', ['涉密材料还没有收到', 'The classified papers have not come in'], ['收到纸质材料并登记后，再办接收；迟迟不到的，请联系单位的保密责任人。', 'Register the papers when they come in, then accept; if they do not come, ask the unit’s responsible person.'])]
