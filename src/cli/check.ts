import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import type { Finding } from '#core/kernel/finding'
import { judgeCount, judgeFile } from '#core/materials/judge'
import { recogniseMaterial } from '#core/materials/recognise'
import { chainOf, readDefinitions } from '#server/definitions'
import { closeInspectors, inspectFile } from '#server/inspection/inspect-file'
import { shippedDefinitions } from '#server/main'
import type { Command } from './command'
import { report } from './print'

/** 离线核验: judges a folder of materials by a definition with the functions the server uses; for units without an account. */
export const check: Command = {
  name: 'check',
  usage: 'check FOLDER --campaign ID|FILE.yaml [--json]',
  about: { zh: '按活动方案核验一个文件夹里的材料，不联网。', en: 'Check a folder of materials against a definition, offline.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { campaign: { type: 'string' }, json: { type: 'boolean', default: false } } })
    const folder = positionals[0]
    if (folder === undefined || values.campaign === undefined) return unusable('用法 usage: xuanshu check FOLDER --campaign ID|FILE.yaml')
    const definition = await load(values.campaign)
    if (typeof definition === 'string') return unusable(definition)
    const files = await list(folder)
    if (files === null) return unusable(`打不开文件夹“${folder}”。 Cannot open the folder “${folder}”.`)
    const findings = await judge(definition, folder, files).finally(closeInspectors)
    report(values.json, findings.map(flat), () => say(findings, files.length))
    return findings.some((f) => f.strength === 'block') ? 1 : 0
  },
}

const unusable = (why: string): number => { process.stderr.write(`${why}\n`); return 2 }
const list = (folder: string) => readdir(folder, { withFileTypes: true }).then((all) => all.filter((f) => f.isFile()).map((f) => f.name).sort(), () => null)

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

const judge = async (definition: ResolvedDefinition, folder: string, files: readonly string[]): Promise<Finding[]> => {
  const materials = rulesOf(definition, 'material')
  const counted = new Map<string, number>()
  const findings: Finding[] = []
  for (const name of files) {
    const facts = await inspectFile(join(folder, name), name, { border: true })
    const id = recogniseMaterial(materials, facts)[0]
    const rule = materials.find((m) => m.id === id)
    if (rule === undefined) continue
    counted.set(rule.id, (counted.get(rule.id) ?? 0) + 1)
    findings.push(...judgeFile(rule, facts))
  }
  return [...findings, ...materials.flatMap((m) => judgeCount(m, counted.get(m.id) ?? 0))]
}

const flat = (f: Finding) => ({ code: f.code, file: f.at.file ?? null, severity: f.strength, clause: f.clause?.number ?? f.clause?.zh ?? null, message: f.what, remedy: f.mend })
const say = (findings: readonly Finding[], files: number): string =>
  [...findings.map((f) => `${f.strength === 'block' ? '✗' : f.strength === 'warn' ? '!' : '·'} ${f.at.file ?? f.at.material ?? ''} ${f.what.zh}（${f.clause?.number ?? '办公室决定'}）\n  ${f.mend.zh}\n  ${f.what.en} ${f.mend.en}`), `${files} 个文件，${findings.length} 处。 ${files} files, ${findings.length} finding(s).`].join('\n')
