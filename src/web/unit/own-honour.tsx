/** What came of a nomination: the honour with its certificate, or that it was revoked. For the unit and the person. */
import { ownCertificate, readOwnHonour } from '#contract/operations/honours'
import { dayOf } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { Note } from '../ui/finding-card'
import { sayFullDay } from '../ui/honours/say-full-day'
import { Section } from '../ui/section'

/** Nothing before there is one. */
export const OwnHonour = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const honour = useRead(readOwnHonour, { params: { nominationId } }).data?.honour ?? null
  if (honour === null) return null
  const page = honour.path === '' ? null : <ButtonLink reload look="quiet" to={honour.path}>{t('honours.own.page')}</ButtonLink>
  return (
    <Section title={t(honour.revoked === null ? 'honours.own.title' : 'honours.award')} note={t('honours.own.note', { number: honour.number, day: sayFullDay(dayOf(honour.givenAt), language) })}>
      <p><b>{words(honour.award)}</b></p>
      {honour.revoked === null
        ? <p className="row-of gap"><ButtonLink reload icon="down" to={addressOf(ownCertificate, { nominationId })}>{t('honours.own.certificate')}</ButtonLink>{page}</p>
        : <div className="gap"><Note kind="block" title={t('honours.own.revoked', { day: sayFullDay(dayOf(honour.revoked.at), language) })} actions={page}><p>{t('honours.own.reason', { reason: honour.revoked.reason })}</p></Note></div>}
    </Section>
  )
}
