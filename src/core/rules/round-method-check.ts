/** What must hold between the parts of a way of counting; each fault says what to write. */
import type { Words } from '../kernel/finding'
import type { Fault } from './rule-kind'
import type { Round } from './round-terms'

const fault = (path: readonly (string | number)[], expected: Words, got: unknown, writeInstead: Words): Fault => ({ path, expected, got: got === undefined ? '—' : String(got), writeInstead })

export const checkMethod = (r: Round): Fault[] => [...belongs(r), ...limits(r), ...scores(r), ...ranks(r), ...assignments(r), ...balances(r), ...ties(r), ...publicParts(r), ...keys(r), ...papers(r)]

/** A part for another method would be read and never counted by. */
const belongs = (r: Round): Fault[] => {
  const of = { marks: 'approval', minApprovals: 'approval', exactApprovals: 'approval', blankInvalid: 'approval', grades: 'score', ranking: 'rank', assignment: 'score' } as const
  return (Object.keys(of) as (keyof typeof of)[]).filter((key) => r[key] !== undefined && r.method !== of[key])
    .map((key) => fault([key], { zh: `只用于 method: ${of[key]}`, en: `only with method: ${of[key]}` }, r.method, { zh: `删去 ${key}，或改为 method: ${of[key]}`, en: `remove ${key}, or method: ${of[key]}` }))
}

const limits = (r: Round): Fault[] => [
  ...(r.minApprovals !== undefined && r.maxApprovals !== null && r.minApprovals > r.maxApprovals ? [fault(['minApprovals'], { zh: `不大于 maxApprovals（${r.maxApprovals}）`, en: `no more than maxApprovals (${r.maxApprovals})` }, r.minApprovals, { zh: '改小 minApprovals', en: 'a smaller minApprovals' })] : []),
  ...(r.exactApprovals !== undefined && (r.maxApprovals !== null || r.minApprovals !== undefined) ? [fault(['exactApprovals'], { zh: '单独使用', en: 'to stand alone' }, r.exactApprovals, { zh: '删去 maxApprovals 和 minApprovals', en: 'remove maxApprovals and minApprovals' })] : []),
  ...(r.threshold.cast !== undefined && r.threshold.base !== 'cast' ? [fault(['threshold', 'cast'], { zh: '只用于 base: cast', en: 'only with base: cast' }, r.threshold.base, { zh: '改为 base: cast，或删去', en: 'base: cast, or remove it' })] : []),
]

const scores = (r: Round): Fault[] => {
  const { score: s } = r
  const found: Fault[] = []
  if (s !== undefined && s.from >= s.to) found.push(fault(['score', 'to'], { zh: `大于 from（${s.from}）`, en: `more than from (${s.from})` }, s.to, { zh: '如 from: 0, to: 100', en: 'e.g. from: 0, to: 100' }))
  if (s !== undefined && r.grades !== undefined) found.push(fault(['grades'], { zh: 'score 和 grades 只留一个', en: 'one of score and grades' }, 'score + grades', { zh: '删去其中一个', en: 'remove one of them' }))
  const percents = (s?.criteria ?? []).map((c) => c.percent).filter((p) => p !== undefined)
  const sum = percents.reduce((a, b) => a + b, 0)
  if (s?.criteria !== undefined && percents.length > 0 && (percents.length < s.criteria.length || sum !== 100)) found.push(fault(['score', 'criteria'], { zh: '各项都有 percent，合计 100', en: 'a percent for each, 100 in all' }, sum, { zh: '补全或改正百分数', en: 'complete or mend the percentages' }))
  if (new Set(s?.criteria?.map((c) => c.id)).size !== (s?.criteria?.length ?? 0)) found.push(fault(['score', 'criteria'], { zh: '各项 id 不同', en: 'different ids' }, s?.criteria?.map((c) => c.id).join(), { zh: '改正重复的 id', en: 'mend the id that comes twice' }))
  s?.criteria?.forEach((c, i) => { if (c.from >= c.to) found.push(fault(['score', 'criteria', i, 'to'], { zh: `大于 from（${c.from}）`, en: `more than from (${c.from})` }, c.to, { zh: '如 to: 100', en: 'e.g. to: 100' })) })
  return found
}

