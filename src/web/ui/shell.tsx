/** The frame around every page of an area: top bar with the person's navigation, then the page. Who is not signed in goes to the sign-in page; whose session ended on the page signs in again over it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { readSession, signOut } from '#contract/operations/sign-in'
import { roleNames, type Role } from '#core/access/actor'
import { call } from '../api/call'
import { holding, type Held } from '../api/held-session'
import { useText, useWords } from '../text/use-text'
import { Bell } from './bell'
import { NoPermission } from './empty'
import { PageFrame } from './page-frame'
import { TopBar } from './top-bar'
import type { NavItem } from './top-nav'
import { DemoTime } from './demo-time'
import { RoleSwitch } from './role-switch'
import { SessionHeld, useRenewSession, useSession, type Session } from '../api/session'
import { signedInAgain } from '../api/session-ended'
import { AccountNews } from './sign-in/account-news'
import { SignInAgain } from './sign-in/sign-in-again'

interface ShellProps {
  home: string
  items: readonly NavItem[]
  /** Whose pages these are; empty means anyone's. */
  roles?: readonly Role[]
  /** Without it the routes below show. */
  children?: ReactNode
}

const useSignOut = () => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const renew = useRenewSession()
  return async () => {
    await call(signOut, { params: {} })
    await navigate('/')
    await renew()
    // What one person read must not wait in the browser for the next.
    client.removeQueries({ predicate: (q) => q.queryKey[0] !== readSession.id })
  }
}

/** The session the page goes by, and whether it waits for its person to sign in again. */
const useHeld = (now: Session): { session: Session; ended: boolean } => {
  const [before, setHeld] = useState<Held<Session> | null>(null)
  const held = holding(before, now)
  if (held !== before) setHeld(held)
  const ended = held?.away === true
  // What was held back is sent when the person is back.
  useEffect(() => (ended ? () => signedInAgain.tell() : undefined), [ended])
  return { session: held?.session ?? now, ended }
}

export const Shell = (props: ShellProps) => {
  const now = useSession()
  const { session, ended } = useHeld(now)
  const { pathname, search } = useLocation()
  if (props.roles === undefined || props.roles.length === 0) return <Frame {...props} session={now} />
  if (!session.signedIn || session.next !== 'done') return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  return (
    <SessionHeld session={session}>
      <Frame {...props} session={session}>{ended ? <SignInAgain was={session} now={now} /> : null}{props.children ?? <Outlet />}</Frame>
    </SessionHeld>
  )
}

const Frame = ({ home, items, roles = [], children, session }: ShellProps & { session: Session }) => {
  const words = useWords()
  const t = useText()
  const leave = useSignOut()
  const open = roles.length === 0 || (session.role !== null && roles.includes(session.role))
  const through = session.signedIn && session.next === 'done'
  return (
    <>
      <TopBar
        home={home} items={open ? items : []} demo={session.demo}
        {...(session.organisation && { organisation: session.organisation.name })}
        {...(session.role && { role: words(roleNames[session.role]) })}
        {...(session.personName && { person: session.personName })}
        {...(session.signedIn && { onSignOut: () => void leave() })}
        {...(through && { account: '/account' })}
        {...(through && session.role !== null && { bell: <Bell /> })}
        clock={<>{session.demo ? <DemoTime /> : null}{through ? <RoleSwitch /> : null}</>}
      />
      {through ? <AccountNews /> : null}
      {open ? children ?? <Outlet /> : (
        <PageFrame><NoPermission who={roles.map((role) => words(roleNames[role])).join(' / ')} ask={t('common.noPermission.office')} /></PageFrame>
      )}
    </>
  )
}
