/** 抽取办法: so many of each field, at most so many of one unit; fixed together with a seed nobody knows yet. */
import { useState } from 'react'
import { listExperts } from '#contract/operations/experts'
import { fixDraw } from '#contract/operations/juries'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Juries } from './juries-answer'

interface Part { field: string; count: string; standIns: string }
const whole = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)
const blank: Part = { field: '', count: '', standIns: '0' }

const Form = ({ campaignId, juries, fields }: { campaignId: string; juries: Juries; fields: readonly { field: string; n: number }[] }) => {
  const t = useText()
  const words = useWords()
  const [ruleId, setRuleId] = useState('')
  const [parts, setParts] = useState<readonly Part[]>([blank])
  const [perUnit, setPerUnit] = useState('1')
  const act = useAct(fixDraw)
  const set = (i: number, change: Partial<Part>) => setParts(parts.map((p, k) => (k === i ? { ...p, ...change } : p)))
  const read = parts.map((p) => ({ field: p.field, count: whole(p.count), standIns: whole(p.standIns) }))
  const limit = perUnit.trim() === '' ? null : whole(perUnit)
  const ready = ruleId !== '' && read.every((p) => p.field !== '' && p.count >= 1 && p.standIns >= 0) && (limit === null || limit >= 1)
  const rounds = juries.rounds.filter((r) => !r.opened)
  const fix = () => act.mutate({ params: { campaignId }, body: { ruleId: ruleId === 'all' ? null : ruleId, parts: read, perUnit: limit } }, { onSuccess: () => { say(t('juries.draw.fixed')); setParts([blank]) } })
  return (
    <>
      <div className="draw-head">
        <SelectField label={t('juries.draw.for')} value={ruleId} onChange={setRuleId} options={[...(juries.generalFrozen ? [] : [{ value: 'all', label: t('juries.draw.forAll') }]), ...rounds.map((r) => ({ value: r.ruleId, label: words(r.name) }))]} />
        <TextField label={t('juries.draw.perUnit')} value={perUnit} onChange={setPerUnit} keyboard="numeric" hint={t('juries.draw.perUnitHint')} />
      </div>
      {parts.map((p, i) => (
        <div className="draw-part" key={i}>
          <SelectField label={t('juries.draw.field')} value={p.field} onChange={(field) => set(i, { field })} options={fields.map((f) => ({ value: f.field, label: t('juries.draw.inPool', { field: f.field, n: f.n }) }))} />
          <TextField label={t('juries.draw.count')} value={p.count} onChange={(count) => set(i, { count })} keyboard="numeric" />
          <TextField label={t('juries.draw.standIns')} value={p.standIns} onChange={(standIns) => set(i, { standIns })} keyboard="numeric" />
          {parts.length > 1 ? <Button size="small" look="quiet" onClick={() => setParts(parts.filter((_, k) => k !== i))}>{t('juries.draw.drop', { field: p.field })}</Button> : null}
        </div>
      ))}
      <div className="acts"><Button onClick={() => setParts([...parts, blank])}>{t('juries.draw.add')}</Button><Button look="primary" disabled={!ready} busy={act.isPending} onClick={fix}>{t('juries.draw.fix')}</Button></div>
      <div className="gap"><Refused error={act.error} /></div>
    </>
  )
}

export const DrawForm = ({ campaignId, juries }: { campaignId: string; juries: Juries }) => {
  const t = useText()
  const pool = useRead(listExperts, { params: {}, query: {} })
  return (
    <Section title={t('juries.draw.title')}>
      <p className="detail muted">{t('juries.draw.note')}</p>
      <Answer query={pool}>{({ inPool, fields }) => (inPool === 0 ? <Empty title={t('juries.draw.empty')} action={<ButtonLink to="/office/experts">{t('juries.draw.toPool')}</ButtonLink>}>{t('juries.draw.emptyFact')}</Empty> : <Form campaignId={campaignId} juries={juries} fields={fields} />)}</Answer>
    </Section>
  )
}
