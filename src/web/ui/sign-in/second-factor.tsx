/** The second factor: entering a one-time code, and setting it up (QR code, secret as text, one code to confirm). */
import { useEffect, useState } from 'react'
import { beginSecondFactor, confirmSecondFactor, enterSecondFactor } from '#contract/operations/sign-in'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Button } from '../button'
import { CodeText } from '../code-text'
import { Loading } from '../loading'
import { TextField } from '../text-fields'
import { Refused, useTroubleWords } from '../answer'
import './sign-in.css'

const digits = /^\d{6}$/

/** Blanks that the authenticator shows between the digits are no part of the code. */
const CodeField = ({ value, onChange, error }: { value: string; onChange: (value: string) => void; error: string | null }) => {
  const t = useText()
  return <TextField label={t('entry.signIn.code')} value={value} onChange={(v) => onChange(v.replace(/\s/g, ''))} name="code" keyboard="numeric" autoComplete="one-time-code" hint={t('entry.signIn.codeHint')} error={error} required />
}

const useCode = (operation: typeof enterSecondFactor | typeof confirmSecondFactor, onDone?: () => void) => {
  const t = useText()
  const words = useTroubleWords()
  const act = useAct(operation)
  const [code, setCode] = useState('')
  const [malformed, setMalformed] = useState(false)
  const send = () => {
    setMalformed(!digits.test(code))
    if (digits.test(code)) act.mutate({ params: {}, body: { code } }, { onError: () => setCode(''), ...(onDone && { onSuccess: onDone }) })
  }
  const change = (value: string) => {
    setMalformed(false)
    setCode(value)
  }
  return { field: <CodeField value={code} onChange={change} error={malformed ? t('entry.signIn.codeDigits') : act.error ? words(act.error) : null} />, send, busy: act.isPending }
}

const Form = ({ send, children }: { send: () => void; children: React.ReactNode }) => (
  <form noValidate onSubmit={(event) => { event.preventDefault(); send() }}>{children}</form>
)

/** When it is right, the session is read anew: the page around goes on. */
export const SecondFactorCode = () => {
  const t = useText()
  const { field, send, busy } = useCode(enterSecondFactor)
  return (
    <Form send={send}>
      {field}
      <Button type="submit" look="primary" size="large" wide busy={busy}>{t('entry.signIn.confirm')}</Button>
    </Form>
  )
}

const Secret = ({ secret, uri, qr }: { secret: string; uri: string; qr: string }) => {
  const t = useText()
  return (
    <div className="second-factor">
      {/* As an image the SVG can run nothing. */}
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`} alt={t('entry.secondFactor.qr')} width={200} height={200} />
      <div>
        <p>{t('entry.secondFactor.byHand')}</p>
        <p><CodeText code={secret} /></p>
        <p><a className="link" href={uri}>{t('entry.secondFactor.onPhone')}</a></p>
      </div>
    </div>
  )
}

/** @param onDone where the session alone does not lead on @param why absent: because the role asks for it */
export const SecondFactorSetUp = ({ onDone, why }: { onDone?: () => void; why?: string }) => {
  const t = useText()
  const { mutate, data, error } = useAct(beginSecondFactor, [])
  useEffect(() => mutate({ params: {} }), [mutate])
  const { field, send, busy } = useCode(confirmSecondFactor, onDone)
  if (error) return <Refused error={error} retry={() => mutate({ params: {} })} />
  if (!data) return <Loading />
  return (
    <Form send={send}>
      <p className="detail">{why ?? t('entry.secondFactor.why')}</p>
      <Secret {...data} />
      {field}
      <Button type="submit" look="primary" size="large" wide busy={busy}>{t('entry.secondFactor.act')}</Button>
    </Form>
  )
}
