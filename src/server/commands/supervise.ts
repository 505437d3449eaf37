/** 纪检监督: counts again, samples by lot and seals the own report. Each is an entry of the ledger, and nothing else changes by it. */
import { randomBytes } from 'node:crypto'
import { drawSampled, fixSample, noteSample, replayCount, sealReport } from '#contract/operations/supervision'
import { hashOf } from '#core/kernel/canonical'
import { finding, type Finding } from '#core/kernel/finding'
import { replayRound } from '#core/ledger/replay'
import { commitmentOf, seedOf } from '#core/review/jury/draw-terms'
import { drawSample, sampledNames, samplePlanHash } from '#core/supervision/sample'
import { absent, command, done, refusedBy } from '../handler'
import { newId } from '../ids'
import { buildRecord } from '../queries/ledger'
import { lockSample, poolOf, readSampleNotes, readSampleRows } from '../store/samples'
import { buildReport } from '../supervision-report'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `sample.${code}`, rule: null, what, mend })

export const replayCountCommand = command(replayCount, async ({ params: { campaignId }, body }, { tx, record }) => {
  await tx.rows(`SELECT 1 FROM rounds WHERE campaign_id = $1 FOR SHARE`, [campaignId])
  const built = await buildRecord(tx, campaignId)
  const replay = replayRound(built, body.roundId)
  if (replay === null) throw absent()
  record({ chain: campaignId, act: 'count.replayed', subject: { kind: 'round', id: body.roundId }, data: { equal: replay.equal, count: replay.code.again, position: built.entries.length } })
  return done({ content: Buffer.from(JSON.stringify(built)), mediaType: 'application/json; charset=utf-8', fileName: `xuanshu-record-${campaignId}.json`, inline: false })
})

export const fixSampleCommand = command(fixSample, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, services, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  const pool = await poolOf(tx, campaignId, body.what)
  const name = sampledNames[body.what]
  if (pool.length === 0) return refusedBy([no('nothing', [`还没有可抽查的${name.zh}`, `There are no ${name.en} to sample yet`], ['有了以后再抽。', 'Sample when there are some.'])])
  if (body.size > pool.length) return refusedBy([no('tooMany', [`${name.zh}共 ${pool.length} 件，不够抽 ${body.size} 件`, `There are ${pool.length} ${name.en}, fewer than ${body.size}`], [`请填 1 到 ${pool.length}。`, `Enter 1 to ${pool.length}.`])])
  if ((await readSampleRows(tx, campaignId)).some((s) => s.what === body.what && s.drawnAt === null)) return refusedBy([no('waiting', [`已经固定过一次${name.zh}的抽查，还没有抽`, `A sampling of ${name.en} was fixed and not drawn yet`], ['请先抽完那一次。', 'Draw that one first.'])])
  const [sampleId, secret] = [newId(), randomBytes(32).toString('hex')]
  const [commitment, plan] = [commitmentOf(secret), samplePlanHash({ what: body.what, pool, size: body.size })]
  await tx.rows(`INSERT INTO samples (id, campaign_id, what, size, pool, plan_hash, commitment, sealed_secret, fixed_by, fixed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0))`,
    [sampleId, campaignId, body.what, body.size, JSON.stringify(pool), plan, commitment, services.keys.seal(Buffer.from(secret)), actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'sample.seedFixed', subject: { kind: 'sample', id: sampleId }, data: { what: body.what, size: body.size, pool: pool.length, plan, commitment } })
  return done({ sampleId, commitment })
})

export const drawSampledCommand = command(drawSampled, async ({ params: { campaignId, sampleId }, body }, c) => {
  const { tx, services, record } = c
  const row = await lockSample(tx, campaignId, sampleId)
  if (row === undefined) throw absent()
  if (row.sealedSecret === null) return refusedBy([no('drawn', ['已经抽过', 'It was drawn already'], ['请看抽出的清单；要再抽，另外固定一次，两次都留在台账上。', 'See the list; to draw again fix another one: both stay on the ledger.'])])
  const secret = services.keys.open(row.sealedSecret).toString()
  const drawn = drawSample(row, seedOf(secret, body.word))
  await tx.rows(`UPDATE samples SET sealed_secret = NULL, secret = $2, word = $3, drawn = $4, drawn_at = to_timestamp($5 / 1000.0) WHERE id = $1`, [sampleId, secret, body.word, JSON.stringify(drawn), await c.now()])
  record({ chain: campaignId, act: 'sample.drawn', subject: { kind: 'sample', id: sampleId }, data: { what: row.what, secret, word: body.word, drawn } })
  return done({})
})

export const noteSampleCommand = command(noteSample, async ({ params: { campaignId, sampleId }, body }, c) => {
  const { tx, actor, record } = c
  const row = await lockSample(tx, campaignId, sampleId)
  if (row === undefined || row.drawn?.includes(body.item) !== true) throw absent()
  if (body.verdict === 'doubtful' && body.words.length < 2) return refusedBy([no('noWords', ['有疑问的，没有写疑问在哪里', 'It is doubtful, and nothing says why'], ['请写明。', 'Say what is doubtful.'])])
  const held = (await readSampleNotes(tx, campaignId)).find((n) => n.sampleId === sampleId && n.item === body.item)
  if (held !== undefined && held.verdict === body.verdict && held.words === body.words) return done({})
  await tx.rows(`INSERT INTO sample_notes (id, sample_id, item, verdict, words, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0))`, [newId(), sampleId, body.item, body.verdict, body.words, actor.accountId, await c.now()])
  // What was written may name people: it stays out of the ledger.
  record({ chain: campaignId, act: 'sample.noted', subject: { kind: 'sample', id: sampleId }, data: { item: body.item, verdict: body.verdict } })
  return done({})
})

export const sealReportCommand = command(sealReport, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR SHARE`, [campaignId])
  const content = { ...(await buildReport(tx, c.services, campaignId)), words: body.words }
  const [reportId, hash] = [newId(), hashOf(content)]
  await tx.rows(`INSERT INTO supervision_reports (id, campaign_id, content, hash, sealed_by, sealed_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`, [reportId, campaignId, JSON.stringify(content), hash, actor.accountId, await c.now()])
  record({ chain: campaignId, act: 'supervision.reportSealed', subject: { kind: 'report', id: reportId }, data: { hash } })
  return done({ reportId, hash })
})
