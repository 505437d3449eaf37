/** The corpus as a table for people: what each file is, and what is found. */
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import type { CorpusFile } from './corpus-file'

export interface Row { readonly file: CorpusFile; readonly facts: Facts; readonly findings: readonly Finding[]; /** Members of the facts, or `findings`, in which the browser differs. */ readonly differs: readonly string[] }

export const codesOf = (findings: readonly Finding[]): string[] => findings.map((f) => `${f.code}${f.strength === 'block' ? '' : f.asksPerson ? ' (?)' : ` (${f.strength})`}`)

const sayImage = (f: Extract<Facts, { kind: 'image' }>): string => [
  `${f.format} ${f.width}×${f.height}`, f.colour && `${f.colour.model} ${f.colour.bits} bit${f.colour.profile === null ? '' : ` ${f.colour.profile}`}`, (f.orientation ?? 1) > 1 && `turn ${f.orientation}`, f.decodes === true ? null : f.decodes === false ? 'does not decode' : 'not decoded',
  f.trailingBytes > 0 && `+${f.trailingBytes} bytes`, f.border && `${f.border.colour} ${Math.round(f.border.share * 100)}%`, f.faces && sayFaces(f.faces), f.animated && 'animated', f.place && 'place', f.enlarged && 'enlarged',
].filter((s) => s).join(', ')
const sayFaces = (faces: NonNullable<Extract<Facts, { kind: 'image' }>['faces']>): string => (faces.length === 1 ? `a face${Math.abs(faces[0]!.tilt) > 45 ? ' lying' : ''}` : faces.length === 0 ? 'no face' : `${faces.length} faces`)
const sayVideo = (f: Extract<Facts, { kind: 'video' }>): string => [`${f.container} ${f.codec} ${f.width}×${f.height}`, `${f.seconds} s`, `${f.fps} fps`, f.hasSound && 'sound', !f.complete && 'cut'].filter((s) => s).join(', ')
const sayDocument = (f: Extract<Facts, { kind: 'document' }>): string => [
  f.format, f.pages !== null && `${f.pages} pages`, (f.pageSizes ?? []).map((s) => `${s.width}×${s.height} mm`).join(' '), f.textPages && `text on ${f.textPages}`, f.picturePages && `pictures on ${f.picturePages}`, f.characters !== undefined && `${f.characters} characters`,
  f.sheets && `${f.sheets.all} sheets${f.sheets.hidden > 0 ? `, ${f.sheets.hidden} hidden` : ''}`, f.encrypted && 'encrypted', (f.holds ?? []).join(' '), (f.marks ?? []).join(' '), (f.revisions ?? 1) > 1 && `saved ${f.revisions} times`,
].filter((s) => s).join(', ')

export const sayFacts = (f: Facts): string => {
  if (f.kind === 'image') return sayImage(f)
  if (f.kind === 'video') return sayVideo(f)
  return f.kind === 'document' ? sayDocument(f) : `${f.why}${f.looksLike === null ? '' : ` (${f.looksLike})`}`
}

/** Marks that would break a row or turn the reading direction are written out. */
const shown = (name: string): string => [...name.length > 40 ? `${name.slice(0, 36)}…` : name].map((c) => (/[\p{C}|\\]|\u0301/u.test(c) ? `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` : c)).join('').replace(/ $/, '␣')

export const corpusTable = (rows: readonly Row[]): string => [
  '# The corpus: browser against server', '',
  `${rows.length} files made by the project (test/corpus), each read by the inspector in the browser, on the server and by \`xuanshu check\`. This table is held equal by test/browser/corpus.test.ts; \`(?)\` asks a person.`,
  `Browser and server tell ${rows.filter((r) => r.differs.length === 0).length} of them alike in every fact and finding; where they differ, the last column says in what and why, and the server's eyes count.`, '',
  '| handed in as | name | what it is | findings | browser |', '|---|---|---|---|---|',
  ...rows.map(({ file, facts, findings, differs }) => `| ${file.material} | ${shown(file.name)} | ${sayFacts(facts)} | ${codesOf(findings).join(', ') || '—'} | ${differs.length === 0 ? '=' : `${differs.join(', ')}: ${file.differs ?? ''}`} |`), '',
].join('\n')
