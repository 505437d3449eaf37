import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import type { DocumentFile } from '../rules/material-file'
import type { DocumentFacts, Facts, Holding, UnreadableFacts } from './facts'
import { about, asks, formatNames, judgeFormat } from './say'

type Rule = MaterialRule & { readonly file: DocumentFile }

/** 文字材料和盖章扫描件. Whether a seal is genuine no program can say: people compare it with the paper. */
export const judgeDocument = (rule: Rule, facts: Exclude<Facts, UnreadableFacts>): Finding[] => {
  if (facts.kind !== 'document') return [noDocument(rule, facts)]
  const format = judgeFormat(rule, facts, facts.format)
  if (!rule.file.formats.some((f) => f === facts.format)) return format
  return [...format, ...opens(rule, facts), ...length(rule, facts), ...characters(rule, facts), ...undrawn(rule, facts), ...scanned(rule, facts), ...unseen(rule, facts)]
}

const noDocument = (rule: Rule, facts: { readonly name: string }): Finding => {
  const must = formatNames(rule.file.formats)
  return about(rule, facts, 'file.format',
    rule.file.stamped ? [`须为 ${must.zh}（盖章扫描件）`, `It must be ${must.en} (a scan with the seal)`] : [`须为 ${must.zh}`, `It must be ${must.en}`],
    rule.file.stamped ? ['请盖章后扫描或用手机扫描成 PDF。', 'Seal it, then scan it to PDF.'] : ['请在 Word 或 WPS 里另存。', 'Save it from Word or WPS.'])
}

/** What can do harm on the machines of those who read it, or cannot be read at all, is refused whatever strength the limits have. */
const opens = (rule: Rule, facts: DocumentFacts): Finding[] => [
  ...(facts.encrypted ? [about(rule, facts, 'document.encrypted', ['文件加了密码，打不开', 'The file is protected by a password'], ['请去掉密码后再传。', 'Remove the password and upload again.'], 'block')] : []),
  ...(facts.active ? [active(rule, facts)] : []),
]

const held: Readonly<Record<Holding, readonly [zh: string, en: string]>> = {
  script: ['脚本', 'a script'], launch: ['启动程序的动作', 'an action that starts a program'], embedded: ['内嵌文件', 'an embedded file'], dynamicForm: ['动态表单（XFA）', 'a dynamic form (XFA)'],
  macro: ['宏', 'macros'], object: ['嵌入的对象或控件', 'an embedded object or control'], outside: ['从别处取的模板、图片或数据', 'a template, picture or data fetched from elsewhere'], dde: ['调用其他程序的域（DDE）', 'a field that asks another program (DDE)'],
}
const active = (rule: Rule, facts: DocumentFacts): Finding => {
  const all = facts.holds ?? []
  const what = all.length === 0 ? ['脚本、宏、内嵌文件或外部引用', 'scripts, macros, embedded files or references elsewhere'] as const : [all.map((h) => held[h][0]).join('、'), all.map((h) => held[h][1]).join(', ')] as const
  return about(rule, facts, 'document.active', [`文件里有${what[0]}`, `The file holds ${what[1]}`], ['请另存为不带宏的文件，或重新打印成 PDF。', 'Save it without macros, or print it to PDF again.'], 'block')
}

const length = (rule: Rule, facts: DocumentFacts): Finding[] => {
  const { maxPages } = rule.file
  if (maxPages === undefined || facts.pages === null || facts.pages <= maxPages) return []
  return [about(rule, facts, 'document.pages', [`共 ${facts.pages} 页，最多 ${maxPages} 页`, `${facts.pages} pages, at most ${maxPages}`], ['请只保留规定的内容。', 'Keep only what is asked for.'])]
}

/** 约2000字: within a fifth of it. How people read the word, not a limit of a notice. */
const aboutShare = { numerator: 1, denominator: 5 }

