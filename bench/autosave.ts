/** 边填边存: a part of the form saved by 8 callers, each in a draft of its own. */
import { readyToSubmit, type Job } from '../test/server/copies'
import { measureSaves } from './saves'
import { openStage } from './stage'

const AT = 8

let jobs: Job[] = []
const stage = await openStage(async (db, one) => {
  jobs = await readyToSubmit(db, one, AT)
  await db.rows(`UPDATE memberships SET role = 'unitClerk' WHERE role = 'unitApprover' AND organisation_id = ANY(SELECT unit_id FROM nominations WHERE id = ANY($1))`, [jobs.map((j) => j.nominationId)])
  await db.rows(`UPDATE nominations SET state = 'draft' WHERE id = ANY($1)`, [jobs.map((j) => j.nominationId)])
  await db.rows('VACUUM ANALYZE')
})
const versions = new Map(jobs.map((j) => [j, stage.one.version]))
const bodyOf = (version: number, i: number) => JSON.stringify({ version, fields: { mainDeeds: `第 ${i} 次保存：${'在急诊一线工作，带出一支队伍。'.repeat(20)}`, post: `主任医师 ${i}` } })
await measureSaves(stage, {
  title: `autosave of two fields of a complete form, ${AT} callers`, own: jobs, calls: 3000 * Number(process.argv[3] ?? 1), goal: { cpu: 1.9, perSecond: 980 }, bodyOf: (i) => bodyOf(1, i),
  save: async (caller, job, i) => {
    const r = await caller.patch(`/api/nominations/${job.nominationId}`, { cookie: `xuanshu_session=${job.token}` }, bodyOf(versions.get(job)!, i))
    if (r.status !== 200) throw new Error(`${r.status} ${r.body}`)
    versions.set(job, (JSON.parse(r.body) as { version: number }).version)
    return r.body.length
  },
})
