/** 补传与封单: how many files of a material there are, where some may still come after the form. */
import { finding, type Finding } from '../kernel/finding'
import { sayEnd, type Instant } from '../kernel/instant'
import type { MaterialRule } from '../rules/material-terms'
import { judgeCount } from './count'
import { mayArrive, type SealedFile } from './sealed-file'

/** @param coming sealed files of this material that are not there yet @param later until when its files may come after the form; undefined: with the form */
export const judgeLateCount = (rule: MaterialRule, held: number, coming: readonly SealedFile[], later: Instant | undefined, now: Instant | undefined): Finding[] => {
  const underWay = coming.filter((f) => now === undefined || mayArrive(f, now))
  const over = coming.filter((f) => !underWay.includes(f))
  const count = judgeCount(rule, held + underWay.length)
  const short = rule.min - held - underWay.length
  return [...(later === undefined || now === undefined || short <= 0 ? count : [owed(rule, short, later, now)]), ...underWay.map((f) => onItsWay(rule, f)), ...over.map((f) => notArrived(rule, f))]
}

const owed = (rule: MaterialRule, short: number, later: Instant, now: Instant): Finding => {
  const [end, what] = [sayEnd(later), rule.group === 'stamped' ? { zh: '盖章件', en: 'stamped file' } : { zh: '材料', en: 'file' }]
  const n = short === 1 ? '' : ` ${short} 份`
  return now < later ? finding({ code: 'material.owed', rule, strength: 'warn', at: { material: rule.id },
    what: [`还差${what.zh}${n}“${rule.name.zh}”，${end.zh} 前补传`, `“${rule.name.en}”: ${short} ${what.en}(s) still to come, by ${end.en}`], mend: ['推荐表按时报送即为有效；盖好章后在“材料”里补传。', 'Submitted in time, the form counts; upload the rest under “Materials” when it is ready.'] })
    : finding({ code: 'material.overdue', rule, at: { material: rule.id }, what: [`${what.zh}${n}“${rule.name.zh}”应在 ${end.zh} 前补传，没有收到`, `“${rule.name.en}”: ${short} ${what.en}(s) due by ${end.en} did not come`], mend: ['由活动办公室决定是否退回补正。', 'The office decides whether to return the nomination for correction.'] })
}

const onItsWay = (rule: MaterialRule, f: SealedFile): Finding => finding({ code: 'manifest.onItsWay', rule, strength: 'warn', at: { material: rule.id, file: f.name },
  what: f.until === null ? [`“${f.name}”还在上传，校验值已登记`, `“${f.name}” is still on its way; its checksum is registered`] : [`“${f.name}”已封单，还没有传完，${sayEnd(f.until).zh} 前可以续传`, `“${f.name}” is sealed by its checksum and may arrive until ${sayEnd(f.until).en}`],
  mend: ['请保持页面打开，接着上传同一个文件；别的文件不收。', 'Keep the page open and go on with the same file; no other is taken.'] })

const notArrived = (rule: MaterialRule, f: SealedFile): Finding => finding({ code: 'manifest.notArrived', rule, at: { material: rule.id, file: f.name },
  what: [`封单上的“${f.name}”在 ${sayEnd(f.until ?? 0).zh} 前没有传到`, `“${f.name}”, sealed by its checksum, did not arrive by ${sayEnd(f.until ?? 0).en}`], mend: ['由活动办公室决定是否退回补正。', 'The office decides whether to return the nomination for correction.'] })
