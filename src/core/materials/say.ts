import { finding, type Finding, type Strength, type Words } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import { sayFile } from '../rules/material-file'

/** 1.4 MB as a person reads it: decimal megabytes, one place, rounded towards the side that does not flatter. */
export const measured = (bytes: number): string => (bytes >= 1_000_000 ? `${(Math.floor(bytes / 10_000) / 100).toFixed(2).replace(/0$/, '')} MB` : bytes >= 1000 ? `${Math.floor(bytes / 100) / 10} kB` : `${bytes} B`)

/** 3 分 24 秒. */
export const duration = (seconds: number): Words => {
  const s = Math.ceil(seconds)
  return s < 60 ? { zh: `${s} 秒`, en: `${s} s` } : { zh: `${Math.floor(s / 60)} 分 ${s % 60} 秒`, en: `${Math.floor(s / 60)} min ${s % 60} s` }
}

/** A finding about one file of a material; the limit's own words stand in it. */
export const about = (rule: ResolvedRule<'material'>, file: { readonly name: string }, code: string, what: readonly [string, string], mend: readonly [string, string], strength?: Strength): Finding =>
  finding({ code, rule, strength: strength ?? rule.strength, at: { material: rule.id, file: file.name }, what, mend })

export const sayLimits = (rule: ResolvedRule<'material'>): Words => sayFile(rule.file)

const names: Readonly<Record<string, string>> = { jpeg: 'JPG', png: 'PNG', webp: 'WebP', heic: 'HEIC', gif: 'GIF', bmp: 'BMP', tiff: 'TIFF', mp4: 'MP4', mov: 'MOV', pdf: 'PDF', docx: 'Word', doc: 'Word（.doc）', xlsx: 'Excel', xls: 'Excel（.xls）' }
export const formatName = (format: string): string => names[format] ?? format.toUpperCase()
export const formatNames = (formats: readonly string[]): string => formats.map(formatName).join('、')

const extensions: Readonly<Record<string, readonly string[]>> = { jpeg: ['jpg', 'jpeg'], png: ['png'], mp4: ['mp4', 'm4v'], mov: ['mov', 'qt'], pdf: ['pdf'], docx: ['docx'], doc: ['doc'], xlsx: ['xlsx'], xls: ['xls'] }
const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const properExtension = (format: string): string => extensions[format]?.[0] ?? format

/** Wrong format, or a name that says another one: judged by the bytes, told by both. */
export const judgeFormat = (rule: ResolvedRule<'material'>, facts: { readonly name: string }, format: string, allowed: readonly string[]): Finding[] => {
  const given = extensionOf(facts.name)
  const fits = (extensions[format] ?? [format]).includes(given)
  if (!allowed.includes(format)) {
    const renamed = allowed.some((a) => (extensions[a] ?? []).includes(given))
    return [about(rule, facts, renamed ? 'file.renamed' : 'file.format',
      renamed ? [`文件名写的是 .${given}，内容其实是 ${formatName(format)}`, `The name says .${given}, but the content is ${formatName(format)}`] : [`这是 ${formatName(format)}，须为 ${formatNames(allowed)}`, `This is ${formatName(format)}; it must be ${formatNames(allowed)}`],
      [`改名不改变格式。请打开后另存为 ${formatNames(allowed)}。`, `Renaming does not change the format. Open it and save it as ${formatNames(allowed)}.`])]
  }
  return fits ? [] : [about(rule, facts, 'file.name', [`文件名的后缀是 .${given || '（没有）'}，内容是 ${formatName(format)}`, `The name ends in .${given || '(nothing)'}, the content is ${formatName(format)}`], ['不用改，收下时按内容取名。', 'Nothing to do: it is named by its content when it is taken.'], 'note')]
}
