import { stat } from 'node:fs/promises'
import type { AnswerOf, Download } from '#contract/operation'
import { fingerprintPdf, listArrivals, readArrival, readIdentity } from '#contract/operations/arrivals'
import { fingerprintOf } from '#core/upward/fingerprint'
import { fingerprintSheet } from '#documents/fingerprint-sheet'
import { absent, query, type QueryContext } from '../handler'
import { listArrivalRows, readArrivalRow, type Arrival } from '../store/archives'
import { readUnitName } from '../store/mirrors'
import { listInstallations, readInstallation, type OtherInstallation } from '../store/other-installations'
import { identityOf } from '../upward/identity'
import { arrivedPath } from '../upward/places'
import { previewOf } from '../upward/preview'

type Shown = AnswerOf<typeof listArrivals>['arrivals'][number]
const installationShown = (i: OtherInstallation, accountId: string): NonNullable<Shown['installation']> => ({
  id: i.id, name: i.name, fingerprint: fingerprintOf(i.keys), unitId: i.unitId, unitName: i.unitName, seenAt: i.seenAt, lookedBy: i.lookedByName, mine: i.lookedBy === accountId, confirmedAt: i.confirmedAt, confirmedBy: i.confirmedByName, typed: i.typed, endedAt: i.endedAt,
})

export const readIdentityQuery = query(readIdentity, async (_, { q, services, actor }) => ({
  fingerprint: fingerprintOf(identityOf(services.keys).keys), installations: (await listInstallations(q, actor.organisationId)).map((i) => installationShown(i, actor.accountId)),
}))

export const fingerprintPdfQuery = query(fingerprintPdf, async (_, { q, services, actor }): Promise<Download> => {
  const { at } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const content = await fingerprintSheet({ office: await readUnitName(q, actor.organisationId), fingerprint: fingerprintOf(identityOf(services.keys).keys), at })
  return { content, mediaType: 'application/pdf', fileName: '平台指纹单.pdf', inline: true }
})

const shown = async ({ q, services, actor }: QueryContext, v: Arrival): Promise<Shown> => {
  const installation = v.installationId === null ? undefined : await readInstallation(q, v.installationId, v.organisationId)
  const received = v.state === 'receiving' ? await stat(arrivedPath(services, v.id)).then((s) => s.size, () => 0) : v.bytes
  const e = v.envelope
  return {
    id: v.id, name: v.name, bytes: v.bytes, received, state: v.state, begunAt: v.begunAt, by: v.by, kind: e?.kind ?? null, from: e?.from.name ?? null, campaign: e?.campaign.name ?? null, unit: e?.unit.name ?? null, madeAt: e?.madeAt ?? null, items: e?.items ?? 0, sha256: v.sha256,
    campaignId: v.campaignId, installation: installation === undefined ? null : installationShown(installation, actor.accountId), findings: v.findings as never, takenAt: v.takenAt, takenBy: v.takenBy, result: v.result,
  }
}

export const listArrivalsQuery = query(listArrivals, async (_, c) => ({ arrivals: await Promise.all((await listArrivalRows(c.q, c.actor.organisationId)).map((v) => shown(c, v))) }))

export const readArrivalQuery = query(readArrival, async ({ params }, c) => {
  const v = await readArrivalRow(c.q, params.arrivalId)
  if (v === undefined || v.organisationId !== c.actor.organisationId) throw absent()
  const { rows, call, results } = v.state === 'ready' ? await previewOf(c.q, c.services, v) : { rows: [], call: null, results: [] }
  return { arrival: await shown(c, v), rows: rows as never, call: call as never, results: results as never }
})
