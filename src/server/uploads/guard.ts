/** 涉密: between reading a file and keeping it. What bears a marking never reaches the store that people are shown files from. */
import type { Facts } from '#core/materials/facts'
import { isMarked } from '#core/secrecy/find-markings'
import { markedText } from '#core/secrecy/say'
import { hashFile } from '../blobs/disk-blobs'
import { refuseAgainCommand, setApartCommand } from '../commands/quarantine'
import { perform } from '../handler'
import type { Services } from '../services'
import { knownBytes, mayBeKnown } from '../store/quarantine'
import type { UploadRow } from '../store/uploads'
import { setApart } from './apart'

/** The facts to go on with; null: it was set apart, or is known from before, and its upload is settled. */
export const guarded = async (services: Services, upload: UploadRow, campaignId: string, staged: string, facts: Facts): Promise<Facts | null> => {
  const marked = facts.kind === 'document' && isMarked(facts.markings)
  // Summed only where there is something to compare with: a film is long.
  if (!marked && !(await mayBeKnown(services.db, upload.bytes))) return facts
  const stored = await hashFile(staged)
  const known = await knownBytes(services.db, campaignId, stored.sha256)
  const params = { nominationId: upload.nominationId }
  if (known === 'held') {
    await perform(refuseAgainCommand, { params, query: {}, body: { upload, sha256: stored.sha256 } }, null, services)
    return null
  }
  if (!marked) return facts
  // Two persons found it to be no secret: its signs are no longer asked about.
  if (known === 'released') { const { markings: _, ...rest } = facts; return rest }
  const markings = (facts.markings ?? []).filter((m) => m.strength === 'block')
  await setApart(services, upload.id)
  await perform(setApartCommand, { params, query: {}, body: { upload, stored, markings, findings: markedText(upload.materialId, upload.name, markings) } }, null, services)
  return null
}
