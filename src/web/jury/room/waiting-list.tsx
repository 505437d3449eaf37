/** While the round is open: who stands for election, by name and unit, and nothing of how the votes fall. */
import { useText, useWords } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import type { Round } from './round-answer'

export const WaitingList = ({ round }: { round: Round }) => {
  const t = useText()
  const words = useWords()
  return (
    <Section title={t('jury.waiting.title')} note={t('jury.waiting.note')}>
      <Table caption={t('jury.waiting.title')} captionHidden rows={round.candidates} keyOf={(c) => c.nominationId} empty={<Empty title={t('jury.waiting.none')} />}
        columns={[
          { key: 'name', head: t('common.tally.name'), names: true, cell: (c) => c.candidateName },
          ...(round.rule.groups === undefined ? [] : [{ key: 'group', head: t('rounds.groups.group'), cell: (c: Round['candidates'][number]) => (c.group === null ? '—' : words(c.group)) }]),
          { key: 'unit', head: t('common.tally.unit'), cell: (c) => c.unitName },
          { key: 'recused', head: t('jury.waiting.recused'), numeric: true, cell: (c) => t('jury.waiting.times', { n: round.jurors.filter((j) => j.recusedFrom.some((r) => r.nominationId === c.nominationId)).length }) },
        ]} />
    </Section>
  )
}
