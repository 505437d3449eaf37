/** The units one by one: who is behind with what, when it was reminded, where its mail goes. */
import { useState } from 'react'
import { lackNames, saidLacks } from '#core/mobilisation/behind'
import { standingNames, standings } from '#core/mobilisation/standing'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { kinds, type Group, type Mobilisation, type Unit } from './reading'

const AT_ONCE = 60

const useColumns = (): Column<Unit>[] => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const at = (instant: number | null) => (instant === null ? '—' : sayAt(instant, language))
  return [
    { key: 'unit', head: t('office.overview.unit'), names: true, cell: (u) => u.name },
    { key: 'standing', head: t('office.overview.state'), cell: (u) => <Chip kind={kinds[u.standing]}>{words(standingNames[u.standing])}</Chip> },
    { key: 'lacks', head: t('office.mobilisation.lacks'), cell: (u) => (u.lacks.length === 0 ? '—' : saidLacks(u.lacks).map((l) => words(lackNames[l])).join(t('common.comma'))) },
    { key: 'opened', head: t('office.mobilisation.openedAt'), cell: (u) => at(u.openedAt), phone: 'hide' },
    { key: 'acknowledged', head: t('office.mobilisation.acknowledgedAt'), cell: (u) => at(u.acknowledgedAt), phone: 'hide' },
    { key: 'reminded', head: t('office.mobilisation.remindedAt'), cell: (u) => at(u.remindedAt) },
  ]
}

export const UnitList = ({ all, groups, group, onAll }: { all: Mobilisation; groups: readonly Group[]; group: string | null | undefined; onAll: () => void }) => {
  const t = useText()
  const words = useWords()
  const columns = useColumns()
  const [which, setWhich] = useState(all.behind > 0 ? 'behind' : 'all')
  const [most, setMost] = useState(AT_ONCE)
  const rows = all.units.filter((u) => (group === undefined || u.branchId === group) && (which === 'all' || (which === 'behind' ? u.lacks.length > 0 : u.standing === which)))
  const name = groups.find((g) => g.id === group)?.name
  const options = [{ value: 'behind', label: t('office.mobilisation.onlyBehind', { n: all.behind }) }, { value: 'all', label: t('office.mobilisation.everyUnit', { n: all.units.length }) },
    ...standings.filter((s) => all.counts[s] > 0).map((s) => ({ value: s, label: `${words(standingNames[s])} ${all.counts[s]}` }))]
  return (
    <Section title={group === undefined ? t('office.mobilisation.list') : t('office.mobilisation.listOf', { name: name ?? '' })} note={t('office.mobilisation.listed', { n: rows.length })} action={group === undefined ? undefined : <Button size="small" onClick={onAll}>{t('office.mobilisation.allGroups')}</Button>}>
      <div className="list-filter"><SelectField label={t('office.mobilisation.which')} value={which} onChange={(value) => { setWhich(value || 'all'); setMost(AT_ONCE) }} options={options} /></div>
      <Table caption={t('office.mobilisation.list')} captionHidden columns={columns} rows={rows.slice(0, most)} keyOf={(u) => u.unitId} empty={<Empty title={t('office.mobilisation.noneListed')} />} />
      {rows.length > most ? <div className="acts"><Button onClick={() => setMost(most + 200)}>{t('office.mobilisation.more', { n: rows.length - most })}</Button></div> : null}
    </Section>
  )
}
