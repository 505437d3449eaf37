/** `useAct` for an operation that answers a file. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Operation } from '#contract/operation'
import type { OfflineError, ProblemError, Request } from './call'
import { saveFile } from './save-file'

/** @param renews ids of the queries that are stale after it */
export const useSave = <O extends Operation>(operation: O, renews: readonly string[]) => {
  const client = useQueryClient()
  return useMutation<void, ProblemError | OfflineError, Request<O>>({
    mutationFn: (request) => saveFile(operation, request),
    onSuccess: () => client.invalidateQueries({ predicate: (q) => renews.includes(String(q.queryKey[0])) }),
  })
}
