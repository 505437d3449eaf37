/** One situation report with its read marks, files and answers. The first of the addressee's office who opens it is marked. */
import { useEffect, useState } from 'react'
import { answerSituation, attachToSituation, closeSituation, openSituation, readSituation, situationFile } from '#contract/operations/situations'
import type { AnswerOf } from '#contract/operation'
import { situationLimits } from '#core/publicity/situations/situation'
import { base64Of } from '../../api/base64-of'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../answer'
import { Button, ButtonLink } from '../button'
import { Dialog } from '../dialog'
import { PageFrame } from '../page-frame'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { Chip } from '../state'
import { TextArea } from '../text-fields'
import { say } from '../toast'
import { FilesToSend } from './files-to-send'
import './situations.css'

type Read = AnswerOf<typeof readSituation>
const renews = ['situations.list', 'situations.read']

const Write = ({ situationId }: { situationId: string }) => {
  const t = useText()
  const [words, setWords] = useState('')
  const act = useAct(answerSituation, renews)
  return (
    <form className="gap" onSubmit={(event) => { event.preventDefault(); if (words.trim() !== '' && !act.isPending) act.mutate({ params: { situationId }, body: { words } }, { onSuccess: () => { setWords(''); say(t('situations.answered')) } }) }}>
      <TextArea label={t('situations.answer')} value={words} max={situationLimits.answer} rows={3} onChange={setWords} />
      <Refused error={act.error} />
      <p className="gap"><Button type="submit" look="primary" busy={act.isPending} disabled={words.trim() === ''}>{t('situations.answerSend')}</Button></p>
    </form>
  )
}

const Close = ({ situationId }: { situationId: string }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const act = useAct(closeSituation, renews)
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('situations.close')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('situations.closeTitle')} actions={<><Button onClick={() => setAsking(false)}>{t('situations.notYet')}</Button><Button look="primary" busy={act.isPending} onClick={() => act.mutate({ params: { situationId } }, { onSuccess: () => { setAsking(false); say(t('situations.closedNow')) } })}>{t('situations.closeNow')}</Button></>}>
        <p>{t('situations.closeNote')}</p>
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const Attach = ({ situationId, room }: { situationId: string; room: number }) => {
  const [files, setFiles] = useState<readonly File[]>([])
  const t = useText()
  const act = useAct(attachToSituation, renews)
  const send = async () => {
    for (const file of files) await act.mutateAsync({ params: { situationId }, body: { name: file.name.slice(0, 200), base64: await base64Of(file) } })
    setFiles([])
  }
  return room <= 0 ? null : <><FilesToSend files={files} onChange={(f) => setFiles(f.slice(0, room))} /><Refused error={act.error} />{files.length === 0 ? null : <p className="gap"><Button look="primary" busy={act.isPending} onClick={() => void send().catch(() => undefined)}>{t('situations.add')}</Button></p>}</>
}

const One = ({ read: r }: { read: Read }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const at = (instant: number) => sayAt(instant, language)
  const open = useAct(openSituation, renews)
  const { mutate } = open
  const mark = r.received && r.openedAt === null
  useEffect(() => { if (mark) mutate({ params: { situationId: r.id } }) }, [mark, mutate, r.id])
  return (
    <div className="situation">
      <header>
        <h1 className="page-title">{r.title}</h1>
        <p className="detail muted">{t('situations.from')} {r.sender} · {t('situations.to')} {r.addressee} · {words(r.campaign)}</p>
        <p className="gap">{r.urgency === 'urgent' ? <Chip kind="warn">{t('situations.urgent')}</Chip> : null}{r.closedAt !== null ? <Chip kind="ok">{t('situations.closed')}</Chip> : null}</p>
      </header>
      <p className="told">{r.words}</p>
      {r.attached.length === 0 ? null : <ul className="situation-chosen">{r.attached.map((f) => <li key={f.id}><span>{f.name}</span><ButtonLink size="small" look="quiet" icon="down" reload to={addressOf(situationFile, { situationId: r.id, fileId: f.id })}>{t('situations.open')}<span className="hidden-text">：{f.name}</span></ButtonLink></li>)}</ul>}
      <p className="marks detail muted"><span>{t('situations.sentLine', { at: at(r.sentAt), by: r.sentBy })}</span><span>{r.openedAt === null ? t('situations.notOpened') : t('situations.openedLine', { at: at(r.openedAt), by: r.openedBy ?? '' })}</span>{r.closedAt === null ? null : <span>{t('situations.closedLine', { at: at(r.closedAt), by: r.closedBy ?? '' })}</span>}</p>
      {r.mayAttach ? <Attach situationId={r.id} room={situationLimits.files - r.attached.length} /> : null}
      <Section title={t('situations.thread')} action={r.mayClose ? <Close situationId={r.id} /> : undefined}>
        {r.thread.length === 0 ? <p className="muted">{t('situations.noAnswers')}</p> : <ol className="situation-thread">{r.thread.map((a) => <li key={a.id} className={a.mine ? 'mine' : undefined}><p className="detail muted">{a.organisation} {a.by} · {at(a.at)}</p><p>{a.words}</p></li>)}</ol>}
        {r.mayAnswer ? <Write situationId={r.id} /> : null}
      </Section>
    </div>
  )
}

export const SituationPage = ({ situationId, back }: { situationId: string; back: string }) => {
  const t = useText()
  const query = useRead(readSituation, { params: { situationId } })
  return <PageFrame><p className="detail"><ButtonLink look="quiet" size="small" to={back}>← {t('situations.all')}</ButtonLink></p><Answer query={query}>{(read) => <One read={read} />}</Answer></PageFrame>
}
