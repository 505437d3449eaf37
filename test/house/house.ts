/** Reads the house as it lies on disk: its files, and what each of them imports. The floors are judged on this. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** One file. `path` is relative to the house, with forward slashes. */
export interface HouseFile {
  readonly path: string
  readonly text: string
  readonly lines: number
}

export interface CodeFile extends HouseFile {
  readonly tree: ts.SourceFile
  /** Every module this file names: values, types, re-exports, `import()`, `typeof import()` and `require()`. */
  readonly imports: readonly Import[]
}

export interface Import {
  readonly written: string
  readonly line: number
  /** The file of the house it leads to, if it is one and exists. */
  readonly file: string | null
  /** `src/core/kernel/finding` even if no such file exists; null for a package. */
  readonly place: string | null
}

export interface House {
  readonly root: string
  readonly files: readonly HouseFile[]
  readonly code: readonly CodeFile[]
}

const foldersRead = ['src', 'test', 'bench', 'campaigns', 'docs', 'bin', 'scripts', '.ci']
const leftOut = new Set(['node_modules', 'dist', 'data', 'screenshots'])
const textFile = /\.(ts|tsx|mjs|js|css|sql|html|json|ya?ml|md|sh|typ)$/
const codeFile = /\.tsx?$/

/** Reads every text file of the house; what is generated, installed or stored is left out. */
export const readHouse = (root: string): House => {
  const atTop = readdirSync(root).filter((name) => textFile.test(name) && name !== 'package-lock.json')
  const paths = [...atTop, ...foldersRead.flatMap((folder) => walk(root, folder))]
  const files = paths.map((path) => readText(root, path))
  return { root, files, code: files.filter((f) => codeFile.test(f.path)).map((f) => readCode(root, f)) }
}

const walk = (root: string, folder: string): string[] => {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (leftOut.has(entry.name)) return []
    if (entry.isDirectory()) return walk(root, path)
    return textFile.test(entry.name) || folder === 'bin' || folder === '.ci' ? [path] : []
  })
}

const readText = (root: string, path: string): HouseFile => {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, lines: text === '' ? 0 : text.replace(/\n$/, '').split('\n').length }
}

const readCode = (root: string, file: HouseFile): CodeFile => {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  return { ...file, tree, imports: importsOf(tree).map((i) => ({ ...i, ...lead(root, file.path, i.written) })) }
}

/** Visits every node below and including `node`. */
export const visit = (node: ts.Node, look: (node: ts.Node) => void): void => {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

export const lineOf = (tree: ts.SourceFile, position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1

const importsOf = (tree: ts.SourceFile): { written: string; line: number }[] => {
  const found: { written: string; line: number }[] = tree.typeReferenceDirectives.map((d) => ({ written: d.fileName, line: lineOf(tree, d.pos) }))
  visit(tree, (node) => {
    const named = moduleNamedBy(node)
    if (named) found.push({ written: named.text, line: lineOf(tree, named.getStart(tree)) })
  })
  return found
}

const moduleNamedBy = (node: ts.Node): ts.StringLiteralLike | null => {
  const literal = (n: ts.Node | undefined) => (n && ts.isStringLiteralLike(n) ? n : null)
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : null
  if (ts.isExternalModuleReference(node)) return literal(node.expression)
  if (!ts.isCallExpression(node)) return null
  const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require')
  return loads ? literal(node.arguments[0]) : null
}

/** `#core/x` is `src/core/x`, as package.json#imports says; a relative path starts at its file. */
const lead = (root: string, from: string, written: string): Pick<Import, 'file' | 'place'> => {
  const place = written.startsWith('#') ? `src/${written.slice(1)}` : /^\.\.?(\/|$)/.test(written) ? relative(root, resolve(root, dirname(from), written)).replaceAll('\\', '/') : null
  if (place === null) return { file: null, place: null }
  const file = [place, `${place}.ts`, `${place}.tsx`, `${place}/index.ts`].find((p) => existsSync(join(root, p)) && statSync(join(root, p)).isFile())
  return { file: file ?? null, place }
}
