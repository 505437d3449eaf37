/** 汇总表导入: what a sheet of candidates would do, row by row, before anything is written. */
import type { ResolvedDefinition } from '../campaign/definition'
import { blocking, finding, type Finding } from '../kernel/finding'
import { markedPlaces, sayMarkedPlaces } from '../secrecy/marked-values'
import { lengthOf, textOf, type Fields } from './form'
import { checkIdNumber } from './id-number'
import { readHeading, type SheetColumn } from './sheet-columns'
import { readCell } from './sheet-values'

/** A sheet as it was read; places are `line:column`, from 1. */
export interface PeopleSheet {
  readonly rows: readonly (readonly string[])[]
  readonly formulas: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** Cells that only show what the first cell of their merged block holds. */
  readonly merged: ReadonlySet<string>
  readonly hiddenRows: ReadonlySet<number>
  readonly otherPages: readonly { readonly name: string; readonly hidden: boolean }[]
}
export interface PlannedPerson { readonly line: number; readonly name: string; readonly fields: Fields; readonly findings: readonly Finding[]; readonly refused: boolean }
export interface PeoplePlan { readonly rows: readonly PlannedPerson[]; /** Against the whole sheet: nothing is taken. */ readonly findings: readonly Finding[]; /** To be seen, and no hindrance. */ readonly notes: readonly Finding[]; readonly columns: readonly SheetColumn[] }

/** As many at once as a person can look through. */
export const MOST_PEOPLE = 500

const no = (code: string, what: [string, string], mend: [string, string], strength: Finding['strength'] = 'block', field?: string): Finding => finding({ code: `sheet.${code}`, rule: null, strength, what, mend, ...(field === undefined ? {} : { at: { field } }) })

/** Below the list: 填表人, 合计, 注. */
const footer = /^(?:合计|总计|注|备注|说明|填表人|填报人|审核人|负责人|联系人|制表)(?:[:：\s]|$)/u

export const planPeople = (d: ResolvedDefinition, sheet: PeopleSheet): PeoplePlan => {
  const read = readHeading(d, sheet.rows)
  if (!read.ok) return { rows: [], findings: read.findings, notes: [], columns: [] }
  const { columns, below, unread } = read.heading
  const filled = sheet.rows.map((cells, i) => ({ cells, line: i + 1 })).slice(below).filter(({ cells }) => cells.some((c) => c.trim() !== ''))
  const people = filled.filter(({ cells }) => !footer.test((cells.find((c) => c.trim() !== '') ?? '').trim()))
  const notes = [
    ...(unread.length === 0 ? [] : [no('unread', [`没有对应栏目、没有读的列：${unread.join('、')}`, `Columns that no field answers to were not read: ${unread.join(', ')}`], ['要读的，请把列名改成推荐表上的栏目名。', 'To have one read, head it as the form’s field.'], 'note')]),
    ...sheet.otherPages.map((p) => no('otherPage', [`另有${p.hidden ? '隐藏的' : ''}工作表“${p.name}”，没有读`, `Another ${p.hidden ? 'hidden ' : ''}sheet “${p.name}” was not read`], ['只读第一张。要导入别的，请移到最前，或另存一份。', 'Only the first is read: move the other to the front, or save it apart.'], 'note')),
  ]
  if (people.length === 0) return { rows: [], findings: [no('nothing', ['列名下面没有人选', 'Nobody stands below the headings'], ['请每行填一人。', 'One person a line.'])], notes, columns }
  if (people.length > MOST_PEOPLE) return { rows: [], findings: [no('tooMany', [`有 ${people.length} 行，一次最多导入 ${MOST_PEOPLE} 行`, `${people.length} lines; at most ${MOST_PEOPLE} are imported at once`], ['请分成几份。', 'Divide it into several.'])], notes, columns }
  return { rows: withoutTwice(people.map((p) => planOne(d, sheet, columns, p.cells, p.line))), findings: [], notes, columns }
}

