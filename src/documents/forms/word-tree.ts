/** Small steps through the body of a Word file (ISO/IEC 29500-1, 17). */
import { xml, type XmlGeneralNode, type XmlNode } from 'easy-template-x'

export const isElement = (node: XmlNode, name?: string): node is XmlGeneralNode => node.nodeType === 'General' && (name === undefined || node.nodeName === name)
export const childrenOf = (node: XmlNode | undefined): readonly XmlNode[] => node?.childNodes ?? []
export const childOf = (node: XmlNode | undefined, name: string): XmlGeneralNode | undefined => childrenOf(node).find((c): c is XmlGeneralNode => isElement(c, name))
/** A content control is no place of its own: what stands in it does. */
export const blocksOf = (node: XmlNode | undefined, name: string): XmlGeneralNode[] => childrenOf(node).flatMap((c): XmlGeneralNode[] =>
  isElement(c, name) ? [c] : isElement(c, 'w:sdt') ? blocksOf(childOf(c, 'w:sdtContent'), name) : isElement(c, 'w:ins') || isElement(c, 'w:customXml') ? blocksOf(c, name) : [])
export const attribute = (node: XmlNode | undefined, name: string): string | undefined => (node !== undefined && isElement(node) ? node.attributes?.[name] : undefined)
/** A number that files may write anything for. */
export const numberOf = (node: XmlNode | undefined, name: string): number | null => {
  const value = Number(attribute(node, name))
  return Number.isFinite(value) && value > 0 ? value : null
}
export const TWIPS_PER_MM = 56.6929

export const element = (name: string, attributes: Record<string, string> = {}, children: readonly XmlNode[] = []): XmlGeneralNode => {
  const node = xml.create.generalNode(name, { attributes })
  for (const c of children) xml.modify.appendChild(node, c)
  return node
}
/** Its look, and words whose blanks are kept. */
export const runOf = (look: XmlNode | undefined, text: string): XmlGeneralNode =>
  element('w:r', {}, [...(look === undefined ? [] : [xml.create.cloneNode(look, true)]), element('w:t', { 'xml:space': 'preserve' }, [xml.create.textNode(text)])])

/** Takes away children by name; what stays keeps its order. */
export const without = (node: XmlNode, names: readonly string[]): void => { for (const c of childrenOf(node).filter((x) => names.includes(x.nodeName))) xml.modify.remove(c) }
