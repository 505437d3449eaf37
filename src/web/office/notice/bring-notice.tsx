/** The notice comes in: a file dropped or chosen, or its words pasted. */
import { useRef, useState, type DragEvent } from 'react'
import { readNotice } from '#contract/operations/notices'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { NeverOnline } from '../../ui/never-online'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-fields'
import { ProblemError } from '../../api/call'
import './notice.css'

const MOST = 5_000_000
/** Of words that are read on this page as one types. */
const LONGEST = 200_000

/** Why a file gave no text: the finding the server put into its refusal. */
const reasonOf = (error: unknown): readonly unknown[] => {
  if (!(error instanceof ProblemError)) return []
  const detail = (error.problem as { detail?: { finding?: unknown } }).detail
  return detail?.finding === undefined ? [] : [detail.finding]
}

export const BringNotice = ({ onText }: { onText: (text: string) => void }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const [over, setOver] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = useAct(readNotice, [])
  const bring = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setTrouble(null)
    if (file.size > MOST) { setTrouble(t('office.notice.tooLarge')); return }
    const base64 = await base64Of(file).catch(() => null)
    if (base64 === null) { setTrouble(t('office.notice.unreadable')); return }
    read.mutate({ params: {}, body: { base64 } }, { onSuccess: ({ text }) => onText(text) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void bring(event.dataTransfer.files[0])
  }
  const reasons = reasonOf(read.error)
  const long = pasted.length > LONGEST
  return (
    <PageFrame top={<h1 className="page-title">{t('office.notice.title')}</h1>}>
      <p className="lead">{t('office.notice.lead')}</p>
      <div className={`notice-drop${over ? ' over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept=".docx,.doc,.pdf,.html,.htm,.txt" aria-label={t('office.notice.file')} onChange={(event) => { void bring(event.target.files?.[0]); event.target.value = '' }} />
        <p><b>{t('office.notice.drop')}</b></p>
        <p className="detail muted">{t('office.notice.formats')}</p>
        <Button icon="up" busy={read.isPending} onClick={() => input.current?.click()}>{t(read.isPending ? 'office.notice.reading' : 'office.notice.choose')}</Button>
        <NeverOnline />
        {trouble !== null ? <p className="field-finding block" role="alert"><b>{trouble}</b></p> : null}
      </div>
      {reasons.length > 0 ? <Findings>{asFindings(reasons).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings> : <Refused error={read.error} />}
      <Section title={t('office.notice.paste')}>
        <TextArea label={t('office.notice.pasteLabel')} rows={12} value={pasted} onChange={setPasted} error={long ? t('office.notice.tooLong') : null} />
        <div className="row-of gap"><Button look="primary" disabled={pasted.trim() === '' || long} onClick={() => onText(pasted)}>{t('office.notice.readIt')}</Button></div>
      </Section>
      <Section title={t('office.notice.scratch')} note={t('office.notice.scratchNote')}>
        <Button onClick={() => onText(' ')}>{t('office.notice.scratchDo')}</Button>
      </Section>
    </PageFrame>
  )
}
