import { expect, test } from 'vitest'
import { planImport, type Known, type SheetRow } from './import-plan'

const row = (line: number, code: string, parentCode: string, name = `单位${code}（示例）`): SheetRow => ({
  line, code, name, type: '', parentCode, email: '', counts: {}, properties: [],
  people: [{ role: 'unitClerk', personName: '甲', login: `clerk${line}` }, { role: 'unitApprover', personName: '乙', login: `approver${line}` }],
})
const none: Known = { units: new Map(), logins: new Set() }
const plan = (rows: readonly SheetRow[], known: Known = none) => planImport(rows, known, new Set(), {}).map((r) => [r.code, r.effect, ...r.findings.map((f) => f.code)])

test('a child may stand before its parent in the sheet', () => {
  expect(plan([row(2, 'B', 'A'), row(3, 'A', '')])).toEqual([['B', 'create'], ['A', 'create']])
})

test('units that are above one another in a circle are refused, in the sheet alone and with what is known', () => {
  expect(plan([row(2, 'A', 'C'), row(3, 'B', 'A'), row(4, 'C', 'B')])).toEqual([['A', 'refused', 'import.circle'], ['B', 'refused', 'import.circle'], ['C', 'refused', 'import.circle']])
  const known: Known = { ...none, units: new Map([['A', { name: '单位A（示例）', type: '', parentCode: '', email: '' }], ['B', { name: '单位B（示例）', type: '', parentCode: 'A', email: '' }]]) }
  expect(plan([row(2, 'A', 'B')], known)).toEqual([['A', 'refused', 'import.circle']])
})

test('what hangs under a new unit that is refused is refused with it, level by level', () => {
  expect(plan([row(2, 'A', '', ''), row(3, 'C', 'B'), row(4, 'B', 'A'), row(5, 'D', '')])).toEqual([['A', 'refused', 'import.name'], ['C', 'refused', 'import.parentRefused'], ['B', 'refused', 'import.parentRefused'], ['D', 'create']])
})
