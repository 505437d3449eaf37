/** 盖章后的 PDF: one page as a scanner gives it back, with or without a seal. */
import sharp from 'sharp'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { chance, type Chance } from './chance'
import { escapeXml, family, lines, readyFonts } from './type-setting'

export interface ScanWanted {
  readonly title: string
  /** Paragraphs. */
  readonly lines: readonly string[]
  /** In whose name the page is signed, and whose seal stands on it. */
  readonly unit: string
  readonly day?: string
  readonly seal?: boolean
}

/** A4 at 150 dpi. */
const page = { width: 1240, height: 1754 } as const
const red = '#c5281c'

/** The same seed gives the same bytes. */
export const stampedPdf = async (seed: string, wanted: ScanWanted): Promise<Buffer> => {
  await readyFonts()
  const picture = await sharp(Buffer.from(pageSvg(seed, wanted))).removeAlpha().jpeg({ quality: 82 }).toBuffer()
  return Buffer.from(pdfOfPhotos([{ jpeg: picture, width: page.width, height: page.height }]))
}

const text = (x: number, y: number, size: number, words: string, more = ''): string => `<text x="${x}" y="${y}" font-size="${size}" font-family="${family}" fill="#2a2927" xml:space="preserve" ${more}>${escapeXml(words)}</text>`

const pageSvg = (seed: string, w: ScanWanted): string => {
  const c = chance(`scan ${seed}`)
  const body: string[] = []
  let y = 400
  for (const paragraph of w.lines)
    for (const line of lines(`　　${paragraph}`, 30)) {
      if (y < 1300) body.push(text(170, y, 30, line))
      y += 52
    }
  const foot = Math.min(Math.max(y + 90, 900), 1420)
  const unitSize = w.unit.length > 22 ? 24 : 30
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><defs><linearGradient id="paper" x2="1" y2="1"><stop offset="0" stop-color="#fdfdfb"/><stop offset=".7" stop-color="#f8f7f3"/><stop offset="1" stop-color="#eeece6"/></linearGradient><linearGradient id="fold" x2="1"><stop offset="0" stop-color="#000" stop-opacity=".1"/><stop offset=".012" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#paper)"/><g transform="rotate(${c.real(-0.5, 0.5).toFixed(2)} 620 877)">
${lines(w.title, 22).map((line, i) => text(620, 250 + i * 62, 42, line, 'text-anchor="middle" font-weight="700"')).join('')}${body.join('')}
${text(1080, foot, unitSize, w.unit, 'text-anchor="end"')}${text(1080, foot + 56, 30, w.day ?? '2026年5月18日', 'text-anchor="end"')}${text(620, 1660, 20, '示例文件：机构和人员均为虚构，不具效力', 'text-anchor="middle" opacity=".55"')}
${w.seal === false ? '' : sealSvg(c, 930 + c.int(-24, 24), foot + c.int(4, 26), w.unit)}</g>${specks(c)}<rect width="100%" height="100%" fill="url(#fold)"/></svg>`
}

/** Round, red, with the unit around and 示例 where a real seal has its star: it can be taken for no real one. 42 mm across. */
export const sealSvg = (c: Chance, x: number, y: number, unit: string): string => {
  const letters = [...unit.replace(/（示例）/g, '')]
  const size = letters.length > 20 ? 15 : letters.length > 14 ? 20 : 26
  const step = Math.min(20, 264 / Math.max(1, letters.length - 1))
  const ring = letters.map((letter, i) => {
    const turn = (i - (letters.length - 1) / 2) * step
    return `<text transform="rotate(${turn.toFixed(2)}) translate(0 -88)" text-anchor="middle" font-size="${size}" font-weight="700" font-family="${family}">${escapeXml(letter)}</text>`
  })
  return `<g transform="translate(${x} ${y}) rotate(${c.real(-9, 9).toFixed(1)})" fill="${red}" opacity=".8"><circle r="121" fill="none" stroke="${red}" stroke-width="6"/>${ring.join('')}<text y="17" text-anchor="middle" font-size="48" letter-spacing="6" font-weight="700" font-family="${family}">示例</text><text y="66" text-anchor="middle" font-size="17" font-family="${family}">非真实印章</text></g>`
}

const specks = (c: Chance): string =>
  Array.from({ length: 60 }, () => `<circle cx="${c.int(0, page.width)}" cy="${c.int(0, page.height)}" r="${c.real(0.4, 1.3).toFixed(1)}" fill="#555" opacity="${c.real(0.08, 0.3).toFixed(2)}"/>`).join('')
