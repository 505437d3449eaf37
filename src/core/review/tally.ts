/** One door to every way of counting: rule and box in, the whole result out; pure, so that server, page and verifier reach the same. */
import { hashOf } from '../kernel/canonical'
import type { Finding, Words } from '../kernel/finding'
import type { PublicPart } from '../rules/round-methods'
import type { RoundRule } from '../rules/round-terms'
import { onlyAssigned } from './assignment/readings'
import type { Ballot, BallotBox, Count } from './ballot-box'
import { ordered } from './count'
import { attendance, type Attendance } from './counting/attendance'
import { countApproval, sayApproval } from './counting/approval'
import { borda, moreBorda, sayBorda, type BordaRow } from './counting/borda'
import { betterGrades, graded, isValidGrades, sayGrades, type GradeRow } from './counting/grades'
import { instantRunoff, sayRunoff, type Decision, type RunoffResult } from './counting/instant-runoff'
import { placedIn } from './groups'
import { inGroupRung } from './in-group-votes'
import { placed, type Outcome, type Place, type Rung } from './counting/placement'
import { grouped, isValidRanking } from './counting/rankings'
import { compare, decimal, ratio, type Ratio } from './counting/ratio'
import { saySchulze, schulze, schulzeRows, type SchulzeResult, type SchulzeRow } from './counting/schulze'
import { isValidScore, sayScore, scored, type ScoreResult, type ScoreRow } from './counting/score'
import { joined, sayPublic, votesOf } from './counting/public-vote'
import { microOf, sayWeighted, sharesOf, weigh, weightsOf } from './counting/weighted'
import { sayTransfer, singleTransferable, type TransferResult } from './counting/single-transferable'
import { tallyFindings } from './tally-findings'
import { withoutVoided } from './voided'

/** Every row says who, at what rank, and what became of it. */
export interface Row { readonly candidate: string; readonly rank: number; readonly outcome: Outcome; readonly settledBy?: string; /** Of a round with places by group: the rank is within it. */ readonly group?: string }
interface Of<M extends string, R extends Row, D = object> extends Attendance { readonly method: M; readonly rows: readonly R[]; readonly detail: D }
export type Tally =
  | (Of<'approval', Count['rows'][number]> & Pick<Count, 'writeIns'>)
  | Of<'score', ScoreRow & Place, Omit<ScoreResult, 'rows'>>
  | Of<'grades', GradeRow & Place>
  | Of<'borda', BordaRow & Place>
  | Of<'schulze', SchulzeRow, SchulzeResult>
  | Of<'instantRunoff', Row, RunoffResult>
  | Of<'singleTransferable', Row, TransferResult>

/**
 * Counts a round by any method it can declare.
 * @param decisions of people, where an earlier count waited for them; they are kept with the result
 * @throws TypeError for a rule that does not say how it is counted; `roundFaults` refuses it before it opens
 */
