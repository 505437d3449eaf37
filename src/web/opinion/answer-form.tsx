/** 第二、三步: the file, who deals with it, the dates; then the one act that uses the link up. */
import { useState } from 'react'
import { answerOpinion } from '#contract/operations/opinions'
import { judgeOpinionAnswer } from '#core/appraisal/opinion-request'
import type { Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../api/session'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { FieldRow } from '../ui/field'
import { Section } from '../ui/section'
import { DayField, TextField } from '../ui/text-fields'
import type { Asked } from './asked'
import { UploadPart } from './upload-part'
import { useOpinionUpload } from './use-opinion-upload'

export const AnswerForm = ({ token, asked: { rule } }: { token: string; asked: Asked }) => {
  const t = useText()
  const session = useSession()
  const { upload, take, goOn } = useOpinionUpload(token, rule)
  const [handler, setHandler] = useState('')
  const [opinionDay, setOpinionDay] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const [tried, setTried] = useState(false)
  const give = useAct(answerOpinion)
  const answer = { handler, opinionDay, validUntil: validUntil === '' ? null : validUntil }
  const findings: readonly Finding[] = opinionDay === '' ? [] : judgeOpinionAnswer(answer, session.now())
  const at = (field: string) => findings.filter((f) => f.at.field === field)
  const send = () => {
    setTried(true)
    if (upload?.phase !== 'kept' || upload.uploadId === null || handler.trim() === '' || opinionDay === '' || findings.length > 0) return
    give.mutate({ params: {}, body: { ...answer, uploadId: upload.uploadId }, bearer: token })
  }
  const missing = (value: string, words: string) => ({ error: tried && value.trim() === '' ? words : null })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      <UploadPart rule={rule} upload={upload} missing={tried} onFile={take} onGoOn={goOn} />
      <Section title={t('opinion.page.give')}>
        <div className="opinion-fields">
          <TextField label={t('opinion.page.handler')} value={handler} onChange={setHandler} autoComplete="name" max={60} hint={t('opinion.page.handlerHint')} required {...missing(handler, t('opinion.page.handlerMissing'))} />
          <FieldRow>
            <DayField label={t('opinion.page.opinionDay')} value={opinionDay} onChange={setOpinionDay} to={dayOf(session.now())} hint={t('opinion.page.opinionDayHint')} findings={at('opinionDay')} required {...missing(opinionDay, t('opinion.page.dayMissing'))} />
            <DayField label={t('opinion.page.validUntil')} value={validUntil} onChange={setValidUntil} hint={t('opinion.page.validUntilHint')} findings={at('validUntil')} />
          </FieldRow>
        </div>
        <Refused error={give.error} />
        <div className="opinion-give"><Button type="submit" look="primary" size="large" busy={give.isPending}>{t('opinion.page.act')}</Button><p className="small muted">{t('opinion.page.actFact')}</p></div>
      </Section>
    </form>
  )
}
