/** The list beside the desk: its filters stand in the address, its rows come a page at a time. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { AnswerOf, QueryOf } from '#contract/operation'
import { searchNominations } from '#contract/operations/search'
import { findingKinds } from '#core/composition/return-reasons'
import { nominationStates } from '#core/nomination/state'
import { call, type OfflineError, type ProblemError } from '../../api/call'
import { useLive } from '../../api/looks'
import { keyOf, TOLD_MS } from '../../api/use-operation'

export type Page = AnswerOf<typeof searchNominations>
export type QueueRow = Page['rows'][number]
export type Filters = Pick<QueryOf<typeof searchNominations>, 'q' | 'unit' | 'within' | 'finding' | 'state' | 'warned' | 'returned' | 'due'>
export type Mark = 'warned' | 'returned' | 'due'
export const marks: readonly Mark[] = ['warned', 'returned', 'due']
const PAGE = 50

const read = (search: URLSearchParams): Filters => {
  const state = nominationStates.find((s) => s === search.get('state'))
  const [unit, within, finding] = [search.get('unit'), search.get('within'), findingKinds.find((k) => k === search.get('finding'))]
  return { q: search.get('q') ?? '', ...(unit !== null && { unit }), ...(within !== null && { within }), ...(finding !== undefined && { finding }), ...(state !== undefined && { state }), ...Object.fromEntries(marks.filter((m) => search.get(m) === 'yes').map((m) => [m, 'yes'])) }
}

export const useQueue = (campaignId: string) => {
  const [search, setSearch] = useSearchParams()
  const live = useLive()
  const filters = read(search)
  const request = { params: { campaignId }, query: { ...filters, limit: PAGE } }
  const query = useInfiniteQuery<Page, ProblemError | OfflineError, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: [...keyOf(searchNominations, request), 'pages'], initialPageParam: null, getNextPageParam: (last) => last.next, placeholderData: keepPreviousData, refetchInterval: live ? TOLD_MS : 60_000, meta: { look: 'campaign' },
    queryFn: ({ pageParam, signal }) => call(searchNominations, { ...request, query: { ...request.query, ...(pageParam !== null && { after: pageParam }) } }, signal),
  })
  const rows = query.data?.pages.flatMap((p) => p.rows) ?? []
  /** What lay on the desk is put away with another filter: the first that is found lies there then. */
  const change = (changed: Partial<Record<keyof Filters, string | undefined>>) => setSearch((now) => {
    const next = new URLSearchParams(now)
    next.delete('n')
    for (const [key, value] of Object.entries(changed)) {
      if (value === undefined || value === '') next.delete(key)
      else next.set(key, value)
    }
    return next
  }, { replace: true })
  const open = (id: string) => setSearch((now) => { const next = new URLSearchParams(now); next.set('n', id); return next }, { replace: true })
  return {
    query, rows, filters, change, open, opened: search.get('n'), filtered: Object.keys(filters).length > 1 || filters.q !== '',
    total: query.data?.pages.at(-1)?.total ?? 0, counts: query.data?.pages.at(-1)?.counts ?? {},
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    addressOf: (id: string) => { const next = new URLSearchParams(search); next.set('n', id); return `?${next.toString()}` },
  }
}
export type QueueOfDesk = ReturnType<typeof useQueue>
