/** Acts by which units join, in words; who and where to stand beside them, telephones nowhere. */
import type { Words } from '../kernel/finding'
import { sayEnd } from '../kernel/instant'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const end = (d: Readonly<Record<string, unknown>>): Words => sayEnd(Number(d['until']))

export const sayJoining = {
  'unitCode.made': (d) => ({ zh: `做单位加入码，最多 ${String(d['most'])} 家，${end(d).zh} 前有效`, en: `Made a code by which at most ${String(d['most'])} units join until ${end(d).en}` }),
  'unitCode.ended': plain('停用单位加入码', 'Ended a code by which units join'),
  'unitJoin.sent': plain('一家单位凭加入码申请加入', 'A unit applied to join by a code'),
  'unitJoin.takenIn': (d) => (d['existing'] === true ? { zh: '同意加入申请：两人加入已有单位', en: 'Took in an application: its two people join a unit that was there' } : { zh: '同意加入申请：新建单位和两个账号', en: 'Took in an application: a new unit with two accounts' }),
  'unitJoin.refused': plain('不同意一家单位的加入申请', 'Refused the application of a unit'),
  'unitJoin.codeGiven': (d) => (d['role'] === 'unitApprover' ? { zh: '凭申请链接取审核人的启用码', en: 'The approver’s activation code was taken by the link of the application' } : { zh: '凭申请链接取经办人的启用码', en: 'The clerk’s activation code was taken by the link of the application' }),
} as const satisfies Readonly<Record<string, Say>>
