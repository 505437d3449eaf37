/** 登录的第二步: the one-time code, a passkey, or one of the printed recovery codes; whichever the account has. */
import { useState } from 'react'
import { enterRecoveryCode } from '#contract/operations/sign-in'
import type { SecondWay } from '#core/access/ways-in'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused, useTroubleWords } from '../answer'
import { Button } from '../button'
import { TextField } from '../text-fields'
import { say } from '../toast'
import { PasskeySignIn } from './passkey-sign-in'
import { SecondFactorCode } from './second-factor'
import './sign-in.css'

const RecoveryCode = () => {
  const t = useText()
  const words = useTroubleWords()
  const act = useAct(enterRecoveryCode)
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const wrong = act.error?.name === 'ProblemError' && act.error.problem.error === 'wrongCredentials' ? words(act.error) : null
  const send = () => {
    const usable = enterRecoveryCode.body.safeParse({ code }).success
    setShort(!usable)
    if (usable) act.mutate({ params: {}, body: { code } }, { onSuccess: ({ left }) => say(t('entry.recovery.left', { n: left })) })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      {act.error && wrong === null ? <><Refused error={act.error} lost={t('entry.signIn.notIn')} /><div className="gap" /></> : null}
      <TextField label={t('entry.recovery.code')} value={code} onChange={setCode} name="recovery-code" hint={t('entry.recovery.hint')} error={short ? t('entry.recovery.short') : wrong} required />
      <Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('entry.recovery.act')}</Button>
    </form>
  )
}

const Step = ({ way }: { way: SecondWay }) => {
  const t = useText()
  if (way === 'totp') return <SecondFactorCode />
  if (way === 'recoveryCode') return <RecoveryCode />
  return <><p className="detail">{t('entry.passkey.second')}</p><PasskeySignIn main /></>
}

export const SecondStep = () => {
  const t = useText()
  const { secondWays } = useSession()
  const [chosen, choose] = useState<SecondWay | null>(null)
  const way = chosen ?? secondWays[0] ?? 'totp'
  const others = secondWays.filter((w) => w !== way)
  return (
    <>
      <Step key={way} way={way} />
      {others.length > 0 ? <ul className="second-ways">{others.map((w) => <li key={w}><button type="button" className="link" onClick={() => choose(w)}>{t(`entry.secondWay.${w}`)}</button></li>)}</ul> : null}
    </>
  )
}
