/** An appraisal as a unit holds it: visited, everybody prescribed there, talks, every fact verified, closed. */
import type { AnswerOf } from '#contract/operation'
import { closeAppraisal, readAppraisal, saveAppraisal } from '#contract/operations/appraisal'
import type { Contents, SentItem } from '#core/appraisal/record'
import { appraisalSteps } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { newId } from '#server/ids'
import type { Person } from './person'

export type Shown = AnswerOf<typeof readAppraisal>['appraisals'][number]
const DAY = '2026-11-17'

export const seatOf = (name: string, change: Partial<Contents['seat']> = {}): Contents['seat'] => ({ presence: 'room', name, post: '（示例）', reason: '', ...change })
export const talkWith = (name: string, change: Partial<Contents['talk']> = {}): Contents['talk'] => ({ name, relation: '同科室同事', day: DAY, by: '程一诺', presence: 'room', words: '所述事迹属实，为人正派（示例）。', ...change })
export const verdictOn = (mark: string, change: Partial<Contents['verdict']> = {}): Contents['verdict'] => ({ mark, verdict: 'true', source: 'document', from: '人事档案（示例）', note: '', ...change })
export const symposiumHeld = (change: Partial<Contents['symposium']> = {}): Contents['symposium'] => ({ day: DAY, where: '人选单位会议室', host: '程一诺', recorder: '石砚青', minutes: '到会同志逐项讲了亲历的事，一致同意（示例）。', ...change })
export const visitMade = (change: Partial<Contents['visit']> = {}): Contents['visit'] => ({ day: DAY, where: '人选单位', who: '程一诺、石砚青', purpose: '座谈、谈话、核实', ...change })

/** Everything the definition asks for, but verdicts. */
export const itemsFor = (d: ResolvedDefinition): SentItem[] => appraisalSteps(d).flatMap((s): SentItem[] => [
  ...(s.record?.visit === true ? [{ kind: 'visit' as const, step: s.id, key: newId(), content: visitMade() }] : []),
  ...(s.record?.symposium === undefined ? [] : [{ kind: 'symposium' as const, step: s.id, key: '', content: symposiumHeld() }, ...s.attendance.map((a, i) => ({ kind: 'seat' as const, step: s.id, key: a.id, content: seatOf(`示例人员${i + 1}`) }))]),
  ...Array.from({ length: s.record?.talks?.least ?? 0 }, (_, i) => ({ kind: 'talk' as const, step: s.id, key: newId(), content: talkWith(`示例同事${i + 1}`) })),
])
export const verdictsFor = (facts: Shown['facts'], change: Partial<Contents['verdict']> = {}): SentItem[] => facts.map((f) => ({ kind: 'verdict', step: f.step, key: f.key, content: verdictOn(f.mark, change) }))

export const unitAppraisal = async (who: Person, nominationId: string): Promise<Shown> => (await who.ask(readAppraisal, { params: { nominationId } })).appraisals.find((a) => a.owner === 'unit')!
export const put = (who: Person, nominationId: string, items: readonly SentItem[], version = 0) => who.ask(saveAppraisal, { params: { nominationId }, body: { items: items.map((item) => ({ version, item })) } })

export const holdAppraisal = async (clerk: Person, nominationId: string, d: ResolvedDefinition): Promise<void> => {
  await put(clerk, nominationId, itemsFor(d))
  const { facts } = await unitAppraisal(clerk, nominationId)
  if (facts.length > 0) await put(clerk, nominationId, verdictsFor(facts))
  await clerk.ask(closeAppraisal, { params: { nominationId }, body: { closed: true } })
}
