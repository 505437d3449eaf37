/** The sheet a person signed, as the approver brings it: looked at and kept before the command that says what it is for. */
import type { Actor } from '#core/access/actor'
import type { Finding } from '#core/kernel/finding'
import { judgeSignedSheet } from '#core/publicity/signed-sheet'
import type { Stored } from './blobs/blobs'
import { absent, refusedBy, stopsAt, type Outcome } from './handler'
import { inspectBytes } from './inspection/inspect-bytes'
import type { Services } from './services'

/** Null: none was brought. Who answers for oneself brings none. @param none said where it is no sheet */
export const takeSignedSheet = async (services: Services, actor: Actor, paper: { readonly name: string; readonly base64: string } | null, none: Finding): Promise<Outcome<Stored | null>> => {
  if (paper === null) return { ok: true, value: null }
  if (actor.role === 'candidate') throw absent()
  const bytes = Buffer.from(paper.base64, 'base64')
  const against = judgeSignedSheet(await inspectBytes(bytes, paper.name), none)
  return stopsAt(against) ? refusedBy(against) : { ok: true, value: await services.blobs.put(bytes) }
}
