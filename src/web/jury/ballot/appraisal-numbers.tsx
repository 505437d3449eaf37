/** What a juror is told of the appraisal: days and numbers. */
import { useLanguage, useText } from '../../text/use-text'
import { sayDay } from '../../ui/say-time'
import { Section } from '../../ui/section'
import type { Candidate } from './ballot-answer'

type Told = NonNullable<Candidate['appraisal']> & { readonly from: string }

export const AppraisalNumbers = ({ told }: { told: Told }) => {
  const t = useText()
  const language = useLanguage()
  const day = (at: string) => sayDay(at, language)
  const f = told.facts
  return (
    <Section title={t('appraisal.jury.title')}>
      <p>{told.to === null || told.to === told.from ? t('appraisal.jury.heldOne', { from: day(told.from), visits: told.visits }) : t('appraisal.jury.held', { from: day(told.from), to: day(told.to), visits: told.visits })}</p>
      <p>{t('appraisal.jury.there', { attended: told.attended, byVideo: told.byVideo })}{told.noPost > 0 ? t('appraisal.jury.noPost', { n: told.noPost }) : ''}{language === 'zh' ? '。' : '. '}{t('appraisal.jury.talks', { n: told.talks })}</p>
      {f.all > 0 ? <p>{t('appraisal.jury.facts', { all: f.all, yes: f.true, differs: f.differs, unknown: f.unknown })}</p> : null}
    </Section>
  )
}
