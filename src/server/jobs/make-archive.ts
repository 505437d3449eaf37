import { finding, type Finding } from '#core/kernel/finding'
import { canonical } from '#core/kernel/canonical'
import { isSpoilt } from '../blobs/blobs'
import { diskFull } from '../blobs/disk-blobs'
import { failSent, markSent, readSent } from '../store/archives'
import { readUnitName } from '../store/mirrors'
import { definitionOfCampaign } from '../store/campaigns'
import { gather } from '../upward/gather'
import { identityOf } from '../upward/identity'
import { sentPath } from '../upward/places'
import { ArchiveTooLarge, SourceChanged, writeArchive, type WrittenArchive } from '../upward/write-archive'
import type { Services } from '../services'
import type { Claimed, JobKind } from './kind'

type Brought = { readonly kind: 'made'; readonly written: WrittenArchive } | { readonly kind: 'failed'; readonly findings: readonly Finding[] } | { readonly kind: 'over' }
const idOf = (job: Claimed): string => (job.payload as { readonly archiveId: string }).archiveId
const over: Brought = { kind: 'over' }

const make = async (services: Services, id: string): Promise<Brought> => {
  const a = await readSent(services.db, id)
  if (a === undefined || a.madeAt !== null || a.findings !== null || a.removedAt !== null || a.contentKey === null) return over
  const gathered = await gather(services, a)
  if (!gathered.ok) return { kind: 'failed', findings: gathered.findings }
  const definition = await definitionOfCampaign(services.db, services.definitions, a.campaignId)
  const unit = { id: a.unitId, name: await readUnitName(services.db, a.unitId) }
  try {
    const written = await writeArchive(sentPath(services, id), {
      kind: a.kind, id: a.id, madeAt: a.askedAt, fromName: await readUnitName(services.db, a.organisationId), campaign: { id: a.campaignId, name: definition.name, definition: definition.hash }, unit, items: a.nominations.length, sealing: a.sealing,
    }, identityOf(services.keys), services.keys.open(a.contentKey), gathered.sources, Buffer.from(canonical(gathered.list)))
    return { kind: 'made', written }
  } catch (error) {
    if (error instanceof ArchiveTooLarge) return { kind: 'failed', findings: [no('tooLarge', ['合起来太大，一个文件装不下', 'Together they are too large for one file'], ['请分几次导出，每次少选几人。', 'Export fewer at a time.'])] }
    if (error instanceof SourceChanged || isSpoilt(error)) return { kind: 'failed', findings: [no('damagedFile', ['有一份材料在存储里已经损坏', 'A file is damaged in the store'], ['请在材料页重新上传它，再导出。', 'Upload it once more, then export.'])] }
    if (diskFull(error)) return { kind: 'failed', findings: [no('diskFull', ['服务器磁盘满了', 'The disk of the server is full'], ['请管理员腾出空间，再导出。', 'Ask the operator to make room, then export.'])] }
    throw error
  }
}
const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `archive.${code}`, rule: null, strength: 'block', what, mend })

/** 报送包: written aside as a whole; cut off, it is written anew. */
export const makeArchive: JobKind<Brought> = {
  kind: 'makeArchive',
  lane: 'files',
  heavy: true,
  outside: (job, services) => make(services, idOf(job)),
  async step(tx, job, _services, made = over) {
    if (made.kind === 'made') await markSent(tx, idOf(job), { bytes: made.written.bytes, sha256: made.written.sha256, parts: made.written.envelope.parts.length })
    else if (made.kind === 'failed') await failSent(tx, idOf(job), made.findings)
    return 0
  },
  async deed(tx, job, made = over) {
    const a = await readSent(tx, idOf(job))
    if (a === undefined || made.kind !== 'made') return null
    return { chain: a.campaignId, act: 'archive.made', subject: { kind: 'campaign', id: a.campaignId }, data: { archive: a.id, by: a.accountId, nominations: [...a.nominations], sha256: made.written.sha256, bytes: made.written.bytes, sealed: a.sealing.to } }
  },
}
