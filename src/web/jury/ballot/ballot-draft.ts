/**
 * The ticks of a ballot before it is cast, and the receipt after it: by account and round, in this page's memory.
 * Unsent ticks also live in the tab's storage, so that a phone that drops the page does not drop them; a cast ballot leaves no trace there.
 */
import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from '../../api/session'

interface Draft { readonly approvals: readonly string[]; readonly receipt: string | null }

const drafts = new Map<string, Draft>()
const listeners = new Set<() => void>()
const none: Draft = { approvals: [], receipt: null }
const stored = (key: string): Draft => {
  try {
    const text: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return { approvals: Array.isArray(text) ? text.filter((v) => typeof v === 'string') : [], receipt: null }
  } catch {
    return none // storage refused, or not ours
  }
}
const keep = (key: string, draft: Draft) => {
  drafts.set(key, draft)
  try {
    if (draft.receipt === null && draft.approvals.length) sessionStorage.setItem(key, JSON.stringify(draft.approvals))
    else sessionStorage.removeItem(key)
  } catch {
    // see `stored`
  }
  listeners.forEach((tell) => tell())
}
const read = (key: string): Draft => {
  const known = drafts.get(key)
  if (known) return known
  const found = stored(key)
  drafts.set(key, found)
  return found
}
const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

/** @param allowed candidates of the round that this juror may approve; ticks of others are left out */
export const useBallotDraft = (roundId: string, allowed: readonly string[]) => {
  const { accountId } = useSession()
  const key = `xuanshu.ballot.${accountId}.${roundId}`
  const draft = useSyncExternalStore(listen, () => read(key))
  const approvals = draft.approvals.filter((id) => allowed.includes(id))
  const toggle = useCallback((id: string) => {
    const { approvals: before } = read(key)
    keep(key, { approvals: before.includes(id) ? before.filter((a) => a !== id) : [...before, id], receipt: null })
  }, [key])
  const cast = useCallback((receipt: string) => keep(key, { ...read(key), receipt }), [key])
  return { approvals, receipt: draft.receipt, toggle, cast }
}
