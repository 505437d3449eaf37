/** Faces of the official document in Word, by the names offices have them under; the font table names what stands in where one is missing. */
import type { IFontAttributesProperties } from 'docx'

const latin = 'Times New Roman'
const face = (eastAsia: string): IFontAttributesProperties => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia })

export const fang = face('仿宋_GB2312')
export const kai = face('楷体_GB2312')
export const hei = face('黑体')
export const biaosong = face('方正小标宋简体')
export const song: IFontAttributesProperties = { ascii: '宋体', hAnsi: '宋体', cs: latin, eastAsia: '宋体' }

const standIns: readonly (readonly [name: string, instead: string, family: string])[] = [
  ['仿宋_GB2312', '仿宋,FangSong,STFangsong', 'modern'],
  ['楷体_GB2312', '楷体,KaiTi,STKaiti', 'modern'],
  ['黑体', 'SimHei,STHeiti', 'modern'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S,宋体,SimSun', 'auto'],
  ['宋体', 'SimSun,STSong', 'auto'],
]

/** `word/fontTable.xml`: Word looks for the alternative names when the first is not installed (ISO/IEC 29500-1, 17.8.3.1). */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${standIns
  .map(([name, instead, family]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`).join('')}</w:fonts>`