const ranks = (r: Round): Fault[] => {
  const k = r.ranking
  const found: Fault[] = []
  if (k === undefined) return found
  if (k.by === 'instantRunoff' && r.places !== 1) found.push(fault(['ranking', 'by'], { zh: '逐轮淘汰只选一人', en: 'one place only' }, r.places, { zh: 'places: 1，或 by: singleTransferable', en: 'places: 1, or by: singleTransferable' }))
  if (k.equals === true && (k.by === 'instantRunoff' || k.by === 'singleTransferable')) found.push(fault(['ranking', 'equals'], { zh: '此法每个名次只一人', en: 'one name to a place under this method' }, true, { zh: '删去 equals', en: 'remove equals' }))
  if (k.unnamed !== undefined && k.by !== 'borda') found.push(fault(['ranking', 'unnamed'], { zh: '只用于 by: borda', en: 'only with by: borda' }, k.by, { zh: '删去 unnamed', en: 'remove unnamed' }))
  if (k.unnamed === 'modified' && k.equals === true) found.push(fault(['ranking', 'equals'], { zh: 'modified 不能有并列', en: 'no equals with modified' }, true, { zh: '删去 equals', en: 'remove equals' }))
  if (k.least !== undefined && k.most !== undefined && k.least > k.most) found.push(fault(['ranking', 'least'], { zh: `不大于 most（${k.most}）`, en: `no more than most (${k.most})` }, k.least, { zh: '改小 least', en: 'a smaller least' }))
  return found
}

/** A sheet that holds a juror's own share of the candidates tells whose it is: shared-out reading is named. */
const assignments = (r: Round): Fault[] => {
  const a = r.assignment
  if (a === undefined) return []
  const needed = Math.max(r.score?.leastReaders ?? 1, 2 * (r.score?.trim ?? 0) + 1)
  return [
    ...(r.ballot === 'secret' ? [fault(['ballot'], { zh: '分配评阅用记名评分：谁评了哪些人选，一看评分表就知道是谁的', en: 'a named ballot where readings are shared out: a sheet tells by its candidates whose it is' }, r.ballot, { zh: 'ballot: named，或删去 assignment', en: 'ballot: named, or remove assignment' })] : []),
    ...(a.least !== undefined && a.least > a.most ? [fault(['assignment', 'least'], { zh: `不大于 most（${a.most}）`, en: `no more than most (${a.most})` }, a.least, { zh: '改小 least', en: 'a smaller least' })] : []),
    ...(a.readers < needed ? [fault(['assignment', 'readers'], { zh: `至少 ${needed}，才够计分`, en: `at least ${needed}, or no score counts` }, a.readers, { zh: `改为 readers: ${needed}，或少去掉几个分`, en: `readers: ${needed}, or a smaller trim` })] : []),
  ]
}

const balances = (r: Round): Fault[] => (r.balance ?? []).flatMap((b, i) => [
  ...(b.who !== undefined && Object.keys(b.who).length === 0 ? [fault(['balance', i, 'who'], { zh: '这一部分人选的条件', en: 'what these candidates have in common' }, undefined, { zh: '如 sex: female', en: 'e.g. sex: female' })] : []),
  ...(r.balance!.some((o, k) => k < i && o.of === b.of && JSON.stringify(o.who) !== JSON.stringify(b.who)) ? [fault(['balance', i, 'of'], { zh: '一个代号只指一部分人选', en: 'one id for one set of candidates' }, b.of, { zh: '换一个代号', en: 'another id' })] : []),
  ...((b.count === undefined) === (b.share === undefined) ? [fault(['balance', i, 'share'], { zh: 'count 和 share 恰有其一', en: 'exactly one of count and share' }, b.count === undefined ? undefined : 'count + share', { zh: '如 share: { numerator: 1, denominator: 10 }', en: 'e.g. share: { numerator: 1, denominator: 10 }' })] : []),
  ...(b.rounding !== undefined && b.share === undefined ? [fault(['balance', i, 'rounding'], { zh: '只用于 share', en: 'only with share' }, b.rounding, { zh: '删去 rounding', en: 'remove rounding' })] : []),
])

