/** The uploads of a nomination in React: one for as long as the app is open, so that a file goes on while another page shows. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { listFilms } from '#contract/operations/films'
import { readNomination } from '#contract/operations/nominations'
import { quarantineOfNomination } from '#contract/operations/secrecy'
import { useSession } from '../../api/session'
import type { NominationContext } from '../reading'
import type { UploadItem } from './upload-item'
import { Uploads, type UploadsHome } from './uploads'

const all = new Map<string, Uploads>()

export const useUploads = ({ nomination, campaign }: NominationContext): { uploads: Uploads; items: readonly UploadItem[] } => {
  const client = useQueryClient()
  const account = useSession().accountId ?? ''
  const home: UploadsHome = {
    account, nominationId: nomination.id, definition: () => campaign.definition, held: (materialId) => nomination.materials.filter((m) => m.materialId === materialId).length,
    changed: () => void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readNomination.id || q.queryKey[0] === listFilms.id || q.queryKey[0] === quarantineOfNomination.id }),
  }
  const uploads = useMemo(() => {
    const key = `${account}.${nomination.id}`
    const known = all.get(key) ?? new Uploads(home)
    all.set(key, known)
    return known
    // The home is renewed below with each reading.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [account, nomination.id])
  useEffect(() => uploads.settle(home))
  useEffect(() => void uploads.recall(), [uploads])
  return { uploads, items: useSyncExternalStore(uploads.subscribe, uploads.items) }
}
