/** 报告情况: one page, one press; sent first, then its files. */
import { useState } from 'react'
import { attachToSituation, beginSituation, sendSituation } from '#contract/operations/situations'
import { situationLimits, urgencies, urgencyNames, type Urgency } from '#core/publicity/situations/situation'
import { base64Of } from '../../api/base64-of'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../answer'
import { Button } from '../button'
import { RadioField } from '../choice-fields'
import { Empty } from '../empty'
import { NeverOnline } from '../never-online'
import { TextArea, TextField } from '../text-fields'
import { say } from '../toast'
import { FilesToSend } from './files-to-send'
import './situations.css'

interface Given { campaignId: string; offices: readonly { readonly organisationId: string; readonly name: string }[]; usual: string; owed: string | null; onDone: (situationId: string) => void }
const Form = ({ campaignId, offices, usual, owed, onDone }: Given) => {
  const t = useText()
  const words = useWords()
  const [to, setTo] = useState(usual)
  const [urgency, setUrgency] = useState<Urgency>('usual')
  const [title, setTitle] = useState('')
  const [told, setTold] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const [sending, setSending] = useState<{ n: number; all: number } | null>(null)
  const send = useAct(sendSituation, [])
  const attach = useAct(attachToSituation, ['situations.list', 'situations.read'])
  const after = async (situationId: string): Promise<void> => {
    let lost = 0
    for (const [i, file] of files.entries()) {
      setSending({ n: i + 1, all: files.length })
      await base64Of(file).then((base64) => attach.mutateAsync({ params: { situationId }, body: { name: file.name.slice(0, 200), base64 } })).catch(() => { lost++ })
    }
    say(lost > 0 ? t('situations.lost', { n: lost }) : t('situations.sent'))
    onDone(situationId)
  }
  const busy = send.isPending || sending !== null
  const ready = title.trim().length >= 2 && told.trim().length >= 4 && to !== ''
  return (
    <form className="situation-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!busy && ready) send.mutate({ params: { campaignId }, body: { to, situation: { title, words: told, urgency } } }, { onSuccess: ({ situationId }) => void after(situationId) }) }}>
      <RadioField label={t('situations.to')} {...(owed === null ? {} : { hint: t('situations.toHint', { owed }) })} value={to} onChange={setTo} options={offices.map((o) => ({ value: o.organisationId, label: o.name }))} />
      <TextField label={t('situations.name')} hint={t('situations.nameHint')} required value={title} max={situationLimits.title} onChange={setTitle} />
      <TextArea label={t('situations.words')} hint={t('situations.wordsHint')} required value={told} max={situationLimits.words} rows={5} onChange={setTold} />
      <RadioField label={t('situations.urgency')} value={urgency} onChange={(u) => setUrgency(u as Urgency)} options={urgencies.map((u) => ({ value: u, label: words(urgencyNames[u]), ...(u === 'urgent' ? { explain: t('situations.urgentHint') } : {}) }))} />
      <FilesToSend files={files} onChange={setFiles} />
      <NeverOnline />
      <Refused error={send.error} />
      <p><Button type="submit" look="primary" size="large" busy={busy} disabled={!ready}>{sending === null ? t('situations.sendNow') : t('situations.sending', sending)}</Button></p>
    </form>
  )
}

export const SendForm = ({ campaignId, onDone }: { campaignId: string; onDone: (situationId: string) => void }) => {
  const t = useText()
  const query = useRead(beginSituation, { params: { campaignId } })
  return <Answer query={query}>{({ offices, usual, owedTo }) => (usual === null ? <Empty title={t('situations.nobody')}>{t('situations.nobodyFact')}</Empty> : <Form campaignId={campaignId} offices={offices} usual={usual} owed={owedTo} onDone={onDone} />)}</Answer>
}
