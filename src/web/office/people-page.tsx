/** `/office/people`: accounts of the office's own organisation (office, jurors, secretary, supervisor) and new ones. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { AnswerOf, BodyInOf } from '#contract/operation'
import { inviteAccount, listAccounts } from '#contract/operations/organisations'
import { roleNames } from '#core/access/actor'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Button, ButtonLink } from '../ui/button'
import { SelectField } from '../ui/choice-fields'
import { FieldRow } from '../ui/field'
import { Note } from '../ui/finding-card'
import { PageFrame } from '../ui/page-frame'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { Table, type Column } from '../ui/table'
import { TextField } from '../ui/text-fields'
import { Answer, Refused } from '../ui/answer'
import { Reopenings } from '../ui/reopenings'
import { SecondFactorSetting } from './second-factor-setting'
import { ActivationCodes, type Activation } from './units/activation-codes'
import { ReopenAccount } from './units/reopen-account'

type Account = AnswerOf<typeof listAccounts>['accounts'][number]
type Invitation = BodyInOf<typeof inviteAccount>
const offered = ['office', 'juror', 'jurySecretary', 'supervisor'] as const satisfies readonly Invitation['role'][]
const blank = { personName: '', login: '', role: '', unitName: '', fieldOfWork: '' }

const Accounts = ({ accounts }: { accounts: readonly Account[] }) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Account>[] = [
    { key: 'name', head: t('office.people.name'), names: true, cell: (a) => a.personName },
    { key: 'role', head: t('office.people.role'), cell: (a) => words(roleNames[a.role]) },
    { key: 'login', head: t('office.people.login'), cell: (a) => a.login },
    { key: 'work', head: t('office.people.work'), cell: (a) => [a.unitName, a.fieldOfWork].filter(Boolean).join(t('common.comma')) || '—' },
    { key: 'state', head: t('office.people.state'), cell: (a) => <State kind={a.activated ? 'ok' : 'none'}>{t(a.activated ? 'office.units.activated' : 'office.units.notActivated')}</State> },
    { key: 'reopen', head: t('office.people.notIn'), cell: (a) => <ReopenAccount person={a} />, phone: 'bare' },
  ]
  return (
    <Section title={t('office.people.caption')}>
      {accounts.filter((a) => a.role === 'office').length < 2 ? <Note kind="info" title={t('office.people.secondOffice')} /> : null}
      <Table caption={t('office.people.caption')} captionHidden columns={columns} rows={accounts} keyOf={(a) => a.accountId + a.role} empty={null} />
    </Section>
  )
}

/** An organisation below, as the list of units names it in the address. */
interface Below { id: string; name: string; /** A clerk or an approver, not an office of its own. */ unit: boolean }
const offeredBelow = ['office', 'supervisor'] as const satisfies readonly Invitation['role'][]
const offeredUnit = ['unitClerk', 'unitApprover'] as const satisfies readonly Invitation['role'][]

const Invite = ({ onMade, below }: { onMade: (made: Activation & { expiresAt: number }) => void; below: Below | null }) => {
  const t = useText()
  const words = useWords()
  const [form, setForm] = useState(blank)
  const set = (key: keyof typeof blank) => (value: string) => setForm({ ...form, [key]: value })
  const invite = useAct(inviteAccount, ['accounts.list', 'organisations.list'])
  const roles: readonly Invitation['role'][] = below === null ? offered : below.unit ? offeredUnit : offeredBelow
  const role = roles.find((r) => r === form.role)
  const whole = role !== undefined && form.personName.trim() !== '' && form.login.trim() !== ''
  const submit = () => role !== undefined && invite.mutate({ params: {}, body: { ...form, role, ...(below !== null && { organisationId: below.id }) } }, {
    onSuccess: (made) => {
      setForm(blank)
      onMade(made)
    },
  })
  return (
    <Section title={below === null ? t('office.people.invite') : t(below.unit ? 'joining.row.title' : 'office.people.below', { unit: below.name })} note={t(below === null ? 'office.people.inviteNote' : below.unit ? 'joining.row.note' : 'office.people.belowNote')} action={below === null ? undefined : <ButtonLink to="/office/people">{t('office.people.own')}</ButtonLink>}>
      <form className="office-form" noValidate onSubmit={(event) => { event.preventDefault(); if (whole) submit() }}>
        <FieldRow>
          <SelectField label={t('office.people.role')} required value={form.role} onChange={set('role')} {...(below?.unit !== true && { hint: t('office.people.role.hint') })} options={roles.map((r) => ({ value: r, label: words(roleNames[r]) }))} />
          <TextField label={t('office.people.name')} required value={form.personName} onChange={set('personName')} />
          <TextField label={t('office.people.login')} required value={form.login} onChange={set('login')} hint={t('office.people.login.hint')} />
        </FieldRow>
        {role === 'juror' ? (
          <FieldRow>
            <TextField label={t('office.people.unitName')} value={form.unitName} onChange={set('unitName')} hint={t('office.people.unitNameHint')} />
            <TextField label={t('office.people.fieldOfWork')} value={form.fieldOfWork} onChange={set('fieldOfWork')} />
          </FieldRow>
        ) : null}
        <div className="acts"><Button type="submit" look="primary" disabled={!whole} busy={invite.isPending}>{t('office.people.act')}</Button></div>
        <div className="gap"><Refused error={invite.error} /></div>
      </form>
    </Section>
  )
}

export const PeoplePage = () => {
  const t = useText()
  const query = useRead(listAccounts, { params: {} })
  const [made, setMade] = useState<(Activation & { expiresAt: number }) | null>(null)
  const [search] = useSearchParams()
  const [id, name] = [search.get('organisation'), search.get('name')]
  const below = id === null || name === null ? null : { id, name, unit: search.get('as') === 'unit' }
  return (
    <PageFrame>
      <h1 className="page-title">{t('office.people.title')}</h1>
      <div className="gap screen-only"><Reopenings /></div>
      {made ? <ActivationCodes codes={[made]} expiresAt={made.expiresAt} onKept={() => setMade(null)} /> : <Invite key={`${id ?? ''}${search.get('as') ?? ''}`} onMade={setMade} below={below} />}
      <div className="gap screen-only"><Answer query={query}>{({ accounts }) => <Accounts accounts={accounts} />}</Answer></div>
      <div className="gap screen-only"><SecondFactorSetting /></div>
    </PageFrame>
  )
}
