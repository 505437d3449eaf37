/** React hooks over the contract: a query is kept by operation and path; a command renews what its page shows. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AnswerOf, Operation } from '#contract/operation'
import type { LookTopic } from '#core/news/looks'
import { call, type OfflineError, type ProblemError, type Request } from './call'
import { useLive } from './looks'

export const keyOf = <O extends Operation>(operation: O, request: Request<O>): readonly unknown[] => [operation.id, request]

export const useRead = <O extends Operation>(operation: O, request: Request<O>, options: { enabled?: boolean; /** Of what is read, where it depends on that. */ refetchMs?: number | ((data: AnswerOf<O> | undefined) => number); /** Told of its changes while there is push; `refetchMs` is for when there is none. */ look?: LookTopic } = {}) => {
  const live = useLive()
  return useQuery<AnswerOf<O>, ProblemError | OfflineError>({
    queryKey: keyOf(operation, request), queryFn: ({ signal }) => call(operation, request, signal), enabled: options.enabled ?? true,
    ...(options.refetchMs === undefined ? {} : { refetchInterval: live && options.look !== undefined ? TOLD_MS : everyMs(options.refetchMs) }), ...(options.look !== undefined && { meta: { look: options.look } }),
    // A refusal is an answer; only a lost connection is worth another try.
    retry: (failures, error) => error.name === 'OfflineError' && failures < 3,
  })
}
/** Where changes are told it is asked all the same, now and then. */
export const TOLD_MS = 600_000

const everyMs = <T,>(of: number | ((data: T | undefined) => number)) => (typeof of === 'number' ? of : (query: { readonly state: { readonly data: T | undefined } }) => of(query.state.data))

interface Then<O extends Operation> { onSuccess?: (answer: AnswerOf<O>) => void; onError?: (error: ProblemError | OfflineError) => void; onSettled?: () => void }

/** @param renews ids of the queries that are stale after it; `*` renews everything on the page */
export const useAct = <O extends Operation>(operation: O, renews: readonly string[] = ['*']) => {
  const client = useQueryClient()
  const act = useMutation<AnswerOf<O>, ProblemError | OfflineError, Request<O>>({
    mutationFn: (request) => call(operation, request),
    onSuccess: () => client.invalidateQueries(renews.includes('*') ? {} : { predicate: (q) => renews.includes(String(q.queryKey[0])) }),
  })
  const { mutateAsync } = act
  // By the promise: what was renewed may have taken away the part of the page that asked, and its own callbacks with it.
  const mutate = useCallback((request: Request<O>, then: Then<O> = {}) => {
    // A refusal nobody asked about here is shown from `error`; it is no failure of the page.
    void mutateAsync(request).then(then.onSuccess, then.onError ?? (() => undefined)).finally(then.onSettled)
  }, [mutateAsync])
  return { ...act, mutate }
}
