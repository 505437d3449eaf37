/** 考核调研表 and 座谈会签到表 as Word: the same words, for an office that writes on. */
import { AlignmentType, BorderStyle, Document, HeightRule, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IFontAttributesProperties } from 'docx'
import type { AppraisalSheet } from '#core/appraisal/sheet'
import { sameBytes, sealedProperties } from '../attachments/same-bytes'
import { biaosong, fang, fontTable, hei } from '../official/word-faces'

const MM = 56.7
const twips = (mm: number): number => Math.round(mm * MM)
const WHOLE = twips(210 - 22 - 22)
const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: edge, bottom: edge, left: edge, right: edge }

const run = (text: string, size: number, font: IFontAttributesProperties = fang): TextRun => new TextRun({ text, size: size * 2, font })
const para = (text: string, size = 11, font = fang, more: object = {}): Paragraph => new Paragraph({ children: [run(text, size, font)], ...more })
const indented = (text: string): Paragraph => para(text, 11, fang, { indent: { firstLine: 440 }, spacing: { line: 340 }, alignment: AlignmentType.JUSTIFIED })
const cell = (text: string, width: number, label = false): TableCell => new TableCell({ borders, width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 80, right: 80, top: 40, bottom: 40 }, children: [para(text, 10.5, label ? hei : fang)] })

/** @param shares of the width @param lines rows of texts; `head` is repeated on each page */
const table = (shares: readonly number[], head: readonly string[] | null, lines: readonly (readonly string[])[], mm = 8): Table => {
  const sum = shares.reduce((a, b) => a + b, 0)
  const widths = shares.map((s) => Math.floor((WHOLE * s) / sum))
  const row = (texts: readonly string[], label: (i: number) => boolean, header: boolean): TableRow => new TableRow({ tableHeader: header, cantSplit: true, height: { value: twips(mm), rule: HeightRule.ATLEAST }, children: widths.map((w, i) => cell(texts[i] ?? '', w, label(i))) })
  return new Table({ layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, rows: [...(head === null ? [] : [row(head, () => true, true)]), ...lines.map((l) => row(l, (i) => head === null && i % 2 === 0, false))] })
}
const pairs = (all: readonly (readonly [string, string])[]): Table => table([2, 5, 2, 5], null, Array.from({ length: Math.ceil(all.length / 2) }, (_, i) => [...(all[2 * i] ?? []), ...(all[2 * i + 1] ?? ['', ''])]))
const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

const file = async (title: string, children: readonly (Paragraph | Table)[]): Promise<Uint8Array> => sameBytes(new Uint8Array(await Packer.toBuffer(new Document({
  title, sections: [{ properties: { page: { size: { width: twips(210), height: twips(297) }, margin: { top: twips(30), header: twips(10), bottom: twips(20), left: twips(22), right: twips(22) } } }, children: [...children] }],
}), undefined, [{ path: 'word/fontTable.xml', data: fontTable }, { path: 'docProps/core.xml', data: sealedProperties(title) }])))
const titled = (text: string): Paragraph => para(text, 18, biaosong, { alignment: AlignmentType.CENTER, spacing: { after: 240 } })
const gap = (): Paragraph => para('', 6)

export const appraisalWord = (s: AppraisalSheet): Promise<Uint8Array> => {
  let n = 0
  const part = (name: string): Paragraph => para(`${numbers[n++] ?? ''}、${name}`, 12, hei, { spacing: { before: 240, after: 100 }, keepNext: true })
  const listed = (lines: readonly (readonly string[])[], made: () => Table): Paragraph | Table => (lines.length === 0 ? para('（无记录）') : made())
  return file(s.title, [
    titled(s.title), pairs(s.head),
    part('走访'), listed(s.visits, () => table([3, 3, 3, 3], ['日期', '地点', '考核人员', '事项'], s.visits)),
    ...s.symposia.flatMap((x) => [part(x.name), pairs(x.head), gap(), table([4, 3, 3, 3], ['应到人员', '姓名', '职务', '参加方式'], x.attendance.map((a) => [a.role, a.name, a.post, a.how])), gap(), ...(x.minutes.length === 0 ? [para('（无记录）')] : x.minutes.map(indented))]),
    part('个别谈话'), listed(s.talks, () => table([2, 4, 4, 4, 2], ['序号', '与人选的关系', '日期', '谈话人', '方式'], s.talks)), para('谈话对象和内容不印，由考核单位另行保管。', 9),
    ...(s.facts.length === 0 ? [] : [part('逐项核实'), para(s.verified), gap(), table([1, 3, 6, 2, 4], ['', '事项', '内容', '结果', '依据'], s.facts)]),
    part('考核意见'), ...(s.conclusion.length === 0 ? [para(''), para('')] : s.conclusion.map(indented)),
    para(''), para('考核人员（签字）：　　　　　　　　　　记录人（签字）：'), para(''),
    para(`${s.seal}（盖章）`, 11, fang, { alignment: AlignmentType.RIGHT, indent: { right: 320 } }), para('年　　月　　日', 11, fang, { alignment: AlignmentType.RIGHT, indent: { right: 640 } }),
  ])
}

const ROOM_TO_SIGN = 12, EMPTY_LINES = 3
export const signInWord = (s: AppraisalSheet): Promise<Uint8Array> => file('座谈会签到表', s.symposia.flatMap((x) => [
  titled(`${x.name}签到表`), pairs(s.head), gap(), pairs(x.head), gap(),
  table([4, 3, 3, 3, 4], ['应到人员', '姓名', '职务', '参加方式', '签名'], [...x.attendance.map((a) => [a.role, a.name, a.post, a.how, '']), ...Array.from({ length: EMPTY_LINES }, () => ['', '', '', '', ''])], ROOM_TO_SIGN),
  para('视频参加的由记录人代签并注明；没有这一职务的写明。', 9),
]))
