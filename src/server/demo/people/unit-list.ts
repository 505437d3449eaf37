/** 单位名单: the sheet that an office would import, with exactly the columns that the product asks for. */
import type { DemoUnit } from './units'

const header = ['单位代码', '单位名称', '类型', '上级代码', '经办人姓名', '经办人账号', '审核人姓名', '审核人账号'] as const

export const unitListRows = (units: readonly DemoUnit[]): string[][] => [
  [...header],
  ...units.map((u) => [u.code, u.name, u.type, u.parentCode, u.clerk.name, u.clerk.login, u.approver.name, u.approver.login]),
]

/** RFC 4180, UTF-8 without a mark. */
export const unitListCsv = (units: readonly DemoUnit[]): string => unitListRows(units).map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
