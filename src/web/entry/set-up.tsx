/** `/set-up?key=…`: an empty installation becomes an office in three steps: organisation and first account, second factor, units. The session says which step it is. */
import { useSearchParams } from 'react-router'
import { useText } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { Stepper } from '../ui/stepper'
import { EntryPage } from './entry-page'
import { SecondFactorSetUp } from '../ui/sign-in/second-factor'
import { SecondStep } from '../ui/sign-in/second-step'
import { useSession } from '../api/session'
import { SetUpForm } from './set-up-form'

const UnitsStep = () => {
  const t = useText()
  return (
    <>
      <h2>{t('entry.setUp.ready')}</h2>
      <p className="muted">{t('entry.setUp.unitsWhy')}</p>
      <div className="row-of gap"><ButtonLink to="/office/units" look="primary" size="large">{t('entry.setUp.import')}</ButtonLink><ButtonLink to="/office" size="large">{t('entry.setUp.skip')}</ButtonLink></div>
    </>
  )
}

export const SetUp = () => {
  const t = useText()
  const session = useSession()
  const [search] = useSearchParams()
  const key = search.get('key') ?? ''
  const steps = [t('entry.setUp.organisation'), t('entry.setUp.account'), t('entry.setUp.units')]
  if (session.signedIn && session.next === 'done') return <EntryPage title={t('entry.setUp.title')} wide><Stepper steps={steps} now={2} /><UnitsStep /></EntryPage>
  if (session.signedIn) return <EntryPage title={t('entry.setUp.title')} wide><Stepper steps={steps} now={1} />{session.next === 'secondFactor' ? <SecondStep /> : <SecondFactorSetUp />}</EntryPage>
  if (session.setUp) return <EntryPage title={t('entry.setUp.title')}><Empty title={t('entry.setUp.done')} action={<ButtonLink to="/sign-in" look="primary">{t('entry.start.signIn')}</ButtonLink>}>{t('entry.setUp.doneFact')}</Empty></EntryPage>
  if (key === '') return <EntryPage title={t('entry.setUp.title')} wide><Empty title={t('entry.setUp.openAddress')}>{t('entry.setUp.openAddressFact')}</Empty></EntryPage>
  return <EntryPage title={t('entry.setUp.title')} wide><Stepper steps={steps} now={0} /><SetUpForm keyOfSetUp={key} /></EntryPage>
}
