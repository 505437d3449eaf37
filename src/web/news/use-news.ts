/** One's own news, page by page; what is unread alone stands in the address. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listNews } from '#contract/operations/news'
import { call, type OfflineError, type ProblemError } from '../api/call'
import { useLive } from '../api/looks'
import { keyOf, TOLD_MS } from '../api/use-operation'

export type NewsAnswer = AnswerOf<typeof listNews>
export type NewsItem = NewsAnswer['news'][number]

export const useNews = () => {
  const [search, setSearch] = useSearchParams()
  const live = useLive()
  const unread = search.get('unread') === 'yes'
  const request = { params: {}, query: { unread: unread ? 'yes' as const : 'no' as const } }
  const query = useInfiniteQuery<NewsAnswer, ProblemError | OfflineError, { pages: NewsAnswer[] }, readonly unknown[], string | null>({
    queryKey: [...keyOf(listNews, request), 'pages'], initialPageParam: null, placeholderData: keepPreviousData, refetchInterval: live ? TOLD_MS : 60_000, meta: { look: 'news' }, retry: (failures, error) => error.name === 'OfflineError' && failures < 3,
    getNextPageParam: (last) => (last.more ? last.news.at(-1)?.newsId ?? null : null),
    queryFn: ({ pageParam, signal }) => call(listNews, { ...request, query: { ...request.query, ...(pageParam !== null && { before: pageParam }) } }, signal),
  })
  const show = (only: boolean) => setSearch(only ? { unread: 'yes' } : {}, { replace: true })
  return { query, unread, show, rows: query.data?.pages.flatMap((p) => p.news) ?? [], last: query.data?.pages.at(-1) }
}
