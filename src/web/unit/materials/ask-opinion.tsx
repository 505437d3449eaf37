/** The dialog in which a link is made: whom, until when; then the link, this once, with the words to send beside it. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { askOpinion } from '#contract/operations/opinions'
import { officeToAsk } from '#core/appraisal/opinion-request'
import type { ResolvedRule } from '#core/campaign/definition'
import { addDays, dayOf, sayEnd, type CalendarDay } from '#core/kernel/instant'
import { sayIssuer } from '#core/rules/material-say'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CopyField } from '../../ui/copy-field'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { Note } from '../../ui/finding-card'
import { sayDay } from '../../ui/say-time'
import { DayField, TextField } from '../../ui/text-fields'
import { useQrCode } from '../../ui/use-qr-code'
import type { NominationContext } from '../reading'
import type { Request } from '../use-opinions'

type Made = AnswerOf<typeof askOpinion>
/** Time to print, seal and scan; the last day is left to the approver where there is another. */
const USUAL_DAYS = 5
const suggested = (today: CalendarDay, lastDay: CalendarDay | null): CalendarDay => {
  const usual = addDays(today, USUAL_DAYS)
  if (lastDay === null || usual < lastDay) return usual
  return lastDay > today ? addDays(lastDay, -1) : lastDay
}

interface PartProps { rule: ResolvedRule<'material'>; context: NominationContext; onClose: () => void }
const LinkMade = ({ made, email, rule, context: { nomination, campaign }, onClose }: PartProps & { made: Made; email: string }) => {
  const t = useText()
  const words = useWords()
  const link = `${window.location.origin}/o#${made.token}`
  const code = useQrCode(link)
  const name = words(rule.name)
  const message = t('opinion.messageText', { person: nomination.candidateName, name, campaign: words(campaign.definition.name), until: words(sayEnd(made.until)), link, unit: nomination.unitName })
  const mail = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(t('opinion.mailSubject', { name }))}&body=${encodeURIComponent(message)}`
  return (
    <Dialog open onClose={onClose} title={t('opinion.madeTitle')} actions={<>{email === '' ? null : <a className="button" href={mail}>{t('opinion.mail')}</a>}<Button look="primary" onClick={onClose}>{t('opinion.sent')}</Button></>}>
      <div className="opinion-made">
        <Note kind="warn" title={t('opinion.madeOnce')}><p>{t('opinion.madeOnceFact')}</p></Note>
        <CopyField label={t('opinion.message')} text={message} rows={6} act={t('opinion.copyMessage')} />
        <CopyField label={t('opinion.link')} text={link} rows={2} act={t('opinion.copyLink')} />
        <div className="opinion-qr">{code === null ? <div aria-busy="true" /> : <img src={code} alt={t('opinion.qr')} />}<p className="detail muted">{t('opinion.qrHint')}</p></div>
      </div>
    </Dialog>
  )
}

/** @param before who was asked already: a new link mostly goes to the same */
export const AskOpinion = ({ lastDay, before, ...part }: PartProps & { lastDay: CalendarDay | null; before: Request | undefined }) => {
  const { rule, context, onClose } = part
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const today = dayOf(useSession().now())
  const [office, setOffice] = useState(() => before?.office ?? officeToAsk(rule, context.nomination.fields))
  const [contact, setContact] = useState(() => before?.contact ?? { name: '', phone: '', email: '' })
  const [answerBy, setAnswerBy] = useState(() => suggested(today, lastDay))
  const [tried, setTried] = useState(false)
  const ask = useAct(askOpinion)
  if (ask.data !== undefined) return <LinkMade {...part} made={ask.data} email={contact.email.trim()} />
  const go = () => {
    setTried(true)
    if (office.trim() !== '' && answerBy !== '') ask.mutate({ params: { nominationId: context.nomination.id }, body: { materialId: rule.id, office, contact, answerBy } })
  }
  const issuer = sayIssuer(rule)
  const late = ask.error?.name === 'ProblemError' ? ask.error.findings.filter((f) => f.at.field === 'answerBy') : []
  return (
    <Dialog open onClose={onClose} title={t('opinion.askTitle', { name: words(rule.name) })} actions={<><Button onClick={onClose}>{t('opinion.makeNot')}</Button><Button look="primary" busy={ask.isPending} onClick={go}>{t('opinion.make')}</Button></>}>
      <p>{t('opinion.askWhat')}</p>
      <div className="opinion-ask">
        <TextField label={t('opinion.office')} value={office} onChange={setOffice} max={100} hint={issuer === null ? undefined : t('opinion.officeHint', { who: words(issuer) })} error={tried && office.trim() === '' ? t('opinion.officeMissing') : null} required />
        <DayField label={t('opinion.answerBy')} value={answerBy} onChange={setAnswerBy} from={today} {...(lastDay !== null && { to: lastDay })} hint={lastDay === null ? undefined : t('opinion.answerByHint', { day: sayDay(lastDay, language) })} findings={late} error={tried && answerBy === '' ? t('opinion.dayMissing') : null} required />
        <FieldRow>
          <TextField label={t('opinion.contactName')} value={contact.name} onChange={(name) => setContact({ ...contact, name })} max={60} />
          <TextField label={t('opinion.contactPhone')} value={contact.phone} onChange={(phone) => setContact({ ...contact, phone })} type="tel" keyboard="tel" max={40} />
        </FieldRow>
        <TextField label={t('opinion.contactEmail')} value={contact.email} onChange={(email) => setContact({ ...contact, email })} type="email" keyboard="email" hint={t('opinion.contactHint')} />
        {late.length > 0 ? null : <Refused error={ask.error} />}
      </div>
    </Dialog>
  )
}
