/** The draft of a nomination in React: one for all its pages, so that a save begun on one goes on while another shows. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { readNomination, saveDraft } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { secretTypes } from '#core/nomination/form'
import { call } from '../../api/call'
import { useSession } from '../../api/session'
import { signedInAgain } from '../../api/session-ended'
import type { NominationContext } from '../reading'
import { Draft, type Snapshot } from './draft'
import { keepDraft, keptDraft } from './kept-draft'
import { kindsOfAnswer, sameValue, type Patch } from './patch'

const drafts = new Map<string, Draft>()

const secretFields = ({ campaign }: NominationContext): ReadonlySet<string> =>
  new Set(rulesOf(campaign.definition, 'formField').filter((r) => secretTypes.has(r.type)).map((r) => r.field))

const useTheDraft = (context: NominationContext): { draft: Draft; account: string } => {
  const client = useQueryClient()
  const account = useSession().accountId ?? ''
  const { id } = context.nomination
  const draft = useMemo(() => {
    const key = `${account}.${id}`
    const secret = secretFields(context)
    const params = { nominationId: id }
    const known = drafts.get(key) ?? new Draft(context.nomination, {
      save: (version, patch) => call(saveDraft, { params, body: { version, ...patch } }),
      read: () => call(readNomination, { params }),
      keep: (patch) => keepDraft(account, id, patch, secret),
      saved: () => void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readNomination.id }),
    })
    drafts.set(key, known)
    return known
    // The definition of a nomination does not change while its draft is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [account, id, client])
  return { draft, account }
}

export interface DraftUse extends Snapshot {
  draft: Draft
  /** Text a closed tab left behind, not on the server. */
  offered: Patch | null
  takeBack: () => void
  leave: () => void
}

/** Kept text that the server has by now is not worth offering. */
const worthOffering = (account: string, { nomination }: NominationContext): Patch | null => {
  const kept = keptDraft(account, nomination.id)
  if (kept === null) return null
  const differs = Object.entries(kept.fields).some(([field, value]) => !sameValue(value, nomination.fields[field]))
    || kindsOfAnswer.some((kind) => Object.entries(kept.answers[kind]).some(([key, value]) => !sameValue(value, nomination.answers[kind][key])))
  return differs ? { fields: kept.fields, answers: kept.answers } : null
}

export const useDraft = (context: NominationContext): DraftUse => {
  const { draft, account } = useTheDraft(context)
  const snapshot = useSyncExternalStore(draft.subscribe, draft.snapshot)
  const [offered, setOffered] = useState(() => (snapshot.status === 'still' ? worthOffering(account, context) : null))
  useEffect(() => draft.adopt(context.nomination), [draft, context.nomination])
  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && draft.flush()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('online', draft.flush)
    const stop = signedInAgain.hear(draft.flush)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('online', draft.flush)
      draft.flush()
    }
  }, [draft])
  return {
    ...snapshot, draft, offered,
    takeBack: () => {
      if (offered !== null) draft.change(offered)
      setOffered(null)
    },
    leave: () => {
      keepDraft(account, context.nomination.id, null, new Set())
      setOffered(null)
    },
  }
}
