/** What the office does about an interview: fix it, ask anew, say that it was done. */
import { useState } from 'react'
import { finishInterview, fixInterview } from '#contract/operations/interviews'
import { readMediaPlan } from '#contract/operations/media'
import { interviewLimits } from '#core/publicity/interviews/interview'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField, SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings } from '../../ui/finding-card'
import type { Interview } from '../../ui/interviews/interview-facts'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

export const FixAct = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const [still, setStill] = useState(false)
  const act = useAct(fixInterview)
  if (!i.may.includes('fix')) return null
  const all = asFindings(i.against)
  const clashes = all.some((f) => f.code === 'interview.clash')
  const left = all.filter((f) => f.strength === 'block' && !(still && f.code === 'interview.clash'))
  return (
    <Section title={t('interviews.open2')}>
      {all.length === 0 ? <p><State kind="ok">{t('interviews.ready')}</State></p> : <Findings>{all.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings>}
      {clashes ? <CheckField label={t('interviews.still')} checked={still} onChange={setStill} /> : null}
      <Refused error={act.error} />
      <p className="interview-acts"><Button look="primary" busy={act.isPending} disabled={left.length > 0} onClick={() => act.mutate({ params: { interviewId: i.id }, body: { version: i.version, still } }, { onSuccess: () => say(t('interviews.fixed')) })}>{t('interviews.fix')}</Button></p>
    </Section>
  )
}

export const DoneAct = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [d, setDraft] = useState({ word: '', link: '', itemId: '' })
  const act = useAct(finishInterview)
  const plan = useRead(readMediaPlan, { params: { campaignId: i.campaignId } }, { enabled: asking })
  if (!i.may.includes('done')) return null
  const items = (plan.data?.items ?? []).filter((m) => m.state !== 'cancelled')
  const go = () => act.mutate({ params: { interviewId: i.id }, body: { version: i.version, word: d.word, link: d.link, itemId: d.itemId === '' ? null : d.itemId } }, { onSuccess: () => { setAsking(false); say(t('interviews.doneNow')) } })
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>{t('interviews.done')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('interviews.doneTitle')} actions={<><Button onClick={() => setAsking(false)}>{t('common.dialog.close')}</Button><Button look="primary" busy={act.isPending} onClick={go}>{t('interviews.done')}</Button></>}>
        <p className="detail interview-note">{t('interviews.doneNote')}</p>
        <TextField label={t('interviews.word')} value={d.word} max={interviewLimits.word} onChange={(word) => setDraft({ ...d, word })} />
        <TextField label={t('interviews.link')} value={d.link} max={interviewLimits.link} onChange={(link) => setDraft({ ...d, link })} />
        {items.length === 0 ? null : <SelectField label={t('interviews.item')} value={d.itemId} onChange={(itemId) => setDraft({ ...d, itemId })} options={items.map((m) => ({ value: m.id, label: `${m.title}（${m.channelName}）` }))} />}
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
