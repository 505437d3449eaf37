/** 恢复码: ten, shown once, to be printed and kept apart from the phone. */
import { useState } from 'react'
import { makeRecoveryCodes } from '#contract/operations/account'
import { useSession } from '../api/session'
import { useLanguage, useText } from '../text/use-text'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Note } from '../ui/finding-card'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'
import type { Account } from './reading'
import { AccountRow } from './account-row'
import { useChange } from './use-change'

const FEW = 3

/** On paper: whose they are, and nothing else that helps a finder. */
const Sheet = ({ codes }: { codes: readonly string[] }) => {
  const t = useText()
  const { personName } = useSession()
  return (
    <div className="recovery-sheet">
      <p className="print-only">{t('account.recovery.sheet', { name: personName ?? '' })}</p>
      <ol>{codes.map((code) => <li key={code}><span className="code-once">{code}</span></li>)}</ol>
    </div>
  )
}

export const RecoveryPart = ({ account: { recoveryCodes, totpSince, passkeys } }: { account: Account }) => {
  const t = useText()
  const language = useLanguage()
  const make = useChange(makeRecoveryCodes)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [asked, setAsked] = useState(false)
  const possible = totpSince !== null || passkeys.length > 0
  const few = recoveryCodes !== null && recoveryCodes.left <= FEW
  const run = () => {
    setAsked(false)
    make.run({ params: {} }, (answer) => setCodes(answer.codes))
  }
  return (
    <AccountRow name={t('account.recovery')} error={make.error} acts={possible ? <Button size="small" busy={make.busy} onClick={() => (recoveryCodes === null ? run() : setAsked(true))}>{t(recoveryCodes === null ? 'account.recovery.make' : 'account.recovery.again')}</Button> : null}>
      {recoveryCodes === null
        ? <><State kind="none">{t('account.recovery.none')}</State>{possible ? null : <span className="small muted">{t('account.recovery.first')}</span>}</>
        : <State kind={few ? 'warn' : 'ok'}>{t('account.recovery.left', { n: recoveryCodes.left, at: sayAt(recoveryCodes.madeAt, language) })}</State>}
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('account.recovery.again')} actions={<><Button onClick={() => setAsked(false)}>{t('account.not')}</Button><Button look="primary" onClick={run}>{t('account.recovery.again')}</Button></>}>
        <p>{t('account.recovery.againFact')}</p>
      </Dialog>
      <Dialog open={codes !== null} onClose={() => setCodes(null)} title={t('account.recovery.title')} actions={<><Button icon="print" onClick={() => window.print()}>{t('account.recovery.print')}</Button><Button look="primary" onClick={() => setCodes(null)}>{t('account.recovery.kept')}</Button></>}>
        <Note kind="warn" title={t('account.recovery.once')}><p>{t('account.recovery.where')}</p></Note>
        {codes === null ? null : <Sheet codes={codes} />}
      </Dialog>
    </AccountRow>
  )
}
