import { setImmediate as pause } from 'node:timers/promises'
import { assigning } from '#core/review/assignment/assign'
import type { Assignment } from '#core/review/assignment/problem'
import { openTies, peopleOf, questionOf, ruleForAssignment, settledConflicts } from '../assignment-people'
import type { Services } from '../services'
import { assignmentById, setFound, tellDone } from '../store/assignments'
import type { Claimed, JobKind } from './kind'

const idOf = (job: Claimed): string => (job.payload as { readonly assignmentId: string }).assignmentId
/** Longer than this the computing never keeps others waiting. */
const SLICE_MS = 20
const TELL_MS = 400

/** 分配评阅: seconds of computing for thousands of candidates, in slices between which everybody else is served. */
export const assignReadings: JobKind<Assignment | null> = {
  kind: 'assignReadings',
  lane: 'files',
  outside: (job, services, signal) => share(services, idOf(job), signal),
  async step(tx, job, _services, found = null) {
    if (found !== null) await setFound(tx, idOf(job), found)
    return 0
  },
}

/** Null: asked again since, or found by another runner. */
const share = async (services: Services, id: string, signal: AbortSignal): Promise<Assignment | null> => {
  const { db } = services
  const row = await assignmentById(db, id)
  if (row === undefined || row.state !== 'asked') return null
  const { rule, round } = await ruleForAssignment(db, services, row.campaignId, row.ruleId)
  let [since, told] = [performance.now(), performance.now()]
  const breathe = async (done: number): Promise<void> => {
    if (performance.now() - since < SLICE_MS) return
    await pause(undefined, { signal })
    since = performance.now()
    if (since - told < TELL_MS) return
    told = since
    await tellDone(db, id, done)
  }
  const people = await peopleOf(db, row.campaignId, rule, round?.id ?? null)
  const conflicts = [...(await settledConflicts(db, row.campaignId, people, round?.id ?? null))]
  for await (const ties of openTies(db, services, row.campaignId, people)) {
    conflicts.push(...ties)
    await breathe(0)
  }
  const steps = assigning(questionOf(rule.assignment, people, conflicts, row.before))
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await breathe(step.value)
  }
}
