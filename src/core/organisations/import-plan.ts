import type { Role } from '../access/actor'
import { finding, type Finding } from '../kernel/finding'
import { isMailAddress } from '../mobilisation/address'
import { hiddenIn } from '../text/hidden-characters'
import { checkCounts, countColumns, countsIn, propertiesIn, tellsMore, type CountColumn, type UnitFacts } from './unit-counts'

/** 单位名单: what a sheet of units would do, row by row, before anything is written. */
export interface SheetRow {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly type: string
  readonly parentCode: string
  /** Where its letters go; empty: as it was. */
  readonly email: string
  /** 会员数… by what is counted, as written. */
  readonly counts: Readonly<Record<string, string>>
  /** 单位属性. */
  readonly properties: readonly string[]
  readonly people: readonly { readonly role: Role; readonly personName: string; readonly login: string }[]
}
export interface PlannedRow extends SheetRow {
  readonly findings: readonly Finding[]
  readonly effect: 'create' | 'update' | 'same' | 'refused'
}
export interface Known {
  readonly units: ReadonlyMap<string, { readonly name: string; readonly type: string; readonly parentCode: string; readonly email: string } & UnitFacts>
  readonly logins: ReadonlySet<string>
  /** Codes of other branches of the tree. */
  readonly elsewhere?: ReadonlySet<string>
  /** Units of open campaigns that an organisation between them and the importing office runs. */
  readonly bound?: readonly { readonly code: string; readonly host: string; readonly campaign: string }[]
}

/** 列名: accepted headings of each column, the first is the one the template shows. */
export const columns = {
  code: ['单位代码', '代码', 'code'],
  name: ['单位名称', '名称', 'name'],
  type: ['类型', '单位类型', 'type'],
  parentCode: ['上级代码', '上级', 'parent code'],
  clerkName: ['经办人姓名', '经办人', 'clerk'],
  clerkLogin: ['经办人账号', 'clerk login'],
  approverName: ['审核人姓名', '审核人', 'approver'],
  approverLogin: ['审核人账号', 'approver login'],
  email: ['联系邮箱', '邮箱', 'e-mail', 'email'],
  properties: ['单位属性', '属性', 'properties'],
} as const
type Column = keyof typeof columns

const required: readonly Column[] = ['code', 'name', 'clerkName', 'clerkLogin', 'approverName', 'approverLogin']

/** Finds the columns by their headings; a missing one is named with what the sheet offers instead. */
export const readHeader = (header: readonly string[]): { at: Partial<Record<Column, number>>; counts: CountColumn[]; findings: Finding[] } => {
  const at: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(columns) as Column[]) {
    const found = header.findIndex((h) => (columns[column] as readonly string[]).includes(h.trim().toLowerCase()) || (columns[column] as readonly string[]).includes(h.trim()))
    if (found >= 0) at[column] = found
  }
  const findings = required.filter((c) => at[c] === undefined).map((c) => finding({
    code: 'import.column', rule: null, at: { field: columns[c][0] },
    what: [`缺少“${columns[c][0]}”一列`, `The column “${columns[c][0]}” is missing`], mend: [`第一行的列名须有“${columns[c][0]}”；现有：${header.filter((h) => h !== '').join('、') || '（空）'}。`, `The first line must name “${columns[c][0]}”; it has: ${header.filter((h) => h !== '').join(', ') || '(nothing)'}.`] }))
  return { at, counts: countColumns(header), findings }
}

export const toRows = (rows: readonly (readonly string[])[], at: Partial<Record<Column, number>>, counts: readonly CountColumn[] = []): SheetRow[] =>
  rows.slice(1).flatMap((cells, i) => {
    const get = (c: Column): string => (at[c] === undefined ? '' : (cells[at[c]] ?? '').trim())
    if (cells.every((c) => c.trim() === '')) return []
    const person = (role: Role, name: Column, login: Column) => (get(name) === '' && get(login) === '' ? [] : [{ role, personName: get(name), login: get(login).toLowerCase() }])
    return [{ line: i + 2, code: get('code'), name: get('name'), type: get('type'), parentCode: get('parentCode'), email: get('email'), counts: countsIn(cells, counts), properties: propertiesIn(get('properties')), people: [...person('unitClerk', 'clerkName', 'clerkLogin'), ...person('unitApprover', 'approverName', 'approverLogin')] }]
  })

