/** Habits of the house that a machine can see: size, names of folders, barrels, unfinished work, paths of one machine, operations without `who`. */
import ts from 'typescript'
import type { Breach } from './breach'
import { lineOf, visit, type CodeFile, type House, type HouseFile } from './house'

export const longestFile = 500

export const habitBreaches = (house: House): Breach[] => [
  ...house.files.flatMap((f) => [...tooLong(f), ...withoutSubject(f), ...ofOneMachine(f)]),
  ...house.code.flatMap((f) => [...barrel(f), ...unfinished(f), ...leftOut(f), ...withoutWho(f)]),
]

/** Median, p90 and longest of the code under src, in lines: aimed at 70 and 300, stopped at 500. */
export const sizesOf = (house: House): { readonly files: number; readonly median: number; readonly p90: number; readonly longest: number } => {
  const lines = house.code.filter((f) => f.path.startsWith('src/')).map((f) => f.lines).toSorted((a, b) => a - b)
  const at = (share: number) => lines[Math.max(0, Math.ceil(lines.length * share) - 1)] ?? 0
  return { files: lines.length, median: at(0.5), p90: at(0.9), longest: at(1) }
}

const tooLong = (f: HouseFile): Breach[] =>
  /\.(tsx?|m?js|css)$/.test(f.path) && f.lines > longestFile ? [{ file: f.path, line: longestFile + 1, rule: 'file too long', what: `${f.lines} lines; the stop is ${longestFile}. Split it by subject.` }] : []

const withoutSubject = (f: HouseFile): Breach[] => {
  const folder = f.path.split('/').slice(0, -1).find((name) => /^(utils?|common|helpers?)$/i.test(name))
  return folder ? [{ file: f.path, line: 1, rule: 'folder without a subject', what: `A folder ${folder} collects everything. Name it after what it holds.` }] : []
}

// Spelled in parts, so that this file does not hold what it refuses.
const machineFolders = new RegExp(String.raw`(?<![\w.}/#)*-])/(${['wo' + 'rk', 'ho' + 'me', 'ro' + 'ot', 'Us' + 'ers'].join('|')})(/|(?=['"\`\s]|$))`)
const registryHost = /\b(registry\.[\w-]+\.[a-z]{2,}|(verd|nex|artif)(accio|us|actory)[\w.-]*(:\d+|\.[a-z]{2,})|npmmirror\.com)/
/** The embedded server run by root must find a folder that its unprivileged user can traverse; its fallback says why in a comment. */
const mayNameAFolder = /^src\/server\/postgres\//

const ofOneMachine = (f: HouseFile): Breach[] => {
  const lines = f.text.split('\n')
  return lines.flatMap((line, i): Breach[] => {
    const at = { file: f.path, line: i + 1 }
    const excused = mayNameAFolder.test(f.path) && /\/\/|\*/.test(`${lines[i - 1] ?? ''}${line}`)
    if (machineFolders.test(line) && !excused) return [{ ...at, rule: 'path of one machine', what: 'This folder exists on one machine only. Take it from a setting or from the running system.' }]
    return registryHost.test(line) ? [{ ...at, rule: 'registry host', what: 'Which registry serves the packages is the installation’s choice, not the source’s.' }] : []
  })
}

/** A file that only passes on what others export. */
const barrel = (f: CodeFile): Breach[] => {
  const statements = f.tree.statements
  const passesOn = statements.some((s) => ts.isExportDeclaration(s) && (s.moduleSpecifier !== undefined || s.exportClause !== undefined))
  const onlyThat = statements.every((s) => ts.isImportDeclaration(s) || ts.isExportDeclaration(s))
  return passesOn && onlyThat ? [{ file: f.path, line: 1, rule: 'barrel', what: 'This file only passes on other files. Import those directly.' }] : []
}

const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`)

const unfinished = (f: CodeFile): Breach[] =>
  commentsOf(f.tree).filter((c) => mark.test(c.text)).map((c) => ({ file: f.path, line: lineOf(f.tree, c.position), rule: 'unfinished', what: 'Finish it, or say in words what is left and why.' }))

/** Comments hang before or after tokens; asking every token finds each of them. */
const commentsOf = (tree: ts.SourceFile): { position: number; text: string }[] => {
  const found = new Map<number, string>()
  const ask = (node: ts.Node): void => {
    const children = node.getChildren(tree)
    if (children.length === 0 && node.kind !== ts.SyntaxKind.JsxText) {
      const ranges = [...(ts.getLeadingCommentRanges(tree.text, node.pos) ?? []), ...(ts.getTrailingCommentRanges(tree.text, node.end) ?? [])]
      for (const r of ranges) found.set(r.pos, tree.text.slice(r.pos, r.end))
    }
    for (const child of children) ask(child)
  }
  ask(tree)
  return [...found].map(([position, text]) => ({ position, text }))
}

/** `.only` is never left in; `.skip`, `.todo` and `.fails` need a comment on their line or the line above that says why. */
const leftOut = (f: CodeFile): Breach[] => {
  const found: Breach[] = []
  const lines = f.tree.text.split('\n')
  visit(f.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression) || !/^(test|it|describe|suite)$/.test(node.expression.text)) return
    const line = lineOf(f.tree, node.getStart(f.tree))
    const reason = /\/\/\s*\S+/.test(lines[line - 1] ?? '') || /^\s*(\/\/|\*|\/\*)/.test(lines[line - 2] ?? '')
    if (node.name.text === 'only' || (/^(skip|todo|fails|skipIf|runIf)$/.test(node.name.text) && !reason)) {
      found.push({ file: f.path, line, rule: 'test left out', what: `${node.expression.text}.${node.name.text}: let all tests run, or say above why this one cannot.` })
    }
  })
  return found
}

/** Every operation says who may call it, in its own words at its own place: no spread, no default. The compiler asks the same of the type. */
const withoutWho = (f: CodeFile): Breach[] => {
  if (!f.path.startsWith('src/contract/operations/')) return []
  const found: Breach[] = []
  visit(f.tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !/^(operation|download)$/.test(node.expression.text)) return
    const [said] = node.arguments
    const says = said && ts.isObjectLiteralExpression(said) && said.properties.some((p) => p.name && ts.isIdentifier(p.name) && p.name.text === 'who')
    if (!says) found.push({ file: f.path, line: lineOf(f.tree, node.getStart(f.tree)), rule: 'operation without who', what: 'Write who may call it: who: …, a permission of core/access.' })
  })
  return found
}
