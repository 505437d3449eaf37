import { finding, type Finding, type Strength, type Words } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import { sayFile } from '../rules/material-file'

type Rule = MaterialRule

/**
 * 1.4 MB as a person reads it: decimal, two places at most, rounded away from a limit
 * (`down` beside a least size, `up` beside a greatest), so that no finding says 2 MB is less than 2 MB.
 */
export const measured = (bytes: number, round: 'down' | 'up' = 'down'): string => {
  const whole = round === 'down' ? Math.floor : Math.ceil
  const to = (unit: number) => whole(bytes / (unit / 100)) / 100
  return bytes >= 1_000_000 ? `${to(1_000_000)} MB` : bytes >= 1000 ? `${to(1000)} kB` : `${bytes} B`
}

/** Seconds as they are shown, and therefore as they are judged: to a tenth. */
export const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

/** 3 分 24 秒. */
export const duration = (seconds: number): Words => {
  const all = tenths(seconds)
  const minutes = Math.floor(all / 60)
  const rest = tenths(all - minutes * 60)
  return minutes === 0 ? { zh: `${rest} 秒`, en: `${rest} s` } : { zh: `${minutes} 分 ${rest} 秒`, en: `${minutes} min ${rest} s` }
}

/** A finding about one file of a material; the limit's own words stand in it. */
export const about = (rule: Rule, file: { readonly name: string }, code: string, what: readonly [string, string], mend: readonly [string, string], strength?: Strength): Finding =>
  finding({ code, rule, strength: strength ?? rule.strength, at: { material: rule.id, file: file.name }, what, mend })

/** What a machine cannot be sure of: told as a question, and a person looks. */
export const asks = (rule: Rule, file: { readonly name: string }, code: string, what: readonly [string, string], mend: readonly [string, string], strength: 'warn' | 'note' = 'warn'): Finding =>
  finding({ code, rule, strength, at: { material: rule.id, file: file.name }, what, mend, asksPerson: true })

/** One line of limits, for the page. */
export const sayLimits = (rule: Rule): Words => sayFile(rule.file)

const names: Readonly<Record<string, Words>> = {
  jpeg: alike('JPG'), webp: alike('WebP'), docx: alike('Word'), xlsx: alike('Excel'),
  doc: { zh: 'Word（.doc）', en: 'Word (.doc)' }, xls: { zh: 'Excel（.xls）', en: 'Excel (.xls)' },
  other: { zh: '其他视频', en: 'another kind of video' }, html: { zh: '网页', en: 'a web page' }, exe: { zh: '程序', en: 'a program' },
}
function alike(text: string): Words {
  return { zh: text, en: text }
}
export const formatName = (format: string): Words => names[format] ?? alike(format.toUpperCase())
export const formatNames = (formats: readonly string[]): Words => ({
  zh: formats.map((f) => formatName(f).zh).join('、'),
  en: formats.map((f) => formatName(f).en).join(', '),
})

const extensions: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'], png: ['png'], mp4: ['mp4', 'm4v'], mov: ['mov', 'qt'],
  pdf: ['pdf'], docx: ['docx'], doc: ['doc'], xlsx: ['xlsx'], xls: ['xls'],
}
const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const properExtension = (format: string): string => extensions[format]?.[0] ?? format

/** The formats a material takes, whatever its type. */
export const formatsOf = (rule: Rule): readonly string[] => (rule.file.type === 'video' ? rule.file.containers : rule.file.formats)

/** Not a format this material takes: told apart by whether the name pretends it is. */
export const wrongFormat = (rule: Rule, facts: { readonly name: string }, format: string): Finding => {
  const allowed = formatsOf(rule)
  const given = extensionOf(facts.name)
  const [is, must] = [formatName(format), formatNames(allowed)]
  const mend = [`改名不改变格式。请打开后另存为 ${must.zh}。`, `Renaming does not change the format. Open it and save it as ${must.en}.`] as const
  return allowed.some((a) => extensions[a]?.includes(given))
    ? about(rule, facts, 'file.renamed', [`文件名写的是 .${given}，内容其实是 ${is.zh}`, `The name says .${given}, but the content is ${is.en}`], mend)
    : about(rule, facts, 'file.format', [`这是 ${is.zh}，须为 ${must.zh}`, `This is ${is.en}; it must be ${must.en}`], mend)
}

/** Wrong format, or a name that says another one: judged by the bytes, told by both. */
export const judgeFormat = (rule: Rule, facts: { readonly name: string }, format: string): Finding[] => {
  if (!formatsOf(rule).includes(format)) return [wrongFormat(rule, facts, format)]
  const given = extensionOf(facts.name)
  if ((extensions[format] ?? [format]).includes(given)) return []
  const is = formatName(format)
  return [about(rule, facts, 'file.name', [`文件名的后缀是 .${given || '（没有）'}，内容是 ${is.zh}`, `The name ends in .${given || '(nothing)'}, the content is ${is.en}`], ['不用改，收下时按内容取名。', 'Nothing to do: it is named by its content when it is taken.'], 'note')]
}
