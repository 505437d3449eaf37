/** The matrix a page at a time; what it is narrowed to stands in the address. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { consultationBoard } from '#contract/operations/consultations'
import { call, type OfflineError, type ProblemError } from '../../api/call'
import { keyOf } from '../../api/use-operation'

export type Board = AnswerOf<typeof consultationBoard>
export type Row = Board['rows'][number]
export type Column = Board['columns'][number]
export const filters = ['missing', 'overdue', 'objection', 'expiring'] as const
const PAGE = 50

export const useBoard = (campaignId: string) => {
  const [search, setSearch] = useSearchParams()
  const [q, only] = [search.get('q') ?? '', filters.find((f) => f === search.get('only'))]
  const request = { params: { campaignId }, query: { q, ...(only !== undefined && { only }), limit: PAGE } }
  const query = useInfiniteQuery<Board, ProblemError | OfflineError, { pages: Board[] }, readonly unknown[], string | null>({
    queryKey: [...keyOf(consultationBoard, request), 'pages'], initialPageParam: null, getNextPageParam: (last) => last.next, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call(consultationBoard, { ...request, query: { ...request.query, ...(pageParam !== null && { after: pageParam }) } }, signal),
  })
  const change = (key: 'q' | 'only' | 'n', value: string | null) => setSearch((now) => {
    const next = new URLSearchParams(now)
    if (value === null || value === '') next.delete(key)
    else next.set(key, value)
    return next
  }, { replace: true })
  const first = query.data?.pages[0]
  return { query, first, q, only, change, opened: search.get('n'), rows: query.data?.pages.flatMap((p) => p.rows) ?? [], total: query.data?.pages.at(-1)?.total ?? 0, more: query.hasNextPage ? () => void query.fetchNextPage() : undefined }
}
export type BoardOfDesk = ReturnType<typeof useBoard>
