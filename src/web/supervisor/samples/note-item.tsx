/** 属实 or 有疑问, with words; noted again, the one before stays on the ledger. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { noteSample, readSamples } from '#contract/operations/supervision'
import { sampleVerdicts, type SampleVerdict } from '#core/supervision/sample'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'

type Item = NonNullable<AnswerOf<typeof readSamples>['samples'][number]['result']>['items'][number]

export const NoteItem = ({ campaignId, sampleId, item }: { campaignId: string; sampleId: string; item: Item }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [verdict, setVerdict] = useState<SampleVerdict | ''>(item.note?.verdict ?? '')
  const [words, setWords] = useState(item.note?.words ?? '')
  const act = useAct(noteSample, [readSamples.id, 'ledger.read'])
  const name = item.name === '' ? item.item.slice(0, 8) : item.name
  const send = () => { if (verdict !== '') act.mutate({ params: { campaignId, sampleId }, body: { item: item.item, verdict, words } }, { onSuccess: () => { setOpen(false); say(t('supervision.samples.noted')) } }) }
  return (
    <>
      <Button size="small" aria-label={`${t(item.note === null ? 'supervision.samples.note' : 'supervision.samples.noteAgain')} ${name}`} onClick={() => setOpen(true)}>{t(item.note === null ? 'supervision.samples.note' : 'supervision.samples.noteAgain')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('supervision.samples.noteTitle', { name })}
        actions={<><Button onClick={() => setOpen(false)}>{t('supervision.samples.cancel')}</Button><Button look="primary" busy={act.isPending} disabled={verdict === '' || (verdict === 'doubtful' && words.trim().length < 2)} onClick={send}>{t('supervision.samples.save')}</Button></>}>
        <RadioField label={t('supervision.samples.verdict')} value={verdict} onChange={(v) => setVerdict(v as SampleVerdict)} options={sampleVerdicts.map((v) => ({ value: v, label: t(`supervision.samples.${v}`) }))} />
        <div className="gap"><TextArea label={t('supervision.samples.words')} value={words} onChange={setWords} max={1000} rows={3} hint={t('supervision.samples.wordsHint')} required={verdict === 'doubtful'} /></div>
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
