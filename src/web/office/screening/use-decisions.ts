/** The three decisions of screening. A stale version is told and the newest is read: nobody decides on what is no longer there. */
import { useQueryClient } from '@tanstack/react-query'
import { acceptNomination, rejectNomination, returnNomination } from '#contract/operations/nominations'
import { ProblemError, type OfflineError } from '../../api/call'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { say } from '../../ui/toast'
import type { Nomination } from './letter'
import type { Letter } from './use-letter'

export const useDecisions = (nomination: Nomination, onDecided: () => void) => {
  const t = useText()
  const client = useQueryClient()
  const accept = useAct(acceptNomination)
  const giveBack = useAct(returnNomination)
  const reject = useAct(rejectNomination)
  const { id: nominationId, version, candidateName: name } = nomination
  const told = (words: string) => ({
    onSuccess: () => {
      say(words)
      onDecided()
    },
    onError: (error: ProblemError | OfflineError) => {
      if (!(error instanceof ProblemError) || error.status !== 409) return
      say(t('office.desk.stale', { name }))
      void client.invalidateQueries()
    },
  })
  const failed = [accept.error, giveBack.error, reject.error].find((e) => e !== null) ?? null
  return {
    accept: (still: boolean) => accept.mutate({ params: { nominationId }, body: { version, still } }, told(t('office.desk.accepted', { name }))),
    giveBack: ({ until, points, note }: Letter) => until !== null && points.length > 0 && giveBack.mutate({ params: { nominationId }, body: { version, until, points: [...points], note } }, told(t('office.desk.returned', { name }))),
    reject: (ruleId: string, note: string) => reject.mutate({ params: { nominationId }, body: { version, ruleId, note } }, told(t('office.desk.rejected', { name }))),
    busy: accept.isPending || giveBack.isPending || reject.isPending,
    error: failed instanceof ProblemError && failed.status === 409 ? null : failed,
  }
}
