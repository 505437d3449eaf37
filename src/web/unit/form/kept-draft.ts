/**
 * Unsaved text kept in this browser over a closed tab, per account and nomination. What the server seals at rest
 * (ID number, phone, e-mail) is left out: it would lie open here for whoever uses the computer next.
 */
import { emptyPatch, isEmpty, type Kept } from './patch'

const keyOf = (account: string, nominationId: string) => `xuanshu.draft.${account}.${nominationId}`

const left = (from: Kept['fields'], secret: ReadonlySet<string>) => Object.fromEntries(Object.entries(from).filter(([field]) => !secret.has(field)))

export const keepDraft = (account: string, nominationId: string, kept: Kept | null, secret: ReadonlySet<string>) => {
  try {
    const key = keyOf(account, nominationId)
    const open = kept && { ...kept, fields: left(kept.fields, secret) }
    if (open === null || isEmpty(open)) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(open))
  } catch {
    // storage refused or full: the page itself still holds the text
  }
}

export const keptDraft = (account: string, nominationId: string): Kept | null => {
  try {
    const text = localStorage.getItem(keyOf(account, nominationId))
    if (text === null) return null
    const kept = JSON.parse(text) as Partial<Kept>
    return { version: kept.version ?? 0, fields: kept.fields ?? {}, answers: { ...emptyPatch.answers, ...kept.answers } }
  } catch {
    return null // written by another version of the page: nothing to offer
  }
}
