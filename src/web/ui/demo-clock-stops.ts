/** Instants worth a jump of the demo clock. A page that knows some says so while it is open; the clock in the top bar offers them. */
import { useEffect, useSyncExternalStore } from 'react'
import type { Instant } from '#core/kernel/instant'

export interface ClockStop { label: string; at: Instant }

const none: readonly ClockStop[] = []
let stops = none
const listeners = new Set<() => void>()
const change = (next: readonly ClockStop[]) => {
  stops = next
  listeners.forEach((tell) => tell())
}
const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

/** The page's own stops; gone when the page closes. */
export const useOfferStops = (offered: readonly ClockStop[]): void => {
  const key = JSON.stringify(offered)
  useEffect(() => {
    change(JSON.parse(key) as ClockStop[])
    return () => change(none)
  }, [key])
}

export const useClockStops = (): readonly ClockStop[] => useSyncExternalStore(listen, () => stops, () => none)
