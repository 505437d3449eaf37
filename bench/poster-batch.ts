/** A hundred posters as the job makes them: 20 people × 5 sizes of one set, kept in the store, while another caller reads a page. Milliseconds of each from the moments they were kept at; memory of server and children; event loop. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readdir, readFile } from 'node:fs/promises'
import { makePosters } from '#contract/operations/posters'
import { closeInspectors } from '#server/inspection/inspect-file'
import { setClock } from '#server/demo/actors'
import { giveHonoursTo } from '../test/server/honours-given'
import { openOffice } from '../test/server/office'
import { posterWordsOf, publishPosterStory, writePosterStory, type PosterMedia } from '../test/server/poster-story'
import { openGround, print } from './stage'

const GOAL_MS = 300
const PEOPLE = 20
const sizes = ['screen-tall', 'screen-wide', 'phone-card', 'screen-4k', 'a3'] as const
const ground = await openGround()
const at = { ...ground.at, setClock: (to: number) => setClock(ground.at.services, to) } as never
const { db } = ground.at.services
const o = await openOffice(ground.at, PEOPLE)
const name = (i: number): string => `${'沈林周陆程'[i % 5]}${'若清远思'[i % 4]}${i % 3 === 0 ? '' : '川'}`
const h = await giveHonoursTo(at, o, Array.from({ length: PEOPLE }, (_, i) => name(i)))
const media: PosterMedia[] = []
for (let i = 0; i < PEOPLE; i++) { media.push(await writePosterStory(o, h, i)); await publishPosterStory(o, h, i) }
print(`node ${process.version}: ${PEOPLE} people with published stories`)

const residentOf = async (pid: number | string): Promise<number> => Number(/^VmRSS:\s+(\d+)/mu.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? 0) / 1024
const children = async (): Promise<number> => {
  let most = 0
  for (const pid of (await readdir('/proc')).filter((p) => /^\d+$/u.test(p))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (Number(stat.split(') ')[1]?.split(' ')[1]) === process.pid && (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('inspection-child')) most = Math.max(most, await residentOf(pid))
  }
  return most
}
const percentile = (all: readonly number[], p: number): number => all[Math.min(all.length - 1, Math.floor(all.length * p))] ?? 0

const batch = async (design: 'a' | 'b' | 'c', people: number): Promise<void> => {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  const [rss, from] = [process.memoryUsage().rss, performance.now()]
  let [most, child] = [rss, 0]
  loop.enable()
  const { setId, posters } = await o.office.ask(makePosters, { params: { campaignId: h.campaignId }, body: { design, sizes: [...sizes], people: h.nominationIds.slice(0, people).map((nominationId, i) => ({ nominationId, words: posterWordsOf, mediaId: design === 'b' ? media[i]!.dusk : media[i]!.face })) } })
  const calls: number[] = []
  for (let state = 'waiting'; state === 'waiting' || state === 'running';) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const since = performance.now()
    await (await fetch(`${ground.at.origin}/api/session`, { headers: { cookie: `xuanshu_session=${o.office.token}` } })).arrayBuffer()
    calls.push(performance.now() - since)
    ;[most, child] = [Math.max(most, process.memoryUsage().rss), Math.max(child, await children())]
    state = (await db.row<{ state: string }>(`SELECT j.state FROM poster_sets s JOIN jobs j ON j.id = s.job_id WHERE s.id = $1`, [setId]))!.state
  }
  loop.disable()
  const seconds = (performance.now() - from) / 1000
  const kept = await db.rows<{ size: string; ms: number | null; made: boolean }>(`SELECT size, extract(epoch FROM made_at - lag(made_at) OVER (ORDER BY ordinal)) * 1000 AS ms, sha256 IS NOT NULL AS made FROM posters WHERE set_id = $1 ORDER BY ordinal`, [setId])
  if (people < PEOPLE) return
  calls.sort((a, b) => a - b)
  const lacking = kept.filter((k) => !k.made).length
  const each = (size: string | null) => kept.filter((k) => k.ms !== null && (size === null || k.size === size)).map((k) => Number(k.ms)).toSorted((a, b) => a - b)
  const tall = percentile(each('screen-tall'), 0.5)
  print(`design ${design}: ${posters} posters in ${seconds.toFixed(1)} s, ${(posters / seconds).toFixed(2)}/s, ${(seconds * 1000 / posters).toFixed(0)} ms each${lacking === 0 ? '' : `, ${lacking} NOT MADE`}`)
  print(`  p50 by size: ${sizes.map((s) => `${s} ${percentile(each(s), 0.5).toFixed(0)}`).join(', ')} ms; p99 of all ${percentile(each(null), 0.99).toFixed(0)} ms; goal ${GOAL_MS} ms for 1080×1920: ${tall <= GOAL_MS ? 'held' : 'MISSED'}`)
  print(`  memory: server + ${((most - rss) / 1e6).toFixed(0)} MB, child ${child.toFixed(0)} MiB; event loop p99 ${(loop.percentile(99) / 1e6).toFixed(0)} ms, longest ${(loop.max / 1e6).toFixed(0)} ms; another's session p50 ${percentile(calls, 0.5).toFixed(0)} ms, p99 ${percentile(calls, 0.99).toFixed(0)} ms`)
}
try {
  await batch('a', 1)
  for (const design of ['a', 'b', 'c'] as const) await batch(design, PEOPLE)
} finally {
  await ground.close()
  closeInspectors()
}
