/** Sets the code of the printed page into the headers of a Word file: at the upper right of every page, over no text and moving none. */
import { RelType, xml, type Docx, type OpenXmlPart, type XmlGeneralNode, type XmlNode } from 'easy-template-x'
import { CODE_MM } from './page-mark'
import { attribute, blocksOf, childOf, childrenOf, element, numberOf, TWIPS_PER_MM } from './word-tree'

export interface Stamp { readonly picture: Uint8Array; readonly readable: string }

const EMU_PER_MM = 36_000
const mm = (n: number): string => String(Math.round(n * EMU_PER_MM))
const HEADER = 'header-page-code.xml'
const PICTURE = 'media/page-code.png'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** Printers reach no nearer to the edge; the white around the code below it. */
const EDGE_MM = 5
const LEAST_TOP_MM = EDGE_MM + CODE_MM + 1
const LEAST_BOTTOM_MM = 12

const sectionsOf = (root: XmlNode): XmlGeneralNode[] => {
  const body = childOf(root, 'w:body')
  return [...blocksOf(body, 'w:p').flatMap((p) => childOf(childOf(p, 'w:pPr'), 'w:sectPr') ?? []), ...(childOf(body, 'w:sectPr') === undefined ? [] : [childOf(body, 'w:sectPr')!])]
}

/**
 * Before anything is filled in: every section gets the headers it lacks. @returns paths of the office's own that are to be stamped
 * A header that a section does not name it takes from the one before, so only the first needs ours.
 */
export const prepareHeaders = async (docx: Docx, stamp: Stamp): Promise<ReadonlySet<string>> => {
  const root = await docx.mainDocument.xmlRoot()
  const body = childOf(root, 'w:body')
  if (body !== undefined && childOf(body, 'w:sectPr') === undefined) xml.modify.appendChild(body, element('w:sectPr', {}, [element('w:pgSz', { 'w:w': '11906', 'w:h': '16838' }), element('w:pgMar', { 'w:top': '1440', 'w:right': '1800', 'w:bottom': '1440', 'w:left': '1800', 'w:header': '851', 'w:footer': '992', 'w:gutter': '0' })]))
  const sections = sectionsOf(root)
  sections.forEach(makeRoom)
  const evenToo = await settingsSay(docx, 'w:evenAndOddHeaders')
  const known = new Set<string>()
  let own: string | null = null
  const [stamped, targets] = [new Set<string>(), new Map((await docx.mainDocument.rels.list()).map((r) => [r.id, r.target]))]
  for (const section of sections) {
    const named = new Map(blocksOf(section, 'w:headerReference').map((r) => [attribute(r, 'w:type') ?? 'default', attribute(r, 'r:id') ?? '']))
    for (const id of named.values()) { const target = targets.get(id); if (target !== undefined) stamped.add(docx.mainDocument.rels.absoluteTargetPath(target)) }
    for (const type of ['default', ...(childOf(section, 'w:titlePg') === undefined ? [] : ['first']), ...(evenToo ? ['even'] : [])]) {
      if (named.has(type)) known.add(type)
      if (known.has(type)) continue
      own ??= await addHeader(docx, stamp)
      known.add(type)
      xml.modify.insertChild(section, element('w:headerReference', { 'w:type': type, 'r:id': own }), 0)
    }
  }
  return stamped
}

/** The text begins below the code; what it loses above it gets below, so that no page overflows. */
const makeRoom = (section: XmlGeneralNode): void => {
  const margins = childOf(section, 'w:pgMar')
  const [top, bottom] = [numberOf(margins, 'w:top'), numberOf(margins, 'w:bottom')]
  if (margins?.attributes === undefined || top === null || top >= LEAST_TOP_MM * TWIPS_PER_MM) return
  const more = Math.round(LEAST_TOP_MM * TWIPS_PER_MM) - top
  margins.attributes['w:top'] = String(top + more)
  if (bottom !== null) margins.attributes['w:bottom'] = String(Math.max(Math.min(bottom, Math.round(LEAST_BOTTOM_MM * TWIPS_PER_MM)), bottom - more))
}

