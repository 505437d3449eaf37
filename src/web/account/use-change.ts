/** A change to the own account: done at once, or after the proof it asks for. */
import { useState } from 'react'
import type { AnswerOf, Operation } from '#contract/operation'
import { readAccount } from '#contract/operations/account'
import type { OfflineError, ProblemError, Request } from '../api/call'
import { useAct } from '../api/use-operation'
import { useProof } from './proof'

export const useChange = <O extends Operation>(operation: O) => {
  const prove = useProof()
  const act = useAct(operation, [readAccount.id, 'session.read'])
  const [error, setError] = useState<ProblemError | OfflineError | null>(null)
  const { mutate } = act
  const run = (request: Request<O>, done: (answer: AnswerOf<O>) => void = () => undefined) => {
    setError(null)
    mutate(request, { onSuccess: done, onError: (refused) => { if (!prove(refused, () => run(request, done))) setError(refused) } })
  }
  return { run, error, busy: act.isPending }
}
