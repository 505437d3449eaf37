/** 删除个人信息 (PIPL 47): asked by the person, or by the unit on the person's behalf. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { eraseRecord, lookAtErasure } from '#contract/operations/erasure'
import { finding } from '#core/kernel/finding'
import type { GoesKind, StaysKind } from '#core/nomination/erasure'
import { command, done, query, refusedBy } from '../handler'
import { newId } from '../ids'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { aboutPerson, countOf, eraseAccount, eraseNominations, eraseRecords, noteErasure, type About, type Gone } from '../store/erasures'

interface Told { readonly about: About; readonly goes: { kind: GoesKind; n: number }[]; readonly stays: { kind: StaysKind; n: number | null }[]; readonly seen: string }
const tell = async (q: Queries, nominationId: string, lock: boolean): Promise<Told> => {
  const about = await aboutPerson(q, nominationId, lock)
  const { files, leads } = await countOf(q, about.drafts.map((d) => d.id))
  const { submitted, honour, apart, offline } = about.stays
  const accountGoes = about.account !== null && submitted + offline === 0
  const all: [GoesKind, number][] = [['drafts', about.drafts.length], ['files', files], ['records', about.records.length], ['leads', leads], ['account', accountGoes ? 1 : 0]]
  const goes = all.filter(([, n]) => n > 0).map(([kind, n]) => ({ kind, n }))
  const kept: [StaysKind, number][] = [['submitted', submitted], ['honour', honour], ['apart', apart], ['offline', offline], ['account', about.account !== null && !accountGoes ? 1 : 0]]
  return { about, goes, stays: [...kept.filter(([, n]) => n > 0).map(([kind, n]) => ({ kind, n })), { kind: 'ledger', n: null }, { kind: 'backups', n: null }], seen: goes.map(({ kind, n }) => `${kind} ${n}`).join(', ') }
}

export const lookAtErasureQuery = query(lookAtErasure, async ({ params }, { q }) => { const { goes, stays, seen } = await tell(q, params.nominationId, false); return { goes, stays, seen } })

export const eraseRecordCommand = command(eraseRecord, async ({ params, body }, { tx, services, actor, campaignId, record }) => {
  const { about, goes, seen } = await tell(tx, params.nominationId, true)
  if (seen !== body.seen) return refusedBy([finding({ code: 'erasure.changed', rule: null, what: ['要删除的内容刚有变化', 'What would be erased has just changed'], mend: ['请刷新页面，重新看过再删除。', 'Reload the page and look again.'] })])
  if (goes.length === 0) return refusedBy([finding({ code: 'erasure.nothing', rule: null, what: ['没有可以删除的内容', 'There is nothing that can be erased'], mend: ['留存的内容和理由见上。', 'What stays, and why, is said above.'] })])
  const ids = about.drafts.map((d) => d.id)
  const gone = await eraseNominations(tx, ids)
  await eraseRecords(tx, about.records)
  const accountGone = about.account !== null && goes.some((g) => g.kind === 'account') && (await eraseAccount(tx, about.account))
  const as = actor.role === 'candidate' ? 'person' : 'unit'
  await noteErasure(tx, { id: newId(), organisationId: actor.organisationId, as, by: actor.accountId, nominations: ids.length, records: about.records.length, files: gone.sums.length })
  await removeCopies(services, gone)
  // In the order of their ids: two who write into several ledgers never wait for each other.
  const chains = [...new Set([campaignId, ...about.drafts.map((d) => d.campaignId)])].toSorted()
  for (const chain of chains) {
    const own = about.drafts.filter((d) => d.campaignId === chain).map((d) => d.id)
    record({ chain, act: 'record.erased', subject: { kind: 'nomination', id: chain === campaignId ? params.nominationId : own[0]! }, data: { as, nominations: own, ...(chain === campaignId ? { records: about.records.length, files: gone.sums.length, account: accountGone } : {}) } })
  }
  return done({ accountGone: accountGone && as === 'person' })
})

/** What was drawn for looking, and what was still on its way. Both are made anew where they are needed after all. */
const removeCopies = async (services: Pick<Services, 'viewsDir' | 'stagingDir'>, gone: Gone): Promise<void> => {
  const views = await readdir(services.viewsDir).catch(() => [])
  const drawn = views.filter((file) => gone.sums.some((s) => file.startsWith(s))).map((file) => join(services.viewsDir, file))
  const staged = gone.uploads.flatMap((id) => [join(services.stagingDir, id), join(services.stagingDir, `${id}.json`)])
  for (const path of [...drawn, ...staged]) await rm(path, { force: true, recursive: true })
}
