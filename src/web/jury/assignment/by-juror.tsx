/** 按评委: how much each reads, of it how much of the own field; the bar ends at the most a juror may read. */
import { useText } from '../../text/use-text'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import type { Shared } from './assignment-answer'

export const ByJuror = ({ shared }: { shared: Shared }) => {
  const t = useText()
  const per = (n: number) => `${Math.min(100, (n / shared.most) * 100)}%`
  return (
    <Section title={t('assignment.byJuror')} note={shared.least === null ? t('assignment.fig.loadNote', { most: shared.most }) : t('assignment.fig.loadNoteLeast', { most: shared.most, least: shared.least })}>
      <Table caption={t('assignment.byJuror')} captionHidden rows={shared.jurors} keyOf={(j) => j.accountId} empty={null} warned={(j) => j.load > shared.most || (shared.least !== null && j.load < shared.least)} columns={[
        { key: 'name', head: t('assignment.juror'), names: true, cell: (j) => j.personName, width: '16%' },
        { key: 'unit', head: t('assignment.unit'), cell: (j) => j.unitName || '—', width: '26%' },
        { key: 'field', head: t('assignment.field'), cell: (j) => j.fieldOfWork || <span className="muted">{t('assignment.noField')}</span>, width: '16%' },
        { key: 'load', head: t('assignment.load'), cell: (j) => (
          <span className="assignment-load"><span className="track" aria-hidden="true"><i style={{ width: per(j.load) }} /><b style={{ width: per(j.ofTheField) }} />{shared.least === null ? null : <u style={{ left: per(shared.least) }} />}</span><span>{j.load}</span></span>
        ) },
        { key: 'ofField', head: t('assignment.ofField'), numeric: true, cell: (j) => j.ofTheField },
      ]} />
    </Section>
  )
}