const planOne = (d: ResolvedDefinition, sheet: PeopleSheet, columns: readonly SheetColumn[], cells: readonly string[], line: number): PlannedPerson => {
  const found: Finding[] = [], fields: Record<string, string> = {}
  for (const { at, field } of columns) {
    const place = `${line}:${at + 1}`
    // Whose number and whose name it is cannot be shared; a workplace or a category can.
    if (sheet.merged.has(place) && ['name', 'idNumber', 'phone', 'email'].includes(field.field)) {
      found.push(no('merged', [`“${field.label.zh}”一格与别的行合并了，不知道是不是这一行的`, `The cell of “${field.label.en}” is merged with another line`], ['请取消合并，每行各填各的。', 'Undo the merge and fill in each line.'], 'block', field.field))
      continue
    }
    const { value, findings } = readCell(d, field, { text: cells[at] ?? '', isNumber: sheet.numbers.has(place), isFormula: sheet.formulas.has(place) })
    found.push(...findings)
    if (value === '') continue
    fields[field.field] = value
    if (field.maxLength !== undefined && lengthOf(value) > field.maxLength) found.push(no('long', [`“${field.label.zh}”${lengthOf(value)} 字，超过 ${field.maxLength} 字，照原样带入`, `“${field.label.en}” has ${lengthOf(value)} characters, more than ${field.maxLength}; it is taken as it stands`], ['请导入后删减。', 'Shorten it after the import.'], 'warn', field.field))
  }
  if (sheet.hiddenRows.has(line)) found.push(no('hiddenRow', ['这一行在表格里是隐藏的，不知道要不要导入', 'This line is hidden in the sheet'], ['要导入的请取消隐藏或取消筛选，不要的请删去。', 'Show it to import it, or delete it.']))
  const name = textOf(fields, 'name')
  if (name === '' && !found.some((f) => f.at.field === 'name')) found.push(no('name', ['没有姓名', 'No name'], ['请填姓名；不是人选的行请删去。', 'Give the name; delete lines that are no candidates.'], 'block', 'name'))
  found.push(...birthByNumber(fields, columns, found), ...sayMarkedPlaces(d, markedPlaces({ fields })))
  return { line, name, fields, findings: found, refused: blocking(found).length > 0 }
}

/** The day of birth stands in the number: taken from there where the sheet says nothing against it, told either way. */
const birthByNumber = (fields: Record<string, string>, columns: readonly SheetColumn[], found: Finding[]): Finding[] => {
  const checked = checkIdNumber(fields['idNumber'] ?? '')
  if (!checked.ok || !columns.some((c) => c.field.field === 'birthDate')) return []
  if (fields['birthDate'] === undefined) {
    fields['birthDate'] = checked.birthDay
    const asked = found.findIndex((f) => f.at.field === 'birthDate')
    if (asked >= 0) found.splice(asked, 1)
    return [no('birthByNumber', [`出生日期按身份证号写成 ${checked.birthDay}`, `Day of birth by the ID number: ${checked.birthDay}`], ['不对的，请核对身份证号。', 'If it is wrong, check the ID number.'], 'note', 'birthDate')]
  }
  return fields['birthDate'] === checked.birthDay ? [] : [no('birthDiffers', [`出生日期 ${fields['birthDate']} 与身份证号里的 ${checked.birthDay} 不同`, `Day of birth ${fields['birthDate']} differs from the ID number’s ${checked.birthDay}`], ['照原样带入，请核对两处，以证件为准。', 'Taken as it stands: check both, the document decides.'], 'warn', 'birthDate')]
}

/** By which a person is the same one: the number, or name, workplace and day of birth together; never the name alone. */
export const keysOfPerson = (fields: Fields): string[] => {
  const of = (f: string) => textOf(fields, f).trim()
  return [...(of('idNumber') === '' ? [] : [`id ${of('idNumber').toUpperCase()}`]), ...(of('employer') === '' || of('birthDate') === '' ? [] : [`who ${of('name')} ${of('employer')} ${of('birthDate')}`])]
}

const withoutTwice = (rows: readonly PlannedPerson[]): PlannedPerson[] => {
  const first = new Map<string, number>(), names = new Map<string, number>()
  return rows.map((row) => {
    const before = keysOfPerson(row.fields).map((k) => first.get(k)).find((line) => line !== undefined)
    for (const k of keysOfPerson(row.fields)) if (!first.has(k)) first.set(k, row.line)
    const namesake = names.get(row.name)
    if (row.name !== '' && namesake === undefined) names.set(row.name, row.line)
    if (before !== undefined) return { ...row, refused: true, findings: [...row.findings, no('twice', [`与第 ${before} 行是同一个人`, `The same person as in line ${before}`], ['请删去一行。', 'Delete one of the lines.'])] }
    return namesake === undefined ? row : { ...row, findings: [...row.findings, no('namesake', [`与第 ${namesake} 行同名`, `The same name as in line ${namesake}`], ['不是同一人的照常导入；是同一人的，请删去一行。', 'If they are two people, go on; if not, delete a line.'], 'warn', 'name')] }
  })
}
