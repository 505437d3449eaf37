/** Renews what an open page shows when it is told that something changed: the queries that say so by `look`, and no other. */
import { useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import { startLooks, type Look } from '../api/looks'
import { useSession } from '../api/session'

/** Not all pages of a bureau at the same moment. */
const SPREAD_MS = 800
/** What is being asked when the word comes is asked again when it has its answer: that may be from before. */
const AFTER_MS = 300

const concerns = ({ topic, campaignId }: Look) => ({ meta, queryKey }: Query): boolean =>
  meta?.['look'] === topic && (topic === 'news' || (queryKey[1] as { params?: { campaignId?: string } } | undefined)?.params?.campaignId === campaignId)

export const Looks = () => {
  const client = useQueryClient()
  const { signedIn, next, membershipId } = useSession()
  const inside = signedIn && next === 'done' && membershipId !== null
  useEffect(() => {
    if (!inside) return undefined
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const renew = (predicate: (query: Query) => boolean, ms = Math.random() * SPREAD_MS): void => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        // Never taken away from under whoever pressed for it: a next page on its way comes first.
        const busy = new Set(client.getQueryCache().findAll({ predicate, type: 'active', fetchStatus: 'fetching' }))
        void client.invalidateQueries({ predicate: (q) => predicate(q) && !busy.has(q) })
        if (busy.size > 0) renew((q) => busy.has(q), AFTER_MS)
      }, ms)
      timers.add(timer)
    }
    const stop = startLooks((look) => renew(concerns(look)), () => renew(({ meta }) => meta?.['look'] !== undefined))
    return () => { stop(); timers.forEach(clearTimeout) }
    // Whoever sits elsewhere is told of other things: a new stream.
  }, [client, inside, membershipId])
  return null
}
