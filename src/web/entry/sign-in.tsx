/** `/sign-in`: login and password, then what the session says is next: the one-time code, its set-up, or the area of the role. */
import { Link, Navigate, useSearchParams } from 'react-router'
import { useText } from '../text/use-text'
import { areaOf, ownAddress } from '../ui/area-of-role'
import { EntryPage } from './entry-page'
import { SecondFactorCode, SecondFactorSetUp } from './second-factor'
import { useSession } from '../api/session'
import { SignInForm } from './sign-in-form'

export const SignIn = () => {
  const t = useText()
  const session = useSession()
  const [search] = useSearchParams()
  if (session.signedIn && session.next === 'done') return <Navigate to={ownAddress(search.get('to')) ?? areaOf(session.role)} replace />
  if (session.signedIn && session.next === 'secondFactor') return <EntryPage title={t('entry.signIn.codeTitle')} below={t('entry.signIn.phoneLost')}><SecondFactorCode /></EntryPage>
  if (session.signedIn) return <EntryPage title={t('entry.secondFactor.title')}><SecondFactorSetUp /></EntryPage>
  return <EntryPage title={t('entry.signIn.title')} below={<Link className="link" to="/activate">{t('entry.start.activate')}</Link>}><SignInForm /></EntryPage>
}
