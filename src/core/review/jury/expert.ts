/** 评委库: one expert, and how a list of them is read, line by line, before anything is written. */
import { finding, type Finding } from '../../kernel/finding'
import { hiddenIn } from '../../text/hidden-characters'
import { foldName } from '../conflicts/name-characters'
import type { KnownTie, PlaceOfWork } from '../conflicts/facts'

export interface Expert {
  readonly personName: string
  readonly unitName: string
  readonly parentUnit: string
  readonly title: string
  readonly fields: readonly string[]
  readonly birthYear: number | null
  readonly places: readonly PlaceOfWork[]
  readonly ties: readonly KnownTie[]
  readonly service: string
}
export interface KnownExpert extends Expert { readonly id: string }
export interface PlannedExpert extends Expert { readonly line: number; readonly effect: 'create' | 'update' | 'same' | 'refused'; readonly findings: readonly Finding[]; /** Whom it changes; null: nobody. */ readonly known: string | null; /** The unit is another than before. */ readonly moved: boolean }

/** 列名: accepted headings, the first is the one the template shows. */
export const expertColumns = {
  personName: ['姓名', 'name'], unitName: ['所在单位', '单位', '工作单位', 'unit'], parentUnit: ['上级单位', '主管单位', 'parent unit'], fields: ['专业领域', '专业', '领域', '学科', 'fields'], title: ['职称', '专业技术职务', 'title'],
  birthYear: ['出生年份', '出生年', 'birth year'], places: ['任职经历', '工作经历', 'past units'], ties: ['师生、合作者、亲属', '关系', 'ties'], service: ['曾任评委', '评审经历', 'service'],
} as const
type Column = keyof typeof expertColumns
export type ExpertColumns = Partial<Record<Column, number>>
const required: readonly Column[] = ['personName', 'unitName', 'fields']
/** As many at once as a person can look through. */
export const MOST_EXPERTS = 2000

export const readExpertHeader = (header: readonly string[]): { at: ExpertColumns; findings: Finding[] } => {
  const at: ExpertColumns = {}
  for (const column of Object.keys(expertColumns) as Column[]) {
    const found = header.findIndex((h) => (expertColumns[column] as readonly string[]).includes(h.trim().toLowerCase()))
    if (found >= 0) at[column] = found
  }
  return { at, findings: required.filter((c) => at[c] === undefined).map((c) => finding({
    code: 'experts.column', rule: null, at: { field: expertColumns[c][0] }, what: [`缺少“${expertColumns[c][0]}”一列`, `The column “${expertColumns[c][0]}” is missing`],
    mend: [`第一行的列名须有“${expertColumns[c][0]}”；现有：${header.filter((h) => h.trim() !== '').join('、') || '（空）'}。`, `The first line must name “${expertColumns[c][0]}”; it has: ${header.filter((h) => h.trim() !== '').join(', ') || '(nothing)'}.`] })) }
}

/** By what somebody is known again: name and unit as folded. */
export const keyOfExpert = (e: Pick<Expert, 'personName' | 'unitName'>): string => `${foldName(e.personName)}|${foldName(e.unitName).replace(/\([^()]*\)/gu, '')}`

