/** 动态口令: set up, moved to another phone, taken away. */
import { useState } from 'react'
import { readAccount, removeTotp } from '#contract/operations/account'
import { beginSecondFactor } from '#contract/operations/sign-in'
import { useQueryClient } from '@tanstack/react-query'
import { useLanguage, useText } from '../text/use-text'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { sayAt } from '../ui/say-time'
import { SecondFactorSetUp } from '../ui/sign-in/second-factor'
import { State } from '../ui/state'
import { say } from '../ui/toast'
import type { Account } from './reading'
import { AccountRow } from './account-row'
import { useChange } from './use-change'

export const CodePart = ({ account: { totpSince } }: { account: Account }) => {
  const t = useText()
  const language = useLanguage()
  const client = useQueryClient()
  const [open, setOpen] = useState<'bind' | 'remove' | null>(null)
  const begin = useChange(beginSecondFactor)
  const remove = useChange(removeTotp)
  const close = () => setOpen(null)
  const bound = () => {
    void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readAccount.id })
    say(t('account.code.done'))
    close()
  }
  const verb = t(totpSince === null ? 'account.code.bind' : 'account.code.move')
  return (
    <AccountRow name={t('entry.signIn.code')} error={begin.error ?? remove.error} acts={<>
      <Button size="small" busy={begin.busy} onClick={() => begin.run({ params: {} }, () => setOpen('bind'))}>{verb}</Button>
      {totpSince === null ? null : <Button size="small" look="quiet" onClick={() => setOpen('remove')}>{t('account.remove')}</Button>}
    </>}>
      <State kind={totpSince === null ? 'none' : 'ok'}>{totpSince === null ? t('account.notSet') : t('account.since', { at: sayAt(totpSince, language) })}</State>
      <Dialog open={open === 'bind'} onClose={close} title={verb} actions={<Button onClick={close}>{t('account.not')}</Button>}>
        {open === 'bind' ? <SecondFactorSetUp why={t(totpSince === null ? 'account.code.fact' : 'account.code.moveFact')} onDone={bound} /> : null}
      </Dialog>
      <Dialog open={open === 'remove'} onClose={close} title={t('account.code.removeTitle')} actions={<><Button onClick={close}>{t('account.not')}</Button><Button look="block" busy={remove.busy} onClick={() => { close(); remove.run({ params: {} }, () => say(t('account.code.removed'))) }}>{t('account.code.removeTitle')}</Button></>}>
        <p>{t('account.code.removeFact')}</p>
      </Dialog>
    </AccountRow>
  )
}
