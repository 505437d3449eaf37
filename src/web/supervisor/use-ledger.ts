/** The ledger read from its end backwards, page by page: its length is known from the first answer. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { campaignLedger } from '#contract/operations/campaigns'
import { call, type OfflineError, type ProblemError, type Request } from '../api/call'
import { keyOf, useRead } from '../api/use-operation'

type Page = AnswerOf<typeof campaignLedger>
export type LedgerRow = Page['entries'][number]
const PAGE = 200

export const useLedger = (campaignId: string) => {
  const [pages, setPages] = useState(2)
  const head = useRead(campaignLedger, { params: { campaignId }, query: { after: 0, limit: 1 } }, { refetchMs: 60_000 })
  const length = head.data?.length ?? 0
  const last = Math.max(0, Math.ceil(length / PAGE) - 1)
  // Whole pages from fixed places: a page once full never changes.
  const wanted = head.data ? Array.from({ length: Math.min(pages, last + 1) }, (_, i) => (last - i) * PAGE) : []
  const read = useQueries({
    queries: wanted.map((after) => {
      const request: Request<typeof campaignLedger> = { params: { campaignId }, query: { after, limit: PAGE } }
      // The length in the key: the last page grows with the ledger.
      return { queryKey: [...keyOf(campaignLedger, request), after === last * PAGE ? length : 'full'], queryFn: ({ signal }: { signal: AbortSignal }) => call(campaignLedger, request, signal) }
    }),
  })
  const rows = read.flatMap((q) => q.data?.entries ?? []).sort((a, b) => b.position - a.position)
  const error = (head.error ?? read.find((q) => q.error)?.error ?? null) as ProblemError | OfflineError | null
  const again = () => {
    void head.refetch()
    read.filter((q) => q.error).forEach((q) => void q.refetch())
  }
  return { rows, length, headHash: head.data?.head ?? '', error, again, pending: head.isPending || read.some((q) => q.isPending), more: pages <= last, readMore: () => setPages((n) => n + 1) }
}
