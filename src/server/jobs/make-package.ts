import { writeSome } from '../packages/write-package'
import { readPackage, sumsOf } from '../store/packages'
import type { Claimed, JobKind } from './kind'

const idOf = (job: Claimed): string => (job.payload as { readonly packageId: string }).packageId

/** Whole dossiers as one zip. Cut off, it goes on behind the last dossier that was committed. */
export const makePackage: JobKind = {
  kind: 'makePackage',
  lane: 'files',
  heavy: true,
  takesTurns: true,
  async step(tx, job, services) {
    const p = await readPackage(tx, idOf(job))
    return p === undefined || p.madeAt !== null || p.failure !== null || p.removedAt !== null || p.isVoid ? 0 : writeSome(tx, p, services)
  },
  /** Its maker asked in an entry of their own; this one says what it came to. */
  async deed(tx, job) {
    const p = (await readPackage(tx, idOf(job)))!
    if (p.madeAt === null) return null
    const { files, bytes, lacking, nominations } = await sumsOf(tx, p.id)
    return { chain: p.campaignId, act: 'package.made', subject: p.nominationId === null ? { kind: 'campaign', id: p.campaignId } : { kind: 'nomination', id: p.nominationId }, data: { package: p.id, by: p.accountId, manifest: p.manifestSha256, nominations, files, bytes, lacking } }
  },
}
