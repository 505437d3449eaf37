/** A web page → its text: the words a reader sees, without scripts and without what the site puts around every page. */
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5'
import { boundedTree } from './bounded-tree'
import { formatNumber, numbered } from './number-formats'
import { rowLines } from './table-rows'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const unseen = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'frame', 'object', 'embed', 'applet', 'svg', 'math', 'select', 'button', 'input', 'textarea', 'audio', 'video', 'canvas', 'map', 'datalist', 'dialog', 'rt', 'rp', 'noframes'])
const blocks = new Set(['html', 'body', 'address', 'article', 'aside', 'blockquote', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'ul'])
/** What sites repeat on every page, by element, role or the whole word of a class or id. */
const aroundTags = new Set(['nav', 'footer', 'aside'])
const aroundRoles = new Set(['navigation', 'contentinfo', 'banner', 'search', 'complementary'])
const aroundNames = /^(?:nav|navbar|topnav|subnav|mainnav|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|pagination|toolbar|searchbox|friendlinks?|bdsharebuttonbox|share)$/i
/** More of a page than this is never only its surroundings, whatever it is called. */
const mostAround = 0.25

const attributeOf = (e: Element, name: string): string | undefined => e.attrs.find((a) => a.name === name)?.value
const hidden = (e: Element): boolean => unseen.has(e.tagName) || attributeOf(e, 'hidden') !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(e, 'style') ?? '')
const around = (e: Element): boolean => aroundTags.has(e.tagName) || aroundRoles.has(attributeOf(e, 'role')?.toLowerCase() ?? '')
  || `${attributeOf(e, 'class') ?? ''} ${attributeOf(e, 'id') ?? ''}`.split(/\s+/).some((name) => aroundNames.test(name))

/** In and out of each element in the order of the page; a page may be nested deeper than any call stack. */
function* steps(root: Node): Generator<{ readonly node: Node; readonly leaving: boolean }, void, boolean | undefined> {
  const left: { node: Node; leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let step = left.pop(); step !== undefined; step = left.pop()) {
    const passOver = yield step
    if (step.leaving || !('childNodes' in step.node)) continue
    left.push({ node: step.node, leaving: true })
    if (passOver !== true) for (let i = step.node.childNodes.length - 1; i >= 0; i--) left.push({ node: step.node.childNodes[i]!, leaving: false })
  }
}

/** How many visible characters stand below each element that might be a page's surroundings, and below the whole. */
const measure = (root: Node): { readonly whole: number; readonly inside: ReadonlyMap<Node, number> } => {
  const inside = new Map<Node, number>()
  const open: Node[] = []
  let whole = 0
  const walk = steps(root)
  for (let step = walk.next(); !step.done;) {
    const { node, leaving } = step.value
    let pass = false
    if (tree.isTextNode(node)) whole += node.value.replace(/\s+/g, '').length
    else if (tree.isElementNode(node)) {
      pass = hidden(node)
      if (!pass && around(node)) {
        if (!leaving) { open.push(node); inside.set(node, whole) }
        else if (open.at(-1) === node) { open.pop(); inside.set(node, whole - inside.get(node)!) }
      }
    }
    step = walk.next(pass)
  }
  return { whole, inside }
}

class PageReader {
  readonly #sinks: string[][] = [[]]
  readonly #rows: string[][][] = []
  readonly #counts: { next: number; format: string }[] = []
  #line = ''
  #number = ''
  #kept = 0

