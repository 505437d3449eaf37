/** A new password, twice; and what is wrong with it. The length is the contract's. */
import { useState } from 'react'
import { password as shape } from '#contract/operations/sign-in'
import { useText } from '../../text/use-text'
import { TextField } from '../text-fields'

export const useNewPassword = () => {
  const t = useText()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const min = shape.minLength ?? 0
  const short = !shape.safeParse(password).success
  const fields = (
    <>
      <TextField label={t('entry.password.new')} type="password" value={password} onChange={setPassword} name="new-password" autoComplete="new-password" hint={t('entry.password.hint', { n: min })} error={asked && short ? t('entry.password.short', { n: min }) : null} required />
      <TextField label={t('entry.password.again')} type="password" value={again} onChange={setAgain} name="new-password-again" autoComplete="new-password" error={asked && !short && again !== password ? t('entry.password.differ') : null} required />
    </>
  )
  /** The password, or null when it cannot be used yet; from then on the fields say why. */
  const take = (): string | null => {
    setAsked(true)
    return short || again !== password ? null : password
  }
  return { fields, take }
}
