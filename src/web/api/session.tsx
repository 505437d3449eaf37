/** Who is here, as what, and what time it is. Read once from the server and renewed after sign-in, sign-out and moves of the demo clock. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import { readSession } from '#contract/operations/sign-in'
import type { Role } from '#core/access/actor'
import type { Instant } from '#core/kernel/instant'
import { useRead } from './use-operation'
import { Loading } from '../ui/loading'

type SessionAnswer = AnswerOf<typeof readSession>
export type Membership = NonNullable<SessionAnswer['person']>['memberships'][number]

export interface Session {
  signedIn: boolean
  /** A second factor is still owed before anything else is open. */
  next: SessionAnswer['next']
  /** False on an empty installation: `/set-up` comes first. */
  setUp: boolean
  demo: boolean
  /** What may follow the password, while the second step is owed. */
  secondWays: SessionAnswer['secondWays']
  /** How one signs in here beside login and password. */
  signInBy: SessionAnswer['signInBy']
  /** Changes to the own account that were made elsewhere and not seen yet. */
  news: SessionAnswer['news']
  accountId: string | null
  login: string | null
  personName: string | null
  membershipId: string | null
  role: Role | null
  organisation: { id: string; name: string } | null
  /** The office whose person sits in for a unit without people of its own; null: one's own seat. */
  forOffice: string | null
  memberships: readonly Membership[]
  /** Product time minus this browser's time, ms: give it to every `Clock`. */
  offset: number
  now: () => Instant
}

const nobody: Session = {
  signedIn: false, next: null, setUp: true, demo: false, secondWays: [], signInBy: { origin: '', passkeys: false, oidc: null }, news: [], accountId: null, login: null, personName: null, membershipId: null, role: null, organisation: null, forOffice: null, memberships: [], offset: 0, now: () => Date.now(),
}
const Context = createContext<Session>(nobody)

const sessionOf = (answer: SessionAnswer, readAt: Instant): Session => {
  const membership = answer.person?.membership ?? null
  const offset = answer.now - readAt
  return {
    signedIn: answer.signedIn, next: answer.next, setUp: answer.setUp, demo: answer.demo,
    secondWays: answer.secondWays, signInBy: answer.signInBy, news: answer.news,
    accountId: answer.person?.accountId ?? null,
    login: answer.person?.login ?? null,
    personName: answer.person?.name ?? null,
    membershipId: membership?.membershipId ?? null,
    role: membership?.role ?? null,
    organisation: membership ? { id: membership.organisationId, name: membership.organisationName } : null,
    forOffice: membership?.forOffice ?? null,
    memberships: answer.person?.memberships ?? [],
    offset,
    now: () => Date.now() + offset,
  }
}

/** Errors of the first read go to the boundary around it: without a session no page can tell what it may show. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const { data, dataUpdatedAt, error } = useRead(readSession, { params: {} })
  const session = useMemo(() => (data ? sessionOf(data, dataUpdatedAt) : null), [data, dataUpdatedAt])
  if (error && !session) throw error
  if (!session) return <main className="page" id="main"><Loading /></main>
  return <Context value={session}>{children}</Context>
}

export const useSession = (): Session => useContext(Context)

/** To the pages below, the session is this one: as it was before it ended, so that they stay as they stand. */
export const SessionHeld = ({ session, children }: { session: Session; children: ReactNode }) => <Context value={session}>{children}</Context>

/** Call after anything that changes who is here or what time it is. */
export const useRenewSession = () => {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readSession.id }), [client])
}
