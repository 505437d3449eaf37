import { considerReading, readAssignment } from '#contract/operations/assignments'
import { allows } from '#core/access/permission'
import { finding, type Finding } from '#core/kernel/finding'
import { standing, weighChange } from '#core/review/assignment/by-hand'
import { inField, sayBottleneck, type AssignmentProblem, type Readings } from '#core/review/assignment/problem'
import { loadsOf, movesBetween } from '#core/review/assignment/readings'
import type { RoundRule } from '#core/rules/round-terms'
import { openTies, peopleOf, questionOf, ruleForAssignment, settledConflicts } from '../assignment-people'
import { absent, query } from '../handler'
import { assignmentFailed, lastAssignment } from '../store/assignments'
import { roundReadings } from '../store/readings'

export const readAssignmentQuery = query(readAssignment, async ({ params: { campaignId, ruleId } }, { q, services, actor, subject }) => {
  const { rule, round } = await ruleForAssignment(q, services, campaignId, ruleId)
  const row = await lastAssignment(q, campaignId, ruleId)
  const [people, holds] = [await peopleOf(q, campaignId, rule, round?.id ?? null), round === null ? null : await roundReadings(q, round.id)]
  const state = row === undefined ? 'none' as const : row.state === 'asked' && (await assignmentFailed(q, row.id)) ? 'failed' as const : row.state
  const readings: Readings = row?.readings ?? holds ?? row?.before ?? {}
  const isClosed = round?.state === 'closed'
  const p = questionOf(rule.assignment, people, isClosed ? [] : await settledConflicts(q, campaignId, people, round?.id ?? null))
  const [jurorAt, candidateOf, loads] = [new Map(people.jurors.map((j, i) => [j.id, i])), new Map(p.candidates.map((k) => [k.id, k])), loadsOf(readings)]
  const fits = (j: string, k: string): boolean => { const at = jurorAt.get(j); return at !== undefined && inField(p.jurors[at]!, candidateOf.get(k)!) }
  const place = (ids: readonly string[]): number[] => ids.flatMap((j) => jurorAt.get(j) ?? [])
  const nameOf = (id: string): string => people.jurors.find((j) => j.id === id)?.name ?? people.candidates.find((k) => k.id === id)?.name ?? ''
  const isSecretary = allows('secretaryOfCampaign', actor, subject) && !isClosed
  const ofField = new Map<string, number>()
  for (const k of people.candidates) for (const j of readings[k.id] ?? []) if (fits(j, k.id)) ofField.set(j, (ofField.get(j) ?? 0) + 1)
  const { assignment: t } = rule
  return {
    name: rule.name, readers: t.readers, most: t.most, least: t.least ?? null, perUnit: t.perUnit ?? null, round: round === null ? null : { id: round.id, state: round.state }, state, done: row?.done ?? 0, total: row?.total ?? people.candidates.length, version: row?.version ?? 0,
    jurors: people.jurors.map((j) => ({ accountId: j.id, personName: j.name, unitName: j.unit, fieldOfWork: j.fields, load: loads.get(j.id) ?? 0, ofTheField: ofField.get(j.id) ?? 0 })),
    candidates: people.candidates.map((k) => ({ nominationId: k.id, candidateName: k.name, unitName: k.unit, field: k.fields, readers: place(readings[k.id] ?? []), ofTheField: place((readings[k.id] ?? []).filter((j) => fits(j, k.id))) })),
    why: row?.bottleneck == null ? null : { say: sayBottleneck(row.bottleneck, t.readers, nameOf, row.bottleneck.jurors.length === people.jurors.length && row.bottleneck.needed === t.readers * row.bottleneck.candidates.length), candidates: row.bottleneck.candidates.map(nameOf), jurors: row.bottleneck.jurors.map(nameOf), needed: row.bottleneck.needed, have: row.bottleneck.have },
    moved: row?.readings == null || Object.keys(row.before).length === 0 ? [] : movesBetween(row.before, row.readings).filter((m) => candidateOf.has(m.candidate)).map((m) => ({ nominationId: m.candidate, out: m.out.map(nameOf), in: m.in.map(nameOf) })),
    findings: isClosed || row?.readings == null ? [] : [...standing(rule, p, readings), ...weighed(rule, p, readings)] as never,
    hash: row?.hash ?? null, confirmed: row?.confirmedAt == null ? null : { at: row.confirmedAt, by: row.confirmedBy ?? '' },
    may: !isSecretary ? [] : [...(state === 'asked' ? [] : ['ask' as const]), ...(state === 'found' || state === 'confirmed' ? ['change' as const] : []), ...(state === 'found' ? ['confirm' as const] : [])],
  }
})

/** To be weighed, stopping nothing. */
const weighed = (rule: RoundRule, p: AssignmentProblem, readings: Readings): Finding[] => {
  const loads = loadsOf(readings)
  const below = p.jurors.filter((j) => j.least !== undefined && (loads.get(j.id) ?? 0) < j.least).length
  const off = p.candidates.filter((k) => p.jurors.some((j) => inField(j, k)) && !(readings[k.id] ?? []).some((id) => { const j = p.jurors.find((x) => x.id === id); return j !== undefined && inField(j, k) })).length
  const say = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `assignment.${code}`, strength: 'warn', rule, what, mend })
  return [
    ...(below > 0 ? [say('belowLeast', [`${below} 名评委少于 ${rule.assignment!.least} 份`, `${below} juror(s) read fewer than ${rule.assignment!.least}`], ['份数不够分的，可以不管；要补的，换一处给这名评委。', 'Where there are too few candidates it may stay; else give this juror one more.'])] : []),
    ...(off > 0 ? [say('noneOfField', [`${off} 名人选没有同专业的评委`, `${off} candidate(s) have no reader of their field`], ['有同专业的评委而没有分到的，可以换一处。', 'Where a juror of the field could read, change one reading.'])] : []),
  ]
}
export const considerReadingQuery = query(considerReading, async ({ params: { campaignId, ruleId }, query: { candidate, out } }, { q, services }) => {
  const { rule, round } = await ruleForAssignment(q, services, campaignId, ruleId)
  const readings = (await lastAssignment(q, campaignId, ruleId))?.readings
  if (candidate === undefined || out === undefined || readings?.[candidate]?.includes(out) !== true) throw absent()
  const people = await peopleOf(q, campaignId, rule, round?.id ?? null)
  const conflicts = await settledConflicts(q, campaignId, people, round?.id ?? null)
  for await (const ties of openTies(q, services, campaignId, people, candidate)) conflicts.push(...ties)
  const p = questionOf(rule.assignment, people, conflicts)
  const loads = loadsOf(readings)
  const rank = (f: readonly Finding[]): number => (f.some((x) => x.strength === 'block') ? 2 : f.length > 0 ? 1 : 0)
  const jurors = people.jurors.filter((j) => !readings[candidate]!.includes(j.id)).map((j) => ({
    accountId: j.id, personName: j.name, unitName: j.unit, fieldOfWork: j.fields, load: loads.get(j.id) ?? 0,
    findings: weighChange(rule, p, readings, { candidate, out, in: j.id }, (id) => people.jurors.find((x) => x.id === id)?.unit ?? '', loads),
  }))
  return { jurors: jurors.sort((a, b) => rank(a.findings) - rank(b.findings) || a.load - b.load) as never }
})
