/** 加入码: made for one place of the tree, shown once, ended at any time. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listOrganisations } from '#contract/operations/organisations'
import { endUnitCode, listUnitCodes, makeUnitCode } from '#contract/operations/unit-joining'
import { addDays, dayOf, sayEnd } from '#core/kernel/instant'
import { MOST_DAYS, MOST_UNITS } from '#core/organisations/join'
import { typeName, unitTypes } from '#core/organisations/type-names'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { State, type StateKind } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { DayField, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { JoinCodeMade, type MadeCode } from './join-code-made'

type Code = AnswerOf<typeof listUnitCodes>['codes'][number]
const kinds: Readonly<Record<Code['state'], StateKind>> = { open: 'ok', usedUp: 'half', expired: 'none', ended: 'none' }
const USUAL_DAYS = 30

const Make = ({ onMade }: { onMade: (made: MadeCode) => void }) => {
  const t = useText()
  const words = useWords()
  const { now, organisation } = useSession()
  const today = dayOf(now())
  const own = organisation ?? { id: '', name: '' }
  const tree = useRead(listOrganisations, { params: {} })
  const places = [own, ...(tree.data?.organisations ?? []).map((o) => ({ id: o.id, name: `${o.name}（${o.code}）` }))]
  const types = [...new Set([...unitTypes, ...(tree.data?.organisations ?? []).map((o) => o.type).filter((x) => x !== 'office' && x !== '')])]
  const [form, setForm] = useState(() => ({ parentId: own.id, type: '', most: '20', lastDay: addDays(today, USUAL_DAYS) }))
  const set = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value })
  const make = useAct(makeUnitCode, [listUnitCodes.id])
  const most = Number(form.most)
  const fits = Number.isInteger(most) && most >= 1 && most <= MOST_UNITS
  const whole = form.parentId !== '' && form.type !== '' && form.lastDay !== '' && fits
  const send = () => make.mutate({ params: {}, body: { ...form, most } }, { onSuccess: (made) => onMade({ ...made, parent: places.find((p) => p.id === form.parentId)?.name ?? '' }) })
  return (
    <form className="office-form" noValidate onSubmit={(event) => { event.preventDefault(); if (whole) send() }}>
      <FieldRow>
        <SelectField label={t('joining.codes.parent')} required hint={t('joining.codes.parentHint')} value={form.parentId} onChange={set('parentId')} options={places.map((p) => ({ value: p.id, label: p.name }))} />
        <SelectField label={t('joining.codes.type')} required value={form.type} onChange={set('type')} options={types.map((type) => ({ value: type, label: words(typeName(type)) }))} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('joining.codes.most')} required keyboard="numeric" value={form.most} onChange={set('most')} error={fits ? null : t('joining.codes.whole')} />
        <DayField label={t('joining.codes.lastDay')} required value={form.lastDay} onChange={set('lastDay')} from={today} to={addDays(today, MOST_DAYS)} />
      </FieldRow>
      <div className="acts"><Button type="submit" look="primary" disabled={!whole} busy={make.isPending}>{t('joining.codes.make')}</Button></div>
      <Refused error={make.error} />
    </form>
  )
}

const End = ({ code }: { code: Code }) => {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const end = useAct(endUnitCode, [listUnitCodes.id])
  const close = () => setAsked(false)
  if (code.state !== 'open') return null
  const title = t('joining.codes.endOf', { parent: code.parent.name })
  return (
    <>
      <button type="button" className="link small" aria-label={title} onClick={() => setAsked(true)}>{t('joining.codes.end')}</button>
      <Dialog open={asked} onClose={close} title={title} actions={<><Button onClick={close}>{t('joining.codes.endNot')}</Button><Button look="primary" busy={end.isPending} onClick={() => end.mutate({ params: { codeId: code.codeId }, body: {} }, { onSuccess: () => { close(); say(t('joining.codes.ended')) } })}>{t('joining.codes.end')}</Button></>}>
        <p>{t('joining.codes.endFact')}</p>
        <Refused error={end.error} />
      </Dialog>
    </>
  )
}

export const JoinCodes = ({ codes }: { codes: readonly Code[] }) => {
  const t = useText()
  const words = useWords()
  const [made, setMade] = useState<MadeCode | null>(null)
  const columns: Column<Code>[] = [
    { key: 'parent', head: t('joining.codes.parent'), names: true, cell: (c) => c.parent.name },
    { key: 'type', head: t('joining.codes.type'), cell: (c) => words(typeName(c.type)) },
    { key: 'used', head: t('joining.codes.used'), cell: (c) => t('joining.codes.usedOf', { n: c.used, of: c.most }) },
    { key: 'until', head: t('joining.codes.until'), cell: (c) => words(sayEnd(c.until)) },
    { key: 'by', head: t('joining.codes.madeBy'), cell: (c) => c.madeBy },
    { key: 'state', head: t('joining.codes.state'), cell: (c) => <span className="row-of"><State kind={kinds[c.state]}>{t(`joining.code.${c.state}`)}</State><End code={c} /></span> },
  ]
  return (
    <Section title={t('joining.codes.title')}>
      <Make onMade={setMade} />
      <div className="gap"><Table caption={t('joining.codes.title')} captionHidden columns={columns} rows={codes} keyOf={(c) => c.codeId} empty={<Empty title={t('joining.codes.none')}>{t('joining.codes.noneFact')}</Empty>} /></div>
      {made === null ? null : <JoinCodeMade made={made} onClose={() => setMade(null)} />}
    </Section>
  )
}
