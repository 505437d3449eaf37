/** The tree of organisations with the people of each; a branch opens and closes. */
import { Link } from 'react-router'
import { roleNames } from '#core/access/actor'
import { useText, useWords } from '../../text/use-text'
import { State } from '../../ui/state'
import { EnterAddress } from './enter-address'
import { EnterCounts } from './enter-counts'
import type { Needed, Organisation } from './reading'
import { ReopenAccount } from './reopen-account'


const Person = ({ person }: { person: Organisation['people'][number] }) => {
  const t = useText()
  const words = useWords()
  return (
    <li className="unit-person">
      <span>{words(roleNames[person.role])} {person.personName} <span className="muted">{person.login}</span></span>
      <span className="unit-person-state"><State kind={person.activated ? 'ok' : 'none'}>{t(person.activated ? 'office.units.activated' : 'office.units.notActivated')}</State>{person.role === 'candidate' ? null : <ReopenAccount person={person} />}</span>
    </li>
  )
}

const Line = ({ unit }: { unit: Organisation }) => {
  const t = useText()
  return <><b>{unit.name}</b> <span className="muted small">{unit.code}{[...Object.entries(unit.counts).map(([what, n]) => `${what} ${n}`), ...unit.properties].map((said) => `${t('common.comma')}${said}`).join('')}{unit.people.length === 0 ? `${t('common.comma')}${t('office.units.noPeople')}` : ''}</span></>
}

/** Its address, and what makes it an office of its own; beside the line and never inside what opens and closes. */
const ToOffice = ({ unit, needed }: { unit: Organisation; needed: Needed }) => {
  const t = useText()
  const to = `/office/people?${new URLSearchParams({ organisation: unit.id, name: unit.name })}`
  const more = `/office/people?${new URLSearchParams({ organisation: unit.id, name: unit.name, as: 'unit' })}`
  return <p className="unit-office">{unit.email === '' ? null : <span className="small muted">{unit.email}</span>}<EnterAddress unitId={unit.id} name={unit.name} email={unit.email} quiet /><EnterCounts unit={unit} needed={needed} /><Link className="link small" to={more} aria-label={t('joining.row.personOf', { unit: unit.name })}>{t('joining.row.person')}</Link><Link className="link small" to={to} aria-label={t('office.units.officeName', { unit: unit.name })}>{t('office.units.office')}</Link></p>
}

/** Units by the one they stand directly below: asked once for all, however many there are. */
type Below = ReadonlyMap<string, readonly Organisation[]>

const Branch = ({ unit, belowOf, needed }: { unit: Organisation; belowOf: Below; needed: Needed }) => {
  const below = belowOf.get(unit.id) ?? []
  const people = unit.people.length > 0 ? <ul>{unit.people.map((p) => <Person key={p.accountId + p.role} person={p} />)}</ul> : null
  if (below.length === 0) return <li className="unit-leaf"><div className="unit-line"><Line unit={unit} /></div><ToOffice unit={unit} needed={needed} />{people}</li>
  return (
    <li>
      <details open>
        <summary className="unit-line"><Line unit={unit} /> <span className="muted small">{below.length}</span></summary>
        <ToOffice unit={unit} needed={needed} />
        {people}
        <ul className="unit-below">{below.map((o) => <Branch key={o.id} unit={o} belowOf={belowOf} needed={needed} />)}</ul>
      </details>
    </li>
  )
}

export const UnitTree = ({ units, needed }: { units: readonly Organisation[]; needed: Needed }) => {
  const ids = new Set(units.map((u) => u.id))
  const belowOf = new Map<string, Organisation[]>()
  for (const u of units) {
    const beside = u.parentId === null ? undefined : belowOf.get(u.parentId)
    if (beside !== undefined) beside.push(u)
    else if (u.parentId !== null) belowOf.set(u.parentId, [u])
  }
  return <ul className="unit-tree">{units.filter((u) => u.parentId === null || !ids.has(u.parentId)).map((u) => <Branch key={u.id} unit={u} belowOf={belowOf} needed={needed} />)}</ul>
}
