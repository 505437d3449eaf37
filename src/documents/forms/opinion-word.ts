/** 廉政意见 as Word: the same words, for an office that writes its own into them. */
import { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun, type IFontAttributesProperties } from 'docx'
import type { Opinion } from '#core/forms/opinion'
import { sameBytes, sealedProperties } from '../attachments/same-bytes'
import { biaosong, fang, fontTable } from '../official/word-faces'

const MM = 56.7
const line = { line: 560, lineRule: LineRuleType.EXACT }
const text = (t: string, size = 16, font: IFontAttributesProperties = fang): TextRun => new TextRun({ text: t, size: size * 2, font })
const par = (t: string, more: object = {}): Paragraph => new Paragraph({ spacing: line, children: [text(t)], ...more })
const indented = (t: string): Paragraph => par(t, { indent: { firstLine: 640 }, alignment: AlignmentType.JUSTIFIED })

export const opinionWord = async (o: Opinion): Promise<Uint8Array> => sameBytes(new Uint8Array(await Packer.toBuffer(new Document({
  title: o.title,
  sections: [{
    properties: { page: { size: { width: Math.round(210 * MM), height: Math.round(297 * MM) }, margin: { top: Math.round(32 * MM), header: Math.round(10 * MM), bottom: Math.round(25 * MM), left: Math.round(28 * MM), right: Math.round(26 * MM) } } },
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 400 }, children: [text(o.title, 22, biaosong)] }), par(o.to), ...o.paragraphs.map(indented),
      ...o.points.flatMap((p, i) => [indented(`${i + 1}. ${p.what}`), par(p.answers.map((a) => `□${a}`).join('　　'), { indent: { firstLine: 960 } })]),
      indented(o.closing), par(''), par(''), par(`${o.issuer}（盖章）`, { alignment: AlignmentType.RIGHT, indent: { right: 320 } }), par('年　　月　　日', { alignment: AlignmentType.RIGHT, indent: { right: 960 } }), par(''), par('经办人：　　　　　　　　联系电话：'),
    ],
  }],
}), undefined, [{ path: 'word/fontTable.xml', data: fontTable }, { path: 'docProps/core.xml', data: sealedProperties(o.title) }])))
