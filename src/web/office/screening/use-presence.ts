/** 谁在看: tells every so often what lies on this desk, and learns what lies on others'. A page that is hidden tells nothing, and is forgotten within a minute. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { beHere } from '#contract/operations/presence'
import { presenceTimes } from '#core/nomination/presence'
import { call } from '../../api/call'

/** Names of colleagues by the nomination they look at. */
export const usePresence = (campaignId: string, nominationId: string | undefined): ReadonlyMap<string, readonly string[]> => {
  const { data } = useQuery({
    // A key of its own: acts renew what they changed, and a beat is none of it.
    queryKey: ['presence', campaignId, nominationId ?? null], queryFn: ({ signal }) => call(beHere, { params: { campaignId }, body: { nominationId: nominationId ?? null } }, signal),
    refetchInterval: presenceTimes.beat, refetchIntervalInBackground: false, refetchOnWindowFocus: true, retry: false, staleTime: presenceTimes.beat / 2, placeholderData: (before) => before,
  })
  useEffect(() => () => { void call(beHere, { params: { campaignId }, body: { nominationId: null } }).catch(() => undefined) }, [campaignId])
  return new Map(data?.here.map((h) => [h.nominationId, h.names]))
}
