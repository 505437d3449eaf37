/** The items of one appraisal in React: one saver for all its pages, so that a save begun on one goes on while another shows. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { readAppraisal, saveAppraisal, saveOwnAppraisal } from '#contract/operations/appraisal'
import { readNomination } from '#contract/operations/nominations'
import type { AppraisalOwner, Contents, ItemKind, SentItem } from '#core/appraisal/record'
import { call } from '../../api/call'
import { useSession } from '../../api/session'
import { ItemSaver, type SaverSnapshot } from './item-saver'
import type { Shown } from './shown'

const savers = new Map<string, ItemSaver>()
const keyOf = (account: string, nominationId: string, owner: AppraisalOwner) => `xuanshu.appraisal.${account}.${nominationId}.${owner}`

/** In this tab alone, and gone with it: whoever uses the telephone next finds nothing of what was said. */
const keep = (key: string, items: readonly SentItem[] | null) => {
  try {
    if (items === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(items))
  } catch {
    // storage refused or full: the page itself still holds the text
  }
}
const kept = (key: string): SentItem[] => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as SentItem[]
  } catch {
    return [] // written by another version of the page
  }
}

export interface ItemsUse extends SaverSnapshot {
  readonly saver: ItemSaver
  readonly get: <K extends ItemKind>(kind: K, step: string, key: string) => Contents[K] | undefined
  readonly put: <K extends ItemKind>(kind: K, step: string, key: string, content: Contents[K] | null) => void
}

export const useItems = (nominationId: string, shown: Shown): ItemsUse => {
  const client = useQueryClient()
  const account = useSession().accountId ?? ''
  const { owner } = shown
  const saver = useMemo(() => {
    const key = keyOf(account, nominationId, owner)
    const params = { nominationId }
    const known = savers.get(key) ?? new ItemSaver(shown.items, {
      save: (items) => call(owner === 'unit' ? saveAppraisal : saveOwnAppraisal, { params, body: { items } }),
      read: async () => (await call(readAppraisal, { params })).appraisals.find((a) => a.owner === owner)?.items ?? [],
      keep: (items) => keep(key, items),
      saved: () => void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readAppraisal.id || q.queryKey[0] === readNomination.id }),
    }, kept(key))
    savers.set(key, known)
    return known
    // What was read is adopted below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [account, nominationId, owner, client])
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot)
  useEffect(() => saver.adopt(shown.items), [saver, shown.items])
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && saver.flush()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('online', saver.flush)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('online', saver.flush)
      saver.flush()
    }
  }, [saver])
  return {
    ...snapshot, saver,
    get: (kind, step, key) => (saver.content({ kind, step, key }) ?? undefined) as never,
    put: (kind, step, key, content) => saver.put({ kind, step, key, content } as SentItem),
  }
}
