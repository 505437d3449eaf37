/** `/sign-in`: account and password; a second factor where the role needs one. Not yet joined to the server. */
import { useState } from 'react'
import { Link } from 'react-router'
import { useText } from '../text/use-text'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'

export const SignIn = () => {
  const t = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  return (
    <EntryPage title={t('entry.signIn.title')} below={<Link className="link" to="/activate">{t('entry.start.activate')}</Link>}>
      <TextField label={t('entry.signIn.login')} value={login} onChange={setLogin} name="login" autoComplete="username" />
      <TextField label={t('entry.signIn.password')} type="password" value={password} onChange={setPassword} name="password" autoComplete="current-password" hint={t('entry.signIn.passwordHint')} />
      <Button type="submit" look="primary" size="large" wide>{t('entry.signIn.act')}</Button>
    </EntryPage>
  )
}
