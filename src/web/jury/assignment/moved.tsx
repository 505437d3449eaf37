/** What is different from what stood before: shown before it is confirmed. */
import { useText } from '../../text/use-text'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import type { Shared } from './assignment-answer'

export const Moved = ({ shared }: { shared: Shared }) => {
  const t = useText()
  if (shared.state !== 'found' || shared.moved.length === 0) return null
  const nameOf = new Map(shared.candidates.map((c) => [c.nominationId, c.candidateName]))
  return (
    <Section title={t('assignment.moved.title')} note={t('assignment.moved.note', { n: shared.moved.length })}>
      <Table caption={t('assignment.moved.title')} captionHidden rows={shared.moved} keyOf={(m) => m.nominationId} empty={null} columns={[
        { key: 'name', head: t('assignment.moved.candidate'), names: true, cell: (m) => nameOf.get(m.nominationId) ?? '' },
        { key: 'out', head: t('assignment.moved.out'), cell: (m) => m.out.join(t('jury.listComma')) || '—' },
        { key: 'in', head: t('assignment.moved.in'), cell: (m) => m.in.join(t('jury.listComma')) || '—' },
      ]} />
    </Section>
  )
}
