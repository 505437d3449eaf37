/** What is chosen on a ballot before it is cast, of any shape: by account and round, in the tab alone; a cast ballot leaves no trace there. */
import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from '../../api/session'

interface Kept { readonly value: unknown; readonly receipt: string | null }
const kept = new Map<string, Kept>()
const listeners = new Set<() => void>()
const listen = (tell: () => void) => { listeners.add(tell); return () => void listeners.delete(tell) }

const read = (key: string): Kept => {
  const known = kept.get(key)
  if (known !== undefined) return known
  let value: unknown = null
  try { value = JSON.parse(sessionStorage.getItem(key) ?? 'null') } catch { /* storage refused, or not ours */ }
  const found = { value, receipt: null }
  kept.set(key, found)
  return found
}
const keep = (key: string, next: Kept): void => {
  kept.set(key, next)
  try {
    if (next.receipt === null && next.value !== null) sessionStorage.setItem(key, JSON.stringify(next.value))
    else sessionStorage.removeItem(key)
  } catch { /* see `read` */ }
  listeners.forEach((tell) => tell())
}

/** @param isOurs whether what the tab kept has the shape of this ballot */
export const useKeptChoice = <T,>(roundId: string, empty: T, isOurs: (value: unknown) => value is T) => {
  const { accountId } = useSession()
  const key = `xuanshu.choice.${accountId}.${roundId}`
  const { value, receipt } = useSyncExternalStore(listen, () => read(key))
  const set = useCallback((next: T) => keep(key, { value: next, receipt: null }), [key])
  const cast = useCallback((code: string) => keep(key, { ...read(key), receipt: code }), [key])
  return { value: isOurs(value) ? value : empty, receipt, set, cast }
}
