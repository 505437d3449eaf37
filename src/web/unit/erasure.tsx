/** 删除个人信息: what goes, what stays and why, then one press. By the person, or by the unit's approver on the person's behalf. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { eraseRecord, lookAtErasure } from '#contract/operations/erasure'
import { goesNames, staysNames } from '#core/nomination/erasure'
import { useRenewSession } from '../api/session'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField } from '../ui/choice-fields'
import './unit.css'

const Look = ({ nominationId, home, onClose }: { nominationId: string; home: string; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const renew = useRenewSession()
  const [sure, setSure] = useState(false)
  const query = useRead(lookAtErasure, { params: { nominationId } })
  const act = useAct(eraseRecord, [])
  const erase = (seen: string) => act.mutate({ params: { nominationId }, body: { seen } }, { onSuccess: ({ accountGone }) => { void renew().then(() => navigate(accountGone ? '/' : home)) } })
  return (
    <Answer query={query}>{({ goes, stays, seen }) => (
      <>
        <h3>{t('people.erase.goes')}</h3>
        {goes.length === 0 ? <p className="detail muted">{t('people.erase.nothing')}</p> : <ul className="erase-list">{goes.map((g) => <li key={g.kind}>{words(goesNames[g.kind])}<span className="muted">　{g.n}</span></li>)}</ul>}
        <h3>{t('people.erase.stays')}</h3>
        <ul className="erase-list">{stays.map((s) => <li key={s.kind}><b>{words(staysNames[s.kind].what)}{s.n === null ? '' : `　${s.n}`}</b><br /><span className="detail muted">{words(staysNames[s.kind].why)}</span></li>)}</ul>
        {goes.length === 0 ? null : <CheckField label={t('people.erase.sure')} checked={sure} onChange={setSure} />}
        <Refused error={act.error} />
        <p className="row-of gap">{goes.length === 0 ? null : <Button look="block" disabled={!sure} busy={act.isPending} onClick={() => erase(seen)}>{t('people.erase.act')}</Button>}<Button onClick={onClose}>{t('people.erase.not')}</Button></p>
      </>
    )}</Answer>
  )
}

/** @param home where to go when it is done */
export const Erasure = ({ nominationId, home }: { nominationId: string; home: string }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button look="block" onClick={() => setOpen(true)}>{t('people.erase.open')}</Button>
      <Dialog open={open} onClose={close} title={t('people.erase.title')}><Look nominationId={nominationId} home={home} onClose={close} /></Dialog>
    </>
  )
}
