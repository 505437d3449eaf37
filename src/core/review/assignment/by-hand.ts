/** One reading given to somebody else by hand: what stops it, and what it brings with it. */
import { finding, type Finding } from '../../kernel/finding'
import type { RoundRule } from '../../rules/round-terms'
import { inField, type AssignmentProblem, type Readings } from './problem'
import { loadsOf } from './readings'

export interface Change { readonly candidate: string; readonly out: string; readonly in: string }

/** Empty: it changes nothing but the reader. A block cannot be; a warning is for the person to weigh. @param unitOf what people read for a juror's unit */
export const weighChange = (rule: RoundRule, p: AssignmentProblem, readings: Readings, change: Change, unitOf: (juror: string) => string, loads = loadsOf(readings)): Finding[] => {
  const jurors = new Map(p.jurors.map((j) => [j.id, j]))
  const [into, from, candidate, own] = [jurors.get(change.in), jurors.get(change.out), p.candidates.find((c) => c.id === change.candidate), readings[change.candidate] ?? []]
  const say = (code: string, strength: Finding['strength'], what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `assignment.${code}`, strength, rule, what, mend })
  if (into === undefined || candidate === undefined || !own.includes(change.out) || own.includes(change.in)) return [say('stale', 'block', ['分配已经变了，不能这样改', 'The assignment has changed: this change no longer fits'], ['请刷新页面再看。', 'Reload the page and look again.'])]
  const others = own.filter((j) => j !== change.out)
  const load = (loads.get(into.id) ?? 0) + 1
  const mates = others.filter((j) => jurors.get(j)?.unit === into.unit).length + 1
  const left = from === undefined ? null : (loads.get(from.id) ?? 0) - 1
  return [
    ...(p.conflicts.some((x) => x.juror === into.id && x.candidate === candidate.id) ? [say('conflict', 'block', ['须回避，或查到的关系还没有定', 'This juror stands back, or a tie was found and nobody has decided'], ['请换一名评委；关系不影响的，先在“回避”里认定。', 'Choose another juror; or decide under “Conflicts” that the juror stays.'])] : []),
    ...(load > into.most ? [say('overload', 'block', [`会评 ${load} 份，超过至多 ${into.most} 份`, `would read ${load}, above the limit of ${into.most}`], ['请换一名评委。', 'Choose another juror.'])] : []),
    ...(p.perUnit !== undefined && mates > p.perUnit ? [say('oneUnit', 'block', [`这名人选会有 ${mates} 名${unitOf(into.id)}的评委，至多 ${p.perUnit} 名`, `${mates} readers would be of ${unitOf(into.id)}, at most ${p.perUnit} may be`], ['请换一名其他单位的评委。', 'Choose a juror of another unit.'])] : []),
    ...(inField(into, candidate) || !own.some((j) => jurors.has(j) && inField(jurors.get(j)!, candidate)) ? [] : [say('offField', 'warn', ['不是同专业的评委', 'Not of the candidate’s field'], ['有同专业的，请优先。', 'Prefer a juror of the field where there is one.'])]),
    ...(from !== undefined && left !== null && left < Math.min(from.least ?? 0, from.most) ? [say('below', 'warn', [`换出的评委只剩 ${left} 份，少于 ${from.least} 份`, `the juror who gives it up keeps ${left}, fewer than ${from.least}`], ['可以再分给这名评委别的人选。', 'Give this juror somebody else.'])] : []),
  ]
}

/** The readings with it. */
export const changed = (readings: Readings, { candidate, out, in: into }: Change): Readings => ({ ...readings, [candidate]: [...readings[candidate]!.filter((j) => j !== out), into].sort() })

/** What speaks against an assignment when it is confirmed, or when its round opens: by the people and conflicts of that moment. */
export const standing = (rule: RoundRule, p: Pick<AssignmentProblem, 'candidates' | 'jurors' | 'conflicts' | 'readers' | 'perUnit'>, readings: Readings): Finding[] => {
  const jurors = new Map(p.jurors.map((j) => [j.id, j]))
  const out = new Set(p.conflicts.map((x) => `${x.juror} ${x.candidate}`))
  const say = (code: string, what: readonly [string, string]): Finding => finding({ code: `assignment.${code}`, strength: 'block', rule, what, mend: ['请秘书再分配一次：已定的尽量不动，看过改动再确认。', 'Let the secretary share them out again: what stands is kept where it can be, and what moves is shown first.'] })
  const missing = p.candidates.filter((c) => readings[c.id] === undefined).length
  const known = new Set(p.candidates.map((c) => c.id))
  const gone = Object.keys(readings).filter((c) => !known.has(c)).length
  const lacking = p.candidates.filter((c) => readings[c.id] !== undefined && readings[c.id]!.filter((j) => jurors.has(j) && !out.has(`${j} ${c.id}`)).length < p.readers).length
  const crowded = p.perUnit === undefined ? 0 : p.candidates.filter((c) => { const units = (readings[c.id] ?? []).map((j) => jurors.get(j)?.unit); return units.some((u) => u !== undefined && units.filter((x) => x === u).length > p.perUnit!) }).length
  const loads = loadsOf(readings)
  const over = p.jurors.filter((j) => (loads.get(j.id) ?? 0) > j.most).length
  return [
    ...(missing + gone > 0 ? [say('otherCandidates', [`人选变了：${missing} 人还没有分配，${gone} 人不再参加`, `The candidates have changed: ${missing} are not shared out yet, ${gone} no longer stand`])] : []),
    ...(lacking > 0 ? [say('lacking', [`${lacking} 名人选的评委不足 ${p.readers} 名：有评委须回避，或不再参加`, `${lacking} candidate(s) have fewer than ${p.readers} readers: somebody stands back or no longer sits`])] : []),
    ...(crowded > 0 ? [say('crowded', [`${crowded} 名人选有太多评委出自同一单位`, `${crowded} candidate(s) have too many readers from one unit`])] : []),
    ...(over > 0 ? [say('over', [`${over} 名评委超过至多份数`, `${over} juror(s) have more than they may read`])] : []),
  ]
}
