/** Walks XML as Office writes it: elements and text in order, by their local names. No DTD, so no entities of the file's own. */
import { Unreadable } from '../unreadable'

export interface XmlVisitor {
  /** `attributes` as written: ask `attribute` for one. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const broken = (): Unreadable => new Unreadable('broken', 'docx')
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** @throws Unreadable when it is not well formed or brings a DTD */
export const walkXml = (xml: string, visitor: XmlVisitor): void => {
  for (let at = 0; at < xml.length;) {
    const tag = xml.indexOf('<', at)
    if (tag !== at) visitor.text(plain(xml.slice(at, tag < 0 ? xml.length : tag)))
    if (tag < 0) return
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4)
    else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag + 2)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9)
      visitor.text(xml.slice(tag + 9, at - 3))
    } else if (xml.startsWith('<!', tag)) throw broken()
    else {
      const end = tagEnd(xml, tag + 1)
      element(xml.slice(tag + 1, end), visitor)
      at = end + 1
    }
  }
}

const element = (inside: string, visitor: XmlVisitor): void => {
  if (inside.startsWith('/')) return visitor.close(localName(inside.slice(1).trim()))
  const alone = inside.endsWith('/')
  const whole = alone ? inside.slice(0, -1) : inside
  const gap = whole.search(/\s/)
  const name = localName(gap < 0 ? whole : whole.slice(0, gap))
  visitor.open(name, gap < 0 ? '' : whole.slice(gap))
  if (alone) visitor.close(name)
}

const after = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw broken()
  return at + mark.length
}

/** A `>` inside quotes does not end a tag. */
const tagEnd = (xml: string, from: number): number => {
  for (let at = from; at < xml.length; at++) {
    const c = xml[at]
    if (c === '>') return at
    if (c === '"' || c === "'") at = after(xml, c, at + 1) - 1
  }
  throw broken()
}

/** The value of an attribute by its local name. */
export const attribute = (attributes: string, name: string): string | undefined => {
  for (const m of attributes.matchAll(/([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) if (m[1] === name) return plain(m[2] ?? m[3] ?? '')
  return undefined
}

/** `<w:vanish/>` and `<w:vanish w:val="true"/>` say yes. */
export const isOn = (attributes: string): boolean => !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '')

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (text: string): string => (text.includes('&') ? text.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
  if (name !== undefined) return named[name] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}) : text)
