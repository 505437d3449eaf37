import { stat } from 'node:fs/promises'
import { listPackages, packageFile } from '#contract/operations/packages'
import { KEPT_DAYS } from '#core/package/layout'
import { absent, query } from '../handler'
import { packagePath } from '../packages/write-package'
import { listOwnPackages, readLacking, readOwnPackage, stateOf, sumsOf, type PackageRow } from '../store/packages'

const failureOf = (p: PackageRow) => (stateOf(p) === 'failed' ? p.failure ?? 'unexpected' as const : null)

export const listPackagesQuery = query(listPackages, async ({ params }, { q, actor }) => {
  const own = await listOwnPackages(q, { campaignId: params.campaignId, ...actor })
  const lacking = await readLacking(q, own.map((p) => p.id))
  const names = new Map((await q.rows<{ id: string; name: string }>(`SELECT id, candidate_name AS name FROM nominations WHERE id = ANY($1)`, [own.flatMap((p) => p.nominationId ?? [])])).map((n) => [n.id, n.name]))
  return {
    keptDays: KEPT_DAYS,
    packages: await Promise.all(own.map(async (p) => ({
      id: p.id, nominationId: p.nominationId, candidateName: p.nominationId === null ? null : names.get(p.nominationId) ?? '', which: p.which, state: stateOf(p) as 'ready', askedAt: p.askedAt, fileName: p.fileName,
      nominations: { done: p.done, all: p.total }, content: { done: Math.min(p.writtenBytes, p.contentBytes), all: p.contentBytes }, bytes: p.madeAt === null ? 0 : p.endsAt, files: (await sumsOf(q, p.id)).files,
      manifest: p.manifestSha256, madeAt: p.madeAt, expiresAt: p.expiresAt, failure: failureOf(p), lacking: lacking.filter((l) => l.packageId === p.id).map(({ path, lack }) => ({ path, lack })),
    }))),
  }
})

export const packageFileQuery = query(packageFile, async ({ params: { campaignId, packageId } }, { q, services, actor }) => {
  const p = await readOwnPackage(q, packageId, { campaignId, ...actor })
  if (p === undefined || stateOf(p) !== 'ready') throw absent()
  const path = packagePath(services, p.id)
  const bytes = await stat(path).then((s) => s.size, () => null)
  // Removed by hand, or the disk is another: told like one whose time is over.
  if (bytes !== p.endsAt) throw absent()
  return { content: { path, bytes }, mediaType: 'application/zip', fileName: p.fileName, inline: false, tag: p.manifestSha256! }
})
