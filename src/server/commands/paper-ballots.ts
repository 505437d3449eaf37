import { countPapers, enterPaper, finishPapers, printPaperBallots, settlePaper } from '#contract/operations/paper-ballots'
import { finding, type Finding } from '#core/kernel/finding'
import { sayGroupLimits } from '#core/review/group-limits'
import { nameOfGroup } from '#core/review/groups'
import { checkCounts, differencesOf, enteredHash, type PaperEntry } from '#core/review/paper'
import { paperBallotsPdf } from '#documents/paper-ballots'
import { ballotStep, seal } from '../ballot-seal'
import { shownName } from '../blind'
import { absent, command, done, refusedBy, type CommandContext, type Input } from '../handler'
import { normaliseCode, readableCode } from '../ids'
import { openOne } from '../open-rounds'
import { shuffled } from '../shuffled'
import { definitionOfCampaign } from '../store/campaigns'
import { compareReadings, readCounters, readEntered, readPaperRound, standingOf, type Slot } from '../store/paper-rounds'
import { readCandidateIds, readRoundCandidates, readRoundJurors, type RoundRow } from '../store/rounds'

const no = (round: RoundRow, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `paper.${code}`, strength: 'block', rule: round.rule, what, mend })
/** An open round on paper, under its lock; others have none of this. */
const onPaper = async (c: CommandContext, roundId: string): Promise<RoundRow> => {
  const round = await openOne(c, roundId)
  if (round.rule.paper !== true) throw absent()
  return round
}
const notPrinted = (round: RoundRow) => refusedBy([no(round, 'notPrinted', ['还没有印选票', 'No ballots are printed yet'], ['请秘书先打印纸质选票。', 'Let the secretary print them first.'])])
const subject = (round: RoundRow) => ({ kind: 'round', id: round.id })
/** AAAA-BBBB, however it was typed; what was never printed is no paper of this round. */
const paperOf = async (c: CommandContext, round: RoundRow, typed: string): Promise<string | undefined> => {
  const plain = normaliseCode(typed)
  const code = plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : typed
  return (await c.tx.row<{ code: string }>(`SELECT code FROM paper_ballots WHERE round_id = $1 AND code = $2`, [round.id, code]))?.code
}
const unknown = (round: RoundRow, typed: string): Finding => no(round, 'unknownCode', [`没有印过编号 ${typed} 的选票`, `No ballot ${typed} was printed`], ['请对照票上的编号重新输入；票上的编号确实不在其中的，不是本轮的选票，另行封存。', 'Compare the code on the paper; if it is so, it is no ballot of this round: set it apart.'])

export const printPaperBallotsCommand = command(printPaperBallots, async ({ params, body }, c) => {
  const round = await onPaper(c, params.roundId)
  const before = await readPaperRound(c.tx, round.id)
  if (before !== undefined && !body.again) return refusedBy([no(round, 'printed', [`已经印过 ${before.printed} 张`, `${before.printed} are printed already`], ['确实要重印的，选“重印”：先印的全部作废，请先销毁。', 'If it must be, print again: those before are void; destroy them first.'])])
  if (before?.issued != null) return refusedBy([no(round, 'issued', ['已经登记发出和收回，不能再印', 'How many were issued is entered: nothing is printed any more'], ['请继续录入。', 'Go on entering.'])])
  const named = round.rule.ballot === 'named'
  const seats = (await readRoundJurors(c.tx, round.id)).filter((j) => j.dropped === null)
  const at = await c.now()
  await c.tx.rows(`DELETE FROM paper_entries WHERE round_id = $1`, [round.id])
  await c.tx.rows(`DELETE FROM paper_ballots WHERE round_id = $1`, [round.id])
  await c.tx.rows(`INSERT INTO paper_rounds (round_id, printed_by, printed_at) VALUES ($1, $2, to_timestamp($3 / 1000.0)) ON CONFLICT (round_id) DO UPDATE SET printed_by = $2, printed_at = to_timestamp($3 / 1000.0), printings = paper_rounds.printings + 1`, [round.id, c.actor.accountId, at])
  const papers = seats.map((j) => ({ code: readableCode(2), juror: named ? j : null }))
  // In the order of the codes: that of the seats is in neither table nor paper.
  const sorted = named ? papers : shuffled(papers)
  await c.tx.rows(`INSERT INTO paper_ballots (round_id, code, account_id) SELECT $1, p.code, p.juror FROM unnest($2::text[], $3::uuid[]) p(code, juror)`, [round.id, sorted.map((p) => p.code), sorted.map((p) => p.juror?.accountId ?? null)])
  const definition = await definitionOfCampaign(c.tx, c.services.definitions, round.campaignId)
  const candidates = (await readRoundCandidates(c.tx, round.id)).toSorted((x, y) => x.ordinal - y.ordinal).map((k) => shownName(round.rule, k))
  const content = await paperBallotsPdf({ campaign: definition.name.zh, round: round.rule.name.zh, secret: !named, inGroups: sayGroupLimits(round.rule)?.zh ?? '', maxApprovals: round.rule.maxApprovals, exact: round.rule.exactApprovals ?? null, against: round.rule.marks?.against === true, writeIn: round.rule.marks?.writeIn === true, printing: (before?.printings ?? 0) + 1, candidates: candidates.map((k) => ({ name: k.candidateName, unit: k.group === null ? k.unitName : `${nameOfGroup(round.rule, k.group).zh}　${k.unitName}` })), papers: sorted.map((p) => ({ code: p.code, juror: p.juror?.personName ?? '' })) })
  c.record({ chain: round.campaignId, act: 'paperBallots.printed', subject: subject(round), data: { count: papers.length, again: before !== undefined } })
  return done({ content, mediaType: 'application/pdf', fileName: `选票-${round.rule.name.zh}.pdf`, inline: false })
})

