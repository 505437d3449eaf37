/** 通行密钥: added by what the device checks (指纹、面容或安全密钥), named, taken away. Said so that nobody needs to know the word. */
import { useState } from 'react'
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from '#contract/operations/passkeys'
import { MOST_PASSKEYS } from '#core/access/ways-in'
import { canPasskeys, makePasskey, type PasskeyTrouble } from '../api/passkey'
import { useSession } from '../api/session'
import { useLanguage, useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Dialog, DialogActions } from '../ui/dialog'
import { sayAt } from '../ui/say-time'
import { PasskeyNote } from '../ui/sign-in/passkey-sign-in'
import { State } from '../ui/state'
import { TextField } from '../ui/text-fields'
import { say } from '../ui/toast'
import type { Account } from './reading'
import { AccountRow } from './account-row'
import { useChange } from './use-change'

type Passkey = Account['passkeys'][number]

const NameField = ({ name, onChange }: { name: string; onChange: (name: string) => void }) => {
  const t = useText()
  return <TextField label={t('account.passkey.name')} value={name} onChange={onChange} name="passkey-name" hint={t('account.passkey.nameHint')} max={40} required />
}

/** @param options asked for when the person was proved; the device is asked at the press of a button, as browsers demand */
const Add = ({ options, suggested, onDone }: { options: Record<string, unknown>; suggested: string; onDone: () => void }) => {
  const t = useText()
  const [name, setName] = useState(suggested)
  const [trouble, setTrouble] = useState<PasskeyTrouble | null>(null)
  const { run, error, busy } = useChange(addPasskey)
  const make = async () => {
    setTrouble(null)
    const made = await makePasskey(options)
    if (made.ok) run({ params: {}, body: { name, response: made.response as never } }, () => { say(t('account.passkey.added', { name })); onDone() })
    else setTrouble(made.trouble)
  }
  const whole = addPasskey.body.safeParse({ name, response: { id: '', rawId: '', type: 'public-key', response: { clientDataJSON: '', attestationObject: '' } } }).success
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (whole) void make() }}>
      <p className="detail">{t('account.passkey.fact')}</p>
      <div className="gap"><NameField name={name} onChange={setName} /></div>
      <div className="gap">{error ? <Refused error={error} /> : <PasskeyNote trouble={trouble} />}</div>
      <DialogActions><Button onClick={onDone}>{t('account.not')}</Button><Button type="submit" look="primary" disabled={!whole} busy={busy}>{t('account.passkey.make')}</Button></DialogActions>
    </form>
  )
}

const Line = ({ passkey }: { passkey: Passkey }) => {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const [name, setName] = useState(passkey.name)
  const rename = useChange(renamePasskey)
  const remove = useChange(removePasskey)
  const params = { passkeyId: passkey.passkeyId }
  const close = () => setOpen(null)
  const used = passkey.lastUsedAt === null ? t('account.passkey.unused') : t('account.passkey.used', { at: sayAt(passkey.lastUsedAt, language) })
  return (
    <li>
      <div><b>{passkey.name}</b> <span className="small muted">{used}{passkey.synced ? `${t('common.comma')}${t('account.passkey.synced')}` : ''}</span></div>
      <div className="account-acts">
        <Button size="small" look="quiet" aria-label={t('account.passkey.renameOf', { name: passkey.name })} onClick={() => setOpen('rename')}>{t('account.passkey.rename')}</Button>
        <Button size="small" look="quiet" aria-label={t('account.passkey.removeOf', { name: passkey.name })} onClick={() => setOpen('remove')}>{t('account.remove')}</Button>
      </div>
      {rename.error ?? remove.error ? <div className="account-error"><Refused error={rename.error ?? remove.error} /></div> : null}
      <Dialog open={open === 'rename'} onClose={close} title={t('account.passkey.renameOf', { name: passkey.name })} actions={<><Button onClick={close}>{t('account.not')}</Button><Button look="primary" disabled={name.trim() === ''} busy={rename.busy} onClick={() => rename.run({ params, body: { name } }, close)}>{t('account.passkey.rename')}</Button></>}>
        <NameField name={name} onChange={setName} />
      </Dialog>
      <Dialog open={open === 'remove'} onClose={close} title={t('account.passkey.removeOf', { name: passkey.name })} actions={<><Button onClick={close}>{t('account.not')}</Button><Button look="block" busy={remove.busy} onClick={() => { close(); remove.run({ params }, () => say(t('account.passkey.removed', { name: passkey.name }))) }}>{t('account.passkey.removeDo')}</Button></>}>
        <p>{t('account.passkey.removeFact')}</p>
      </Dialog>
    </li>
  )
}

export const PasskeysPart = ({ account: { passkeys, sessions } }: { account: Account }) => {
  const t = useText()
  const language = useLanguage()
  const { signInBy } = useSession()
  const begin = useChange(beginPasskey)
  const [options, setOptions] = useState<Record<string, unknown> | null>(null)
  const close = () => setOptions(null)
  const elsewhere = signInBy.passkeys && signInBy.origin !== location.origin
  const can = signInBy.passkeys && !elsewhere && canPasskeys()
  const suggested = sessions.find((s) => s.here)?.device[language] ?? ''
  return (
    <AccountRow name={t('account.passkey')} error={begin.error} acts={can && passkeys.length < MOST_PASSKEYS ? <Button size="small" busy={begin.busy} onClick={() => begin.run({ params: {} }, (answer) => setOptions(answer.options))}>{t('account.passkey.add')}</Button> : null}>
      {passkeys.length === 0 ? <State kind="none">{t('account.notSet')}</State> : <ul className="passkeys">{passkeys.map((p) => <Line key={p.passkeyId} passkey={p} />)}</ul>}
      {can ? null : <p className="small muted">{elsewhere ? <>{t('account.passkey.elsewhere')} <a className="link" href={`${signInBy.origin}/account`}>{signInBy.origin}</a></> : t('account.passkey.impossible')}</p>}
      <Dialog open={options !== null} onClose={close} title={t('account.passkey.add')}>
        {options === null ? null : <Add options={options} suggested={suggested} onDone={close} />}
      </Dialog>
    </AccountRow>
  )
}