  get lines(): readonly string[] { this.#endLine(); return this.#sinks[0]! }

  text(value: string): void {
    this.#line += this.#kept > 0 ? value.replace(/[^\S\n]/g, ' ') : value.replace(/[\s\u00a0]+/g, (gap) => (gap.includes('\n') ? '\u2028' : ' '))
  }

  enter(e: Element): void {
    const name = e.tagName
    if (name === 'br') { this.#endLine(); return }
    if (name === 'td' || name === 'th') { this.#endLine(); this.#sinks.push([]); return }
    if (name === 'tr') { this.#endLine(); this.#rows.push([]); return }
    if (!blocks.has(name)) return
    this.#endLine()
    if (name === 'pre') this.#kept++
    else if (name === 'ol') this.#counts.push({ next: Number.parseInt(attributeOf(e, 'start') ?? '1', 10) || 1, format: listFormat(e) })
    else if (name === 'ul' || name === 'menu') this.#counts.push({ next: 1, format: 'none' })
    else if (name === 'li') this.#beginItem(e)
  }

  leave(e: Element): void {
    const name = e.tagName
    if (name === 'td' || name === 'th') {
      this.#endLine()
      if (this.#sinks.length > 1) { const cell = this.#sinks.pop()!; if (this.#rows.length > 0) this.#rows.at(-1)!.push(cell); else this.#sinks.at(-1)!.push(...cell) }
    } else if (name === 'tr') {
      this.#endLine()
      this.#sinks.at(-1)!.push(...rowLines(this.#rows.pop() ?? []))
    } else if (blocks.has(name)) {
      this.#endLine()
      if (name === 'pre') this.#kept--
      else if (name === 'ol' || name === 'ul' || name === 'menu') this.#counts.pop()
      else if (name === 'p' || /^h\d$/.test(name)) this.#number = ''
    }
  }

  #beginItem(e: Element): void {
    const list = this.#counts.at(-1)
    if (list === undefined) return
    const own = Number.parseInt(attributeOf(e, 'value') ?? '', 10)
    const n = Number.isSafeInteger(own) ? own : list.next
    list.next = n + 1
    const number = formatNumber(n, list.format)
    this.#number = number === '' ? '' : `${number}${list.format === 'chineseCounting' ? '、' : '.'}`
  }

  #endLine(): void {
    // A line end of the source between Chinese characters is no space.
    const lines = this.#line.replace(/(?<=[^\x20-\x7e\u2028])\s*\u2028\s*(?=[^\x20-\x7e\u2028])/gu, '').replaceAll('\u2028', ' ').split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim())
    this.#line = ''
    if (lines.every((line) => line === '')) return
    // Typed numbers stay; a second one would contradict them.
    const first = lines.findIndex((line) => line !== '')
    const typed = /^(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）]?[.、．)）]|[①-⑳])/.test(lines[first]!)
    if (!typed) lines[first] = numbered(this.#number, lines[first]!)
    this.#number = ''
    this.#sinks.at(-1)!.push(...lines)
  }
}

const types: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }
const listFormat = (e: Element): string => {
  const style = /list-style(?:-type)?\s*:[^;]*?\b(none|cjk-ideographic|simp-chinese-informal|trad-chinese-informal|lower-alpha|upper-alpha|lower-roman|upper-roman)\b/i.exec(attributeOf(e, 'style') ?? '')?.[1]?.toLowerCase()
  const named: Readonly<Record<string, string>> = { none: 'none', 'lower-alpha': 'lowerLetter', 'upper-alpha': 'upperLetter', 'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman' }
  return style === undefined ? (types[attributeOf(e, 'type') ?? ''] ?? 'decimal') : (named[style] ?? 'chineseCounting')
}

/** Lines of the page in reading order. Nothing of it is markup. */
export const readHtml = (html: string): string => {
  const document = parse(html, { scriptingEnabled: false, treeAdapter: boundedTree() })
  const { whole, inside } = measure(document)
  const reader = new PageReader()
  const walk = steps(document)
  for (let step = walk.next(); !step.done;) {
    const { node, leaving } = step.value
    let pass = false
    if (tree.isTextNode(node)) reader.text(node.value)
    else if (tree.isElementNode(node)) {
      pass = hidden(node) || (inside.get(node) ?? Number.POSITIVE_INFINITY) <= whole * mostAround
      if (!pass) { if (leaving) reader.leave(node); else reader.enter(node) }
    }
    step = walk.next(pass)
  }
  return reader.lines.join('\n')
}

/** The encoding a page says it is in, found in its first bytes as characters 0–255. */
export const statedEncoding = (head: string): string | null => /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,20})/i.exec(head)?.[1]?.toLowerCase() ?? /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,20})/i.exec(head)?.[1]?.toLowerCase() ?? null

/** Whether a text is a page or a piece of one. */
export const looksLikeHtml = (text: string): boolean => /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta|title|link|style|div|p|table|span|h[1-6]|article|section|main|center|font|br|ul|ol)\b/i.test(text.slice(0, 8192))