export const tally = (rule: RoundRule, whole: BallotBox, decisions: readonly Decision[] = []): Tally => {
  const box = onlyAssigned(whole)
  if (rule.method === 'approval') return { method: 'approval', ...countApproval(rule, box), detail: {} }
  const known = new Set(box.candidates)
  const take = (valid: (b: Ballot) => boolean): { own: Ballot[]; head: Attendance } => {
    const own = withoutVoided(rule, box).filter(valid)
    return { own, head: attendance(rule, box, own.length) }
  }
  if (rule.method === 'score' && rule.grades !== undefined) {
    const t = rule.grades
    const { own, head } = take((b) => isValidGrades(t, known, b))
    const rows = graded(t, box.candidates, own).map((r) => ({ ...r, reached: r.readers > 0 }))
    return { method: 'grades', ...head, rows: placedIn(rule, box.groups, rows, betterGrades(t.order), inGroupRung(rule, box)), detail: {} }
  }
  if (rule.method === 'score' && rule.score !== undefined) {
    const t = rule.score
    const { own, head } = take((b) => isValidScore(t, known, b))
    const { rows: alone, ...detail } = scored(t, box.candidates, own)
    const weights = weightsOf(rule)
    const summed = weights === undefined ? alone : alone.map((r) => { const shares = sharesOf(rule, box.parts, r.candidate, r.raw); return { ...r, shares, weighted: shares === null ? null : weigh(weights, shares) } })
    const rows = rule.publicPart === undefined ? summed : withVotes(rule, rule.publicPart, box, summed)
    return { method: 'score', ...head, rows: placedIn(rule, box.groups, rows.map((r) => ({ ...r, reached: passes(rule, r) })), (a, b) => compare(figureOf(t.adjust !== undefined, b) ?? nothing, figureOf(t.adjust !== undefined, a) ?? nothing), [...rungs(rule), ...inGroupRung(rule, box)]), detail }
  }
  if (rule.method === 'rank' && rule.ranking !== undefined) {
    const t = rule.ranking
    const { own, head } = take((b) => isValidRanking(t, known, b))
    // In one order, so that neither the order of the candidates nor that of the ballots is in the result.
    const candidates = [...box.candidates].sort()
    const rankings = grouped(candidates, own)
    if (t.by === 'borda') return { method: 'borda', ...head, rows: bordaIn(rule, box, own, rankings), detail: {} }
    if (t.by === 'schulze') {
      const detail = schulze(candidates, rankings)
      return { method: 'schulze', ...head, rows: schulzeRows(detail, rule.places), detail }
    }
    if (t.by === 'instantRunoff') {
      const detail = instantRunoff(candidates, rankings, decisions)
      return { method: 'instantRunoff', ...head, rows: runoffRows(candidates, detail), detail }
    }
    const detail = singleTransferable(candidates, rankings, rule.places, decisions)
    return { method: 'singleTransferable', ...head, rows: transferRows(candidates, detail), detail }
  }
  throw new TypeError(`the round ${rule.id} does not say how it is counted`)
}

/** Where the rule has groups each is ranked by itself: of a ballot counts the order among its own, as if the others did not stand. */
const bordaIn = (rule: RoundRule, box: BallotBox, own: readonly Ballot[], all: ReturnType<typeof grouped>): (BordaRow & Place)[] => {
  const count = (candidates: readonly string[], rankings: ReturnType<typeof grouped>, places: number) => placed(places, borda(candidates, rankings, rule.ranking!.unnamed ?? 'zero').map((r) => ({ ...r, reached: true })), moreBorda, inGroupRung(rule, box), rule.tie === 'all')
  const { groups } = box
  if (rule.groups === undefined || groups === undefined) return count([...box.candidates].sort(), all, rule.places)
  return rule.groups.flatMap((g) => {
    const of = (c: string): boolean => groups[c] === g.id
    const members = box.candidates.filter(of).sort()
    const cut = own.map((b) => ({ ...b, ranking: (b.ranking ?? []).map((p) => p.filter(of)).filter((p) => p.length > 0), ...(b.silent !== undefined && { silent: b.silent.filter(of) }) }))
    return count(members, grouped(members, cut), g.places).map((r) => ({ ...r, group: g.id }))
  })
}

/** 公众投票计入: what stood alone is the jury's part, of a hundred. */
const withVotes = (rule: RoundRule, part: PublicPart, box: BallotBox, rows: readonly ScoreRow[]): ScoreRow[] => {
  const jury = new Map(rows.map((r) => [r.candidate, r.weighted !== undefined ? r.weighted : r.raw === null ? null : ratio(microOf(rule.score!, r.raw), 1_000_000)]))
  const sums = joined(part, jury, votesOf(box.candidates, box.publicVote))
  return rows.map((r) => ({ ...r, joined: sums.get(r.candidate) ?? null }))
}

const nothing: Ratio = { numerator: -1, denominator: 1 }
/** What the order goes by. Where the jury falls into parts that cannot be compared, adjusted figures are missing and nobody is placed by them. */
const figureOf = (adjusted: boolean, r: ScoreRow): Ratio | null => (r.joined !== undefined ? r.joined?.sum ?? null : r.weighted !== undefined ? r.weighted : adjusted ? r.adjusted : r.raw)
const passes = (rule: RoundRule, r: ScoreRow): boolean => {
  if (r.raw === null || figureOf(rule.score!.adjust !== undefined, r) === null) return false
  const pass = rule.score!.pass
  if (pass === undefined) return true
  const apart = compare(r.raw, ratio(pass.mark, 1))
  return pass.inclusive ? apart >= 0 : apart > 0
}
/** Equals at the line by the mean of the criteria the rule names. */
const rungs = (rule: RoundRule): Rung<ScoreRow>[] => (rule.tieBy ?? []).map((id) => ({ id, better: (a, b) => compare(b.criteria?.[id] ?? nothing, a.criteria?.[id] ?? nothing) }))

