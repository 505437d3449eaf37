import { blocking, type Finding } from '#core/kernel/finding'
import { judgeContrast } from '#core/publicity/poster/judge'
import { sizeOf } from '#core/publicity/poster/sizes'
import { aboutPosters, judgePoster } from '../posters/about'
import { makePoster } from '../posters/make-poster'
import { posterName } from '../posters/archive'
import { artFiles, usedTemplate } from '../posters/used-template'
import { keepLacks, keepMade, nextPoster, postersOf } from '../store/posters'
import { bytesAreApart } from '../store/quarantine'
import type { Services } from '../services'
import type { Claimed, JobKind } from './kind'

type Brought = { readonly id: string; readonly file: { readonly sha256: string; readonly bytes: number } | null; readonly lacks: readonly Finding[] } | null
const setOf = (job: Claimed): string => (job.payload as { readonly setId: string }).setId

/** The next of a set, drawn while no transaction stands open. */
const draw = async (job: Claimed, services: Services): Promise<Brought> => {
  const next = await nextPoster(services.db, setOf(job))
  if (next === undefined) return null
  const about = await aboutPosters(services.db, services, next.campaignId, next.nominationId)
  const picture = about?.pictures.find((m) => m.id === next.mediaId)
  if (about === null || picture === undefined || (await bytesAreApart(services.db, picture.sha256))) return { id: next.id, file: null, lacks: judgeContrast(sizeOf(next.size), null) }
  const used = await usedTemplate(services.db, next)
  const p = about.poster(next.design, next.words, { template: used, crop: next.crop })
  const lacks = blocking([...about.against, ...judgePoster(about, p, [next.size], picture)])
  if (lacks.length > 0) return { id: next.id, file: null, lacks }
  const size = sizeOf(next.size)
  const made = await makePoster(p, size, await services.blobs.local(picture.sha256), posterName(next, size), await artFiles(services, used))
  return made.bytes === null ? { id: next.id, file: null, lacks: made.findings } : { id: next.id, file: await services.blobs.put(Buffer.from(made.bytes)), lacks: [] }
}

/** 海报, one a step. What was withdrawn between the drawing and its keeping is not kept. */
export const makePostersJob: JobKind<Brought> = {
  kind: 'makePosters',
  lane: 'files',
  heavy: true,
  takesTurns: true,
  outside: draw,
  async step(tx, job, _services, brought) {
    if (brought == null) return 0
    const next = (await postersOf(tx, [setOf(job)])).find((p) => p.id === brought.id)
    if (next === undefined || next.madeAt !== null || next.lacks !== null) return 0
    // The story's row: whoever withdraws it waits for this step, or this one sees it withdrawn.
    await tx.rows(`SELECT 1 FROM stories WHERE nomination_id = $1 FOR SHARE`, [next.nominationId])
    const now = (await postersOf(tx, [setOf(job)])).find((p) => p.id === brought.id)!
    if (brought.file !== null && now.withdrawnAt === null && now.cleared) await keepMade(tx, now.id, brought.file)
    else await keepLacks(tx, now.id, brought.lacks)
    return 1
  },
  async deed(tx, job) {
    const all = await postersOf(tx, [setOf(job)])
    if (all.length === 0) return null
    return { chain: all[0]!.campaignId, act: 'poster.made', subject: { kind: 'campaign', id: all[0]!.campaignId }, data: { set: setOf(job), posters: all.filter((p) => p.sha256 !== null).length, lacking: all.filter((p) => p.sha256 === null).length } }
  },
}
