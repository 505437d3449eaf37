/** Measures, styles and page of the official document in Word (GB/T 9704-2012). */
import { AlignmentType, DocumentGridType, Footer, LineRuleType, PageNumber, Paragraph, TextRun, type IBaseParagraphStyleOptions, type ISectionPropertiesOptions, type IStylesOptions } from 'docx'
import { biaosong, fang, hei, kai, song } from './word-faces'
import { characters, core, lines, margins, mmToPoint, pageNumberBelow, paper, size } from './measure'

/** Millimetres in twentieths of a point. */
export const twips = (mm: number): number => Math.round(mm * mmToPoint * 20)
/** A character's cell and a line's pitch; Word sets 22 whole pitches, so here they divide the 版心 evenly and are rounded down. */
export const cellTwips = Math.floor(twips(core.width) / characters)
export const pitchTwips = Math.floor(twips(core.height) / lines)
/** What Word takes from each 16 pt character so that 28 go on a line, in 1/4096 pt. */
const charSpace = Math.floor((cellTwips / 20 - size.body) * 4096)

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
const indented = { firstLine: cellTwips * 2, firstLineChars: 200 }

const heading = (face: typeof fang): IBaseParagraphStyleOptions => ({
  basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { font: face, size: size.body * 2, bold: false, color: '000000' },
  paragraph: { keepNext: true, indent: indented, spacing: exactly(pitchTwips) },
})
const title: IBaseParagraphStyleOptions = {
  basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { font: biaosong, size: size.title * 2, color: '000000' },
  paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactly(700) },
}

/** The writer’s own character styles rest on it and it does not define it: a style that rests on nothing is one Word mends by itself. */
export const characterStyles: NonNullable<IStylesOptions['characterStyles']> = [{ id: 'DefaultParagraphFont', name: 'Default Paragraph Font', uiPriority: 1, semiHidden: true, unhideWhenUsed: true }]

export const styles: IStylesOptions = {
  characterStyles,
  default: {
    document: {
      run: { font: fang, size: size.body * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(pitchTwips), alignment: AlignmentType.BOTH },
    },
    title, heading1: heading(hei), heading2: heading(kai), heading3: heading(fang), heading4: heading(fang),
  },
  paragraphStyles: [
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { indent: indented } },
    { id: 'Flush', name: '公文顶格', basedOn: 'Normal', quickFormat: true },
    { id: 'AttachmentMark', name: '公文附件标识', basedOn: 'Normal', next: 'AttachmentTitle', quickFormat: true, run: { font: hei } },
    { id: 'AttachmentTitle', name: '公文附件标题', ...title, paragraph: { ...title.paragraph, outlineLevel: 0 } },
    { id: 'Imprint', name: '公文版记', basedOn: 'Normal', quickFormat: true, run: { size: size.small * 2 } },
  ],
}

/** 7.5: 4号 宋体 between dashes, odd pages one character from the right, even ones from the left. */
const pageNumber = (side: 'left' | 'right'): Footer => new Footer({
  children: [new Paragraph({
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: { [side]: size.small * 20 }, spacing: exactly(size.small * 20),
    children: [new TextRun({ font: song, size: size.small * 2, children: ['— ', PageNumber.CURRENT, ' —'] })],
  })],
})
export const footers = { default: pageNumber('right'), even: pageNumber('left') }

export const sectionProperties: ISectionPropertiesOptions = {
  page: {
    size: { width: twips(paper.width), height: twips(paper.height) },
    // Half the number's height stands above its dash.
    margin: { top: twips(margins.top), bottom: twips(margins.bottom), left: twips(margins.left), right: twips(margins.right), header: twips(15), footer: twips(margins.bottom - pageNumberBelow) - size.small * 10, gutter: 0 },
  },
  grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: pitchTwips, charSpace },
}
