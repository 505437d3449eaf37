/** 材料打包: asked for here, made by a job. Who took whole dossiers out, and when, stands in the ledger before the first byte is copied. */
import { rm } from 'node:fs/promises'
import { packageCampaign, packageNomination, removePackage } from '#contract/operations/packages'
import { finding } from '#core/kernel/finding'
import { packageName } from '#core/package/layout'
import { absent, command, done, refusedBy, type CommandContext } from '../handler'
import { newId } from '../ids'
import { packagePath } from '../packages/write-package'
import { definitionOfCampaign } from '../store/campaigns'
import { enqueue } from '../store/jobs'
import { insertPackage, listOwnPackages, markRemoved, materialBytes, nominationsFor, readOwnPackage, stateOf, type Which } from '../store/packages'
import { readNominationRow } from '../store/nominations'

/** Each copies whole dossiers: more at once would only wait for each other. */
const MOST_UNDER_WAY = 3

interface Order { readonly campaignId: string; readonly which: Which; readonly nominationIds: readonly string[]; readonly candidate: { readonly id: string; readonly name: string } | null }

/** Also of certificates, which are made and copy no material. */
export const askPackage = async ({ campaignId, which, nominationIds, candidate }: Order, { tx, services, actor, record }: CommandContext) => {
  const underWay = (await listOwnPackages(tx, { campaignId, ...actor })).filter((p) => stateOf(p) === 'waiting' || stateOf(p) === 'making')
  if (underWay.length >= MOST_UNDER_WAY) return refusedBy([finding({ code: 'package.underWay', rule: null, what: [`已有 ${underWay.length} 个材料包在做`, `${underWay.length} packages are being made already`], mend: ['等做好一个再打下一个。', 'Wait until one is ready.'] })])
  if (nominationIds.length === 0) return refusedBy([finding({ code: 'package.empty', rule: null, ...(which === 'certificates' ? { what: ['没有有效的证书可以打包', 'There is no valid certificate to package'] as const, mend: ['授予荣誉后再打包。', 'Come back when honours were given.'] as const } : { what: ['还没有可以打包的推荐', 'There is no nomination to package yet'] as const, mend: ['有推荐报送后再打包。', 'Come back when nominations were submitted.'] as const }) })])
  const definition = await definitionOfCampaign(tx, services.definitions, campaignId)
  const packageId = newId()
  const jobId = await enqueue(tx, { kind: 'makePackage', campaignId, payload: { packageId }, total: nominationIds.length })
  await insertPackage(tx, {
    id: packageId, jobId, campaignId, which, nominationId: candidate?.id ?? null, accountId: actor.accountId, organisationId: actor.organisationId, nominationIds,
    fileName: packageName({ what: which === 'certificates' ? '荣誉证书' : '推荐材料', campaign: definition.name.zh, candidate: candidate?.name ?? null, count: nominationIds.length }), contentBytes: which === 'certificates' ? 0 : await materialBytes(tx, nominationIds),
  })
  record({ chain: campaignId, act: 'package.asked', subject: candidate === null ? { kind: 'campaign', id: campaignId } : { kind: 'nomination', id: candidate.id }, data: { package: packageId, which, nominations: nominationIds.length } })
  return done({ packageId })
}

export const packageNominationCommand = command(packageNomination, async ({ params }, context) => {
  const row = await readNominationRow(context.tx, params.nominationId)
  if (row === undefined) throw absent()
  return askPackage({ campaignId: row.campaignId, which: 'one', nominationIds: [row.id], candidate: { id: row.id, name: row.candidateName } }, context)
})

export const packageCampaignCommand = command(packageCampaign, async ({ params: { campaignId }, body }, context) => {
  const { tx, actor } = context
  const which = actor.role === 'office' ? body.which : 'own'
  return askPackage({ campaignId, which, nominationIds: (await nominationsFor(tx, campaignId, which, actor.organisationId)).map((n) => n.id), candidate: null }, context)
})

/** Sooner than its time: who has it does not need it to lie there. */
export const removePackageCommand = command(removePackage, async ({ params: { campaignId, packageId } }, { tx, services, actor, record }) => {
  const p = await readOwnPackage(tx, packageId, { campaignId, ...actor })
  if (p === undefined || p.removedAt !== null) throw absent()
  await markRemoved(tx, packageId)
  const { place } = record({ chain: campaignId, act: 'package.removed', subject: p.nominationId === null ? { kind: 'campaign', id: campaignId } : { kind: 'nomination', id: p.nominationId }, data: { package: packageId } })
  // Once that stands, the file goes; left by a process that dies in between, it goes at the next tidying.
  return done(place.then(async () => { await rm(packagePath(services, packageId), { force: true }); return {} }))
})
