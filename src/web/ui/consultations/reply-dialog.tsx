/** 登记复函: one letter of an organ settles all it owes; who has an objection against them stands one by one with its words. */
import { useState } from 'react'
import { consultationBoard, enterReply, readConsultations } from '#contract/operations/consultations'
import { listLetters } from '#contract/operations/organ-links'
import { dayOf } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { CheckField, SelectField } from '../choice-fields'
import { Dialog, DialogActions } from '../dialog'
import { DayField, TextArea, TextField } from '../text-fields'
import { say } from '../toast'
import type { Column, Row } from './use-board'

interface ReplyProps { campaignId: string; columns: readonly Column[]; rows: readonly Row[]; onClose: () => void }
interface Objection { readonly key: number; readonly nominationId: string; readonly words: string }

const Body = ({ campaignId, columns, rows, onClose }: ReplyProps) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [office, setOffice] = useState('')
  const [reply, setReply] = useState('')
  const [replyDay, setReplyDay] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const [objections, setObjections] = useState<readonly Objection[]>([])
  const [rest, setRest] = useState(true)
  const enter = useAct(enterReply, [consultationBoard.id, readConsultations.id, listLetters.id])
  const at = columns.findIndex((c) => c.key === office)
  const asked = at < 0 ? [] : rows.filter((r) => !['notAsked', 'byHand'].includes(r.cells[at]!.state))
  const set = (key: number, change: Partial<Objection>) => setObjections(objections.map((o) => (o.key === key ? { ...o, ...change } : o)))
  const complete = office !== '' && reply.trim() !== '' && replyDay !== '' && objections.every((o) => o.nominationId !== '' && o.words.trim().length >= 2) && (rest || objections.length > 0)
  const act = () => enter.mutate({ params: { campaignId }, body: { office, reply: reply.trim(), replyDay, validUntil: validUntil === '' ? null : validUntil, objections: objections.map(({ nominationId, words: said }) => ({ nominationId, words: said.trim() })), clear: rest ? 'allOpen' : [] } },
    { onSuccess: (done) => { say(t('consult.reply.done', done)); onClose() } })
  return (
    <>
      <div className="fields">
        <SelectField label={t('consult.reply.office')} required value={office} onChange={setOffice} options={columns.filter((c) => c.kind === 'organ' && Object.keys(c.counts).length > 0).map((c) => ({ value: c.key, label: words(c.name) }))} />
        <TextField label={t('consult.reply.number')} required value={reply} onChange={setReply} max={100} />
        <div className="field-row"><DayField label={t('consult.reply.day')} required to={today} value={replyDay} onChange={setReplyDay} /><DayField label={t('consult.reply.valid')} value={validUntil} onChange={setValidUntil} /></div>
        {objections.map((o) => (
          <div key={o.key} className="objection">
            <SelectField label={t('consult.reply.objection')} required hint={t('consult.reply.which', { n: asked.length })} value={o.nominationId} onChange={(nominationId) => set(o.key, { nominationId })} options={asked.map((r) => ({ value: r.nominationId, label: `${r.candidateName}，${r.unitName}` }))} />
            <TextArea label={t('consult.reply.words')} required rows={2} max={2000} value={o.words} onChange={(said) => set(o.key, { words: said })} />
            <Button size="small" look="quiet" onClick={() => setObjections(objections.filter((x) => x.key !== o.key))}>{t('consult.reply.remove')}</Button>
          </div>
        ))}
        {at < 0 ? null : <div className="field"><Button size="small" onClick={() => setObjections([...objections, { key: Math.max(0, ...objections.map((o) => o.key)) + 1, nominationId: '', words: '' }])}>{t('consult.reply.add')}</Button></div>}
        <div className="field"><CheckField label={t('consult.reply.rest')} checked={rest} onChange={setRest} /></div>
      </div>
      <p className="detail muted">{t('consult.reply.fact')}</p>
      <Refused error={enter.error} />
      <DialogActions><Button onClick={onClose}>{t('consult.reply.keep')}</Button><Button look="primary" busy={enter.isPending} disabled={!complete} onClick={act}>{t('consult.reply.go')}</Button></DialogActions>
    </>
  )
}

export const ReplyDialog = (props: ReplyProps & { open: boolean }) => <Dialog open={props.open} onClose={props.onClose} title={useText()('consult.reply.title')}><Body {...props} /></Dialog>