/** Judges every row against the sheet itself and what is known; a refused row never stops the others. */
export const planImport = (rows: readonly SheetRow[], known: Known, formulas: ReadonlySet<string>, at: Partial<Record<Column, number>>): PlannedRow[] => {
  const codes = new Map<string, number>()
  const logins = new Map<string, number>()
  const inSheet = new Map(rows.map((r) => [r.code, r.parentCode]))
  return withoutParentsRefused(known, rows.map((row): PlannedRow => {
    const findings = [...checkRow(row, known, inSheet, formulas, at), ...checkTwice(row, codes, logins, known)]
    if (!codes.has(row.code)) codes.set(row.code, row.line)
    for (const p of row.people) if (!logins.has(p.login)) logins.set(p.login, row.line)
    const before = known.units.get(row.code)
    const effect = findings.some((f) => f.strength === 'block') ? 'refused' : before === undefined ? 'create' : before.name === row.name && before.type === row.type && before.parentCode === row.parentCode && (row.email === '' || before.email === row.email) && !tellsMore(row, before) && row.people.every((p) => known.logins.has(p.login)) ? 'same' : 'update'
    return { ...row, findings, effect }
  }))
}

/** A new unit that is refused takes those below it along: they would hang under nothing. */
const withoutParentsRefused = (known: Known, planned: readonly PlannedRow[]): PlannedRow[] => {
  const out = (rows: readonly PlannedRow[]) => new Set(rows.filter((r) => r.effect === 'refused' && !known.units.has(r.code)).map((r) => r.code))
  const gone = out(planned)
  const next = planned.map((r): PlannedRow => (r.effect === 'refused' || !gone.has(r.parentCode) ? r : { ...r, effect: 'refused', findings: [...r.findings, no(r, 'import.parentRefused', '上级代码', [`上级“${r.parentCode}”这一行不能导入`, `the line of the parent “${r.parentCode}” cannot be imported`], ['请先改正上级那一行。', 'Mend the line of the parent first.'])] }))
  return next.every((r, i) => r === planned[i]) ? next : withoutParentsRefused(known, next)
}

const no = (row: SheetRow, code: string, field: string, what: [string, string], mend: [string, string], strength: 'block' | 'warn' = 'block'): Finding =>
  finding({ code, rule: null, strength, at: { field }, what: [`第 ${row.line} 行：${what[0]}`, `Line ${row.line}: ${what[1]}`], mend })

const checkRow = (row: SheetRow, known: Known, inSheet: ReadonlyMap<string, string>, formulas: ReadonlySet<string>, at: Partial<Record<Column, number>>): Finding[] => {
  const found: Finding[] = []
  for (const [column, index] of Object.entries(at)) if (formulas.has(`${row.line}:${index + 1}`)) found.push(no(row, 'import.formula', columns[column as Column][0], [`“${columns[column as Column][0]}”里是公式`, `“${columns[column as Column][0]}” holds a formula`], ['请改成文字；公式可能会在别人打开时运行。', 'Replace it by its text: a formula may run when others open it.']))
  if (row.code === '') found.push(no(row, 'import.code', '单位代码', ['没有单位代码', 'no unit code'], ['每家单位须有一个不重复的代码。', 'Each unit needs a code of its own.']))
  if (row.name === '') found.push(no(row, 'import.name', '单位名称', ['没有单位名称', 'no unit name'], ['请填单位全称。', 'Give the full name.']))
  if (known.elsewhere?.has(row.code) === true) found.push(no(row, 'import.codeElsewhere', '单位代码', [`代码“${row.code}”是别的单位之下的`, `the code “${row.code}” belongs to a unit of another branch`], ['请换一个代码；要调整隶属，请上级办理。', 'Take another code; to move a unit, ask the level above.']))
  if (row.parentCode !== '' && row.parentCode === row.code) found.push(no(row, 'import.ownParent', '上级代码', ['上级是它自己', 'it is its own parent'], ['请填上级单位的代码，直属的留空。', 'Give the parent’s code; leave empty if directly below.']))
  else if (row.parentCode !== '' && !known.units.has(row.parentCode) && !inSheet.has(row.parentCode)) found.push(no(row, 'import.parent', '上级代码', [`上级代码“${row.parentCode}”不在表里，也没有导入过`, `the parent code “${row.parentCode}” is neither in the sheet nor known`], ['请补上这家上级单位，或改正代码。', 'Add that unit, or correct the code.']))
  else if (inCircle(row.code, inSheet, known)) found.push(no(row, 'import.circle', '上级代码', ['它的上级又隶属于它自己', 'a unit above it belongs below it'], ['请改正上级代码，一级一级能到本单位为止。', 'Correct the parents’ codes, so that each level leads up to your own organisation.']))
  found.push(...leaves(row, known, inSheet))
  if (hiddenIn(row.name) !== null || hiddenIn(row.code) !== null) found.push(no(row, 'import.hidden', '单位名称', ['代码或名称里有看不见的字符', 'characters that are not seen in code or name'], ['请清空这一格，重新键入。', 'Clear the cell and type it again.']))
  if (row.email !== '' && !isMailAddress(row.email)) found.push(no(row, 'import.email', '联系邮箱', [`“${row.email}”不是一个邮箱地址`, `“${row.email}” is not one e-mail address`], ['请填一个地址，如 office@example.org；没有的留空。', 'Give one address such as office@example.org, or leave it empty.']))
  for (const p of row.people) {
    if (p.personName === '') found.push(no(row, 'import.person', '姓名', ['有账号没有姓名', 'a login without a name'], ['请填姓名。', 'Give the name.']))
    if (!/^[a-z0-9][a-z0-9._@-]{1,59}$/.test(p.login)) found.push(no(row, 'import.login', '账号', [`账号“${p.login}”不能用`, `the login “${p.login}” cannot be used`], ['账号用字母、数字和 . _ - @，2 至 60 位。', 'Use letters, digits and . _ - @, 2 to 60.']))
  }
  found.push(...checkCounts(row.line, row.counts))
  if (row.people.length < 2) found.push(no(row, 'import.people', '经办人', ['经办人和审核人没有填全', 'clerk and approver are not both given'], ['缺一人也能导入，但要补上才能审签报送。', 'It can be imported, but both are needed to submit.'], 'warn'))
  return found
}

