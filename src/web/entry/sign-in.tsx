/** `/sign-in`: login and password (or what stands for them), then what the session says is next: the second step, its set-up, or the area of the role. */
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useText } from '../text/use-text'
import { SecondFactorSetUp } from '../ui/sign-in/second-factor'
import { SecondStep } from '../ui/sign-in/second-step'
import { SignInForm } from '../ui/sign-in/sign-in-form'
import { useSession } from '../api/session'
import { EntryPage } from './entry-page'
import { NotIn } from './not-in'
import { Through } from './pick-role'

export const SignIn = () => {
  const t = useText()
  const session = useSession()
  const [search] = useSearchParams()
  // Who came in here picks a role; who comes back for a second step, or by hand, has one. `ask`: signed in a moment ago, on another page.
  const [came] = useState(!session.signedIn || search.has('ask'))
  if (session.signedIn && session.next === 'done') return <Through ask={came} />
  if (session.signedIn && session.next === 'secondFactor') return <EntryPage title={t('entry.signIn.stepTitle')} below={<NotIn />}><SecondStep /></EntryPage>
  if (session.signedIn) return <EntryPage title={t('entry.secondFactor.title')}><SecondFactorSetUp /></EntryPage>
  return <EntryPage title={t('entry.signIn.title')} below={<><Link className="link" to="/activate">{t('entry.start.activate')}</Link><NotIn /></>}><SignInForm /></EntryPage>
}
