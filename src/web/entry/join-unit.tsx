/** `/join-unit#CODE`: a unit comes in by the office's code: what it joins, then its name and two people, and no more. */
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { applyToJoin, lookAtUnitCode } from '#contract/operations/unit-joining'
import { sayEnd } from '#core/kernel/instant'
import { judgeJoining } from '#core/organisations/join'
import { typeName } from '#core/organisations/type-names'
import { useAct } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { KeyValue } from '../ui/key-value'
import { NeverOnline } from '../ui/never-online'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'
import { useReceiptCode } from './use-receipt-code'

type Found = AnswerOf<typeof lookAtUnitCode>
const empty = { unitName: '', unitCode: '', clerkName: '', clerkPhone: '', approverName: '', approverPhone: '' }
type Typed = typeof empty
/** Where a finding of the core stands on this page. */
const fieldOf: Readonly<Record<string, keyof Typed>> = { unitName: 'unitName', unitCode: 'unitCode', 'clerk.name': 'clerkName', 'clerk.phone': 'clerkPhone', 'approver.name': 'approverName', 'approver.phone': 'approverPhone' }
const required = ['unitName', 'clerkName', 'clerkPhone', 'approverName', 'approverPhone'] as const satisfies readonly (keyof Typed)[]

const UnitForm = ({ code, found }: { code: string; found: Found }) => {
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(empty)
  const [tried, setTried] = useState(false)
  const apply = useAct(applyToJoin, [])
  const { unitName, unitCode } = typed
  const body = { unitName, unitCode, clerk: { name: typed.clerkName, phone: typed.clerkPhone }, approver: { name: typed.approverName, phone: typed.approverPhone } }
  const lacking = required.filter((key) => typed[key].trim() === '')
  const against = judgeJoining(body).filter((f) => !lacking.includes(fieldOf[f.at.field ?? ''] as never))
  const send = () => {
    setTried(true)
    if (lacking.length + against.length === 0) apply.mutate({ params: {}, body: { code, ...body } }, { onSuccess: ({ token }) => void navigate(`/join-unit/mine#${token}`, { replace: true }) })
  }
  const of = (key: keyof Typed, max: number) => ({ value: typed[key], onChange: (value: string) => setTyped({ ...typed, [key]: value }), max, findings: tried ? against.filter((f) => fieldOf[f.at.field ?? ''] === key) : [], error: tried && lacking.includes(key as never) ? t('joining.form.missing') : null })
  const person = (who: 'clerk' | 'approver') => (
    <fieldset className="join-person">
      <legend>{t(`joining.form.${who}`)}<span className="detail muted">{t(`joining.form.${who}Fact`)}</span></legend>
      <TextField label={t('joining.form.name', { who: t(`joining.form.${who}`) })} required {...of(`${who}Name`, 50)} />
      <TextField label={t('joining.form.phone', { who: t(`joining.form.${who}`) })} required type="tel" keyboard="tel" {...of(`${who}Phone`, 40)} {...(who === 'clerk' && { hint: t('joining.form.phoneHint') })} />
    </fieldset>
  )
  return (
    <EntryPage title={t('joining.enter.title')} onSubmit={send}>
      <KeyValue nameWidth={112} pairs={[{ name: t('joining.form.to'), value: <b>{found.parent}</b> }, { name: t('joining.form.type'), value: words(typeName(found.type)) }, { name: t('joining.form.until'), value: words(sayEnd(found.until)) }]} />
      <div className="gap" />
      <TextField label={t('joining.form.unit')} required hint={t('joining.form.unitHint')} autoComplete="organization" {...of('unitName', 100)} />
      <TextField label={t('joining.form.unitCode')} hint={t('joining.form.unitCodeHint')} {...of('unitCode', 60)} />
      {person('clerk')}
      {person('approver')}
      <NeverOnline />
      <Refused error={apply.error} />
      <Button type="submit" look="primary" size="large" wide busy={apply.isPending}>{t('joining.form.send')}</Button>
    </EntryPage>
  )
}

export const JoinUnit = () => {
  const t = useText()
  const [short, setShort] = useState(false)
  const { mutate, data, error, isPending } = useAct(lookAtUnitCode, [])
  const { code, setCode, look } = useReceiptCode(useCallback((given: string) => {
    const usable = lookAtUnitCode.body.safeParse({ code: given }).success
    setShort(!usable)
    if (usable) mutate({ params: {}, body: { code: given } })
  }, [mutate]))
  if (data) return <UnitForm code={code} found={data} />
  return (
    <EntryPage title={t('joining.enter.title')} onSubmit={look} below={<span className="detail">{t('joining.enter.have')}</span>}>
      {error ? <><Refused error={error} /><div className="gap" /></> : null}
      <TextField label={t('joining.enter.code')} required name="unit-code" hint={t('joining.enter.codeHint')} value={code} onChange={setCode} error={short ? t('joining.enter.short') : null} />
      <Button type="submit" look="primary" size="large" wide busy={isPending}>{t('joining.enter.look')}</Button>
    </EntryPage>
  )
}