/** All above a unit, nearest first, by the sheet and where it is silent by what is known. */
const above = (code: string, parentOf: (code: string) => string): string[] => {
  const found: string[] = []
  for (let at = parentOf(code); at !== '' && !found.includes(at); at = parentOf(at)) found.push(at)
  return found
}

/** A unit that would no longer be below the organisation whose open campaign it takes part in: what it has sent there would be nobody's. */
const leaves = (row: SheetRow, known: Known, inSheet: ReadonlyMap<string, string>): Finding[] => {
  const before = known.units.get(row.code)
  if (before === undefined || before.parentCode === row.parentCode || known.bound === undefined) return []
  const [now, then] = [(c: string) => known.units.get(c)?.parentCode ?? '', (c: string) => inSheet.get(c) ?? known.units.get(c)?.parentCode ?? '']
  const gone = known.bound.find((b) => (b.code === row.code || above(b.code, now).includes(row.code)) && above(b.code, now).includes(b.host) && !above(b.code, then).includes(b.host))
  if (gone === undefined) return []
  return [no(row, 'import.leaves', '上级代码', [`“${gone.code}”正参加“${gone.host}”办的“${gone.campaign}”，现在不能改隶属到别处`, `“${gone.code}” takes part in “${gone.campaign}” of “${gone.host}” and cannot be moved elsewhere now`], ['请保留原来的上级代码，等活动办结再改。', 'Keep the parent’s code until that campaign is closed.'])]
}

/** Going up from a unit, by the sheet and where it is silent by what is known, one comes back to it or to one met before. */
const inCircle = (code: string, inSheet: ReadonlyMap<string, string>, known: Known): boolean => {
  const met = new Set<string>()
  for (let at = code; at !== ''; at = inSheet.get(at) ?? known.units.get(at)?.parentCode ?? '') {
    if (met.has(at)) return true
    met.add(at)
  }
  return false
}

const checkTwice = (row: SheetRow, codes: ReadonlyMap<string, number>, logins: ReadonlyMap<string, number>, known: Known): Finding[] => {
  const found: Finding[] = []
  const first = codes.get(row.code)
  if (row.code !== '' && first !== undefined) found.push(no(row, 'import.codeTwice', '单位代码', [`代码“${row.code}”与第 ${first} 行重复`, `the code “${row.code}” stands in line ${first} too`], ['请改成不同的代码，或删去一行。', 'Change one of them or delete a line.']))
  const own = new Set<string>()
  for (const p of row.people) {
    const other = logins.get(p.login)
    if (other !== undefined || own.has(p.login)) found.push(no(row, 'import.loginTwice', '账号', [`账号“${p.login}”${other === undefined ? '在本行用了两次' : `与第 ${other} 行重复`}`, `the login “${p.login}” is used ${other === undefined ? 'twice in this line' : `in line ${other} too`}`], ['一人一个账号；经办人和审核人须是两个人。', 'One login a person; clerk and approver must be two people.']))
    else if (known.logins.has(p.login) && !known.units.has(row.code)) found.push(no(row, 'import.loginKnown', '账号', [`账号“${p.login}”已经有人用了`, `the login “${p.login}” is taken`], ['请换一个账号。', 'Choose another login.']))
    own.add(p.login)
  }
  return found
}
