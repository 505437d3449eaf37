/** 转发 in a tree of 40,000 units, five levels deep; 名额 over the whole of it; and 5,000 forwarded campaigns asked again after an amendment, by the job, on a database. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { listJobs } from '#contract/operations/cascade'
import { parseDefinition } from '#core/campaign/parse'
import { layUnder, levelOf, type Level } from '#core/campaign/resolve'
import { standings, type Holding } from '#core/cascade/distribute'
import { forward, forwardedId, type Overlay } from '#core/cascade/forward'
import { asker } from '#core/cascade/reask'
import { addDays, dayOf } from '#core/kernel/instant'
import { shippedDefinitions } from '#server/main'
import { copyChildren } from '../test/server/many-children'
import { openGround, print } from './stage'
import { amend, deadlineRule, dutyRule, forwardOpen, openNational, openTree } from '../test/server/tree'

const GOAL = { step: 5, reask: 2000 }
const CHILDREN = 5000
let missed = 0
const report = (what: string, each: number[], goal?: number): void => {
  each.sort((a, b) => a - b)
  const [median, p99] = [each[each.length >> 1]!, each[Math.floor(each.length * 0.99)]!]
  const bad = goal !== undefined && median >= goal
  if (bad) missed++
  print(`${what.padEnd(62)} median ${median.toFixed(2).padStart(8)} ms, p99 ${p99.toFixed(2).padStart(8)} ms${goal === undefined ? '' : ` (goal < ${goal} ms)${bad ? ' MISSED' : ''}`}`)
}
const timed = (n: number, work: (i: number) => unknown): number[] => Array.from({ length: n }, (_, i) => { const from = performance.now(); work(i); return performance.now() - from })

// The tree: a nation, 31 provinces, 10 associations each, 10 cities each, 13 units each.
const WIDE = [31, 10, 10, 13] as const
const read = async (id: string) => {
  const parsed = parseDefinition(await readFile(join(shippedDefinitions(), `${id}.yaml`), 'utf8'), id)
  if (!parsed.ok) throw new Error(`${id} cannot be read`)
  return parsed.definition
}
const words = (zh: string) => ({ zh, en: zh })
const basis = { kind: 'office decision' as const, reason: words('本级定（示例）'), date: '2021-05-06' }
/** What one node says of its own: an earlier deadline and some duties. */
const overlay = (upper: Level, name: string, depth: number): Overlay => ({
  format: 'xuanshu-definition/1', id: forwardedId(upper), year: 2021, level: 'unit', name: words('活动（示例）'), award: words('荣誉（示例）'),
  notice: { title: `${name}转发通知`, issuer: words(name), number: 'not stated', date: 'not stated', hosts: [words(name)], basis: [] },
  rules: [
    { id: 'deadline', kind: 'deadline', strength: 'block', day: addDays('2021-05-20', -depth), time: null, dayIncluded: true, basis },
    ...Array.from({ length: 8 }, (_, i) => ({ id: `duty-${depth}-${i}`, kind: 'duty' as const, strength: 'block' as const, subject: 'report' as const, text: words(`${name}的要求 ${i}（示例）`), basis })),
  ],
})
const nation = levelOf([await read('national-2021'), await read('liaoning-2021'), await read('lnma-2021')])
const holdings: Holding[] = [{ id: '0', above: null, granted: 100_000, returned: 0, used: 0 }]
/** Levels of all that forward to others; a unit's own is made when it is asked for. */
const above: { readonly level: Level; readonly id: string }[] = []
const built = performance.now()
const grow = (level: Level, id: string, depth: number): void => {
  if (depth === WIDE.length - 1) above.push({ level, id })
  for (let i = 0; i < WIDE[depth]!; i++) {
    const own = `${id}.${i}`
    holdings.push({ id: own, above: id, granted: [3000, 200, 15, 1][depth]!, returned: 0, used: depth === 3 && i % 2 === 0 ? 1 : 0 })
    if (depth === WIDE.length - 1) continue
    const made = forward(level, overlay(level, `第${own}级单位（示例）`, depth))
    if (!made.ok) throw new Error(made.findings[0]?.what.zh)
    grow(made.level, own, depth + 1)
  }
}
grow(nation, '0', 0)
print(`node ${process.version}: a tree of ${(holdings.length - 1).toLocaleString('en')} organisations, ${(above.length * WIDE[3]).toLocaleString('en')} of them units at the fifth level, ${above[0]!.level.rules.length} rules above a unit; built in ${((performance.now() - built) / 1000).toFixed(1)} s`)

const parentOf = (i: number) => above[(i * 7919) % above.length]!
const definitions = Array.from({ length: 400 }, (_, i) => { const { level, id } = parentOf(i); return { level, own: overlay(level, `${id}.${i % 13}`, 3) } })
report('resolve of the deepest node, its level above at hand', timed(400, (i) => { const { level, own } = definitions[i]!; return layUnder(level, { ...own, parent: level.chain.at(-1)!.id }).resolved.hash }), GOAL.step)
report('forward of the deepest node', timed(400, (i) => { const { level, own } = definitions[i]!; return forward(level, own) }), GOAL.step)
report('resolve of the deepest node, nothing at hand', timed(100, (i) => levelOf([...definitions[i]!.level.chain]).resolved.hash))
report('standings of all quotas of the tree', timed(5, () => standings(holdings)))
const [province] = [above[0]!.level]
const amended = layUnder(levelOf(province.chain.slice(0, -1)), { ...province.chain.at(-1)!, rules: overlay(province, 'x', 6).rules })
const { ask } = asker(province, amended)
const child = { ...overlay(province, '下级（示例）', 3), parent: province.chain.at(-1)!.id }
report(`${CHILDREN} children asked again, in memory`, timed(5, () => { for (let i = 0; i < CHILDREN; i++) ask(child) }))

if (process.argv.includes('--core')) process.exit(missed === 0 ? 0 : 1)
const { at, close } = await openGround()
const { services, now } = at
const t = await openTree(at)
const campaignId = await openNational(at, t)
await copyChildren(services.db, await forwardOpen(at, campaignId, t.province, 18, Array.from({ length: 8 }, (_, i) => dutyRule(`own-${i}`))), CHILDREN)
await services.db.rows('VACUUM ANALYZE')
const tookAll: number[] = []
let seen = 0
for (let round = 0; round < 5; round++) {
  const { jobId } = await amend(t.nation, campaignId, [deadlineRule(addDays(dayOf(await now()), 17 - round))])
  for (;;) {
    const job = (await t.nation.office.ask(listJobs, { params: { campaignId } })).jobs.find((j) => j.id === jobId)!
    if (job.state === 'running' && job.done > 0 && job.done < job.total) seen++
    if (job.finishedAt !== null) { tookAll.push(job.finishedAt - job.createdAt); break }
    await pause(100)
  }
}
const { n, mend } = (await services.db.row<{ n: number; mend: number }>(`SELECT count(*)::int AS n, count(*) FILTER (WHERE NOT fits)::int AS mend FROM reasked`))!
report(`${CHILDREN + 1} campaigns asked again by the job, from commit to ledger`, tookAll, GOAL.reask)
print(`answers kept: ${n.toLocaleString('en')} in ${tookAll.length} amendments, ${mend.toLocaleString('en')} to be mended; progress was seen under way ${seen} times`)
await close()
process.exitCode = missed === 0 ? 0 : 1