export const countPapersCommand = command(countPapers, async ({ params, body }, c) => {
  const round = await onPaper(c, params.roundId)
  if (await readPaperRound(c.tx, round.id) === undefined) return notPrinted(round)
  const findings = checkCounts(round.rule, await standingOf(c.tx, c.services.roundKeys, round), body)
  if (findings.length > 0) return refusedBy(findings)
  await c.tx.rows(`UPDATE paper_rounds SET issued = $2, returned = $3, scrutineers = $4, counted_by = $5, counted_at = product_time() WHERE round_id = $1`, [round.id, body.issued, body.returned, body.scrutineers, c.actor.accountId])
  c.record({ chain: round.campaignId, act: 'paperBallots.counted', subject: subject(round), data: { issued: body.issued, returned: body.returned } })
  return done({})
})

/** The slot of whoever enters: the first takes A, the next B, a third none. */
const ownSlot = async (c: CommandContext, round: RoundRow): Promise<{ slot: Slot; done: boolean } | Finding> => {
  const counters = await readCounters(c.tx, round.id)
  const own = counters.find((k) => k.accountId === c.actor.accountId)
  if (own !== undefined) return { slot: own.slot, done: own.finishedAt !== null }
  const free = (['A', 'B'] as const).find((s) => !counters.some((k) => k.slot === s))
  if (free === undefined) return no(round, 'twoAlready', [`已经由 ${counters.map((k) => k.name).join('、')} 两人录入`, 'Two persons are entering already'], ['要换人的，请他们录完。', 'Let them finish.'])
  await c.tx.rows(`INSERT INTO paper_counters (round_id, slot, account_id) VALUES ($1, $2, $3)`, [round.id, free, c.actor.accountId])
  return { slot: free, done: false }
}
type Read = NonNullable<Input<typeof enterPaper>['body']['read']>
const entryOf = ({ approvals, against, writeIns, spoilt }: Read): PaperEntry => ({ approvals, ...(against !== undefined && { against }), ...(writeIns !== undefined && { writeIns }), ...(spoilt !== undefined && { spoilt }) })
const unread = (round: RoundRow, candidates: readonly string[], e: PaperEntry): Finding[] => ([...e.approvals, ...(e.against ?? [])].every((id) => candidates.includes(id)) ? [] : [no(round, 'unknown', ['录入的人选不在本轮', 'Somebody was entered who is not in this round'], ['页面可能是旧的，请刷新。', 'Reload the page.'])])

