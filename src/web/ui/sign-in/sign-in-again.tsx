/** The session ended while somebody was at work: signing in again happens over the page, and what was typed stays on it. */
import { useEffect, useState } from 'react'
import { chooseRole, signOut } from '#contract/operations/sign-in'
import { SessionHeld, type Session } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { areaOf } from '../area-of-role'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { Note } from '../finding-card'
import { SecondFactorSetUp } from './second-factor'
import { SecondStep } from './second-step'
import { SignInForm } from './sign-in-form'
import './sign-in.css'

const leaveFor = (now: Session) => location.assign(areaOf(now.role))

/** Somebody else signed in: the page is not theirs, and is left with all that stands on it. */
const SomebodyElse = ({ was, now }: { was: Session; now: Session }) => {
  const t = useText()
  const leave = useAct(signOut)
  return (
    <>
      <p>{t('entry.again.other', { now: now.personName ?? '', was: was.personName ?? '' })}</p>
      <div className="stack gap"><Button wide look="primary" busy={leave.isPending} onClick={() => leave.mutate({ params: {} })}>{t('entry.again.back', { was: was.personName ?? '' })}</Button><Button wide onClick={() => leaveFor(now)}>{t('entry.again.leave', { now: now.personName ?? '' })}</Button></div>
    </>
  )
}

const Steps = ({ was, now }: { was: Session; now: Session }) => {
  const choose = useAct(chooseRole)
  const { mutate } = choose
  const through = now.signedIn && now.next === 'done'
  const same = now.accountId === was.accountId
  // In another of one's roles one would not see this page.
  const seat = through && same && now.membershipId !== was.membershipId ? was.membershipId : null
  useEffect(() => { if (seat !== null) mutate({ params: {}, body: { membershipId: seat } }) }, [seat, mutate])
  if (now.signedIn && !same) return <SomebodyElse was={was} now={now} />
  if (!now.signedIn) return <SignInForm known={was.login ?? ''} onPage />
  return now.next === 'secondFactor' ? <SecondStep /> : now.next === 'setUpSecondFactor' ? <SecondFactorSetUp /> : null
}

/** @param was whose page it is @param now who is signed in by now */
export const SignInAgain = ({ was, now }: { was: Session; now: Session }) => {
  const t = useText()
  const [away, setAway] = useState(false)
  const other = now.signedIn && now.accountId !== was.accountId
  const title = t(other ? 'entry.again.otherTitle' : now.signedIn && now.next !== 'done' ? 'entry.again.step' : 'entry.again.title')
  return (
    <>
      {away ? <div className="page ended"><Note kind="warn" title={t('entry.again.title')} actions={<Button size="small" look="primary" onClick={() => setAway(false)}>{t('entry.start.signIn')}</Button>}><p>{t('entry.again.kept')}</p></Note></div> : null}
      <Dialog open={!away} onClose={() => (other ? leaveFor(now) : setAway(true))} title={title} {...(!other && { actions: <Button onClick={() => setAway(true)}>{t('entry.again.not')}</Button> })}>
        {other ? null : <p className="detail">{t('entry.again.kept')}</p>}
        <div className="gap sign-in-again"><SessionHeld session={now}><Steps was={was} now={now} /></SessionHeld></div>
      </Dialog>
    </>
  )
}
