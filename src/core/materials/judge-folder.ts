import { finding, type Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import { sayCondition } from '../rules/condition'
import type { Facts } from './facts'
import { judgeCount } from './count'
import { judgeFile } from './judge'
import { recogniseMaterial } from './recognise'

type Rule = MaterialRule
type Pair = readonly [zh: string, en: string]

/** Judges a folder of files that nobody has sorted: every file is named, either as the material it was taken for or as none; then what is missing or too much. */
export const judgeFolder = (materials: readonly Rule[], files: readonly Facts[]): Finding[] => {
  const counted = new Map<string, number>()
  const found = files.flatMap((facts): Finding[] => {
    if (facts.bytes === 0) return [aboutFile(facts.name, 'file.empty', 'block', ['文件是空的，0 字节，没有算作任何材料', 'The file is empty, 0 bytes; it counts as no material'], ['请重新导出或重新拍摄。', 'Export or take it again.'])]
    const rule = materials.find((m) => m.id === recogniseMaterial(materials, facts)[0])
    if (rule === undefined) return [aboutFile(facts.name, 'file.unplaced', 'warn', ['不合方案要的任何一项材料，没有算进去', 'It fits none of the materials asked for and was not counted'], ['请核对文件类型；与申报无关的请移出文件夹。', 'Check the type of the file; take out what does not belong here.'])]
    counted.set(rule.id, (counted.get(rule.id) ?? 0) + 1)
    return [finding({ code: 'file.judged', strength: 'note', rule, at: { material: rule.id, file: facts.name }, what: [`按“${rule.name.zh}”核验`, `Checked as “${rule.name.en}”`], mend: ['认错了的，请在文件名里写明材料名称。', 'If it was taken for the wrong one, put the name of the material into the file name.'] }), ...judgeFile(rule, facts)]
  })
  return [...found, ...materials.flatMap((m) => missing(m, counted.get(m.id) ?? 0))]
}

/** Nobody has said who the candidate is: what is asked of some only, or of those chosen later, is told and not missed. */
const missing = (m: Rule, n: number): Finding[] => {
  const found = judgeCount(m, n)
  if (n >= m.min || (m.when === undefined && m.package !== 'chosen')) return found
  const who = sayCondition(m.when)
  const [code, zh, en] = m.package === 'chosen' ? ['material.later', `“${m.name.zh}”入选以后才交，这里没有也可以`, `“${m.name.en}” is due only once chosen; it may be missing here`] as const
    : ['material.condition', `${who.zh}要交“${m.name.zh}”；这里不知道人选的情况，没有也可能是对的`, `${who.en}“${m.name.en}” is asked for. Nothing is known of the candidate here, so it may rightly be missing`] as const
  return [finding({ code, strength: 'note', rule: m, at: { material: m.id }, what: [zh, en], mend: ['请对照人选情况确认。', 'See whether it applies to the candidate.'] })]
}

/** What stands in the folder and could not be looked at: another folder, a link to nowhere, a file that may not be read. */
export const notLookedAt = (name: string, kind: 'folder' | 'unopened'): Finding => kind === 'folder'
  ? aboutFile(name, 'folder.skipped', 'warn', ['文件夹套得太深或打不开，里面的文件没有核验', 'A folder too deep within others, or that cannot be opened: the files in it were not checked'], ['请把材料往上移几层再核验。', 'Move the materials some folders up and check again.'])
  : aboutFile(name, 'file.unopened', 'block', ['打不开，没有核验', 'It cannot be opened and was not checked'], ['请核对这个文件的权限，或重新拷贝一份。', 'Check who may read the file, or copy it again.'])

const aboutFile = (name: string, code: string, strength: Finding['strength'], what: Pair, mend: Pair): Finding => finding({ code, strength, rule: null, at: { file: name }, what, mend })
