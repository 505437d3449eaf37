/** 人数和属性 of a unit: what quotas by formula count and what more places are for; entered, mended, or taken away. */
import { useState } from 'react'
import { setCounts } from '#contract/operations/organisations'
import { propertiesIn } from '#core/organisations/unit-counts'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Needed, Organisation } from './reading'

const whole = (text: string): boolean => /^\d{1,9}$/.test(text.trim())

const Form = ({ unit, needed, onClose }: { unit: Organisation; needed: Needed; onClose: () => void }) => {
  const t = useText()
  const [counts, setTyped] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries([...new Set([...needed.counts, ...Object.keys(unit.counts)])].map((name) => [name, String(unit.counts[name] ?? '')])))
  const [more, setMore] = useState({ name: '', count: '' })
  const [properties, setProperties] = useState(unit.properties.join('、'))
  const set = useAct(setCounts)
  const typed = Object.entries({ ...counts, ...(more.name.trim() === '' ? {} : { [more.name.trim()]: more.count }) }).filter(([, n]) => n.trim() !== '')
  const half = (more.name.trim() === '') !== (more.count.trim() === '')
  const wrong = half || typed.some(([, n]) => !whole(n))
  const act = () => set.mutate({ params: {}, body: { organisationId: unit.id, counts: Object.fromEntries(typed.map(([name, n]) => [name, Number(n)])), properties: propertiesIn(properties), read: { counts: unit.counts, properties: unit.properties } } }, { onSuccess: () => { say(t('office.counts.done')); onClose() } })
  const error = (text: string) => (text.trim() === '' || whole(text) ? null : t('office.counts.whole'))
  return (
    <Dialog open onClose={onClose} title={t('office.counts.title', { unit: unit.name })}
      actions={<><Button onClick={onClose}>{t('office.counts.not')}</Button><Button look="primary" disabled={wrong} busy={set.isPending} onClick={act}>{t('office.counts.do')}</Button></>}>
      <div className="fields">
        <p className="detail muted">{t('office.counts.fact')}</p>
        {Object.entries(counts).map(([name, value]) => (
          <TextField key={name} label={name} keyboard="numeric" value={value} onChange={(n) => setTyped({ ...counts, [name]: n })} error={error(value)} {...(needed.counts.includes(name) ? { hint: t('office.counts.needed') } : {})} />
        ))}
        <FieldRow>
          <TextField label={t('office.counts.more')} value={more.name} onChange={(name) => setMore({ ...more, name })} hint={t('office.counts.moreHint')} />
          <TextField label={t('office.counts.moreNumber')} keyboard="numeric" value={more.count} onChange={(count) => setMore({ ...more, count })} error={half ? t('office.counts.half') : error(more.count)} />
        </FieldRow>
        <TextField label={t('office.counts.properties')} value={properties} onChange={setProperties} hint={needed.properties.length === 0 ? t('office.counts.propertiesHint') : t('office.counts.propertiesNeeded', { names: needed.properties.join('、') })} />
        <Refused error={set.error} />
      </div>
    </Dialog>
  )
}

export const EnterCounts = ({ unit, needed }: { unit: Organisation; needed: Needed }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return <><button type="button" className="link small" aria-label={t('office.counts.title', { unit: unit.name })} onClick={() => setOpen(true)}>{t('office.counts.verb')}</button>{open ? <Form unit={unit} needed={needed} onClose={() => setOpen(false)} /> : null}</>
}
