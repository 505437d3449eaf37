/** 单位名单: the sheet that an office would import, with exactly the columns that the product asks for. */
import type { DemoUnit } from './units'

const header = ['单位代码', '单位名称', '类型', '上级代码', '经办人姓名', '经办人账号', '审核人姓名', '审核人账号', '联系邮箱'] as const

export const unitListRows = (units: readonly DemoUnit[]): string[][] => [
  [...header],
  ...units.map((u) => [u.code, u.name, u.type, u.parentCode, u.clerk.name, u.clerk.login, u.approver.name, u.approver.login, emailOf(u)]),
]

/** Reserved for examples: no letter of a demo could reach anybody. A few have none, as in life. */
const emailOf = (u: DemoUnit): string => (withoutAddress.has(u.code) ? '' : `${u.code.toLowerCase()}@units.example.org`)
const withoutAddress = new Set(['C0401', 'C1201', 'P07'])

/** RFC 4180, UTF-8 without a mark. */
export const unitListCsv = (units: readonly DemoUnit[]): string => unitListRows(units).map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
