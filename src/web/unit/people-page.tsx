/** `/unit/people`: clerks and approvers of the own unit; its approver adds a clerk. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { inviteClerk, unitPeople } from '#contract/operations/unit-joining'
import { roleNames } from '#core/access/actor'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { FieldRow } from '../ui/field'
import { PageFrame } from '../ui/page-frame'
import { CodeDialog, type CodeMade } from '../ui/reopenings'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { Table, type Column } from '../ui/table'
import { TextField } from '../ui/text-fields'

type Person = AnswerOf<typeof unitPeople>['people'][number]

const People = ({ people }: { people: readonly Person[] }) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Person>[] = [
    { key: 'name', head: t('office.people.name'), names: true, cell: (p) => p.personName }, { key: 'role', head: t('office.people.role'), cell: (p) => words(roleNames[p.role]) }, { key: 'login', head: t('office.people.login'), cell: (p) => p.login },
    { key: 'state', head: t('office.people.state'), cell: (p) => <State kind={p.activated ? 'ok' : 'none'}>{t(p.activated ? 'office.units.activated' : 'office.units.notActivated')}</State> },
  ]
  return <Section title={t('joining.unit.caption')}><Table caption={t('joining.unit.caption')} captionHidden columns={columns} rows={people} keyOf={(p) => p.accountId + p.role} empty={null} /></Section>
}

const Invite = () => {
  const t = useText()
  const [form, setForm] = useState({ personName: '', login: '' })
  const [made, setMade] = useState<CodeMade | null>(null)
  const invite = useAct(inviteClerk, [unitPeople.id])
  const whole = inviteClerk.body.safeParse(form).success
  const send = () => invite.mutate({ params: {}, body: form }, { onSuccess: (answer) => { setForm({ personName: '', login: '' }); setMade(answer) } })
  return (
    <Section title={t('joining.unit.invite')} note={t('joining.unit.inviteNote')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (whole) send() }}>
        <FieldRow>
          <TextField label={t('office.people.name')} required value={form.personName} onChange={(personName) => setForm({ ...form, personName })} />
          <TextField label={t('office.people.login')} required value={form.login} onChange={(login) => setForm({ ...form, login })} hint={t('office.people.login.hint')} />
        </FieldRow>
        <div className="acts gap"><Button type="submit" look="primary" disabled={!whole} busy={invite.isPending}>{t('joining.unit.act')}</Button></div>
        <Refused error={invite.error} />
      </form>
      <CodeDialog made={made} onKept={() => setMade(null)} />
    </Section>
  )
}

export const UnitPeoplePage = () => {
  const t = useText()
  const query = useRead(unitPeople, { params: {} })
  return (
    <PageFrame>
      <h1 className="page-title">{t('joining.unit.title')}</h1>
      <div className="gap" />
      <Answer query={query}>{({ people }) => <><People people={people} /><div className="gap"><Invite /></div></>}</Answer>
    </PageFrame>
  )
}
