import { rm } from 'node:fs/promises'
import { setAsking, setReady, setRefused, lockArrival, readArrivalRow } from '../store/archives'
import { noteInstallation } from '../store/other-installations'
import { arrivedPath } from '../upward/places'
import { readArrival as read, type ReadOutcome } from '../upward/read-arrival'
import type { Claimed, JobKind } from './kind'

const idOf = (job: Claimed): string => (job.payload as { readonly arrivalId: string }).arrivalId
const over: ReadOutcome = { kind: 'over' }

/** A file that came in is looked at from without and from within; it takes a while, and no transaction waits for it. */
export const readArrival: JobKind<ReadOutcome> = {
  kind: 'readArrival',
  lane: 'files',
  async outside(job, services, signal) {
    const v = await readArrivalRow(services.db, idOf(job))
    // Asked once more after it was opened: what it was made of lies in its parts.
    if (v?.state === 'ready') await rm(arrivedPath(services, v.id), { force: true })
    return v === undefined || v.state !== 'reading' ? over : read(services, v, signal)
  },
  async step(tx, job, services, brought = over) {
    const v = await lockArrival(tx, idOf(job))
    if (v === undefined || v.state !== 'reading' || brought.kind === 'over') return 0
    if (brought.kind === 'refused') { await setRefused(tx, v.id, brought.sha256, brought.findings); return 0 }
    const { envelope, unitId } = brought
    const installationId = await noteInstallation(tx, { organisationId: v.organisationId, name: envelope.from.name, keys: envelope.from.keys, unitId })
    if (brought.kind === 'asks') await setAsking(tx, v.id, brought.what === 'sender' ? 'asksSender' : 'asksWords', { ...brought.soFar, installationId })
    else await setReady(tx, v.id, { ...brought.soFar, installationId, contents: services.keys.seal(Buffer.from(JSON.stringify(brought.contents))), facts: brought.facts })
    return brought.kind === 'ready' ? 1 : 0
  },
  /** What was refused is on record, with nothing of what it held. */
  async deed(tx, job, brought = over) {
    const v = await readArrivalRow(tx, idOf(job))
    if (v === undefined || brought.kind !== 'refused') return null
    return { chain: v.organisationId, act: 'arrival.refused', subject: { kind: 'arrival', id: v.id }, data: { why: brought.findings.map((f) => f.code), ...(brought.sha256 === null ? {} : { sha256: brought.sha256 }) } }
  },
}
