/** 盖章: whether a round red mark was found where one must be. A hint that sends a person to look; it never says that a seal is genuine. */
import { finding, type Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import type { PaperReading, SealLayer } from './reading'
import { placedSeals } from './where-sealed'

/** Seals that the paper carries on its face; those over the edges of its pages are no circles. */
export const sealsDue = (material: Pick<ResolvedRule<'material'>, 'seals'>): number => (material.seals === undefined ? 1 : material.seals.filter((s) => s.across !== true).length)

export const judgeSeals = (material: ResolvedRule<'material'>, file: string, reading: PaperReading): Finding[] => {
  const due = sealsDue(material)
  const found = reading.pages.reduce((n, p) => n + p.seals.length, 0)
  if (reading.state === 'unreadable' || reading.pages.length === 0) return []
  if (found >= due) return [...elsewhere(material, file, reading), ...laidOn(material, file, reading)]
  const colourless = reading.pages.filter((p) => p.looked && !p.colour).map((p) => p.number)
  const look = (code: string, what: readonly [string, string], mend: readonly [string, string]) => [finding({ code, rule: material, strength: 'warn', at: { material: material.id, file }, what, mend })]
  if (colourless.length === reading.pages.filter((p) => p.looked).length) return look('paper.noColour',
    [`“${material.name.zh}”是黑白或灰度扫描，看不出红章`, `“${material.name.en}” was scanned without colour: no red seal can be seen`], ['请用彩色重新扫描；公章是不是在，请人工核看。', 'Scan it in colour; whether the seal is there, a person must see.'])
  if (found > 0) return look('paper.fewSeals', [`“${material.name.zh}”应有 ${due} 枚章，只找到 ${found} 处红色圆章`, `“${material.name.en}” must carry ${due} seals; ${found} round red mark${found === 1 ? '' : 's'} found`], ['章盖得浅、盖在页边或叠在一起时机器会漏，请人工核看；确实没盖的，补盖后再扫描。', 'A faint seal, one at the edge or one over another may be missed: look. If it is not there, have it sealed and scan again.'])
  return look('paper.noSeal', [`“${material.name.zh}”没有找到红色圆章，请看一下`, `No round red seal found on “${material.name.en}”: please look`], ['章盖得浅或盖在页边时机器会漏，请人工核看；确实没盖的，补盖后再扫描上传。', 'A faint seal or one at the edge may be missed: look. If it is not there, have it sealed and scan again.'])
}

/** As many as there must be, yet none at a place that is named: another body's, or in the wrong cell. Where nobody knows the place, nothing is said. */
const elsewhere = (material: ResolvedRule<'material'>, file: string, reading: PaperReading): Finding[] => placedSeals(material.seals ?? [], reading).filter((s) => !s.isThere).map(({ seal, places }) => {
  const [words, pages] = [places[0]!.words, [...new Set(places.map((p) => p.page))].join('、')]
  return finding({ code: 'paper.sealElsewhere', rule: material, strength: 'warn', at: { material: material.id, file },
    what: [`“${material.name.zh}”上有红色圆章，但章不在“${words.zh}”处（文件第 ${pages} 页），请看一下`, `“${material.name.en}” has a round red mark, but none at “${words.en}” (page ${pages.replaceAll('、', ', ')} of the file): please look`],
    mend: [`${seal.of.zh}的章应盖在“${words.zh}”处；盖错了地方的，重新打印、盖章再扫描。机器量得不准时，看过确认即可。`, `The seal of ${seal.of.en} belongs at “${words.en}”: if it is in another place, print, seal and scan again. If it is there, the machine was wrong: look and confirm.`] })
})

const laid = {
  picture: ['另放在页面上的图片', 'a picture laid on the page'], annotation: ['用软件加上的批注', 'a note added by a program'], drawn: ['画在页面上的图形', 'a drawing on the page'],
} as const satisfies Partial<Record<SealLayer, readonly [string, string]>>

/** A mark that is no part of the scanned picture. Some scanning programs store red apart: a person holds it beside the paper. The picture of an electronic signature is laid on by its nature and is only named beside it. */
const laidOn = (material: ResolvedRule<'material'>, file: string, reading: PaperReading): Finding[] => {
  const marks = reading.pages.flatMap((p) => p.seals.flatMap(({ layer }) => (layer === 'picture' || layer === 'annotation' || layer === 'drawn' ? [{ page: p.number, layer }] : [])))
  if (marks.length === 0) return []
  const kinds = [...new Set(marks.map((m) => m.layer))].map((k) => laid[k])
  const pages = [...new Set(marks.map((m) => m.page))]
  return [finding({ code: 'paper.sealLaidOn', rule: material, strength: 'warn', at: { material: material.id, file },
    what: [`“${material.name.zh}”文件第 ${pages.join('、')} 页的红章不在扫描的画面里，是${kinds.map(([zh]) => zh).join('、')}，请看一下`, `The red mark on page ${pages.join(', ')} of “${material.name.en}” is no part of the scan but ${kinds.map(([, en]) => en).join(', ')}: please look`],
    mend: ['请与纸质原件对照：章确实盖在纸上的，看过确认即可（有的扫描软件会把红色另存一层）；没有盖在纸上的，打印、盖章后再扫描。', 'Hold it beside the paper: if it was stamped there, look and confirm (some scanning programs store red apart); if not, print, have it stamped and scan again.'] })]
}
