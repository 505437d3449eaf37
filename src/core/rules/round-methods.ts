/** What a round can say of its way of counting beyond votes in favour: marks and limits of a ballot, scores, grades, rankings, a share of the public, the balance of those chosen, and what follows when places stay empty. All optional: a round that says none of it is counted as ever. */
import { z } from 'zod'
import { fraction, slug, words } from './rule-base'
import { subset } from './subset'

/** 评分: whole points, or with so many decimals; by criteria (评分细则), by grades (优良中差), with jurors set on one measure. */
export const score = z.strictObject({
  from: z.int().min(0), to: z.int().min(1),
  /** Highest and lowest left out, so many of each (去掉最高分、最低分). */
  trim: z.int().min(0).default(0),
  /** Digits after the point that a juror may give. */
  decimals: z.int().min(0).max(3).optional(),
  /** How a candidate's points become one figure; absent: the mean of what trim leaves. */
  average: z.enum(['mean', 'median']).optional(),
  /** Each with its own range; with percent (all or none of them, 100 in all) weighted, else added up. */
  criteria: z.array(z.strictObject({ id: slug, name: words, from: z.int().min(0).default(0), to: z.int().min(1), percent: z.int().min(1).max(100).optional() })).min(2).optional(),
  /** Strict and mild jurors set on one measure: each one's z-score, or candidate plus juror by least squares. The raw rank always stands beside. */
  adjust: z.enum(['zScore', 'additive']).optional(),
  /** 及格线: in points; compared crosswise, never rounded. */
  pass: z.strictObject({ mark: z.int().min(0), inclusive: z.boolean() }).optional(),
  /** Fewer readers than this, and nothing is said of a candidate. */
  leastReaders: z.int().min(1).optional(),
})
export type ScoreTerms = z.infer<typeof score>

/** 等第: from the best to the worst; ordered by most of the best, or by the middle grade. */
export const grades = z.strictObject({ list: z.array(z.strictObject({ id: slug, name: words })).min(2), order: z.enum(['mostBest', 'median']) })
export type GradeTerms = z.infer<typeof grades>

export const ranking = z.strictObject({
  by: z.enum(['borda', 'instantRunoff', 'schulze', 'singleTransferable']),
  /** Borda, of candidates a ballot does not name: no points, the mean of the points left over, or fewer points for a short ballot. */
  unnamed: z.enum(['zero', 'average', 'modified']).optional(),
  /** How many a ballot names. */
  least: z.int().min(1).optional(), most: z.int().min(1).optional(),
  /** Whether candidates may share a place on a ballot. */
  equals: z.boolean().optional(),
})
export type RankingTerms = z.infer<typeof ranking>

/** 结构比例 of those chosen: a number or a share of them, or of a part of them (其中). */
export const balance = z.strictObject({
  id: slug, name: words,
  /** Who is counted: candidates with this property. */
  of: slug,
  /** Where it follows from the form (sex, birth, category); absent: the units answer it as the property `of`. */
  who: subset.omit({ name: true }).optional(),
  /** 其中: the share is of those with this property only; absent: of all who are chosen. */
  within: slug.optional(),
  bound: z.enum(['most', 'least']),
  count: z.int().min(0).optional(),
  share: fraction.optional(),
  /** A share in whole people: up or down. Absent: so that the share holds exactly. */
  rounding: z.enum(['up', 'down']).optional(),
})
export type Balance = z.infer<typeof balance>

/** 公众投票 as a declared part of the result, in per cent, and never above its cap; absent: the public has no part. */
export const publicPart = z.strictObject({ percent: z.int().min(1).max(50), by: z.enum(['byRank', 'byShare']) })
export type PublicPart = z.infer<typeof publicPart>

/** 分配评阅: not everybody reads everything. Which juror reads whom is shared out before the round opens. */
export const assignment = z.strictObject({
  /** Readers of every candidate: never fewer. */
  readers: z.int().min(1).max(50),
  /** Candidates a juror reads: at most, and where it can be at least, so many. */
  most: z.int().min(1).max(5000), least: z.int().min(1).max(5000).optional(),
  /** Of one candidate's readers at most so many from one unit. */
  perUnit: z.int().min(1).max(50).optional(),
})
export type AssignmentTerms = z.infer<typeof assignment>

export const methodTerms = {
  /** 反对、弃权、另选人 on a ballot by approval; absent: a ballot names whom it approves and nothing else. */
  marks: z.strictObject({ against: z.boolean(), writeIn: z.boolean() }).optional(),
  /** A ballot with fewer, or with another number, is invalid as a whole. */
  minApprovals: z.int().min(1).optional(), exactApprovals: z.int().min(1).optional(),
  /** Absent: a blank ballot abstains and is valid. */
  blankInvalid: z.boolean().optional(),
  grades: grades.optional(), ranking: ranking.optional(), balance: z.array(balance).min(1).optional(), publicPart: publicPart.optional(),
  /** Absent: everybody reads everything. */
  assignment: assignment.optional(),
  /** Of equals at the line: fewer votes against, or the higher mean of these criteria, in this order; then it stops for people. */
  tieBy: z.array(z.string().regex(/^(?:fewerAgainst|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/, 'fewerAgainst or the id of a criterion')).min(1).optional(),
  /** 宁缺毋滥, or another ballot among the runners-up for the places left; absent: they stay empty. */
  unfilled: z.enum(['leaveEmpty', 'anotherBallot']).optional(),
  /** 钥匙一分为三: the box of a secret vote opens with two of three printed shares (secretary, supervisor, office); absent: with the server's own key alone. */
  keyShares: z.boolean().optional(),
  /** 纸质选票: the round is voted on printed ballots, entered by two persons and compared; absent: on the jurors' own screens. A round is one or the other. */
  paper: z.boolean().optional(),
  /** When jurors see what others gave; absent: never. */
  seeOthers: z.enum(['never', 'afterOwn', 'always']).optional(),
}
