/** Somebody with several roles picks one here; in a demo the way back to the role cards. */
import { Link, useLocation, useNavigate } from 'react-router'
import { chooseRole } from '#contract/operations/sign-in'
import { roleNames } from '#core/access/actor'
import { useAct } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { say } from './toast'
import { areaOf } from './area-of-role'
import './role-switch.css'
import { useTroubleWords, type Trouble } from './answer'
import { useSession } from '../api/session'

const Roles = () => {
  const { memberships, membershipId } = useSession()
  const t = useText()
  const words = useWords()
  const trouble = useTroubleWords()
  const navigate = useNavigate()
  const choose = useAct(chooseRole)
  // The promise, not the callbacks: with the new role this bar may be gone before they would be called.
  const pick = async (id: string) => {
    const role = memberships.find((m) => m.membershipId === id)?.role ?? null
    try {
      await choose.mutateAsync({ params: {}, body: { membershipId: id } })
      await navigate(areaOf(role))
    } catch (error) {
      say(trouble(error as Trouble))
    }
  }
  return (
    <select className="role-switch" aria-label={t('common.role.choose')} value={membershipId ?? ''} disabled={choose.isPending} onChange={(event) => void pick(event.target.value)}>
      {membershipId === null ? <option value="">{t('common.role.choose')}</option> : null}
      {memberships.map((m) => <option key={m.membershipId} value={m.membershipId}>{words(roleNames[m.role])}　{m.organisationName}</option>)}
    </select>
  )
}

export const RoleSwitch = () => {
  const { memberships, demo } = useSession()
  const t = useText()
  const { pathname } = useLocation()
  // There the whole page asks.
  if (pathname === '/sign-in') return null
  if (demo) return <Link className="role-link desk-only" to="/">{t('common.role.other')}</Link>
  return memberships.length > 1 ? <Roles /> : null
}
