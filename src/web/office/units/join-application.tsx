/** One unit that applied: who they are, which unit that is there it may be, and the two decisions. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listOrganisations } from '#contract/operations/organisations'
import { listJoining, refuseJoining, takeIn } from '#contract/operations/unit-joining'
import { typeName } from '#core/organisations/type-names'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { KeyValue } from '../../ui/key-value'
import { sayAt } from '../../ui/say-time'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

export type Application = AnswerOf<typeof listJoining>['applications'][number]
const changed = [listJoining.id, listOrganisations.id]
const NEW = 'new'

const TakeIn = ({ application: a, onClose }: { application: Application; onClose: () => void }) => {
  const t = useText()
  const [which, setWhich] = useState(a.alike.length === 0 ? NEW : '')
  const [unitCode, setUnitCode] = useState(a.unitCode)
  const act = useAct(takeIn, changed)
  const send = () => act.mutate({ params: { applicationId: a.applicationId }, body: { unitCode, into: which === NEW ? null : which, alikeSeen: a.alike.length } }, { onSuccess: () => { onClose(); say(t('joining.take.done', { unit: a.unitName })) } })
  return (
    <Dialog open onClose={onClose} title={t('joining.take.of', { unit: a.unitName })} actions={<><Button onClick={onClose}>{t('joining.take.not')}</Button><Button look="primary" disabled={which === ''} busy={act.isPending} onClick={send}>{t('joining.take.do')}</Button></>}>
      <div className="fields">
        <p className="detail">{t('joining.take.fact')}</p>
        {a.alike.length === 0 ? null : <RadioField label={t('joining.take.which')} required cards value={which} onChange={setWhich} options={[...a.alike.map((u) => ({ value: u.id, label: t('joining.take.into', { unit: u.name }), explain: `${u.code}${t('common.comma')}${t(`joining.alike.${u.how}`)}${t('common.comma')}${t('joining.take.intoFact')}` })), { value: NEW, label: t('joining.take.new') }]} />}
        {which === NEW ? <TextField label={t('joining.take.unitCode')} value={unitCode} onChange={setUnitCode} max={60} hint={t('joining.take.unitCodeHint')} /> : null}
        <Refused error={act.error} />
      </div>
    </Dialog>
  )
}

const Refuse = ({ application: a, onClose }: { application: Application; onClose: () => void }) => {
  const t = useText()
  const [reason, setReason] = useState('')
  const act = useAct(refuseJoining, changed)
  const send = () => act.mutate({ params: { applicationId: a.applicationId }, body: { reason } }, { onSuccess: () => { onClose(); say(t('joining.refuse.done', { unit: a.unitName })) } })
  return (
    <Dialog open onClose={onClose} title={t('joining.refuse.of', { unit: a.unitName })} actions={<><Button onClick={onClose}>{t('joining.take.not')}</Button><Button look="primary" disabled={!refuseJoining.body.safeParse({ reason }).success} busy={act.isPending} onClick={send}>{t('joining.refuse.do')}</Button></>}>
      <TextArea label={t('joining.refuse.reason')} required rows={3} max={300} value={reason} onChange={setReason} hint={t('joining.refuse.reasonHint')} />
      <Refused error={act.error} />
    </Dialog>
  )
}

const called = (p: Application['clerk']): string => (p === null ? '—' : `${p.name}　${p.phone}`)

export const JoinApplication = ({ application: a }: { application: Application }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [asked, setAsked] = useState<'take' | 'refuse' | null>(null)
  const close = () => setAsked(null)
  return (
    <li className="join-item">
      <div className="join-head"><h3>{a.unitName}</h3><span className="row-of"><Button size="small" aria-label={t('joining.refuse.of', { unit: a.unitName })} onClick={() => setAsked('refuse')}>{t('joining.refuse.verb')}</Button><Button size="small" aria-label={t('joining.take.of', { unit: a.unitName })} onClick={() => setAsked('take')}>{t('joining.take.verb')}</Button></span></div>
      <div className="join-facts">
        <KeyValue nameWidth={80} pairs={[{ name: t('joining.list.place'), value: `${a.parent.name}${t('common.comma')}${words(typeName(a.type))}` }, { name: t('joining.list.code'), value: a.unitCode === '' ? <span className="muted">{t('joining.list.noCode')}</span> : a.unitCode }, { name: t('joining.list.sentAt'), value: sayAt(a.sentAt, language) }]} />
        <KeyValue nameWidth={80} pairs={[{ name: t('joining.list.clerk'), value: called(a.clerk) }, { name: t('joining.list.approver'), value: called(a.approver) }]} />
      </div>
      {a.alike.length + a.twins > 0 ? <Note kind="warn" title={t('joining.alike.title')}><ul>{a.alike.map((u) => <li key={u.id}>{u.name} <span className="muted">{u.code}{t('common.comma')}{t(`joining.alike.${u.how}`)}</span></li>)}{a.twins > 0 ? <li>{t('joining.alike.twins', { n: a.twins })}</li> : null}</ul></Note> : null}
      {asked === 'take' ? <TakeIn application={a} onClose={close} /> : null}
      {asked === 'refuse' ? <Refuse application={a} onClose={close} /> : null}
    </li>
  )
}