/** Judges every line against the sheet itself and what is known; a refused line never stops the others. */
export const planExperts = (rows: readonly (readonly string[])[], at: ExpertColumns, known: readonly KnownExpert[], formulas: ReadonlySet<string>, year: number): PlannedExpert[] => {
  const [byKey, byName, lines] = [new Map(known.map((k) => [keyOfExpert(k), k])), new Map<string, KnownExpert[]>(), new Map<string, number>()]
  for (const k of known) byName.set(foldName(k.personName), [...byName.get(foldName(k.personName)) ?? [], k])
  return rows.slice(1).flatMap((cells, i): PlannedExpert[] => {
    if (cells.every((c) => c.trim() === '')) return []
    const line = i + 2
    const { expert, findings } = readLine(cells, at, line, formulas, year)
    const key = keyOfExpert(expert)
    const first = lines.get(key)
    if (expert.personName !== '' && first !== undefined) findings.push(no(line, 'twice', '姓名', [`与第 ${first} 行是同一人`, `the same person as in line ${first}`], ['请删去一行。', 'Delete one of them.']))
    if (first === undefined) lines.set(key, line)
    const same = byKey.get(key)
    const namesakes = same === undefined ? byName.get(foldName(expert.personName)) ?? [] : []
    const before = same ?? namesakes.find((k) => k.birthYear !== null && k.birthYear === expert.birthYear)
    const moved = same === undefined && before !== undefined
    if (moved) findings.push(no(line, 'moved', '所在单位', [`单位由“${before.unitName}”改为“${expert.unitName}”`, `the unit changes from “${before.unitName}” to “${expert.unitName}”`], ['原单位会记入任职经历，回避照样比对。', 'The former unit is kept among past units, and still compared for conflicts.'], 'note'))
    else if (before === undefined && namesakes.length > 0) findings.push(no(line, 'namesake', '姓名', [`库里已有同名者（${namesakes.map((k) => k.unitName).join('、')}）`, `somebody of this name is in the pool (${namesakes.map((k) => k.unitName).join(', ')})`], ['是同一人换了单位的，请两处都填出生年份再导入；不是同一人的照常导入。', 'If it is one person who moved, give the year of birth in both; if not, go on.'], 'warn'))
    const whole = before === undefined ? expert : merged(before, expert, at, moved, year)
    const effect = findings.some((f) => f.strength === 'block') ? 'refused' : before === undefined ? 'create' : alike(before, whole) ? 'same' : 'update'
    return [{ ...whole, line, findings, effect, known: before?.id ?? null, moved }]
  })
}

/** What the sheet has no column for stays; who moves keeps the former unit. */
const merged = (before: Expert, now: Expert, at: ExpertColumns, moved: boolean, year: number): Expert => {
  const keep = <K extends Column>(k: K): Expert[K] => (at[k] === undefined ? before[k] : now[k])
  const places = at.places === undefined || now.places.length === 0 ? before.places : now.places
  const former = moved && !places.some((p) => foldName(p.unit) === foldName(before.unitName)) ? [{ unit: before.unitName, from: null, to: year }] : []
  return { personName: now.personName, unitName: now.unitName, fields: now.fields, parentUnit: keep('parentUnit'), title: keep('title'), birthYear: keep('birthYear') ?? before.birthYear, places: [...places, ...former], ties: keep('ties'), service: keep('service') }
}
const alike = (a: Expert, b: Expert): boolean => JSON.stringify(shape(a)) === JSON.stringify(shape(b))
const shape = (e: Expert): unknown => [e.personName, e.unitName, e.parentUnit, e.title, e.fields, e.birthYear, e.places.map((p) => [p.unit, p.from, p.to]), e.ties.map((t) => [t.relation, t.name]), e.service]

const no = (line: number, code: string, field: string, what: [string, string], mend: [string, string], strength: Finding['strength'] = 'block'): Finding => finding({ code: `experts.${code}`, rule: null, strength, at: { field }, what: [`第 ${line} 行：${what[0]}`, `Line ${line}: ${what[1]}`], mend })

