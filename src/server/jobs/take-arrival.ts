import { finding, type Finding } from '#core/kernel/finding'
import type { Contents } from '#core/upward/contents'
import { isSpoilt } from '../blobs/blobs'
import type { Services } from '../services'
import { lockArrival, readArrivalRow, setRefused, setTaken, type Arrival } from '../store/archives'
import { adoptTemplates, takeCall, type AdoptedTemplates } from '../upward/take-call'
import { adoptParts, takeNominations, type Adopted } from '../upward/take-nominations'
import { forgetArrival } from '../upward/places'
import { takeAnswer } from '../upward/take-answer'
import type { Transaction } from '../store/database'
import { append } from '../store/ledger'
import type { Claimed, JobKind } from './kind'

type Brought = { readonly kind: 'over' | 'answer' } | { readonly kind: 'recommendation'; readonly adopted: Adopted } | { readonly kind: 'call'; readonly adopted: AdoptedTemplates } | { readonly kind: 'failed'; readonly findings: readonly Finding[] }
const idOf = (job: Claimed): string => (job.payload as { readonly arrivalId: string }).arrivalId
const over: Brought = { kind: 'over' }
export const contentsOf = ({ keys }: Pick<Services, 'keys'>, v: Arrival): Contents => JSON.parse(keys.open(v.contents!).toString()) as Contents

const bring = async (services: Services, id: string): Promise<Brought> => {
  const v = await readArrivalRow(services.db, id)
  // Asked once more after the step that took it in: its bytes are in the store or nobody's.
  if (v?.state === 'taken' || v?.state === 'refused') await forgetArrival(services, v.id)
  if (v === undefined || v.state !== 'taking') return over
  const contents = contentsOf(services, v)
  try {
    if (contents.kind === 'recommendation') return { kind: 'recommendation', adopted: await adoptParts(services, v, contents) }
    return contents.kind === 'call' ? { kind: 'call', adopted: await adoptTemplates(services, v, contents) } : { kind: 'answer' }
  } catch (error) {
    // Its opened parts are gone, as after a restore of the database alone.
    if (isSpoilt(error) || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return { kind: 'failed', findings: [finding({ code: 'arrival.filesGone', rule: null, strength: 'block', what: ['打开过的文件不在服务器上了', 'The opened files are no longer on the server'], mend: ['请重新导入原文件。', 'Bring the file in once more.'] })] }
    throw error
  }
}

const take = async (tx: Transaction, services: Services, v: Arrival, brought: Brought): Promise<void> => {
  const contents = contentsOf(services, v)
  const by = { account: v.takenById!, organisation: v.organisationId }
  const campaignId = v.envelope!.campaign.id
  if (contents.kind === 'recommendation' && brought.kind === 'recommendation') {
    const { counts, findings } = await takeNominations(tx, services, v, contents, brought.adopted, by)
    await setTaken(tx, v.id, by.account, counts, campaignId, findings)
    append(tx, { chain: campaignId, act: 'arrival.taken', subject: { kind: 'campaign', id: campaignId }, data: { arrival: v.id, archive: v.sha256, unit: v.envelope!.unit.id, ...counts } }, { account: by.account, role: 'office', organisation: by.organisation })
  } else if (contents.kind === 'call' && brought.kind === 'call') {
    const { isNew, findings } = await takeCall(tx, v, contents, brought.adopted, by)
    if (findings.length > 0) await setRefused(tx, v.id, v.sha256, findings)
    else await setTaken(tx, v.id, by.account, { created: isNew ? 1 : 0, updated: isNew ? 0 : 1, same: 0, refused: 0 }, campaignId, [])
  } else if (contents.kind === 'answer') await setTaken(tx, v.id, by.account, await takeAnswer(tx, v, contents, by), campaignId, [])
}

/** 导入: what was looked at is taken in, all of it in one transaction. */
export const takeArrival: JobKind<Brought> = {
  kind: 'takeArrival',
  lane: 'files',
  outside: (job, services) => bring(services, idOf(job)),
  async step(tx, job, services, brought = over) {
    const v = await lockArrival(tx, idOf(job))
    if (v === undefined || v.state !== 'taking' || brought.kind === 'over') return 0
    if (brought.kind === 'failed') await setRefused(tx, v.id, v.sha256, brought.findings)
    else await take(tx, services, v, brought)
    return 1
  },
}