/** As it stands on the paper, also what makes it invalid: that is for the count to say. */
export const enterPaperCommand = command(enterPaper, async ({ params, body }, c) => {
  const round = await onPaper(c, params.roundId)
  const paper = await readPaperRound(c.tx, round.id)
  if (paper === undefined) return notPrinted(round)
  if (paper.issued === null) return refusedBy([no(round, 'notCounted', ['还没有登记发出和收回的张数', 'How many came back is not entered yet'], ['请监票人先清点，秘书登记后再录入。', 'Let the scrutineers count first.'])])
  const slot = await ownSlot(c, round)
  if ('code' in slot) return refusedBy([slot])
  if (slot.done) return refusedBy([no(round, 'done', ['您已经录完', 'You have said that all are entered'], ['要改的，先重新打开自己的录入。', 'Open your reading again first.'])])
  const code = await paperOf(c, round, body.code)
  if (code === undefined) return refusedBy([unknown(round, body.code)])
  if (body.read === null) await c.tx.rows(`DELETE FROM paper_entries WHERE round_id = $1 AND slot = $2 AND code = $3`, [round.id, slot.slot, code])
  else {
    const candidates = await readCandidateIds(c.tx, round.id)
    const findings = unread(round, candidates, entryOf(body.read))
    if (findings.length > 0) return refusedBy(findings)
    if (!body.change && await c.tx.row(`SELECT 1 FROM paper_entries WHERE round_id = $1 AND slot = $2 AND code = $3`, [round.id, slot.slot, code]) !== undefined) return refusedBy([no(round, 'enteredAlready', [`您已经录过 ${code}`, `You have entered ${code} already`], ['请核对票上的编号；要改这一张的，在下面的名单里按“改”。', 'Compare the code on the paper; to change this one, press “Change” in the list below.'])])
    await c.tx.rows(`INSERT INTO paper_entries (round_id, slot, code, sealed, entered_at) VALUES ($1, $2, $3, $4, product_time()) ON CONFLICT (round_id, slot, code) DO UPDATE SET sealed = $4, entered_at = product_time()`, [round.id, slot.slot, code, seal(round.publicKey, entryOf(body.read), ballotStep(round.rule, candidates.length))])
  }
  return done({ slot: slot.slot })
})

export const finishPapersCommand = command(finishPapers, async ({ params, body }, c) => {
  const round = await onPaper(c, params.roundId)
  const own = (await readCounters(c.tx, round.id)).find((k) => k.accountId === c.actor.accountId)
  if (own === undefined) throw absent()
  if (!body.done) {
    if (await c.tx.row(`SELECT 1 FROM paper_settled WHERE round_id = $1 LIMIT 1`, [round.id]) !== undefined) return refusedBy([no(round, 'settledSome', ['已经对照原票定过，不能重新打开', 'Something was settled over the papers: nothing is opened again'], ['不一致的，请逐张对照原票。', 'Settle what differs over the papers.'])])
    await c.tx.rows(`UPDATE paper_counters SET finished_at = NULL WHERE round_id = $1 AND slot = $2`, [round.id, own.slot])
    c.record({ chain: round.campaignId, act: 'paperBallots.reopened', subject: subject(round), data: { slot: own.slot } })
    return done({})
  }
  const [paper, entered] = [(await readPaperRound(c.tx, round.id))!, await readEntered(c.tx, c.services.roundKeys, round, own.slot)]
  if (entered.size !== paper.returned) return refusedBy([no(round, 'notAllEntered', [`收回 ${paper.returned} 张，您录入了 ${entered.size} 张`, `${paper.returned} came back, you entered ${entered.size}`], ['请补录；张数清点有误的，请秘书改正。', 'Enter the rest; if the number is wrong, let the secretary mend it.'])])
  await c.tx.rows(`UPDATE paper_counters SET finished_at = product_time() WHERE round_id = $1 AND slot = $2`, [round.id, own.slot])
  c.record({ chain: round.campaignId, act: 'paperBallots.entered', subject: subject(round), data: { slot: own.slot, count: entered.size, entered: enteredHash(entered) } })
  return done({})
})

export const settlePaperCommand = command(settlePaper, async ({ params, body }, c) => {
  const round = await onPaper(c, params.roundId)
  const counters = await readCounters(c.tx, round.id)
  if (counters.filter((k) => k.finishedAt !== null).length < 2) throw absent()
  const code = await paperOf(c, round, body.code)
  const { a, b } = await compareReadings(c.tx, c.services.roundKeys, round)
  if (code === undefined || !differencesOf(a, b).some((d) => d.code === code)) throw absent()
  const candidates = await readCandidateIds(c.tx, round.id)
  const findings = body.read === null ? [] : unread(round, candidates, entryOf(body.read))
  if (findings.length > 0) return refusedBy(findings)
  await c.tx.rows(`INSERT INTO paper_settled (round_id, code, sealed, settled_by, settled_at) VALUES ($1, $2, $3, $4, product_time()) ON CONFLICT (round_id, code) DO UPDATE SET sealed = $3, settled_by = $4, settled_at = product_time()`, [round.id, code, seal(round.publicKey, { read: body.read === null ? null : entryOf(body.read) }, ballotStep(round.rule, candidates.length)), c.actor.accountId])
  c.record({ chain: round.campaignId, act: 'paperBallots.settled', subject: subject(round), data: { ballot: code } })
  return done({})
})
