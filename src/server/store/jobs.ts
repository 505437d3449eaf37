import { newId } from '../ids'
import type { Queries } from './database'

/** What is left to do after a commit: written in the same transaction as what it follows from, so that neither is without the other. */
export const enqueue = (tx: Queries, job: { readonly kind: string; readonly campaignId: string; readonly payload: object; readonly total: number }): Promise<string> => enqueueFor(tx, job)

/** The same, of work that belongs to no campaign. */
export const enqueueFor = async (tx: Queries, job: { readonly kind: string; readonly campaignId: string | null; readonly payload: object; readonly total: number }): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO jobs (id, kind, campaign_id, payload, total) VALUES ($1, $2, $3, $4, $5)`, [id, job.kind, job.campaignId, job.payload, job.total])
  await tx.rows(`SELECT pg_notify('xuanshu_jobs', '')`)
  return id
}

export interface JobRow { readonly id: string; readonly kind: string; readonly state: 'waiting' | 'running' | 'done' | 'failed'; readonly done: number; readonly total: number; readonly createdAt: number; readonly finishedAt: number | null }

/** The newest of a campaign first; the reading of scans, of which there are hundreds, is seen with each scan, packages and films by those who asked. */
export const listJobsOf = (q: Queries, campaignId: string): Promise<JobRow[]> => q.rows<JobRow>(
  `SELECT id, kind, state, done, total, created_at AS "createdAt", finished_at AS "finishedAt" FROM jobs WHERE campaign_id = $1 AND kind NOT IN ('readPaper', 'makePackage', 'convertFilm', 'releaseHeld', 'makeArchive', 'assignReadings', 'endPublicVote', 'publishStory', 'startNotice', 'makePosters') ORDER BY created_at DESC, id DESC LIMIT 20`, [campaignId])
