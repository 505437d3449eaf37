/** 走访: when, where, who goes; planned first, made when its day has come. */
import { dayOf } from '#core/kernel/instant'
import type { RecordedStep } from '#core/rules/step-record'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Button } from '../button'
import { FieldFinding, FieldRow } from '../field'
import { State } from '../state'
import { DayField, GrowingField } from '../text-fields'
import { heldFindings } from './held'
import { newKey } from './new-key'
import { empty } from './shown'
import type { ItemsUse } from './use-items'

const One = ({ n, step, itemKey, items }: { n: number; step: string; itemKey: string; items: ItemsUse }) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const v = items.get('visit', step, itemKey) ?? empty.visit
  const put = (part: Partial<typeof v>) => items.put('visit', step, itemKey, { ...v, ...part })
  const name = t('appraisal.visit.name', { n })
  return (
    <section className="appraisal-item" aria-label={name}>
      <div className="appraisal-item-head"><h3>{name}</h3>{v.day > today ? <State kind="wait">{t('appraisal.planned')}</State> : null}<Button look="quiet" size="small" aria-label={t('appraisal.removeLabel', { name })} onClick={() => items.put('visit', step, itemKey, null)}>{t('appraisal.remove')}</Button></div>
      <FieldRow>
        <DayField label={t('appraisal.visit.day')} required hint={t('appraisal.visit.dayHint')} value={v.day} onChange={(day) => put({ day })} />
        <GrowingField label={t('appraisal.visit.where')} required value={v.where} onChange={(where) => put({ where })} />
      </FieldRow>
      <FieldRow>
        <GrowingField label={t('appraisal.visit.who')} required hint={t('appraisal.visit.whoHint')} value={v.who} onChange={(who) => put({ who })} />
        <GrowingField label={t('appraisal.visit.purpose')} value={v.purpose} onChange={(purpose) => put({ purpose })} />
      </FieldRow>
      {heldFindings(items, { kind: 'visit', step, key: itemKey }).map((f) => <FieldFinding key={f.code} finding={f} />)}
    </section>
  )
}

/** @param employer where the candidate works: what the form knows is not typed again */
export const Visits = ({ step, items, employer }: { step: RecordedStep; items: ItemsUse; employer: string }) => {
  const t = useText()
  const keys = items.saver.keys('visit', step.id)
  const add = () => items.put('visit', step.id, newKey(), { ...empty.visit, where: employer })
  return (
    <>
      {keys.map((key, i) => <One key={key} n={i + 1} step={step.id} itemKey={key} items={items} />)}
      <Button onClick={add} look={keys.length === 0 ? 'primary' : 'default'}>{t('appraisal.add.visit')}</Button>
    </>
  )
}
