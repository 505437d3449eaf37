/** The tree of organisations with the people of each; a branch opens and closes. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import type { listOrganisations } from '#contract/operations/organisations'
import { roleNames } from '#core/access/actor'
import { useText, useWords } from '../../text/use-text'
import { State } from '../../ui/state'
import { EnterAddress } from './enter-address'

export type Organisation = AnswerOf<typeof listOrganisations>['organisations'][number]

const Person = ({ person }: { person: Organisation['people'][number] }) => {
  const t = useText()
  const words = useWords()
  return (
    <li className="unit-person">
      <span>{words(roleNames[person.role])} {person.personName} <span className="muted">{person.login}</span></span>
      <State kind={person.activated ? 'ok' : 'none'}>{t(person.activated ? 'office.units.activated' : 'office.units.notActivated')}</State>
    </li>
  )
}

const Line = ({ unit }: { unit: Organisation }) => {
  const t = useText()
  return <><b>{unit.name}</b> <span className="muted small">{unit.code}{[...Object.entries(unit.counts).map(([what, n]) => `${what} ${n}`), ...unit.properties].map((said) => `${t('common.comma')}${said}`).join('')}{unit.people.length === 0 ? `${t('common.comma')}${t('office.units.noPeople')}` : ''}</span></>
}

/** Its address, and what makes it an office of its own; beside the line and never inside what opens and closes. */
const ToOffice = ({ unit }: { unit: Organisation }) => {
  const t = useText()
  const to = `/office/people?${new URLSearchParams({ organisation: unit.id, name: unit.name })}`
  return <p className="unit-office">{unit.email === '' ? null : <span className="small muted">{unit.email}</span>}<EnterAddress unitId={unit.id} name={unit.name} email={unit.email} quiet /><Link className="link small" to={to} aria-label={t('office.units.officeName', { unit: unit.name })}>{t('office.units.office')}</Link></p>
}

const Branch = ({ unit, all }: { unit: Organisation; all: readonly Organisation[] }) => {
  const below = all.filter((o) => o.parentId === unit.id)
  const people = unit.people.length > 0 ? <ul>{unit.people.map((p) => <Person key={p.accountId + p.role} person={p} />)}</ul> : null
  if (below.length === 0) return <li className="unit-leaf"><div className="unit-line"><Line unit={unit} /></div><ToOffice unit={unit} />{people}</li>
  return (
    <li>
      <details open>
        <summary className="unit-line"><Line unit={unit} /> <span className="muted small">{below.length}</span></summary>
        <ToOffice unit={unit} />
        {people}
        <ul className="unit-below">{below.map((o) => <Branch key={o.id} unit={o} all={all} />)}</ul>
      </details>
    </li>
  )
}

export const UnitTree = ({ units }: { units: readonly Organisation[] }) => {
  const ids = new Set(units.map((u) => u.id))
  return <ul className="unit-tree">{units.filter((u) => u.parentId === null || !ids.has(u.parentId)).map((u) => <Branch key={u.id} unit={u} all={units} />)}</ul>
}
