/** 密码: changed, or set for the first time by those who signed in without one. */
import { useState } from 'react'
import { changePassword } from '#contract/operations/account'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Dialog, DialogActions } from '../ui/dialog'
import { useNewPassword } from '../ui/sign-in/new-password'
import { State } from '../ui/state'
import { say } from '../ui/toast'
import type { Account } from './reading'
import { AccountRow } from './account-row'
import { useChange } from './use-change'

const Form = ({ onDone, onClose, title }: { onDone: () => void; onClose: () => void; title: string }) => {
  const t = useText()
  const { fields, take } = useNewPassword()
  const { run, error, busy } = useChange(changePassword)
  const send = () => {
    const password = take()
    if (password !== null) run({ params: {}, body: { password } }, () => { say(t('account.password.done')); onDone() })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      {error ? <><Refused error={error} /><div className="gap" /></> : null}
      {fields}
      <DialogActions><Button onClick={onClose}>{t('account.not')}</Button><Button type="submit" look="primary" busy={busy}>{title}</Button></DialogActions>
    </form>
  )
}

export const PasswordPart = ({ account: { hasPassword } }: { account: Account }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const title = t(hasPassword ? 'account.password.change' : 'account.password.set')
  return (
    <AccountRow name={t('entry.signIn.password')} acts={<Button size="small" onClick={() => setOpen(true)}>{title}</Button>}>
      <State kind={hasPassword ? 'ok' : 'none'}>{t(hasPassword ? 'account.isSet' : 'account.notSet')}</State>
      <Dialog open={open} onClose={close} title={title}>
        <p className="detail">{t('account.password.fact')}</p>
        <div className="gap"><Form title={title} onDone={close} onClose={close} /></div>
      </Dialog>
    </AccountRow>
  )
}
