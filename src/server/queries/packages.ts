import { stat } from 'node:fs/promises'
import type { AnswerOf } from '#contract/operation'
import { listPackages, packageFile } from '#contract/operations/packages'
import { KEPT_DAYS } from '#core/package/layout'
import { absent, query } from '../handler'
import { packagePath } from '../packages/write-package'
import { heavyWorkWaits } from '../store/deadline-mode'
import type { Queries } from '../store/database'
import { listOwnPackages, readLacking, readOwnPackage, stateOf, sumsOf, type PackageRow } from '../store/packages'

const failureOf = (p: PackageRow) => (stateOf(p) === 'failed' ? p.failure ?? 'unexpected' as const : null)

const shown = async (q: Queries, p: PackageRow, candidateName: string | null): Promise<AnswerOf<typeof listPackages>['packages'][number]> => {
  const { files, lacking } = await sumsOf(q, p.id)
  return {
    id: p.id, nominationId: p.nominationId, candidateName, which: p.which, state: stateOf(p) as 'ready', askedAt: p.askedAt, fileName: p.fileName,
    nominations: { done: p.done, all: p.total }, content: { done: Math.min(p.writtenBytes, p.contentBytes), all: p.contentBytes }, bytes: p.madeAt === null ? 0 : p.endsAt, files,
    manifest: p.manifestSha256, madeAt: p.madeAt, expiresAt: p.expiresAt, failure: failureOf(p), lacking: { count: lacking, files: lacking === 0 ? [] : await readLacking(q, p.id) },
  }
}

export const listPackagesQuery = query(listPackages, async ({ params }, { q, actor }) => {
  const own = await listOwnPackages(q, { campaignId: params.campaignId, ...actor })
  const names = new Map((await q.rows<{ id: string; name: string }>(`SELECT id, candidate_name AS name FROM nominations WHERE id = ANY($1)`, [own.flatMap((p) => p.nominationId ?? [])])).map((n) => [n.id, n.name]))
  return {
    keptDays: KEPT_DAYS, waitsUntil: await heavyWorkWaits(q),
    packages: await Promise.all(own.map((p) => shown(q, p, names.get(p.nominationId ?? '') ?? null))),
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