const ties = (r: Round): Fault[] => (r.tieBy ?? []).flatMap((id, i) => {
  const known = r.method === 'approval' ? (r.marks?.against === true ? ['fewerAgainst'] : []) : (r.score?.criteria ?? []).map((c) => c.id)
  if (known.includes(id)) return []
  const some = known.length > 0 ? known.join(', ') : '—'
  return [fault(['tieBy', i], { zh: `本轮有的：${some}`, en: `what the round has: ${some}` }, id, known.length > 0 ? { zh: `如 ${known[0]}`, en: `e.g. ${known[0]}` } : { zh: '删去 tieBy', en: 'remove tieBy' })]
})

/** The public's points are of a hundred, like the jury's beside them; and its page names everybody. */
const publicParts = (r: Round): Fault[] => (r.publicPart === undefined ? [] : [
  ...(r.score === undefined ? [fault(['publicPart'], { zh: '只和评委打分合计', en: 'only beside scores of the jury' }, r.method, { zh: '删去，或 method: score', en: 'remove it, or method: score' })] : []),
  ...(r.score?.adjust === undefined ? [] : [fault(['score', 'adjust'], { zh: '有公众投票时不校正评委宽严', en: 'no adjust beside a vote of the public' }, r.score.adjust, { zh: '删去 adjust', en: 'remove adjust' })]),
  ...(r.blind === undefined ? [] : [fault(['blind'], { zh: '有公众投票时不是盲评：投票页写着姓名和单位', en: 'no blind round beside a vote of the public, whose page names everybody' }, r.blind.join(), { zh: '删去 blind 或 publicPart', en: 'remove blind or publicPart' })]),
  ...(r.publicVote?.least !== undefined && r.publicVote.most !== undefined && r.publicVote.least > r.publicVote.most ? [fault(['publicVote', 'least'], { zh: `不大于 most（${r.publicVote.most}）`, en: `no more than most (${r.publicVote.most})` }, r.publicVote.least, { zh: '改小 least', en: 'a smaller least' })] : []),
])

/** A named ballot hides nothing, and a score sheet is saved card by card for its juror, who reads it again: it cannot lie under a key that nobody has at hand. */
const keys = (r: Round): Fault[] => (r.keyShares !== true || (r.ballot === 'secret' && (r.method === 'approval' || r.method === 'rank')) ? [] : [fault(['keyShares'], { zh: '只用于无记名的投票和排序', en: 'only with secret votes and rankings' }, `${r.ballot}, ${r.method}`, { zh: '删去 keyShares；打分的轮次，评分表由评委随时保存和查看', en: 'remove keyShares; sheets of scores are saved and read again by their jurors' })])

/** What is entered from paper is a vote; and of secret papers nobody knows who gave one in. */
const papers = (r: Round): Fault[] => (r.paper !== true ? [] : [
  ...(r.method === 'approval' ? [] : [fault(['paper'], { zh: '只用于投赞成票', en: 'only with votes by approval' }, r.method, { zh: '删去 paper', en: 'remove paper' })]),
  ...(r.keyShares === true ? [fault(['paper'], { zh: '纸质选票不用开箱钥匙', en: 'no key of the box on paper' }, 'keyShares', { zh: '删去 keyShares', en: 'remove keyShares' })] : []),
  ...(r.threshold.base === 'cast' && r.threshold.cast === undefined ? [fault(['threshold', 'cast'], { zh: '纸质选票按发出、收回或有效的张数计', en: 'of papers: those issued, returned or valid' }, undefined, { zh: '如 cast: returned', en: 'e.g. cast: returned' })] : []),
])
