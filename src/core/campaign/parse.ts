/** Reads a definition from YAML. Every error says file, line, column, path, what was expected, what stood there and what to write; all at once. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml'
import type { Words } from '../kernel/finding'
import { checkDefinition } from './check-definition'
import type { Definition } from './definition'
import type { PlacedFault } from './faults'

export interface DefinitionError {
  readonly file: string
  /** 1-based, as editors count. */
  readonly line: number
  readonly column: number
  /** As `rules[3].file.minBytes`; empty for the file as a whole. */
  readonly path: string
  /** Id of the rule it sits in, where it has one. */
  readonly rule: string | null
  readonly expected: Words
  readonly got: string
  readonly writeInstead: Words
}
export type Parsed = { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly errors: DefinitionError[] }

const MOST_CHARACTERS = 200_000

/** A definition, or everything wrong with the text at once. Refused unread: more than 200 000 characters, anchors and aliases. */
export const parseDefinition = (yamlText: string, fileName: string): Parsed => {
  const lines = new LineCounter()
  const error = (offset: number, e: Omit<DefinitionError, 'file' | 'line' | 'column'>): DefinitionError => {
    const { line, col } = lines.linePos(offset)
    return { file: fileName, line: Math.max(line, 1), column: Math.max(col, 1), ...e }
  }
  if (yamlText.length > MOST_CHARACTERS) return { ok: false, errors: [error(0, tooLong(yamlText.length))] }
  const document = parseDocument(yamlText, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: '1.2', schema: 'core' })
  const broken = [...document.errors, ...document.warnings].map((e) => error(e.pos[0], syntax(e)))
  const aliases = aliasOffsets(document).map((offset) => error(offset, noAlias))
  if (broken.length + aliases.length > 0) return { ok: false, errors: [...broken, ...aliases] }
  const raw: unknown = document.toJS({ maxAliasCount: 0 })
  const checked = checkDefinition(raw)
  if (checked.definition !== null) return { ok: true, definition: checked.definition }
  const placed = checked.faults.map((f) => error(offsetOf(document, f), { path: sayPath(f.path), rule: ruleAt(raw, f.path), expected: f.expected, got: f.got, writeInstead: f.writeInstead }))
  return { ok: false, errors: placed.sort((a, b) => a.line - b.line || a.column - b.column) }
}

/** One error as one sentence, for terminals and logs. */
export const sayDefinitionError = (e: DefinitionError): Words => {
  const at = [e.path, e.rule].filter((p) => p !== null && p !== '').join(' · ')
  return {
    zh: `${e.file}:${e.line}:${e.column} ${at}：应为${e.expected.zh}，现为 ${e.got}。请写：${e.writeInstead.zh}`,
    en: `${e.file}:${e.line}:${e.column} ${at}: expected ${e.expected.en}, found ${e.got}. Write: ${e.writeInstead.en}`,
  }
}

/** `rules[3].file.minBytes` */
export const sayPath = (path: readonly (string | number)[]): string => path.map((p) => (typeof p === 'number' ? `[${p}]` : `.${p}`)).join('').replace(/^\./, '')

const ruleAt = (raw: unknown, path: readonly (string | number)[]): string | null => {
  if (path[0] !== 'rules' || typeof path[1] !== 'number') return null
  const id = (raw as { rules?: { id?: unknown }[] }).rules?.[path[1]]?.id
  return typeof id === 'string' ? id : null
}

/** Where the value stands; the key where the key is wrong; where it is missing, the mapping that should hold it. */
const offsetOf = (document: Document, fault: PlacedFault): number => {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const [i, step] of fault.path.entries()) {
    const last = i === fault.path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((p) => String(isScalar(p.key) ? p.key.value : p.key) === String(step))
      if (pair === undefined) return offset
      offset = (last && fault.atKey === true ? undefined : startOf(pair.value)) ?? startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}
const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

const aliasOffsets = (document: Document): number[] => {
  const found: number[] = []
  visit(document, (_, node) => { if (isAlias(node)) found.push(startOf(node) ?? 0) })
  return found
}

const whole = { path: '', rule: null }
const tooLong = (n: number) => ({ ...whole, got: String(n), expected: { zh: `不超过 ${MOST_CHARACTERS} 个字符的文件`, en: `a file of at most ${MOST_CHARACTERS} characters` }, writeInstead: { zh: '只留本级自己的规则', en: 'this level’s own rules only' } })
const noAlias = { ...whole, got: '*', expected: { zh: '不用 YAML 引用（& 和 *）', en: 'no YAML anchors and aliases (& and *)' }, writeInstead: { zh: '把内容原样写出来', en: 'the content itself, written out' } }

const syntax = (e: YAMLError) => {
  const known = syntaxWords[e.code]
  return { ...whole, got: e.message, expected: known?.[0] ?? { zh: '合乎 YAML 写法的文字', en: 'well-formed YAML' }, writeInstead: known?.[1] ?? { zh: '看这一行的缩进、引号、冒号和括号', en: 'check indentation, quotes, colons and brackets of this line' } }
}
const syntaxWords: Partial<Record<YAMLError['code'], readonly [Words, Words]>> = {
  DUPLICATE_KEY: [{ zh: '同一处每个键只写一次', en: 'each key once in one place' }, { zh: '删去重复的一行，或改成另一个键', en: 'remove the repeated line, or name another key' }],
  TAB_AS_INDENT: [{ zh: '用空格缩进', en: 'spaces as indentation' }, { zh: '把行首的制表符换成空格', en: 'spaces in place of the tab' }],
  MULTIPLE_DOCS: [{ zh: '一个文件一份方案', en: 'one definition a file' }, { zh: '删去 --- 及其后的内容，另存一个文件', en: 'put what follows --- into another file' }],
  TAG_RESOLVE_FAILED: [{ zh: '不带 ! 标签的值', en: 'a value without a ! tag' }, { zh: '删去 ! 标签；文字以 ! 开头的加引号', en: 'the value without the tag; in quotes if the text begins with !' }],
  MISSING_CHAR: [{ zh: '成对的引号和括号', en: 'quotes and brackets in pairs' }, { zh: '补上缺的引号或括号', en: 'the missing quote or bracket' }],
  BAD_INDENT: [{ zh: '与同级对齐的缩进', en: 'indentation in line with its neighbours' }, { zh: '同级的行对齐，下级多缩进两格', en: 'neighbours aligned, what is below them two further in' }],
}
