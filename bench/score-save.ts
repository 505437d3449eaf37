/** 评分保存: one candidate's score saved by 8 jurors at once, each in a sheet of its own. */
import { loadKeys } from '#server/keys'
import { join } from 'node:path'
import { putRound, type BenchRound } from './jury-stage'
import { measureSaves } from './saves'
import { openStage } from './stage'

const [AT, CANDIDATES] = [8, 300]

let round: BenchRound | null = null
const stage = await openStage(async (db, one, folder) => {
  round = await putRound(db, await loadKeys(join(folder, 'keys', 'master.key')), one, { candidates: CANDIDATES, jurors: AT })
  await db.rows('VACUUM ANALYZE')
})
const { roundId, candidates, jurors } = round!
const bodyOf = (i: number) => JSON.stringify({ points: [String(i % 101)], comment: i % 5 === 0 ? '事迹扎实，材料清楚（示例）。' : '' })
await measureSaves(stage, {
  title: `one score saved, ${AT} jurors at once, ${CANDIDATES} candidates`, own: jurors, calls: 3000 * Number(process.argv[3] ?? 1), goal: { cpu: 2, perSecond: 920 }, bodyOf,
  save: async (caller, juror, i) => {
    const r = await caller.post(`/api/rounds/${roundId}/candidates/${candidates[i % CANDIDATES]}/score`, { cookie: `xuanshu_session=${juror.token}` }, bodyOf(i))
    if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
    return r.body.length
  },
})
