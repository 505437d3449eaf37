/** 截止模式: the office says how long before its deadline heavy work waits, or lifts it. */
import { setDeadlineMode } from '#contract/operations/campaigns'
import { command, done } from '../handler'

export const setDeadlineModeCommand = command(setDeadlineMode, async ({ params, body }, { tx, record }) => {
  await tx.rows(`UPDATE campaigns SET deadline_mode_minutes = $2 WHERE id = $1`, [params.campaignId, body.minutes])
  record({ chain: params.campaignId, act: 'deadlineMode.set', subject: { kind: 'campaign', id: params.campaignId }, data: { minutes: body.minutes } })
  await tx.rows(`SELECT pg_notify('xuanshu_jobs', '')`)
  return done({})
})
