/** An office's .doc as .docx, by the LibreOffice of this machine: a profile of its own for each run, which goes with it; no macro is run, no link followed, and no other reader of files is asked. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspectBytes } from '../inspection/inspect-bytes'
import type { Program, ProgramLimits } from '../programs/program'
import { runProgram } from '../programs/run-program'

/** heavy: time, memory or room ran over; broken: nothing came out, or no Word file that may be opened. */
export type OldWordFailure = 'heavy' | 'broken'
export type NewWord = { readonly ok: true; readonly docx: Buffer } | { readonly ok: false; readonly why: OldWordFailure }

/** A form takes two seconds; the profile it makes for itself has a few MB. */
export const oldWordLimits: ProgramLimits = { milliseconds: 60_000, residentBytes: 1_000_000_000, folderBytes: 200_000_000 }
/** Somebody waits for it. */
const NICE = 5

const settings: readonly (readonly [path: string, name: string, value: string])[] = [
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'CheckDocumentEvents', 'true'],
  ['org.openoffice.Office.Common/Misc', 'CrashReport', 'false'],
  // Never; by itself it asks, and there is nobody to be asked.
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
]
const profile = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${settings.map(([path, name, value]) => `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`).join('\n')}
</oor:items>
`
/** Read as Word 97 and as nothing else: a web page under the name of a form is not opened. */
export const oldWordArguments = (folder: string): string[] => [
  `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo', '--nofirststartwizard',
  '--infilter=MS Word 97', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'made'), join(folder, 'form.doc'),
]

let last: Promise<unknown> = Promise.resolve()
/** One after the other: each is large, and forms are few. */
export const newWordOf = (soffice: Program, doc: Uint8Array, limits = oldWordLimits): Promise<NewWord> => {
  const next = last.then(() => make(soffice, doc, limits))
  last = next.catch(() => undefined)
  return next
}

const make = async (soffice: Program, doc: Uint8Array, limits: ProgramLimits): Promise<NewWord> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-old-word-'))
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), profile())
    await writeFile(join(folder, 'form.doc'), doc)
    const end = await runProgram({ program: soffice, args: oldWordArguments(folder), folder, nice: NICE, limits })
    if (end.how === 'over') return { ok: false, why: 'heavy' }
    const docx = await readFile(join(folder, 'made', 'form.docx')).catch(() => null)
    return docx !== null && (await mayBeOpened(docx)) ? { ok: true, docx } : { ok: false, why: 'broken' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What comes out is a foreign file still. */
const mayBeOpened = async (docx: Buffer): Promise<boolean> => {
  const facts = await inspectBytes(docx, 'form.docx')
  return facts.kind === 'document' && facts.format === 'docx' && !facts.active && !facts.encrypted
}
