/** What Word demands of a .docx before it opens it without a word of repair: parts and their types, relationships that lead somewhere, and the order of elements (ISO/IEC 29500-1 and -2). */
import { walkXml } from '#media/text/xml'

export interface Node { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: Node[] }

/** A part as a tree of elements, names without their prefix. */
export const treeOf = (xml: string): Node => {
  const root: Node = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  walkXml(xml, {
    open: (name, text) => {
      const node: Node = { name, attributes: new Map([...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map((m) => [m[1]!.replace(/^w:/, ''), m[2]!])), children: [] }
      open.at(-1)!.children.push(node)
      open.push(node)
    },
    close: () => { open.pop() },
    text: () => undefined,
  })
  return root.children[0]!
}
const walk = (node: Node, see: (node: Node) => void): void => { see(node); for (const c of node.children) walk(c, see) }

const sides = ['top', 'left', 'start', 'bottom', 'right', 'end', 'insideH', 'insideV', 'tl2br', 'tr2bl']
/** Children in the order in which the schema lists them (wml.xsd); runs as Word itself writes them. */
const orders: Readonly<Record<string, readonly string[]>> = {
  pPr: ['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers', 'pBdr', 'shd', 'tabs', 'suppressAutoHyphens', 'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi', 'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing', 'mirrorIndents', 'suppressOverlap', 'jc', 'textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange'],
  rPr: ['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline', 'shadow', 'emboss', 'imprint', 'noProof', 'snapToGrid', 'vanish', 'webHidden', 'color', 'spacing', 'w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u', 'effect', 'bdr', 'shd', 'fitText', 'vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish', 'oMath'],
  tblPr: ['tblStyle', 'tblpPr', 'tblOverlap', 'bidiVisual', 'tblStyleRowBandSize', 'tblStyleColBandSize', 'tblW', 'jc', 'tblCellSpacing', 'tblInd', 'tblBorders', 'shd', 'tblLayout', 'tblCellMar', 'tblLook', 'tblCaption', 'tblDescription'],
  tcPr: ['cnfStyle', 'tcW', 'gridSpan', 'hMerge', 'vMerge', 'tcBorders', 'shd', 'noWrap', 'tcMar', 'textDirection', 'tcFitText', 'vAlign', 'hideMark'],
  tblBorders: sides, tcBorders: sides, tblCellMar: sides, tcMar: sides, pBdr: ['top', 'left', 'bottom', 'right', 'between', 'bar'],
  sectPr: ['headerReference', 'footerReference', 'footnotePr', 'endnotePr', 'type', 'pgSz', 'pgMar', 'paperSrc', 'pgBorders', 'lnNumType', 'pgNumType', 'cols', 'formProt', 'vAlign', 'noEndnote', 'titlePg', 'textDirection', 'bidi', 'rtlGutter', 'docGrid', 'printerSettings'],
  style: ['name', 'aliases', 'basedOn', 'next', 'link', 'autoRedefine', 'hidden', 'uiPriority', 'semiHidden', 'unhideWhenUsed', 'qFormat', 'locked', 'rsid', 'pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'tblStylePr'],
  styles: ['docDefaults', 'latentStyles', 'style'], docDefaults: ['rPrDefault', 'pPrDefault'],
  tbl: ['tblPr', 'tblGrid', 'tr'], tr: ['tblPrEx', 'trPr', 'tc'], body: ['p', 'tbl', 'sectPr'], font: ['altName', 'panose1', 'charset', 'family', 'notTrueType', 'pitch', 'sig', 'embedRegular', 'embedBold'],
  settings: ['writeProtection', 'view', 'zoom', 'displayBackgroundShape', 'mirrorMargins', 'trackRevisions', 'documentProtection', 'defaultTabStop', 'autoHyphenation', 'consecutiveHyphenLimit', 'hyphenationZone', 'doNotHyphenateCaps', 'evenAndOddHeaders', 'characterSpacingControl', 'updateFields', 'footnotePr', 'endnotePr', 'compat', 'docVars', 'rsids', 'themeFontLang', 'clrSchemeMapping', 'decimalSymbol', 'listSeparator'],
}
/** Of a body the last is its section; paragraphs and tables stand in any order before it. */
const free = new Set(['body:p', 'body:tbl'])

/** Of one part: children unknown to the schema, out of order, or twice where once is all. */
export const orderFaults = (part: string, xml: string): string[] => {
  const faults: string[] = []
  walk(treeOf(xml), (node) => {
    const order = orders[node.name]
    if (order === undefined) return
    let last = -1
    for (const { name } of node.children) {
      const at = order.indexOf(name)
      if (at < 0) faults.push(`${part}: ${name} in ${node.name}`)
      else if (at < last && !free.has(`${node.name}:${name}`)) faults.push(`${part}: ${name} after ${order[last]} in ${node.name}`)
      last = Math.max(last, free.has(`${node.name}:${name}`) ? last : at)
    }
    if (node.name === 'body' && node.children.at(-1)?.name !== 'sectPr') faults.push(`${part}: no section at the end of the body`)
    const names = node.children.map((c) => c.name)
    if (/Pr$|Borders$|^pBdr$/.test(node.name) && node.name !== 'sectPr' && new Set(names).size < names.length) faults.push(`${part}: something twice in ${node.name}`)
  })
  return [...faults, ...placeFaults(part, xml)]
}

/** Properties come first in what they belong to; a cell ends with a paragraph; a table has as many columns as its grid says. */
const placeFaults = (part: string, xml: string): string[] => {
  const faults: string[] = []
  walk(treeOf(xml), (node) => {
    const names = node.children.map((c) => c.name)
    for (const [owner, properties] of [['p', 'pPr'], ['r', 'rPr'], ['tc', 'tcPr'], ['tbl', 'tblPr']]) if (node.name === owner && names.indexOf(properties!) > 0) faults.push(`${part}: ${properties} is not first in ${owner}`)
    if (node.name === 'tc' && names.at(-1) !== 'p') faults.push(`${part}: a cell does not end with a paragraph`)
    if (node.name !== 'tbl') return
    const columns = node.children.find((c) => c.name === 'tblGrid')?.children.length ?? 0
    for (const row of node.children.filter((c) => c.name === 'tr')) {
      const wide = row.children.filter((c) => c.name === 'tc').reduce((n, c) => n + Number(c.children.find((k) => k.name === 'tcPr')?.children.find((k) => k.name === 'gridSpan')?.attributes.get('val') ?? 1), 0)
      if (wide !== columns) faults.push(`${part}: a row of ${wide} in a grid of ${columns}`)
    }
  })
  return faults
}

const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** What a document is made of at least, each with its type. */
const required: Readonly<Record<string, string>> = {
  '/word/document.xml': `${CONTENT}.document.main+xml`, '/word/styles.xml': `${CONTENT}.styles+xml`, '/word/settings.xml': `${CONTENT}.settings+xml`, '/word/fontTable.xml': `${CONTENT}.fontTable+xml`,
  '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
}

/** Of the package: parts that are missing or of no type, relationships that lead nowhere or share an id, styles that nobody defines. */
export const packageFaults = (parts: ReadonlyMap<string, string>): string[] => {
  const types = treeOf(parts.get('[Content_Types].xml') ?? '<Types/>')
  const overrides = new Map(types.children.filter((c) => c.name === 'Override').map((c) => [c.attributes.get('PartName') ?? '', c.attributes.get('ContentType') ?? '']))
  const defaults = new Set(types.children.filter((c) => c.name === 'Default').map((c) => c.attributes.get('Extension')))
  return [
    ...Object.entries(required).filter(([part, type]) => !parts.has(part.slice(1)) || overrides.get(part) !== type).map(([part]) => `${part} is missing or of another type`),
    ...[...overrides.keys()].filter((part) => !parts.has(part.slice(1))).map((part) => `${part} has a type and is not there`),
    ...[...parts.keys()].filter((part) => part !== '[Content_Types].xml' && !part.endsWith('/') && !overrides.has(`/${part}`) && !defaults.has(part.slice(part.lastIndexOf('.') + 1))).map((part) => `${part} has no type`),
    ...[...parts].filter(([part]) => part.endsWith('.rels')).flatMap(([part, xml]) => relationFaults(parts, part, xml)), ...styleFaults(parts),
  ]
}

const relationFaults = (parts: ReadonlyMap<string, string>, part: string, xml: string): string[] => {
  const base = part.replace(/_rels\/[^/]*$/, '')
  const all = treeOf(xml).children
  const owner = parts.get(part.replace('_rels/', '').replace(/\.rels$/, '')) ?? ''
  const ids = all.map((r) => r.attributes.get('Id') ?? '')
  return [
    ...all.filter((r) => r.attributes.get('TargetMode') !== 'External' && !parts.has((r.attributes.get('Target') ?? '').startsWith('/') ? r.attributes.get('Target')!.slice(1) : base + r.attributes.get('Target'))).map((r) => `${part}: ${r.attributes.get('Target')} is not there`),
    ...(new Set(ids).size < ids.length ? [`${part}: an id twice`] : []),
    ...[...owner.matchAll(/\br:(?:id|embed|link)="([^"]+)"/g)].filter((m) => !ids.includes(m[1]!)).map((m) => `${part}: nobody is ${m[1]}`),
  ]
}

const styleFaults = (parts: ReadonlyMap<string, string>): string[] => {
  const defined = new Set([...(parts.get('word/styles.xml') ?? '').matchAll(/<w:style [^>]*w:styleId="([^"]+)"/g)].map((m) => m[1]!))
  return [...parts].filter(([part]) => /^word\/[^/]+\.xml$/.test(part)).flatMap(([part, xml]) => [...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"/g)].map((m) => m[1]!).filter((id) => !defined.has(id)).map((id) => `${part}: no style ${id}`))
}

/** Everything that Word would repair, or refuse. */
export const wordFaults = (parts: ReadonlyMap<string, string>): string[] => [...new Set([...packageFaults(parts), ...[...parts].filter(([part]) => /^word\/[^/]+\.xml$/.test(part)).flatMap(([part, xml]) => orderFaults(part, xml))])]