const settingsSay = async (docx: Docx, name: string): Promise<boolean> => (docx.rawZipFile.isFileExist('word/settings.xml') ? new RegExp(`<${name}(?:\\s*/>|\\s+w:val="(?:1|true|on)"\\s*/>)`, 'u').test(await docx.rawZipFile.getFile('word/settings.xml').getContentText()) : false)

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT_TYPES = '[Content_Types].xml'
/** Written as it stands, never parsed: the pictures and tags of the form are none of its business. */
const addHeader = async (docx: Docx, stamp: Stamp): Promise<string> => {
  const [zip, folder] = [docx.rawZipFile, docx.mainDocument.path.replace(/[^/]*$/u, '')]
  // Before the library reads the types for the picture: what it writes later comes of what it read.
  const types = await zip.getFile(CONTENT_TYPES).getContentText()
  zip.setFile(CONTENT_TYPES, types.replace(/<\/((?:\w+:)?)Types>\s*$/u, `<$1Override PartName="/${`${folder}${HEADER}`.replace(/^\//u, '')}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></$1Types>`))
  zip.setFile(`${folder}${HEADER}`, `${XML}<w:hdr xmlns:w="${W}" xmlns:r="${R}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>${runMarkup('rId1', stamp.readable, 'right')}</w:p></w:hdr>`)
  zip.setFile(`${folder}_rels/${HEADER}.rels`, `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RelType.Image}" Target="${await addPicture(docx, stamp)}"/></Relationships>`)
  return docx.mainDocument.rels.add(`${folder}${HEADER}`, RelType.Header)
}

/** Beside the pictures of the form, under a name of its own. @returns the path as the headers name it */
const addPicture = async (docx: Docx, stamp: Stamp): Promise<string> => {
  docx.rawZipFile.setFile(`${docx.mainDocument.path.replace(/[^/]*$/u, '')}${PICTURE}`, Buffer.from(stamp.picture))
  await docx.contentTypes.ensureContentType('image/png')
  return PICTURE
}

/** After filling in: nothing of what is drawn here is taken for a tag. */
export const stampPart = async (docx: Docx, part: OpenXmlPart, stamp: Stamp): Promise<void> => {
  const header = await part.xmlRoot()
  const first = blocksOf(header, 'w:p')[0]
  if (first === undefined) return
  const picture = await part.rels.add(await addPicture(docx, stamp), RelType.Image)
  // Where the office's own header stands right, the code goes left.
  const right = ['right', 'end'].includes(attribute(childOf(childOf(first, 'w:pPr'), 'w:jc'), 'w:val') ?? '') && textIn(first) !== ''
  const run = xml.parser.parse(runMarkup(picture, stamp.readable, right ? 'left' : 'right'))
  xml.modify.removeEmptyTextNodes(run)
  xml.modify.appendChild(first, run)
}
const textIn = (node: XmlNode): string => (node.nodeType === 'Text' ? node.textContent ?? '' : childrenOf(node).map(textIn).join(''))

const runMarkup = (picture: string, readable: string, side: 'left' | 'right'): string => `<w:r xmlns:w="${W}" xmlns:r="${R}">${codeMarkup(picture, side)}${lineMarkup(readable, side)}</w:r>`

const anchor = (id: number, side: string, top: number, width: number, height: number, graphic: string): string => `<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${251_000_000 + id}" behindDoc="0" locked="1" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>${side}</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${mm(top)}</wp:posOffset></wp:positionV><wp:extent cx="${mm(width)}" cy="${mm(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${90_000 + id}" name="page-code-${id}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${graphic}</a:graphic></wp:anchor>`

const codeMarkup = (picture: string, side: string): string => `<w:drawing>${anchor(1, side, EDGE_MM, CODE_MM, CODE_MM, `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="page-code"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${mm(CODE_MM)}" cy="${mm(CODE_MM)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`)}</w:drawing>`

const LINE_MM = { width: 80, height: 5 }
/** The same in words, beside the code. Programs that know no text boxes leave it out. */
const lineMarkup = (words: string, side: 'left' | 'right'): string => `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing>${anchor(2, side, EDGE_MM + CODE_MM - LINE_MM.height, LINE_MM.width, LINE_MM.height, `<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${mm(LINE_MM.width)}" cy="${mm(LINE_MM.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/><w:jc w:val="${side}"/></w:pPr><w:r><w:rPr><w:color w:val="5B5650"/><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr><w:t>${words}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="${side === 'left' ? mm(CODE_MM + 3) : '0'}" tIns="0" rIns="${side === 'right' ? mm(CODE_MM + 3) : '0'}" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData>`)}</w:drawing></mc:Choice></mc:AlternateContent>`
