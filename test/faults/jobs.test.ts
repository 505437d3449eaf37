/** A job outlives its process: killed in the middle of asking thousands of children, the next process goes on where the last step ended, and says so once. */
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { listJobs } from '#contract/operations/cascade'
import { addDays, dayOf } from '#core/kernel/instant'
import { openDatabase } from '#server/store/database'
import { freshDatabase } from '../server/fresh-database'
import { installationOn } from '../server/installation'
import { copyChildren } from '../server/many-children'
import { Person } from '../server/person'
import { temporaryFolder } from '../server/temporary-folder'
import { amend, deadlineRule, forwardOpen, openNational, openTree } from '../server/tree'
import { buildProduct, startProduct } from './product'

const long = process.env['XUANSHU_LONG'] === '1'
const CHILDREN = long ? 20_000 : 2400

let program: string
beforeAll(async () => { program = await buildProduct('jobs') }, 120_000)

test(`${CHILDREN} children asked again while the process is killed: every one once, and one entry in the ledger`, async () => {
  const [folder, database] = [await temporaryFolder(), await freshDatabase()]
  const at = await installationOn(database.url, folder.path)
  const t = await openTree(at)
  const nation = await openNational(at, t)
  const province = await forwardOpen(at, nation, t.province, 18)
  await copyChildren(at.services.db, province, CHILDREN)
  const day = addDays(dayOf(await at.now()), 17)
  await at.stop()
  let product = await startProduct(program, [folder.path, database.url])
  const there = (p: Person) => new Person(product.origin, p.name).holding(p.token)
  const { jobId } = await amend({ ...t.nation, office: there(t.nation.office), second: there(t.nation.second) }, nation, [deadlineRule(day)])
  const db = openDatabase(database.url, 2)
  const job = async () => (await db.row<{ state: string; done: number; total: number; attempts: number }>(`SELECT state, done, total, attempts FROM jobs WHERE id = $1`, [jobId]))!
  const asked = async () => (await db.row<{ n: number; mend: number }>(`SELECT count(*)::int AS n, count(*) FILTER (WHERE NOT fits)::int AS mend FROM reasked`))!
  while ((await job()).done === 0) await pause(5)
  await product.kill()
  const cut = await job()
  expect([cut.state, cut.done > 0 && cut.done < CHILDREN + 1, (await asked()).n]).toEqual(['running', true, cut.done])
  product = await startProduct(program, [folder.path, database.url])
  for (const end = Date.now() + 60_000; (await job()).state !== 'done' && Date.now() < end;) await pause(200)
  expect([await job(), await asked()]).toEqual([{ state: 'done', done: CHILDREN + 1, total: CHILDREN + 1, attempts: 1 }, { n: CHILDREN + 1, mend: CHILDREN + 1 }])
  const entries = await db.rows<{ data: object }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'children.reasked'`, [nation])
  expect(entries.map((e) => e.data)).toMatchObject([{ asked: CHILDREN + 1, mend: CHILDREN + 1 }])
  // Whoever asks is answered from the same rows.
  expect((await there(t.nation.office).ask(listJobs, { params: { campaignId: nation } })).jobs.map((j) => [j.state, j.done])).toEqual([['done', CHILDREN + 1]])
  await product.kill()
  await db.close()
  await database.drop()
  await folder.remove()
}, 300_000)
