/** 签到表 and 考核调研表, as PDF and Word. */
import { appraisalSheet } from '#contract/operations/appraisal'
import { addressOf } from '../../api/call'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../button'
import { Section } from '../section'
import type { Shown, WorkProps } from './shown'

const parts = ['signIn', 'sheet'] as const
const formats = ['pdf', 'docx'] as const

/** @param evidence where signed sheets are uploaded; absent: nowhere */
export const Sheets = ({ nominationId, owner, shown, evidence }: WorkProps & { shown: Shown; evidence?: string | undefined }) => {
  const t = useText()
  const held = shown.items.some((i) => i.kind === 'symposium' || i.kind === 'seat')
  return (
    <Section title={t('appraisal.sheets.title')}>
      <p className="detail muted">{t('appraisal.sheets.note')}</p>
      <ul className="sheets">
        {parts.filter((part) => part === 'sheet' || held || owner === 'unit').map((part) => (
          <li key={part}><b>{t(`appraisal.sheets.${part}`)}</b><span className="row-of">
            {formats.map((as) => <ButtonLink key={as} reload size="small" icon={as === 'pdf' ? 'print' : 'down'} to={addressOf(appraisalSheet, { nominationId }, { owner, part, as })}>{t(`appraisal.sheets.as.${as}`)}<span className="hidden-text">：{t(`appraisal.sheets.${part}`)}</span></ButtonLink>)}
          </span></li>
        ))}
      </ul>
      {evidence === undefined ? null : <p className="gap"><ButtonLink to={evidence} icon="up">{t('appraisal.sheets.evidence')}</ButtonLink></p>}
    </Section>
  )
}
