/** What is said to whoever meets a marking: what was found, on which law it rests, what to do and what not to do. */
import type { ClauseRef } from '../kernel/clause'
import { finding, type Finding, type Strength, type Words } from '../kernel/finding'
import type { Marking } from './marking'

const law = { definition: '', zh: '《保守国家秘密法》（2024）', en: 'Law on Guarding State Secrets (2024)' } as const
const article = (number: string, zh: string, en: string): ClauseRef => ({ number, zh, en, source: law })

/** The articles the product goes by, in its own words. */
export const articles = {
  noNetwork: article('第二十九条', '国家秘密不得经互联网和其他公共网络传送', 'State secrets may not be sent over the internet or another public network'),
  noSystem: article('第三十一条（三）', '不得用非涉密的信息系统存储、处理国家秘密', 'A system that is not a classified one may neither keep nor process state secrets'),
  whoFinds: article('第三十四条', '发现网上传送的信息涉及泄露国家秘密的，立即停止传送，保存记录，向保密部门报告，并按要求删除', 'Whoever runs a network and finds a leak of state secrets stops it at once, keeps the record, reports it, and deletes on demand'),
  review: article('第三十五条', '信息公开以前须经保密审查', 'Before information is made public it is reviewed for secrets'),
  together: article('第三十六条', '单独看不涉密的内容汇集起来也可能涉密', 'What is no secret by itself may be one when it is put together'),
} as const

/** What a clerk does at once, in order. */
export const firstSteps: readonly Words[] = [
  { zh: '立即停下，不要再传，也不要用邮件、微信、网盘等其他办法发送', en: 'Stop. Do not send it again, nor by mail, messenger or cloud drive' },
  { zh: '不要自行删改原件，马上告诉本单位的保密人员（保密办）', en: 'Do not delete or change the original; tell your unit’s secrecy officer at once' },
  { zh: '确属涉密的，按涉密渠道线下报送；标志是误留的，由保密人员去掉标志后再传', en: 'If it is classified, it goes offline by the confidential channel; if the marking was left by mistake, the secrecy officer takes it off and it is sent then' },
]

/** 涉密材料不得上网: the quiet line of every page that takes files. */
export const neverOnline: Words = { zh: '涉密材料不得上网。人选事迹涉密的，不要在这里上传，请按涉密渠道线下报送。', en: 'Classified material never goes online. If the deeds are classified, upload nothing here: send it offline by the confidential channel.' }

const rule = (rests: ClauseRef, strength: Strength) => ({ rests, strength })
const inWords = (m: Marking): Words => (m.page === null ? { zh: `“${m.shown}”`, en: `“${m.shown}”` } : { zh: `第 ${m.page} 页“${m.shown}”`, en: `“${m.shown}” on page ${m.page}` })
const sayAll = (markings: readonly Marking[]): Words => ({ zh: markings.map((m) => inWords(m).zh).join('、'), en: markings.map((m) => inWords(m).en).join(', ') })
const [mendZh, mendEn] = [`${firstSteps.map((s) => s.zh).join('；')}。`, `${firstSteps.map((s) => s.en).join('. ')}.`]
const at = (material: string, file: string) => ({ material, file })

/** A name that bears a marking: not one byte is taken. */
export const markedName = (material: string, name: string, markings: readonly Marking[]): Finding[] => markings.map((m) => (m.strength === 'block'
  ? finding({ code: 'secrecy.name', rule: rule(articles.noNetwork, 'block'), at: at(material, name), what: [`文件名带有密级标志“${m.shown}”，没有上传`, `The file’s name bears the marking “${m.shown}”; it was not uploaded`], mend: [mendZh, mendEn] })
  : finding({ code: 'secrecy.nameAsks', rule: rule(articles.noNetwork, 'warn'), at: at(material, name), asksPerson: true, what: [`文件名里有“${m.shown}”`, `The file’s name says “${m.shown}”`], mend: ['请确认不涉密；涉密的立即移除，并告诉保密人员。', 'Make sure it is not classified; if it is, remove it and tell the secrecy officer.'] })))

/** What a file's text bears. Of what stands around it nothing is told. */
export const markedText = (material: string, name: string, markings: readonly Marking[]): Finding[] => {
  const [sure, doubtful] = [markings.filter((m) => m.strength === 'block'), markings.filter((m) => m.strength === 'warn')]
  return [
    ...(sure.length === 0 ? [] : [quarantined(material, name, sure)]),
    ...(doubtful.length === 0 ? [] : [finding({ code: 'secrecy.textAsks', rule: rule(articles.noSystem, 'warn'), at: at(material, name), asksPerson: true,
      what: [`文件里有${sayAll(doubtful).zh}，是不是密级标志须由人判断`, `The file says ${sayAll(doubtful).en}; whether that is a marking a person must judge`],
      mend: ['请打开核对。涉密的立即移除，并告诉保密人员；不涉密的可以照常报送。', 'Open it and look. If it is classified, remove it and tell the secrecy officer; if not, go on.'] })]),
  ]
}

const quarantined = (material: string, name: string, sure: readonly Marking[]): Finding => finding({ code: 'secrecy.marked', rule: rule(articles.whoFinds, 'block'), at: at(material, name),
  what: [`文件里有密级标志：${sayAll(sure).zh}。文件没有收入材料，已与其他文件隔离，任何人都打不开`, `The file bears a marking: ${sayAll(sure).en}. It is not part of the dossier; it was set apart and nobody can open it`], mend: [mendZh, mendEn] })

/** A file that everybody is sent, or a notice: with a sure marking nothing of it is kept. */
export const markedForAll = (markings: readonly Marking[]): Finding[] => {
  const sure = markings.filter((m) => m.strength === 'block')
  return sure.length === 0 ? [] : [finding({ code: 'secrecy.forAll', rule: rule(articles.noNetwork, 'block'), at: { field: 'file' }, what: [`文件里有密级标志：${sayAll(sure).zh}，没有收下`, `The file bears a marking: ${sayAll(sure).en}; nothing of it was kept`], mend: [mendZh, mendEn] })]
}

/** The same bytes again. */
export const sentAgain = (material: string, name: string): Finding => finding({ code: 'secrecy.again', rule: rule(articles.whoFinds, 'block'), at: at(material, name),
  what: ['这个文件先前因密级标志被隔离，这次没有保存', 'This very file was set apart before for its marking; this time nothing of it was kept'], mend: [mendZh, mendEn] })

/** A value that was typed: it is not stored, and all else is. */
export const markedField = (field: string, label: Words, markings: readonly Marking[]): Finding => finding({ code: 'secrecy.field', rule: rule(articles.noSystem, 'block'), at: { field },
  what: [`“${label.zh}”里有密级标志${sayAll(markings).zh}，这一栏没有保存，其他栏不受影响`, `“${label.en}” holds the marking ${sayAll(markings).en}; this field was not saved, all others were`],
  mend: ['请删去这一栏的涉密内容；事迹涉密的按涉密渠道线下报送，并告诉保密人员。', 'Delete what is classified from this field; if the deeds are classified, send them offline and tell the secrecy officer.'] })
