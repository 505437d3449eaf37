/** `/`: in a demo installation a card per role; an empty installation goes to its set-up; otherwise one signs in, and who is signed in goes to the area of the role. */
import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { areaOf } from '../ui/area-of-role'
import { useText } from '../text/use-text'
import { DemoCards } from './demo-cards'
import { PublicCampaigns } from './public-campaigns'
import './entry.css'
import { useSession } from '../api/session'
import { Shell } from '../ui/shell'
import { SignInForm } from '../ui/sign-in/sign-in-form'
import { NotIn } from './not-in'

export const Start = () => {
  const t = useText()
  const session = useSession()
  const [came] = useState(!session.signedIn)
  if (!session.setUp && !session.demo) return <Navigate to="/set-up" replace />
  if (session.signedIn && !session.demo) return came || session.next !== 'done' ? <Navigate to={came ? '/sign-in?ask' : '/sign-in'} replace /> : <Navigate to={areaOf(session.role)} replace />
  return (
    <Shell home="/" items={[]}>
      <main id="main" tabIndex={-1}>
        <section className="start-hero">
          <h1>{t('common.product')}</h1>
          <p>{t('entry.start.lead')}</p>
        </section>
        <div className="page">
          {session.demo ? <DemoCards /> : (
            <div className="entry-form">
              <h2>{t('entry.signIn.title')}</h2>
              <SignInForm />
              <div className="below"><Link className="link" to="/activate">{t('entry.start.activate')}</Link><NotIn /></div>
            </div>
          )}
          <PublicCampaigns />
        </div>
      </main>
    </Shell>
  )
}
