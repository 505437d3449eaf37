/** Somebody with several roles picks one on coming in; in the bar of every page it can be changed. */
import { useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { chooseRole } from '#contract/operations/sign-in'
import { roleNames } from '#core/access/actor'
import { useSession, type Membership, type Session } from '../api/session'
import { useAct } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { addressFor, areaOf, ownAddress } from '../ui/area-of-role'
import { EntryPage } from './entry-page'

/** Own roles, one of each kind where the page is the same: all that a candidate has stands on one page. A seat for a unit without people is no role of one's own. */
const rolesOf = ({ memberships }: Session): readonly Membership[] =>
  memberships.filter((m, i) => m.forOffice === null && (m.role !== 'candidate' || memberships.findIndex((o) => o.role === 'candidate') === i))

const PickRole = ({ roles, onPicked }: { roles: readonly Membership[]; onPicked: () => void }) => {
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const choose = useAct(chooseRole)
  const pick = async ({ membershipId, role }: Membership) => {
    // The promise, not the callbacks: with the role this page is gone before they would be called. A refusal stands on the page.
    const done = await choose.mutateAsync({ params: {}, body: { membershipId } }).then(() => true, () => false)
    if (!done) return
    onPicked()
    await navigate(addressFor(search.get('to'), role), { replace: true })
  }
  return (
    <EntryPage title={t('entry.role.title')}>
      <p className="detail">{t('entry.role.note')}</p>
      <ul className="pick-role">
        {roles.map((m) => <li key={m.membershipId}><button type="button" disabled={choose.isPending} onClick={() => void pick(m)}><b>{words(roleNames[m.role])}</b><span>{m.organisationName}</span></button></li>)}
      </ul>
      <Refused error={choose.error} />
    </EntryPage>
  )
}

/** Where one goes who is through: asked first, where there is a choice and the person came in on this page. */
export const Through = ({ ask }: { ask: boolean }) => {
  const session = useSession()
  const [search] = useSearchParams()
  const [picked, setPicked] = useState(false)
  const roles = rolesOf(session)
  if (ask && !picked && roles.length > 1) return <PickRole roles={roles} onPicked={() => setPicked(true)} />
  return <Navigate to={picked ? addressFor(search.get('to'), session.role) : ownAddress(search.get('to')) ?? areaOf(session.role)} replace />
}