const readLine = (cells: readonly string[], at: ExpertColumns, line: number, formulas: ReadonlySet<string>, year: number): { expert: Expert; findings: Finding[] } => {
  const get = (c: Column): string => (at[c] === undefined ? '' : (cells[at[c]] ?? '').trim())
  const findings: Finding[] = []
  for (const [column, index] of Object.entries(at) as [Column, number][]) {
    const name = expertColumns[column][0]
    if (formulas.has(`${line}:${index + 1}`)) findings.push(no(line, 'formula', name, [`“${name}”里是公式`, `“${name}” holds a formula`], ['请改成文字。', 'Replace it by its text.']))
    if (get(column).length > 1000) findings.push(no(line, 'long', name, [`“${name}”超过 1000 字`, `“${name}” is longer than 1000 characters`], ['请删减。', 'Shorten it.']))
  }
  for (const c of required) if (get(c) === '') findings.push(no(line, 'missing', expertColumns[c][0], [`没有“${expertColumns[c][0]}”`, `“${expertColumns[c][0]}” is empty`], ['请补上。', 'Fill it in.']))
  if (hiddenIn(get('personName')) !== null || hiddenIn(get('unitName')) !== null) findings.push(no(line, 'hidden', '姓名', ['姓名或单位里有看不见的字符', 'characters that are not seen in name or unit'], ['请清空这一格，重新键入。', 'Clear the cell and type it again.']))
  const birth = get('birthYear')
  const birthYear = birth === '' ? null : Number(/^(\d{4})/u.exec(birth.normalize('NFKC'))?.[1] ?? Number.NaN)
  if (birthYear !== null && !(birthYear >= year - 100 && birthYear <= year - 18)) findings.push(no(line, 'birthYear', '出生年份', [`“${birth}”不是出生年份`, `“${birth}” is no year of birth`], ['请填四位年份，如 1970。', 'Give four digits, e.g. 1970.']))
  const places = readPlaces(get('places'))
  const ties = readTies(get('ties'))
  if (ties.unread.length > 0) findings.push(no(line, 'ties', expertColumns.ties[0], [`没有读懂：${ties.unread.join('；')}`, `not understood: ${ties.unread.join('; ')}`], ['请写成“导师：张三；合作者：李四、王五；亲属：赵六”。', 'Write “导师：name；合作者：name、name；亲属：name”.'], 'warn'))
  return { findings, expert: { personName: get('personName'), unitName: get('unitName'), parentUnit: get('parentUnit'), title: get('title'), fields: [...new Set(get('fields').split(/[、,，;；/\n]+/u).map((f) => f.trim()).filter((f) => f !== ''))], birthYear: birthYear !== null && Number.isInteger(birthYear) ? birthYear : null, places, ties: ties.ties, service: get('service') } }
}

/** 2010—2018 云川大学；2018 至今 云岭市第一人民医院 */
export const readPlaces = (text: string): PlaceOfWork[] => text.split(/[;；\n]+/u).map((s) => s.trim()).filter((s) => s !== '').map((piece) => {
  const m = /^((?:19|20)\d{2})(?:[.\-/年]\d{1,2}月?|年)?\s*(?:[-—–~～至到]+\s*(?:((?:19|20)\d{2})(?:[.\-/年]\d{1,2}月?|年)?|至今|今)?)?\s*[,，:：]?\s*(.+)$/u.exec(piece.normalize('NFKC'))
  return m === null ? { unit: piece, from: null, to: null } : { unit: m[3]!, from: Number(m[1]), to: m[2] === undefined ? null : Number(m[2]) }
})
const relations: readonly (readonly [RegExp, KnownTie['relation']])[] = [[/导师|学生|师生|弟子|老师/u, 'teacherStudent'], [/合作|项目|课题|合著/u, 'sameProject'], [/亲属|配偶|丈夫|妻|父|母|子|女|兄|弟|姐|妹|夫妻/u, 'relative']]
const readTies = (text: string): { ties: KnownTie[]; unread: string[] } => {
  const [ties, unread]: [KnownTie[], string[]] = [[], []]
  for (const piece of text.split(/[;；\n]+/u).map((s) => s.trim()).filter((s) => s !== '')) {
    const [head = '', names] = piece.split(/[:：]/u)
    const relation = relations.find(([pattern]) => pattern.test(head))?.[1]
    if (relation === undefined || names === undefined) unread.push(piece)
    else for (const name of names.split(/[、,，]+/u).map((n) => n.trim()).filter((n) => n !== '')) ties.push({ relation, name })
  }
  return { ties, unread }
}
