/** How well and how fast notices are read: `node bench/run.mjs notices --notices DIR` with DIR/*.txt and DIR/dev/*.txt, each with the facts a reader should find beside it (.json). */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNotice } from '#core/notice/read-notice'
import { extractionTimes } from './notice-formats'
import { changes, inSimplified, type Sample } from './perturb-notice'
import { scoreNotice, sum, type Figures } from './score-notices'

const GOAL_MS = 50
const at = process.argv.indexOf('--notices'), folder = at < 0 ? undefined : process.argv[at + 1]
const print = (line: string): void => { process.stdout.write(`${line}\n`) }
if (folder === undefined || !existsSync(folder)) {
  print('notices: not run (give --notices DIR, a folder of notices with their facts)')
  process.exit(2)
}

const show = (x: number): string => x.toFixed(3).padStart(8)
const row = (name: string, f: Figures): void => {
  const p = f.pred === 0 ? 0 : f.hit / f.pred, r = f.gold === 0 ? 0 : f.hit / f.gold
  print(`${name.padEnd(18)}${[f.gold, f.pred, f.hit].map((n) => String(n).padStart(6)).join('')}${f.gold + f.pred === 0 ? '       -       -       -' : `${show(p)}${show(r)}${show((2 * f.hit) / (f.gold + f.pred))}`}`)
}

const files = [folder, join(folder, 'dev')].filter((d) => existsSync(d)).flatMap((d) => readdirSync(d).filter((n) => n.endsWith('.txt')).sort().map((n) => ({ name: n.replace(/\.txt$/u, ''), text: join(d, n), facts: join(d, n.replace(/\.txt$/u, '.json')) })))
const out = mkdtempSync(join(tmpdir(), 'notices-'))
const fields = new Map<string, Figures[]>()
const each: { name: string; all: Figures }[] = [], samples: Sample[] = []
for (const file of files) {
  const text = readFileSync(file.text, 'utf8'), { facts } = readNotice(text)
  writeFileSync(join(out, `${file.name}.json`), JSON.stringify(facts, null, 1))
  if (!existsSync(file.facts)) continue
  const gold = JSON.parse(readFileSync(file.facts, 'utf8')) as Sample['facts']
  samples.push({ text, facts: gold })
  const told = scoreNotice(gold, { ...facts })
  for (const [field, figures] of Object.entries(told)) fields.set(field, [...(fields.get(field) ?? []), figures])
  each.push({ name: file.name, all: sum(Object.values(told)) })
}
print(`${each.length} notices with facts of ${files.length}; what was read: ${out}`)
print(`${'field'.padEnd(18)}${['gold', 'pred', 'hit'].map((s) => s.padStart(6)).join('')}${['P', 'R', 'F1'].map((s) => s.padStart(8)).join('')}`)
for (const [field, all] of fields) row(field, sum(all))
row('ALL (micro)', sum(each.map((n) => n.all)))
const f1 = (f: Figures): number => (f.gold + f.pred === 0 ? 1 : (2 * f.hit) / (f.gold + f.pred))
for (const n of each.filter((x) => x.name.startsWith('seed'))) row(n.name, n.all)
print(`each, the least first: ${[...each].sort((a, b) => f1(a.all) - f1(b.all)).map((n) => `${n.name} ${f1(n.all).toFixed(3)}`).join('  ')}`)
print('the same notices changed together with their facts')
const changed = changes.map(({ name, change }) => {
  const figures = sum(samples.map((s) => { const c = change(s); return sum(Object.values(scoreNotice(inSimplified(c.facts) as Sample['facts'], inSimplified(readNotice(c.text).facts) as Sample['facts']))) }))
  row(name, figures)
  return figures
})
row('ALL changed', sum(changed))

// five pages in official form are 5 × 22 lines of 28 characters
const page = files.map((f) => readFileSync(f.text, 'utf8')).sort((a, b) => b.length - a.length)[0] ?? ''
const five = page.repeat(Math.max(1, Math.ceil(3080 / Math.max(1, page.length)))).slice(0, 3080)
for (let i = 0; i < 5; i++) readNotice(five)
const times = Array.from({ length: 21 }, () => { const from = performance.now(); readNotice(five); return performance.now() - from }).sort((a, b) => a - b)
print(`text to facts, ${five.length} characters: median ${times[10]!.toFixed(1)} ms, worst ${times[20]!.toFixed(1)} ms (goal ${GOAL_MS} ms)`)
for (const line of await extractionTimes(five)) print(line)
