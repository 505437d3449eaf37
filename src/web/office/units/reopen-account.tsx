/** Somebody of one's own or of a unit cannot get in: never opened, another code; opened before, a proposal that a second person confirms. */
import { useState } from 'react'
import { listAccounts, listOrganisations, reissueCode } from '#contract/operations/organisations'
import { listReopenings, proposeReopening } from '#contract/operations/reopening'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { CodeDialog, type CodeMade } from '../../ui/reopenings'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'

interface Person { readonly accountId: string; readonly personName: string; readonly opened: boolean }

const Reissue = ({ person }: { person: Person }) => {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<CodeMade | null>(null)
  const act = useAct(reissueCode, [listAccounts.id, listOrganisations.id])
  const close = () => setAsked(false)
  const send = () => act.mutate({ params: { accountId: person.accountId }, body: {} }, { onSuccess: (answer) => { close(); setMade(answer) } })
  return (
    <>
      <button type="button" className="link small" aria-label={t('office.people.reissueOf', { name: person.personName })} onClick={() => setAsked(true)}>{t('office.people.reissue')}</button>
      <Dialog open={asked} onClose={close} title={t('office.people.reissueOf', { name: person.personName })} actions={<><Button onClick={close}>{t('account.not')}</Button><Button look="primary" busy={act.isPending} onClick={send}>{t('office.people.reissue')}</Button></>}>
        <p>{t('office.people.reissueFact')}</p>
        <Refused error={act.error} />
      </Dialog>
      <CodeDialog made={made} onKept={() => setMade(null)} />
    </>
  )
}

const Propose = ({ person }: { person: Person }) => {
  const t = useText()
  const [reason, setReason] = useState<string | null>(null)
  const act = useAct(proposeReopening, [listReopenings.id])
  const close = () => setReason(null)
  const whole = proposeReopening.body.safeParse({ accountId: person.accountId, reason }).success
  const send = () => act.mutate({ params: {}, body: { accountId: person.accountId, reason: reason ?? '' } }, { onSuccess: () => { close(); say(t('office.people.reopen.done')) } })
  return (
    <>
      <button type="button" className="link small" aria-label={t('office.people.reopenOf', { name: person.personName })} onClick={() => setReason('')}>{t('office.people.reopen')}</button>
      <Dialog open={reason !== null} onClose={close} title={t('office.people.reopenOf', { name: person.personName })} actions={<><Button onClick={close}>{t('account.not')}</Button><Button look="primary" disabled={!whole} busy={act.isPending} onClick={send}>{t('office.people.reopen.propose')}</Button></>}>
        <p className="detail">{t('office.people.reopen.fact')}</p>
        <div className="gap"><TextArea label={t('account.reopen.reason')} required rows={3} value={reason ?? ''} onChange={setReason} hint={t('office.people.reopen.reasonHint')} /></div>
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

export const ReopenAccount = ({ person }: { person: Person }) => {
  const { accountId } = useSession()
  if (person.accountId === accountId) return null
  return person.opened ? <Propose person={person} /> : <Reissue person={person} />
}
