/** The units as a map: grouped, darker the further behind; the same as a table. */
import { useState } from 'react'
import { useLanguage, useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { Chip, type StateKind } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { sayAt } from '../../ui/say-time'
import './overview.css'
import { groupsOf, isIn, tileName, unitStates, type Unit, type UnitGroup, type UnitState } from './unit-states'

const kinds: Readonly<Record<UnitState, StateKind>> = {
  notOpened: 'none', opened: 'wait', draft: 'half', atApproval: 'half', submitted: 'ok', returned: 'warn', accepted: 'ok', rejected: 'block', withdrawn: 'none',
}

const Legend = ({ units }: { units: readonly Unit[] }) => {
  const t = useText()
  return (
    <ul className="map-legend">
      {unitStates.map((state) => ({ state, n: units.filter((u) => u.state === state).length })).filter(({ n }) => n > 0)
        .map(({ state, n }) => <li key={state}><i className={`tile-mark ${state}`} aria-hidden="true" />{t(`office.unitState.${state}`)} {n}</li>)}
    </ul>
  )
}

const Tile = ({ unit }: { unit: Unit }) => {
  const t = useText()
  return (
    <li className={`tile ${unit.state}`} title={`${unit.name}${t('common.comma')}${t(`office.unitState.${unit.state}`)}`}>
      <span className="tile-name" aria-hidden="true">{tileName(unit)}</span>
      <span className="hidden-text">{unit.name}{t('common.comma')}{t(`office.unitState.${unit.state}`)}</span>
      {isIn(unit.state) ? <Icon name="tick" /> : null}
    </li>
  )
}

const Group = ({ group }: { group: UnitGroup }) => (
  <section className="map-group">
    <h3>{group.name} <span className="muted">{group.units.filter((u) => isIn(u.state)).length}/{group.units.length}</span></h3>
    <ul>{group.units.map((u) => <Tile key={u.unitId} unit={u} />)}</ul>
  </section>
)

export const UnitTable = ({ units, caption }: { units: readonly Unit[]; caption: string }) => {
  const t = useText()
  const language = useLanguage()
  const columns: Column<Unit>[] = [
    { key: 'unit', head: t('office.overview.unit'), names: true, cell: (u) => u.name },
    { key: 'group', head: t('office.overview.group'), cell: (u) => u.groupName || t('office.overview.ungrouped'), phone: 'hide' },
    { key: 'state', head: t('office.overview.state'), cell: (u) => <Chip kind={kinds[u.state]}>{t(`office.unitState.${u.state}`)}</Chip> },
    { key: 'since', head: t('office.overview.since'), cell: (u) => (u.since === null ? '—' : sayAt(u.since, language)) },
    { key: 'clerk', head: t('office.overview.clerk'), cell: (u) => <>{u.clerk || '—'}{u.activated ? null : <span className="muted"> {t('office.overview.noClerk')}</span>}</> },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={units} keyOf={(u) => u.unitId} empty={null} />
}

export const UnitMap = ({ units }: { units: readonly Unit[] }) => {
  const t = useText()
  const [asTable, setAsTable] = useState(false)
  const title = t('office.overview.units', { n: units.length, m: units.filter((u) => isIn(u.state)).length })
  return (
    <Section title={title} action={<Button size="small" onClick={() => setAsTable(!asTable)}>{t(asTable ? 'office.overview.map' : 'office.overview.table')}</Button>}>
      {asTable ? <UnitTable units={units} caption={title} /> : <><Legend units={units} /><div className="map">{groupsOf(units, t('office.overview.ungrouped')).map((g) => <Group key={g.name} group={g} />)}</div></>}
    </Section>
  )
}
