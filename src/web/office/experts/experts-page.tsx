/** `/office/experts`: 评委库, searched by words and by field, and a list that is brought in. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listExperts, setExpertLeft } from '#contract/operations/experts'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { FieldRow } from '../../ui/field'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useSettled } from '../../ui/use-settled'
import { ImportExperts } from './import-experts'

type Listed = AnswerOf<typeof listExperts>
type Expert = Listed['experts'][number]

const Leaving = ({ expert }: { expert: Expert }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const act = useAct(setExpertLeft, ['experts.list'])
  const set = (left: boolean) => act.mutate({ params: {}, body: { expertId: expert.expertId, left } }, { onSuccess: () => { setAsking(false); say(t(left ? 'experts.outDone' : 'experts.backDone')) } })
  return (
    <>
      {expert.left ? <Button size="small" onClick={() => set(false)} busy={act.isPending}>{t('experts.back')}</Button> : <Button size="small" look="quiet" onClick={() => setAsking(true)}>{t('experts.out')}</Button>}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('experts.outTitle', { name: expert.personName })} actions={<><Button onClick={() => setAsking(false)}>{t('experts.outKeep')}</Button><Button look="block" busy={act.isPending} onClick={() => set(true)}>{t('experts.out')}</Button></>}>
        <p>{t('experts.outFact')}</p><Refused error={act.error} />
      </Dialog>
    </>
  )
}

const List = ({ listed }: { listed: Listed }) => {
  const t = useText()
  const columns: Column<Expert>[] = [
    { key: 'name', head: t('experts.name'), names: true, cell: (e) => e.personName },
    { key: 'unit', head: t('experts.unit'), cell: (e) => <>{e.unitName}{e.parentUnit === '' ? null : <div className="muted small">{t('experts.parent', { unit: e.parentUnit })}</div>}{e.places.length === 0 ? null : <div className="muted small">{t('experts.before', { units: e.places.map((p) => p.unit).join(t('common.comma')) })}</div>}</> },
    { key: 'fields', head: t('experts.fields'), cell: (e) => e.fields.join(t('common.comma')) || '—' },
    { key: 'title', head: t('experts.titleOf'), cell: (e) => e.title || '—' },
    { key: 'age', head: t('experts.age'), numeric: true, cell: (e) => e.birthYear ?? '—' },
    { key: 'service', head: t('experts.service'), cell: (e) => e.service || '—', phone: 'hide' },
    { key: 'account', head: t('experts.account'), cell: (e) => (e.login === null ? <span className="muted">{t('experts.noAccount')}</span> : e.opened ? e.login : <span className="muted">{t('experts.notOpened', { login: e.login })}</span>) },
    { key: 'out', head: '', cell: (e) => <Leaving expert={e} />, phone: 'bare' },
  ]
  return (
    <>
      <p className="detail muted gap" role="status">{listed.found > listed.experts.length ? t('experts.first', { n: listed.found, m: listed.experts.length }) : t('experts.found', { n: listed.found })}</p>
      <Table caption={t('experts.title')} captionHidden columns={columns} rows={listed.experts} keyOf={(e) => e.expertId} empty={<Empty title={t('experts.nobody')}>{t('experts.nobodyFact')}</Empty>} />
    </>
  )
}

export const ExpertsPage = () => {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [field, setField] = useState('')
  const [left, setLeft] = useState(false)
  const q = useSettled(typed)
  const query = useRead(listExperts, { params: {}, query: { q, field, left: left ? 'yes' : 'no' } })
  return (
    <PageFrame>
      <h1 className="page-title">{t('experts.title')}</h1>
      <ImportExperts />
      <Answer query={query}>{(listed) => (listed.inPool + listed.leftPool === 0 ? <Empty title={t('experts.empty')}>{t('experts.emptyFact')}</Empty> : (
        <Section title={t('experts.title')} note={t('experts.note', { n: listed.inPool })} action={listed.leftPool > 0 ? <Button size="small" onClick={() => setLeft(!left)}>{left ? t('experts.showIn', { n: listed.inPool }) : t('experts.showLeft', { n: listed.leftPool })}</Button> : undefined}>
          <FieldRow>
            <TextField label={t('experts.search')} value={typed} onChange={setTyped} hint={t('experts.searchHint')} />
            <SelectField label={t('experts.field')} hint={t('experts.fieldHint')} value={field} onChange={setField} options={listed.fields.map((f) => ({ value: f.field, label: `${f.field}（${f.n}）` }))} />
          </FieldRow>
          <List listed={listed} />
        </Section>
      ))}</Answer>
    </PageFrame>
  )
}
