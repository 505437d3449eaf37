/** 发布时发出的信: nothing leaves unseen, so the one who issues sees it first. */
import { previewRound } from '#contract/operations/mobilisation'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { Letters } from '../mobilisation/letters'

/** They differ only in the names at the top. */
const SHOWN = 2

export const LettersPart = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const query = useRead(previewRound, { params: { campaignId } })
  const n = query.data?.letters.length ?? 0
  return (
    <Section title={t('office.mobilisation.issueLetters')} note={query.data && n > 0 ? t('office.mobilisation.issueCount', { n, m: query.data.unreachable.length }) : undefined}>
      <Answer query={query}>{({ letters }) => (letters.length === 0
        ? <Empty title={t('office.mobilisation.issueNone')} action={<ButtonLink to="/office/units">{t('office.mobilisation.toUnits')}</ButtonLink>}>{t('office.mobilisation.issueNoneFact')}</Empty>
        : <Letters letters={letters.slice(0, SHOWN)} open={1} />)}</Answer>
    </Section>
  )
}
