/** Where a person's news goes: an address of one's own, proved by a code, else the login or the unit's mailbox. */
import { useState } from 'react'
import { askMailAddress, confirmMailAddress, readNewsSettings, removeMailAddress } from '#contract/operations/news'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Dialog, DialogActions } from '../ui/dialog'
import { State } from '../ui/state'
import { TextField } from '../ui/text-fields'
import { say } from '../ui/toast'
import { AccountRow } from './account-row'
import type { NewsSettingsAnswer } from './reading'

const renewed = [readNewsSettings.id]

const AskForm = ({ onSent, onClose }: { onSent: () => void; onClose: () => void }) => {
  const t = useText()
  const [address, setAddress] = useState('')
  const ask = useAct(askMailAddress, renewed)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (address.trim() !== '') ask.mutate({ params: {}, body: { address } }, { onSuccess: onSent }) }}>
      <p className="detail">{t('news.mail.fact')}</p>
      <div className="gap"><TextField label={t('news.mail.address')} type="email" keyboard="email" autoComplete="email" value={address} onChange={setAddress} required /></div>
      <Refused error={ask.error} />
      <DialogActions><Button onClick={onClose}>{t('account.not')}</Button><Button type="submit" look="primary" disabled={address.trim() === ''} busy={ask.isPending}>{t('news.mail.send')}</Button></DialogActions>
    </form>
  )
}

const CodeForm = ({ asked, onDone, onClose }: { asked: string; onDone: () => void; onClose: () => void }) => {
  const t = useText()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const confirm = useAct(confirmMailAddress, renewed)
  const whole = /^\d{6}$/.test(code)
  const send = () => confirm.mutate({ params: {}, body: { code } }, { onSuccess: ({ confirmed }) => { setWrong(!confirmed); if (confirmed) { say(t('news.mail.done')); onDone() } } })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (whole) send() }}>
      <p className="detail">{t('news.mail.waits', { address: asked })}</p>
      <div className="gap"><TextField label={t('news.mail.code')} keyboard="numeric" autoComplete="one-time-code" value={code} onChange={(v) => { setWrong(false); setCode(v.replace(/\s/g, '')) }} hint={t('news.mail.codeHint')} error={wrong ? t('news.mail.wrong') : null} required /></div>
      <Refused error={confirm.error} />
      <DialogActions><Button onClick={onClose}>{t('account.not')}</Button><Button type="submit" look="primary" disabled={!whole} busy={confirm.isPending}>{t('news.mail.confirm')}</Button></DialogActions>
    </form>
  )
}

export const MailAddress = ({ data: { reached, own, asked } }: { data: NewsSettingsAnswer }) => {
  const t = useText()
  const [open, setOpen] = useState<'address' | 'code' | null>(null)
  const remove = useAct(removeMailAddress, renewed)
  const close = () => setOpen(null)
  const change = t(own === null ? 'news.mail.add' : 'news.mail.change')
  return (
    <div className="account-rows">
      <AccountRow name={t('news.mail.to')} error={remove.error} acts={<>
        {asked === null ? null : <Button size="small" onClick={() => setOpen('code')}>{t('news.mail.enter')}</Button>}
        <Button size="small" onClick={() => setOpen('address')}>{change}</Button>
        {own === null ? null : <Button size="small" busy={remove.isPending} onClick={() => remove.mutate({ params: {} }, { onSuccess: () => say(t('news.mail.removed')) })}>{t('news.mail.remove')}</Button>}
      </>}>
        {reached === null ? <State kind="none">{t('news.mail.nowhere')}</State> : <><State kind="ok"><span className="news-address">{reached.address}</span></State><span className="small muted">{t(reached.shared ? 'news.mail.shared' : own === null ? 'news.mail.login' : 'news.mail.own')}</span></>}
        {asked === null ? null : <p className="small muted">{t('news.mail.waits', { address: asked })}</p>}
        <Dialog open={open !== null} onClose={close} title={open === 'code' ? t('news.mail.enter') : change}>
          {open === 'code' ? <CodeForm asked={asked ?? ''} onDone={close} onClose={close} /> : <AskForm onSent={() => setOpen('code')} onClose={close} />}
        </Dialog>
      </AccountRow>
    </div>
  )
}
