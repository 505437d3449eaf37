/** A short number that fits several nominations: one is chosen by its name. */
import type { AnswerOf } from '#contract/operation'
import type { lookUpPaper } from '#contract/operations/paper'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'

export const Several = ({ rows, onChoose }: { rows: AnswerOf<typeof lookUpPaper>['rows']; onChoose: (nominationId: string) => void }) => {
  const t = useText()
  return (
    <Section title={t('paper.register.several', { n: rows.length })}>
      <ul className="paper-receive">{rows.map((r) => <li key={r.nominationId}><span><b>{r.candidateName}</b> {r.unitName}</span><span className="muted small">{r.check}</span><Button size="small" aria-label={`${t('paper.register.choose')} ${r.candidateName}`} onClick={() => onChoose(r.nominationId)}>{t('paper.register.choose')}</Button></li>)}</ul>
    </Section>
  )
}
