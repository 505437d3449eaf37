/** Pages that were read, against what was printed: old version, foreign, missing, twice, without a code. */
import { finding, type Finding, type Strength } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { isPrintedForm, type Agreement } from './agreement'
import { paperOfCode, type Printed, type PrintedPaper } from './content'
import { standingOf, type Standing } from './standing'
import type { PaperReading } from './reading'

export interface PaperCase {
  readonly material: ResolvedRule<'material'>
  /** Name of the file, as people know it. */
  readonly file: string
  readonly reading: PaperReading
  readonly printed: Printed
  /** Which of the printed papers it is the scan of; absent: others made it. */
  readonly expected?: PrintedPaper | undefined
  /** The rule that paper is the electronic version; null: no notice says so, and then nothing blocks. */
  readonly agreement: Agreement | null
}

type Pair = readonly [zh: string, en: string]

/** Everything a person must mend or look at; empty: every page is of this version, or nothing on it is ours. Never that a paper is genuine. */
export const judgePages = (of: PaperCase): Finding[] => {
  if (of.reading.state === 'unreadable') return isPrintedForm(of.material) ? [look(of, 'paper.unread', ['机器没有读完这个文件各页的打印码', 'The codes on its pages could not be read to the end'], ['请人工核对每一页页脚的版本；也可以重新扫描再传。', 'Compare the version in the foot of each page by eye, or scan it anew.'])] : []
  const s = standingOf(of.reading, of.printed, of.expected)
  return [...old(of, s), ...foreign(of, s), ...otherPaper(of, s), ...missing(of, s), ...twice(of, s), ...uncoded(of, s)]
}

const old = (of: PaperCase, s: Standing): Finding[] => s.old.map(({ version, places }) => about(of, 'paper.oldVersion',
  [`${pagesZh(places)}是第 ${version} 版的打印件，现在是第 ${of.printed.version} 版，填报内容已经改过`, `${pagesEn(places)} printed from version ${version}; the form is now at version ${of.printed.version} and its content has changed`],
  s.current.length === 0 ? [`请重新打印整份${paperZh(of)}，盖章后再扫描上传；或把填报内容改回打印时的样子。`, `Print the whole ${paperEn(of)} anew, seal and scan it; or change the form back to what was printed.`]
    : [`请重新打印${numbersZh(staleNumbers(of, version))}，盖章后与其余各页一起扫描上传。`, `Print ${numbersEn(staleNumbers(of, version))} anew, seal, and scan it with the others.`]))

/** Whose form it is nobody is told: the code may be of another unit's candidate. */
const foreign = (of: PaperCase, s: Standing): Finding[] => (s.foreign.length === 0 ? [] : [about(of, 'paper.foreignPage',
  [`${pagesZh(s.foreign)}不是这件推荐的，是另一件推荐的`, `${pagesEn(s.foreign)} of another nomination`], ['请抽出这些页，换上本件的再扫描上传。', 'Take these pages out, put the right ones in, and scan again.'])])

const otherPaper = (of: PaperCase, s: Standing): Finding[] => s.otherPaper.map(({ paper, places }) => look(of, 'paper.otherPaper', [`${pagesZh(places)}是“${paper.name.zh}”，不是“${of.expected?.name.zh ?? ''}”`, `${pagesEn(places)} of “${paper.name.en}”, not of “${of.expected?.name.en ?? ''}”`],
  ['请分开扫描，各传到自己的材料下面。', 'Scan them apart and upload each under its own material.']))

const missing = (of: PaperCase, s: Standing): Finding[] => {
  if (s.missing.length === 0 || s.missing.length <= s.uncoded.length) return []
  return [about(of, 'paper.missingPage', [`缺${numbersZh(s.missing)}，这份${paperZh(of)}共 ${s.total} 页`, `${capital(numbersEn(s.missing))} missing; the ${paperEn(of)} has ${s.total}`],
    ['请补上缺页，把整份按顺序重新扫描上传。', 'Add what is missing and scan the whole form in order.'])]
}

/** Whole copies one after the other are two copies; a single page twice is usually a page put in by mistake. */
const twice = (of: PaperCase, s: Standing): Finding[] => (s.twice.length === 0 ? [] : [look(of, 'paper.pageTwice', [`${numbersZh(s.twice)}有两张`, `${capital(numbersEn(s.twice))} there twice`], ['多扫的请去掉；确是两份的，不用改。', 'Leave out what was scanned twice; two copies may stay.'])])

const uncoded = (of: PaperCase, s: Standing): Finding[] => {
  // A paper of which no page is ours comes from elsewhere, unless it is the form itself.
  if (s.uncoded.length === 0 || (!isPrintedForm(of.material) && s.current.length + s.old.length + s.foreign.length + s.otherPaper.length === 0)) return []
  const may = s.missing.length > 0 && s.missing.length <= s.uncoded.length
  return [look(of, 'paper.noCode',
    [`${pagesZh(s.uncoded)}没有认出打印码${may ? `，可能就是${numbersZh(s.missing)}` : ''}`, `${pagesEn(s.uncoded)} without a code that can be read${may ? `; it may be ${numbersEn(s.missing)}` : ''}`],
    ['请人工对照页脚的版本；不是从系统打印的，请重新打印。看不清的，重新扫描这一页。', 'Compare the version in the foot by eye; what was not printed from here, print anew; what is blurred, scan again.'])]
}

const staleNumbers = (of: PaperCase, version: number): number[] => [...new Set(of.reading.pages.flatMap((p) => p.codes).filter((c) => c.formId === of.printed.formId && c.version === version && paperOfCode(c, of.printed) === null).flatMap((c) => (c.page === null ? [] : [c.page.number])))].toSorted((a, b) => a - b)

const at = ({ material, file }: PaperCase) => ({ material: material.id, file })
/** As strong as the rule that states it; where none does, or the paper is another sheet that holds only part of what was filled in, a person is asked. */
const about = (of: PaperCase, code: string, what: Pair, mend: Pair): Finding => finding({ code, rule: of.agreement, strength: of.agreement?.strength === 'block' && !isPrintedForm(of.material) ? 'warn' : of.agreement?.strength ?? 'warn', at: at(of), what, mend })
/** A machine cannot be sure: one step below. */
const look = (of: PaperCase, code: string, what: Pair, mend: Pair): Finding => finding({ code, rule: of.agreement, strength: asks(of.agreement), at: at(of), what, mend })
const asks = (agreement: Agreement | null): Strength => (agreement === null || agreement.strength === 'note' ? 'note' : 'warn')

const paperZh = (of: PaperCase): string => of.expected?.name.zh ?? '表'
const paperEn = (of: PaperCase): string => of.expected?.name.en ?? 'form'
const list = (numbers: readonly number[]): string => numbers.join('、')
const pagesZh = (places: readonly number[]): string => `文件第 ${list(places)} 页`
const pagesEn = (places: readonly number[]): string => (places.length === 1 ? `Page ${places[0]} of the file is` : `Pages ${places.join(', ')} of the file are`)
const numbersZh = (numbers: readonly number[]): string => (numbers.length === 0 ? '这些页' : `第 ${list(numbers)} 页`)
const numbersEn = (numbers: readonly number[]): string => (numbers.length === 0 ? 'these pages' : numbers.length === 1 ? `page ${numbers[0]}` : `pages ${numbers.join(', ')}`)
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.startsWith('pages') ? ' are' : ' is'}`
