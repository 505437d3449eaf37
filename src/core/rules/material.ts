/** 推荐材料 as a kind of rule. What it can say stands in `material-terms`, files in `material-file`. */
import { judgeMaterial } from '../materials/judge'
import { askCondition, conditionTightens } from './condition'
import { fileFaults, fileTightens } from './material-file'
import { sayMaterial, saySeal } from './material-say'
import { material, type Material, type Seal } from './material-terms'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noFewer, noLess, noMore, noWider, same, sameWords, type Loosening } from './tightness'

const packages = { selection: { zh: '随推荐报送', en: 'with the nomination' }, chosen: { zh: '入选后报送', en: 'once chosen' } } as const
type Label = (zh: string, en: string) => { readonly zh: string; readonly en: string }

export const materialKind: KindOfRule<Material> = {
  schema: material,
  name: { zh: '推荐材料', en: 'Material' },
  say: sayMaterial,
  // Paper copies, and how the paper is made, are no matter of tightness: a level below may spare its units paper.
  tightens: (child, parent) => {
    const label: Label = (zh, en) => ({ zh: `“${parent.name.zh}”${zh}`, en: `“${parent.name.en}”: ${en}` })
    return [
      ...noLess('min', label('最少件数', 'least number'), child.min, parent.min),
      ...noMore('max', label('最多件数', 'greatest number'), child.max, parent.max),
      ...(parent.naming === 'asGiven' ? [] : same('naming', label('文件命名', 'file naming'), child.naming, parent.naming)),
      ...sameWords('issuedBy', label('出具单位', 'who issues it'), child.issuedBy, parent.issuedBy),
      ...noWider('orIssuedBy', label('也可出具的单位', 'who else may issue it'), (child.orIssuedBy ?? []).map((w) => w.zh), (parent.orIssuedBy ?? []).map((w) => w.zh)),
      ...conditionTightens(label('要交的人选', 'of whom it is asked'), child.when, parent.when),
      ...(child.package === 'chosen' && parent.package !== 'chosen' ? loosening<keyof typeof packages>('package', label('报送的时间', 'when it is due'), 'chosen', 'selection', (p) => packages[p]) : []),
      ...(child.dueBy !== undefined && child.dueBy !== parent.dueBy ? loosening<string | null>('dueBy', label('报送的期限', 'when it is due'), child.dueBy, parent.dueBy ?? null, (d) => (d === null ? { zh: '随网上填报', en: 'with the form' } : { zh: `另按“${d}”`, en: `by “${d}”` })) : []),
      ...noFewer('seals', label('盖章', 'the seals'), (child.seals ?? []).map(sealKey), (parent.seals ?? []).map(sealKey)),
      ...placesKept(child, parent, label),
      ...noFewer('signatures', label('签字', 'the signatures'), (child.signatures ?? []).map((w) => w.zh), (parent.signatures ?? []).map((w) => w.zh)),
      ...noFewer('agreesWith', label('须一致的材料', 'what it agrees with'), child.agreesWith ?? [], parent.agreesWith ?? []),
      ...(parent.printout === true && child.printout !== true ? loosening<boolean>('printout', label('由平台打印', 'printed by the product'), false, true, (p) => (p ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })) : []),
      ...narrower(child, parent, label),
      ...fileTightens(child.file, parent.file, label),
    ]
  },
  adding: 'free',
  judge: judgeMaterial,
  asks: (m) => (m.when === undefined || m.package === 'chosen' ? [] : [askCondition(m.when)]),
  check: (m) => [...checkCount(m), ...checkWindow(m), ...checkPrintout(m), ...checkSeals(m), ...fileFaults(m.file)],
}

const sealKey = (s: Seal): string => (s.across === true ? `${s.of.zh}（骑缝）` : s.of.zh)

/** A place may be named below where none was above; one that was named stays. */
const placesKept = (child: Material, parent: Material, label: Label): Loosening[] => {
  const named = (m: Material) => (m.seals ?? []).filter((s) => s.at !== undefined)
  const keeps = (p: Seal): boolean => named(child).some((c) => sealKey(c) === sealKey(p) && c.at?.words.zh === p.at?.words.zh && (p.at?.page === undefined || c.at?.page === p.at.page))
  return named(parent).every(keeps) ? [] : loosening('seals.at', label('盖章的位置', 'where the seals must be'), named(child), named(parent), (all) => ({ zh: all.map((s) => saySeal(s).zh).join('、') || '不限', en: all.map((s) => saySeal(s).en).join(', ') || 'anywhere' }))
}

const narrower = (child: Material, parent: Material, label: Label): Loosening[] => {
  const [c, p] = [child.window, parent.window]
  if (p === undefined || (c !== undefined && c.from >= p.from && (p.to === undefined || (c.to !== undefined && c.to <= p.to)))) return []
  return loosening('window', label('材料的时间范围', 'the time it may be of'), c, p, (w) => ({ zh: `${w.from}—${w.to ?? ''}`, en: `${w.from} – ${w.to ?? ''}` }))
}

const checkCount = ({ min, max }: Material): Fault[] => (max !== null && min > max ? [{
  path: ['min'], expected: { zh: `不大于 max（${max}）`, en: `no more than max (${max})` }, got: String(min),
  writeInstead: { zh: `min: ${max} 或更小；数量不限写 max: null`, en: `min: ${max} or less; for any number write max: null` },
}] : [])

const checkPrintout = ({ printout, file }: Material): Fault[] => (printout === true && !(file.type === 'document' && file.stamped) ? [{
  path: ['printout'], expected: { zh: '只用于盖章后上传的文件（file.stamped: true）', en: 'only of a file that is uploaded under seal (file.stamped: true)' }, got: 'true',
  writeInstead: { zh: '删去 printout，或把 file 改为盖章的文件', en: 'leave printout out, or make file a stamped document' },
}] : [])

const checkSeals = ({ seals = [], file }: Material): Fault[] => seals.flatMap((s, i): Fault[] => {
  if (s.at === undefined) return []
  const fault = (expected: Fault['expected'], writeInstead: Fault['writeInstead']): Fault[] => [{ path: ['seals', i, 'at'], expected, got: s.at!.words.zh, writeInstead }]
  if (s.at.words.zh.trim().length < 2) return fault({ zh: '表上那一栏或那一行的字，两个字以上', en: 'the words of the cell or line on the form, two characters or more' }, { zh: 'words: { zh: 推荐单位意见, en: … }', en: 'words: { zh: 推荐单位意见, en: … }' })
  if (s.across === true) return fault({ zh: '骑缝章盖在各页边上，没有一处位置', en: 'a seal across the pages has no single place' }, { zh: '删去 at，或删去 across', en: 'leave out at, or across' })
  return file.type === 'document' && file.stamped ? [] : fault({ zh: '只用于盖章后上传的文件（file.stamped: true）', en: 'only of a file that is uploaded under seal (file.stamped: true)' }, { zh: '删去 at，或把 file 改为盖章的文件', en: 'leave at out, or make file a stamped document' })
})

const checkWindow = ({ window: w }: Material): Fault[] => (w?.to !== undefined && w.to < w.from ? [{
  path: ['window', 'to'], expected: { zh: `不早于 ${w.from} 的日期`, en: `a day not before ${w.from}` }, got: w.to,
  writeInstead: { zh: `把 to 改为 ${w.from} 或以后，或改正 from`, en: `set to to ${w.from} or later, or mend from` },
}] : [])
