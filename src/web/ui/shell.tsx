/** The frame around every page of an area: top bar with the person's navigation, then the page. Who is not signed in goes to the sign-in page. */
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { readSession, signOut } from '#contract/operations/sign-in'
import { roleNames, type Role } from '#core/access/actor'
import { call } from '../api/call'
import { useText, useWords } from '../text/use-text'
import { NoPermission } from './empty'
import { PageFrame } from './page-frame'
import { TopBar } from './top-bar'
import type { NavItem } from './top-nav'
import { DemoTime } from './demo-time'
import { RoleSwitch } from './role-switch'
import { useRenewSession, useSession } from '../api/session'

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

export const Shell = ({ home, items, roles = [], children }: ShellProps) => {
  const session = useSession()
  const words = useWords()
  const t = useText()
  const leave = useSignOut()
  const { pathname, search } = useLocation()
  if (roles.length && (!session.signedIn || session.next !== 'done')) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
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
        clock={<>{session.demo ? <DemoTime /> : null}{through ? <RoleSwitch /> : null}</>}
      />
      {open ? children ?? <Outlet /> : (
        <PageFrame><NoPermission who={roles.map((role) => words(roleNames[role])).join(' / ')} ask={t('common.noPermission.office')} /></PageFrame>
      )}
    </>
  )
}
