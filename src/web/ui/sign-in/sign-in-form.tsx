/** Login and password. When they are right the session is read anew: the page around goes on to what is next. */
import { useState } from 'react'
import { signIn } from '#contract/operations/sign-in'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused, useTroubleWords } from '../answer'
import { Button } from '../button'
import { TextField } from '../text-fields'
import { OtherWays } from './other-ways'
import './sign-in.css'

/** @param known whose session ended on this page @param onPage nothing may lead away from it */
export const SignInForm = ({ known = '', onPage }: { known?: string; onPage?: boolean }) => {
  const t = useText()
  const words = useTroubleWords()
  const act = useAct(signIn)
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = (value: string, words: string) => (asked && value === '' ? words : null)
  // Wrong words sit at the password; a lost connection or a locked account is not about what was typed.
  const wrong = act.error?.name === 'ProblemError' && act.error.problem.error === 'wrongCredentials' ? words(act.error) : null
  const send = () => {
    setAsked(true)
    if (login.trim() && password) act.mutate({ params: {}, body: { login: login.trim(), password } })
  }
  return (
    <>
      <form noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        {act.error && wrong === null ? <><Refused error={act.error} lost={t('entry.signIn.notIn')} /><div className="gap" /></> : null}
        <TextField label={t('entry.signIn.login')} value={login} onChange={setLogin} name="login" autoComplete="username" error={missing(login.trim(), t('entry.signIn.noLogin'))} required />
        <TextField label={t('entry.signIn.password')} type="password" value={password} onChange={setPassword} name="password" autoComplete="current-password" error={missing(password, t('entry.signIn.noPassword')) ?? wrong} required />
        <Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('entry.signIn.act')}</Button>
      </form>
      <OtherWays onPage={onPage === true} />
    </>
  )
}
