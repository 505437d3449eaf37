import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { judgeFolder, notLookedAt } from '#core/materials/judge-folder'
import { goesForPortrait } from '#core/materials/recognise'
import type { MaterialRule } from '#core/rules/material-terms'
import { chainOf, readDefinitions } from '#server/definitions'
import { closeInspectors, inspectFile } from '#server/inspection/inspect-file'
import { shippedDefinitions } from '#server/main'
import type { Command } from './command'
import { report } from './print'

/** 离线核验: judges a folder of materials by a definition with the functions the server uses; for units without an account. */
export const check: Command = {
  name: 'check',
  usage: 'check FOLDER --campaign ID|FILE.yaml [--json]',
  about: { zh: '按活动方案核验一个文件夹里的材料，不联网；里面全是文件夹的，一个文件夹算一位人选。', en: 'Check a folder of materials against a definition, offline; in a folder of folders each is one candidate.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { campaign: { type: 'string' }, json: { type: 'boolean', default: false } } })
    const folder = positionals[0]
    if (folder === undefined || values.campaign === undefined) return unusable('用法 usage: xuanshu check FOLDER --campaign ID|FILE.yaml')
    const definition = await load(values.campaign)
    if (typeof definition === 'string') return unusable(definition)
    const candidates = await candidatesIn(folder)
    if (candidates === null) return unusable(`打不开文件夹“${folder}”。 Cannot open the folder “${folder}”.`)
    const findings = await judgeAll(definition, folder, candidates).finally(closeInspectors)
    report(values.json, findings.map(flat), () => say(findings, candidates.reduce((n, c) => n + c.entries.filter((e) => !e.folder).length, 0)))
    return findings.some((f) => f.strength === 'block') ? 1 : 0
  },
}

const unusable = (why: string): number => { process.stderr.write(`${why}\n`); return 2 }
/** Deeper nobody sorts materials; a link to a folder above would lead round for ever. */
const DEEPEST = 6
interface Entry { readonly name: string; /** A folder that was not looked into. */ readonly folder: boolean }
/** What stands in one candidate's folder, by its path from there. */
interface Candidate { readonly folder: string; readonly entries: readonly Entry[] }

/** A link is what it leads to; one that leads nowhere is a file that cannot be opened. */
const list = async (folder: string): Promise<Entry[] | null> => {
  const names = await readdir(folder).catch(() => null)
  return names && Promise.all(names.sort().map(async (name) => ({ name, folder: await stat(join(folder, name)).then((s) => s.isDirectory(), () => false) })))
}
const walk = async (folder: string, within: string, depth: number): Promise<Entry[] | null> => {
  const entries = await list(join(folder, within))
  if (entries === null) return null
  const all: Entry[] = []
  for (const entry of entries) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`
    all.push(...(entry.folder ? ((depth < DEEPEST ? await walk(folder, name, depth + 1) : null) ?? [{ name, folder: true }]) : [{ name, folder: false }]))
  }
  return all
}
/** A folder of folders only holds one candidate in each; otherwise it is one candidate's, whatever folders he sorted his files into. */
const candidatesIn = async (folder: string): Promise<Candidate[] | null> => {
  const top = await list(folder)
  if (top === null) return null
  if (top.length === 0 || top.some((e) => !e.folder)) return [{ folder: '', entries: (await walk(folder, '', 0)) ?? [] }]
  return Promise.all(top.map(async ({ name }) => ({ folder: name, entries: (await walk(join(folder, name), '', 1)) ?? [] })))
}

const load = async (name: string): Promise<ResolvedDefinition | string> => {
  const { definitions } = await readDefinitions(shippedDefinitions())
  if (!name.endsWith('.yaml')) {
    const chain = chainOf(definitions, name)
    return chain === null ? `没有“${name}”这个活动方案；现有 ${[...definitions.keys()].join('、')}。 No definition “${name}”; there are ${[...definitions.keys()].join(', ')}.` : resolve(chain)
  }
  const text = await readFile(name, 'utf8').catch(() => null)
  if (text === null || !(await stat(name)).isFile()) return `打不开“${name}”。 Cannot open “${name}”.`
  const parsed = parseDefinition(text, name)
  if (!parsed.ok) return parsed.errors.map((e) => `${e.file}:${e.line}:${e.column} ${e.path}\n  ${e.expected.zh} ${e.expected.en} (${e.got})\n  ${e.writeInstead.zh} ${e.writeInstead.en}`).join('\n')
  const upper = parsed.definition.parent === null ? [] : chainOf(definitions, parsed.definition.parent)
  return upper === null ? `上级方案“${parsed.definition.parent}”不在。 The parent definition “${parsed.definition.parent}” is missing.` : resolve([...upper, parsed.definition])
}

/** Nobody says what a picture is handed in as: its ground is read always, its faces where it goes for a portrait. */
const look = async (rules: readonly MaterialRule[], path: string, name: string): Promise<Facts> => {
  const seen = await inspectFile(path, name, { border: true })
  return goesForPortrait(rules, seen) ? inspectFile(path, name, { border: true, faces: true }) : seen
}

/** Every entry of a folder is named in what comes back; nothing is passed over. */
const judge = async (definition: ResolvedDefinition, folder: string, entries: readonly Entry[]): Promise<Finding[]> => {
  const rules = rulesOf(definition, 'material')
  const facts: Facts[] = []
  const others: Finding[] = []
  for (const { name, folder: isFolder } of entries) {
    const seen = isFolder ? null : await look(rules, join(folder, name), name).catch(() => null)
    if (seen === null) others.push(notLookedAt(name, isFolder ? 'folder' : 'unopened'))
    else facts.push(seen)
  }
  return [...others, ...judgeFolder(rules, facts)]
}
/** Of several candidates each finding names the folder too. */
const judgeAll = async (definition: ResolvedDefinition, folder: string, candidates: readonly Candidate[]): Promise<Finding[]> => {
  const all: Finding[] = []
  for (const one of candidates) {
    const found = await judge(definition, join(folder, one.folder), one.entries)
    all.push(...(one.folder === '' ? found : found.map((f) => ({ ...f, at: { ...f.at, file: `${one.folder}/${f.at.file ?? ''}` } }))))
  }
  return all
}

const flat = (f: Finding) => ({ code: f.code, file: f.at.file ?? null, severity: f.strength, clause: f.clause?.number ?? f.clause?.zh ?? null, message: f.what, remedy: f.mend })
const say = (findings: readonly Finding[], files: number): string =>
  [...findings.map((f) => `${f.strength === 'block' ? '✗' : f.asksPerson ? '?' : f.strength === 'warn' ? '!' : '·'} ${f.at.file ?? f.at.material ?? ''} ${f.what.zh}${f.clause === null ? '' : `（${f.clause.number ?? '办公室决定'}）`}\n  ${f.mend.zh}\n  ${f.what.en} ${f.mend.en}`), `${files} 个文件，${findings.length} 处。 ${files} files, ${findings.length} finding(s).`].join('\n')
