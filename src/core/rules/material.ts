import { z } from 'zod'
import { ruleBase, words } from './rule-base'
import { documentFile, fileFaults, fileTightens, photoFile, portraitFile, sayFile, videoFile } from './material-file'
import type { Fault, KindOfRule } from './rule-kind'
import { noLess, noMore, same, sameWords } from './tightness'

/** 推荐材料: one item of the dossier, what its files must be, how many, and how many paper copies. */
export const material = z.strictObject({
  ...ruleBase,
  kind: z.literal('material'),
  name: words,
  group: z.enum(['text', 'image', 'stamped']),
  min: z.int().min(0),
  /** null: any number. */
  max: z.int().min(1).nullable(),
  file: z.discriminatedUnion('type', [portraitFile, photoFile, videoFile, documentFile]),
  /** 姓名+序号: the product names the file. */
  naming: z.enum(['nameAndOrdinal', 'asGiven']).default('asGiven'),
  paperCopies: z.int().min(0).default(0),
  /** Who issues it, where that is not the nominating unit. */
  issuedBy: words.optional(),
})
export type Material = z.infer<typeof material>
export type { DocumentFile, PhotoFile, PortraitFile, VideoFile } from './material-file'

export const materialKind: KindOfRule<Material> = {
  schema: material,
  name: { zh: '推荐材料', en: 'Material' },
  say: (m) => ({ zh: `${m.name.zh}：${count(m).zh}，${sayFile(m.file).zh}${paper(m).zh}`, en: `${m.name.en}: ${count(m).en}; ${sayFile(m.file).en}${paper(m).en}` }),
  // Paper copies are no matter of tightness: a level below may spare its units paper.
  tightens: (child, parent) => {
    const label = (zh: string, en: string) => ({ zh: `“${parent.name.zh}”${zh}`, en: `“${parent.name.en}”: ${en}` })
    return [
      ...noLess('min', label('最少件数', 'least number'), child.min, parent.min),
      ...noMore('max', label('最多件数', 'greatest number'), child.max, parent.max),
      ...(parent.naming === 'nameAndOrdinal' ? same('naming', label('文件命名', 'file naming'), child.naming, parent.naming) : []),
      ...sameWords('issuedBy', label('出具单位', 'who issues it'), child.issuedBy, parent.issuedBy),
      ...fileTightens(child.file, parent.file, label),
    ]
  },
  adding: 'free',
  check: (m) => [...checkCount(m), ...fileFaults(m.file)],
}

const count = ({ min, max }: Material) => {
  if (max === min) return { zh: `${min} 件`, en: String(min) }
  if (max === null) return min === 0 ? { zh: '可不交，数量不限', en: 'optional, any number' } : { zh: `至少 ${min} 件，数量不限`, en: `at least ${min}, any number` }
  return min === 0 ? { zh: `可不交，最多 ${max} 件`, en: `optional, at most ${max}` } : { zh: `${min}—${max} 件`, en: `${min}–${max}` }
}
const paper = ({ paperCopies: n }: Material) => (n === 0 ? { zh: '', en: '' } : { zh: `，另交纸质 ${n} 份`, en: `; ${n} on paper` })

const checkCount = ({ min, max }: Material): Fault[] => (max !== null && min > max ? [{
  path: ['min'], expected: { zh: `不大于 max（${max}）`, en: `no more than max (${max})` }, got: String(min),
  writeInstead: { zh: `min: ${max} 或更小；数量不限写 max: null`, en: `min: ${max} or less; for any number write max: null` },
}] : [])