const characters = (rule: Rule, facts: DocumentFacts): Finding[] => {
  const { text } = rule.file
  const n = facts.characters
  if (text === undefined || n === undefined) return []
  const is = `“${rule.name.zh}”${n} 字`
  const [few, many] = [text.min !== undefined && n < text.min, text.max !== undefined && n > text.max]
  if (few) return [about(rule, facts, 'document.short', [`${is}，不足 ${text.min} 字`, `“${rule.name.en}” has ${n} characters, fewer than ${text.min}`], [`请补写 ${text.min! - n} 字以上。`, `Write ${text.min! - n} more.`])]
  if (many) return [about(rule, facts, 'document.long', [`${is}，超过 ${text.max} 字`, `“${rule.name.en}” has ${n} characters, more than ${text.max}`], [`请删去 ${n - text.max!} 字以上。`, `Take out ${n - text.max!}.`])]
  const off = text.about === undefined ? 0 : Math.abs(n - text.about)
  return text.about !== undefined && off * aboutShare.denominator > text.about * aboutShare.numerator
    ? [about(rule, facts, 'document.length', [`${is}，要求 ${text.about} 字左右`, `“${rule.name.en}” has ${n} characters; about ${text.about} are asked for`], ['请增删到相近的字数。', 'Write more or less, until it is near.'], 'warn')] : []
}

/** 盖章扫描件: a file of text alone was never on paper. Some seals are applied electronically, so a person looks. */
const scanned = (rule: Rule, facts: DocumentFacts): Finding[] => (!rule.file.stamped || facts.picturePages !== 0 || !facts.textPages ? [] : [
  asks(rule, facts, 'document.notScanned', ['整份文件只有文字，没有扫描的图像，看不到公章', 'The file is text only; nothing in it was scanned, so no seal can be seen'], ['请传盖章后的扫描件；用电子印章的，看一眼确认。', 'Upload the scan with the seal; if the seal is electronic, look and confirm.'])])

const MOST_NAMED = 10
/** No notice forbids it; but whoever reads the dossier here would see white paper. */
const undrawn = (rule: Rule, { undrawnPages: pages = [], ...facts }: DocumentFacts): Finding[] => (pages.length === 0 ? [] : [about(rule, facts, 'document.undrawn', [
  `第 ${pages.slice(0, MOST_NAMED).join('、')} 页${pages.length > MOST_NAMED ? `等 ${pages.length} 页` : ''}画不出来，在系统里看会是空白：扫描件用了少见的压缩方式（JBIG2 里的传真编码）`,
  `Page ${pages.slice(0, MOST_NAMED).join(', ')}${pages.length > MOST_NAMED ? ` and others, ${pages.length} in all,` : ''} cannot be drawn here and would look blank: the scan is packed in a rare way (fax coding within JBIG2)`],
['请改存后再传：扫描时选“彩色”或“灰度”，不选“黑白”；或用 WPS、Acrobat 打开，打印成 PDF，勾选“作为图像打印”。', 'Save it anew and upload that: scan in colour or grey instead of black and white; or open it in WPS or Acrobat and print it to PDF as an image.'], 'warn')])

const markNames = { changes: ['修订痕迹', 'tracked changes'], comments: ['批注', 'comments'], hidden: ['隐藏文字', 'hidden text'] } as const
/** What no definition asks, and others may find in the file. */
const unseen = (rule: Rule, facts: DocumentFacts): Finding[] => {
  const [marks, revisions, hidden] = [facts.marks ?? [], facts.revisions ?? 1, facts.sheets?.hidden ?? 0]
  return [
    ...(marks.length === 0 ? [] : [asks(rule, facts, 'document.marks', [`文件里留着${marks.map((m) => markNames[m][0]).join('、')}，别人也能看到`, `The file keeps ${marks.map((m) => markNames[m][1]).join(', ')}; others can see them`], ['请接受修订、删去批注后另存。', 'Accept the changes, delete the comments and save it.'], 'note')]),
    ...(hidden === 0 ? [] : [asks(rule, facts, 'document.hiddenSheets', [`${facts.sheets?.all} 张工作表里有 ${hidden} 张是隐藏的`, `${hidden} of ${facts.sheets?.all} sheets are hidden`], ['不该报的请删去，该报的请取消隐藏。', 'Delete what does not belong, show what does.'], 'note')]),
    ...(revisions < 2 ? [] : [asks(rule, facts, 'document.revised', [`这份 PDF 保存以后又改过 ${revisions - 1} 次，改动叠在原件上`, `This PDF was changed ${revisions - 1} times after it was saved; the changes lie over the original`], ['请核对内容；有疑问的重新扫描。', 'Check what it says; if in doubt, scan it again.'], 'note')]),
  ]
}
