/** The core is pure (law 1): no clock, no chance, no host, not even by another name. Read from the syntax tree, so that words in texts and comments do not count. */
import ts from 'typescript'
import type { Breach, HouseRule } from './breach'
import { lineOf, visit, type CodeFile, type House } from './house'

const hostNames = new Set([
  'process', 'globalThis', 'global', 'window', 'self', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket',
  'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'crypto', 'console', 'Buffer', 'require', 'eval', 'Function', '__dirname', '__filename',
])
const clockNames = new Set(['performance', 'Temporal'])
/** Reads of the machine's own time zone or language: two machines would decide differently. */
const localTime = /^(getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|getMilliseconds|getTimezoneOffset|setHours|setDate|setMonth|setFullYear|toLocaleString|toLocaleDateString|toLocaleTimeString|toDateString|toTimeString|resolvedOptions)$/
/** The audited libraries bring their own chance; the core must be handed the bytes. */
const libraryChance = /^(random[A-Z]\w*|keygen|managedNonce|getRandomValues)$/

export const purityBreaches = (house: House): Breach[] =>
  house.code.filter((f) => f.path.startsWith('src/core/') && !/\.test\.tsx?$/.test(f.path)).flatMap(judge)

const judge = (file: CodeFile): Breach[] => {
  const own = namesDeclared(file.tree)
  const found: Breach[] = []
  visit(file.tree, (node) => {
    const breach = impurity(node, own)
    if (breach) found.push({ file: file.path, line: lineOf(file.tree, node.getStart(file.tree)), rule: breach[0], what: breach[1] })
  })
  return found
}

const impurity = (node: ts.Node, own: ReadonlySet<string>): [HouseRule, string] | null => {
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return ['core knows its host', 'import.meta tells where the program lies. Take it as an argument.']
  if (!ts.isIdentifier(node)) return null
  const name = node.text
  if (libraryChance.test(name) && (isMember(node) || ts.isImportSpecifier(node.parent))) return ['core has chance', `${name} makes chance. Take the bytes as an argument.`]
  if (isMember(node)) return localTime.test(name) ? ['core has a clock', `${name} depends on the machine's time zone or language. Use core/kernel/instant.`] : null
  if (own.has(name) || !isRead(node)) return null
  if (name === 'Date' && !isHarmlessDate(node)) return ['core has a clock', 'Only new Date(instant), Date.UTC and Date.parse are pure. Take the instant as an argument.']
  if (name === 'Math' && memberOf(node) in { random: 1, '': 1 }) return ['core has chance', 'Math.random is chance. Take the value as an argument.']
  if (clockNames.has(name)) return ['core has a clock', `${name} is a clock. Take the instant as an argument.`]
  return hostNames.has(name) ? ['core knows its host', `${name} belongs to the host. Take what you need as an argument.`] : null
}

/** `Date` may be asked with an instant, or for its arithmetic; `Date.now`, `new Date()` and handing `Date` on are refused. */
const isHarmlessDate = (node: ts.Identifier): boolean => {
  const up = node.parent
  if (ts.isNewExpression(up) && up.expression === node) return (up.arguments?.length ?? 0) > 0
  if (ts.isBinaryExpression(up) && up.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) return true
  return memberOf(node) in { UTC: 1, parse: 1, prototype: 1 }
}

/** `x` of `Math.x` and `Math['x']`; empty when the object itself is handed on. */
const memberOf = (node: ts.Identifier): string => {
  const up = node.parent
  if (ts.isPropertyAccessExpression(up) && up.expression === node) return up.name.text
  return ts.isElementAccessExpression(up) && up.expression === node && ts.isStringLiteralLike(up.argumentExpression) ? up.argumentExpression.text : ''
}

const isMember = (node: ts.Identifier): boolean => ts.isPropertyAccessExpression(node.parent) && node.parent.name === node

/** A value is read here: not a type, not the name of a member, a property or a label. */
const isRead = (node: ts.Identifier): boolean => {
  const up = node.parent
  if (ts.isTypeReferenceNode(up) || ts.isTypeQueryNode(up) || ts.isQualifiedName(up) || ts.isImportSpecifier(up) || ts.isExportSpecifier(up)) return false
  if (ts.isPropertySignature(up) || ts.isMethodSignature(up) || ts.isPropertyDeclaration(up) || ts.isMethodDeclaration(up) || ts.isNamedTupleMember(up)) return up.name !== node
  if (ts.isPropertyAssignment(up)) return up.initializer === node
  return !(ts.isBindingElement(up) && up.propertyName === node)
}

const namesDeclared = (tree: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  visit(tree, (node) => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text)
  })
  return names
}