/** The winner first, then who stayed longest; where the count waits, those still in play are open. */
const runoffRows = (candidates: readonly string[], r: RunoffResult): Row[] => {
  const last = r.stages.at(-1)!
  const left = candidates.filter((c) => !r.out.includes(c))
  const rank = (c: string): number => (c === r.winner ? 1 : left.includes(c) ? 1 + left.filter((o) => (last.votes[o] ?? 0) > (last.votes[c] ?? 0)).length : candidates.length - stageMates(r, c).after)
  const outcome = (c: string): Outcome => (c === r.winner ? 'selected' : r.waits !== null && left.includes(c) ? 'open' : 'belowPlaces')
  return candidates.map((candidate): Row => ({ candidate, rank: rank(candidate), outcome: outcome(candidate) })).sort((a, b) => a.rank - b.rank || (a.candidate < b.candidate ? -1 : 1))
}
/** How many went out with or before this one, less itself: those who go out together share the better rank. */
const stageMates = (r: RunoffResult, c: string): { after: number } => {
  let gone = 0
  for (const s of r.stages) {
    gone += s.out.length
    if (s.out.includes(c)) break
  }
  return { after: gone - 1 }
}

const transferRows = (candidates: readonly string[], r: TransferResult): Row[] => candidates.map((candidate): Row => {
  const [elected, excluded] = [r.elected.indexOf(candidate), r.excluded.indexOf(candidate)]
  const rank = elected >= 0 ? elected + 1 : excluded >= 0 ? candidates.length - excluded : r.elected.length + 1
  return { candidate, rank, outcome: elected >= 0 ? 'selected' : r.waits !== null && excluded < 0 ? 'open' : 'belowPlaces' }
}).sort((a, b) => a.rank - b.rank || (a.candidate < b.candidate ? -1 : 1))

/** Names a tally for ever: rule, box, decisions and result together. */
export const tallyHash = (rule: RoundRule, box: BallotBox, decisions: readonly Decision[], result: Tally): string => hashOf({ rule, box: ordered(box), decisions, result })

/** One sentence for one row, that a person can check. */
export const sayRow = (rule: RoundRule, t: Tally, candidate: string): Words => {
  switch (t.method) {
    case 'approval': return sayApproval(rule, t.rows.find((r) => r.candidate === candidate)!)
    case 'score': return sayScored(rule, t.rows.find((r) => r.candidate === candidate)!)
    case 'grades': return sayGrades(rule.grades!, t.rows.find((r) => r.candidate === candidate)!)
    case 'borda': return sayBorda(t.rows.find((r) => r.candidate === candidate)!)
    case 'schulze': return saySchulze(t.rows.find((r) => r.candidate === candidate)!)
    case 'instantRunoff': return sayRunoff(t.detail)
    case 'singleTransferable': return sayTransfer(t.detail, candidate)
  }
}

/** The sum of the parts first, then how this round's own part came about. */
const sayScored = (rule: RoundRule, r: ScoreRow): Words => {
  const jury = sayJury(rule, r)
  if (rule.publicPart === undefined || r.joined == null) return jury
  const both = sayPublic(rule.publicPart, r.joined.jury, r.joined.public)
  return { zh: `${both.zh}，合计 ${decimal(r.joined.sum, 3)}；评委会：${jury.zh}`, en: `${both.en}, together ${decimal(r.joined.sum, 3)}; the jury: ${jury.en}` }
}
const sayJury = (rule: RoundRule, r: ScoreRow): Words => {
  const [own, weights] = [sayScore(rule.score!, r), weightsOf(rule)]
  if (weights === undefined) return own
  if (r.shares == null) return { zh: `${own.zh}；缺一部分的分，不能合计`, en: `${own.en}; a part is missing, no sum` }
  const sum = sayWeighted(weights, r.shares)
  return { zh: `${sum.zh}；本轮：${own.zh}`, en: `${sum.en}; this round: ${own.en}` }
}

export const findingsOf = (rule: RoundRule, t: Tally): Finding[] => tallyFindings(rule, t)
