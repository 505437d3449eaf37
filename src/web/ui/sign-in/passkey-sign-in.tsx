/** 指纹、面容或安全密钥 instead of password and code. The device asks the person; the server checks what the device signed. */
import { useState } from 'react'
import { beginPasskeySignIn, signInByPasskey } from '#contract/operations/passkeys'
import { takePasskey, type PasskeyTrouble } from '../../api/passkey'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Note } from '../finding-card'

const words = { cancelled: 'entry.passkey.cancelled', known: 'entry.passkey.known', unable: 'entry.passkey.unable' } as const

/** What the browser said, and what can be done about it. */
export const PasskeyNote = ({ trouble }: { trouble: PasskeyTrouble | null }) => {
  const t = useText()
  return trouble === null ? null : <div role="alert"><Note kind="warn" title={t(words[trouble])}><p>{t(`${words[trouble]}.mend`)}</p></Note></div>
}

/** @param main the one act of its page */
export const PasskeySignIn = ({ main }: { main?: boolean }) => {
  const t = useText()
  const begin = useAct(beginPasskeySignIn, [])
  const enter = useAct(signInByPasskey)
  const [trouble, setTrouble] = useState<PasskeyTrouble | null>(null)
  const ask = async (options: Record<string, unknown>) => {
    const asked = await takePasskey(options)
    if (asked.ok) enter.mutate({ params: {}, body: { response: asked.response as never } })
    else setTrouble(asked.trouble)
  }
  const go = () => {
    setTrouble(null)
    enter.reset()
    begin.mutate({ params: {} }, { onSuccess: ({ options }) => void ask(options) })
  }
  return (
    <>
      {begin.error ?? enter.error ? <Refused error={begin.error ?? enter.error} lost={t('entry.signIn.notIn')} /> : <PasskeyNote trouble={trouble} />}
      <Button look={main ? 'primary' : 'default'} size="large" wide busy={begin.isPending || enter.isPending} onClick={go}>{t('entry.passkey.act')}</Button>
    </>
  )
}
