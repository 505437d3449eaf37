/** An appraisal to read, part by part, each folded up until somebody looks: the screening desk has room for its head only. */
import { useState, type ReactNode } from 'react'
import { itemsOf, presenceNames, sourceNames, type AppraisalItem } from '#core/appraisal/record'
import { stepsFor } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { RecordedStep } from '#core/rules/step-record'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { KeyValue } from '../key-value'
import { sayDay } from '../say-time'
import { State } from '../state'
import { Table, type Column } from '../table'
import { kindOfFact, useFactWords } from './facts'
import { itemsIn, type Shown, type ShownFact } from './shown'
import './appraisal.css'

const Fold = ({ title, children }: { title: string; children: ReactNode }) => <details className="appraisal-fold"><summary>{title}</summary><div>{children}</div></details>

interface SeatRow { key: string; role: string; name: string; post: string; how: string; reason: string; confirmed: string | null }
const Attendance = ({ step, items, shown }: { step: RecordedStep; items: readonly AppraisalItem[]; shown: Shown }) => {
  const t = useText()
  const words = useWords()
  const rows = itemsOf(items, 'seat', step.id).map((s): SeatRow => ({
    key: s.key, role: words(step.attendance.find((a) => a.id === s.key)?.name ?? { zh: t('appraisal.seat.other'), en: t('appraisal.seat.other') }), name: s.content.name, post: s.content.post, how: words(presenceNames[s.content.presence]), reason: s.content.reason,
    confirmed: shown.items.find((i) => i.kind === 'seat' && i.step === step.id && i.key === s.key)?.confirmed?.by ?? null,
  }))
  const order = (r: SeatRow): number => { const i = step.attendance.findIndex((a) => a.id === r.key); return i < 0 ? step.attendance.length : i }
  const columns: Column<SeatRow>[] = [
    { key: 'role', head: t('appraisal.reading.role'), names: true, cell: (r) => r.role }, { key: 'name', head: t('appraisal.reading.person'), cell: (r) => r.name || '—' }, { key: 'post', head: t('appraisal.reading.post'), cell: (r) => r.post || '—' },
    { key: 'how', head: t('appraisal.reading.how'), cell: (r) => (r.reason === '' ? r.how : `${r.how}：${r.reason}${r.confirmed === null ? '' : `（${t('appraisal.seat.explained', { by: r.confirmed })}）`}`) },
  ]
  return <Table caption={t('appraisal.seats.title')} captionHidden columns={columns} rows={rows.toSorted((a, b) => order(a) - order(b))} keyOf={(r) => r.key} empty={null} />
}

const odd = (f: ShownFact): boolean => f.state !== 'true'
const FactTable = ({ facts, items }: { facts: readonly ShownFact[]; items: readonly AppraisalItem[] }) => {
  const t = useText()
  const words = useWords()
  const sayFact = useFactWords()
  const [all, setAll] = useState(false)
  const verdict = (f: ShownFact) => itemsOf(items, 'verdict', f.step).find((v) => v.key === f.key)?.content
  const columns: Column<ShownFact>[] = [
    { key: 'item', head: t('appraisal.reading.item'), names: true, cell: (f) => words(f.label) }, { key: 'value', head: t('appraisal.reading.value'), cell: (f) => f.value },
    { key: 'result', head: t('appraisal.reading.result'), cell: (f) => <State kind={kindOfFact[f.state]}>{sayFact(f.state)}</State> },
    { key: 'source', head: t('appraisal.reading.source'), cell: (f) => { const v = verdict(f); return v === undefined ? '—' : `${words(sourceNames[v.source])}：${v.from}${v.note === '' ? '' : `。${v.note}`}` } },
  ]
  const rows = all ? facts : facts.filter(odd)
  return (
    <>
      {!all && rows.length === 0 ? <p className="detail">{t('appraisal.reading.noOdd')}</p> : <Table caption={t('appraisal.part.verification')} captionHidden columns={columns} rows={rows} keyOf={(f) => f.key} empty={null} />}
      <p className="gap"><Button look="quiet" size="small" onClick={() => setAll(!all)}>{all ? t('appraisal.reading.onlyOdd') : t('appraisal.reading.everything', { n: facts.length })}</Button></p>
    </>
  )
}

export const AppraisalReading = ({ shown, definition }: { shown: Shown; definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const items = itemsIn(shown)
  const steps = stepsFor(definition, shown.owner)
  const day = (at: string) => (at === '' ? '—' : sayDay(at, language))
  const [visits, talks] = [itemsOf(items, 'visit'), itemsOf(items, 'talk')]
  const [seats, conclusion] = [itemsOf(items, 'seat').filter((s) => s.content.presence !== 'none'), itemsOf(items, 'conclusion')[0]?.content.text.trim() ?? '']
  const n = (state: ShownFact['state']) => shown.facts.filter((f) => f.state === state).length
  const open = shown.facts.length - n('true') - n('differs') - n('unknown')
  if (!shown.begun) return <p className="detail muted">{t('appraisal.notBegun')}</p>
  return (
    <div className="appraisal-reading">
      <p className="detail">{t('appraisal.reading.summary', { visits: visits.length, there: seats.length, talks: talks.length, done: shown.facts.length - open, all: shown.facts.length })}{shown.closed === null ? <span className="muted"> · {t('appraisal.reading.openNote')}</span> : null}</p>
      {visits.length === 0 ? null : <Fold title={t('appraisal.reading.visits', { n: visits.length })}><ul className="reading-list">{visits.map((v) => <li key={v.key}><span>{day(v.content.day)} {v.content.where}</span><span>{v.content.who}</span>{v.content.purpose === '' ? null : <p className="detail muted">{v.content.purpose}</p>}</li>)}</ul></Fold>}
      {steps.filter((s) => s.record?.symposium !== undefined).map((s) => {
        const held = itemsOf(items, 'symposium', s.id)[0]?.content
        const there = itemsOf(items, 'seat', s.id).filter((x) => x.content.presence !== 'none').length
        return held === undefined && there === 0 ? null : (
          <Fold key={s.id} title={t('appraisal.reading.symposium', { name: words(s.name), there })}>
            {held === undefined ? null : <KeyValue nameWidth={72} two pairs={[{ name: t('appraisal.symposium.day'), value: day(held.day) }, { name: t('appraisal.symposium.where'), value: held.where || '—' }, { name: t('appraisal.symposium.host'), value: held.host || '—' }, { name: t('appraisal.symposium.recorder'), value: held.recorder || '—' }]} />}
            <Attendance step={s} items={items} shown={shown} />
            {held === undefined || held.minutes === '' ? null : <p className="appraisal-words">{held.minutes}</p>}
          </Fold>
        )
      })}
      {talks.length === 0 ? null : <Fold title={t('appraisal.reading.talks', { n: talks.length })}>{talks.map((x) => (
        <div className="reading-long" key={x.key}><h3>{x.content.name}{x.content.relation === '' ? '' : `（${x.content.relation}）`} · {day(x.content.day)} · {x.content.by}{x.content.presence === 'video' ? ` · ${t('appraisal.talk.video')}` : ''}</h3><p className="appraisal-words">{x.content.words}</p></div>
      ))}</Fold>}
      {shown.facts.length === 0 ? null : <Fold title={t('appraisal.reading.facts', { all: shown.facts.length, yes: n('true'), differs: n('differs'), unknown: n('unknown'), open })}><FactTable facts={shown.facts} items={items} /></Fold>}
      {conclusion === '' ? null : <Fold title={t('appraisal.reading.conclusion')}><p className="appraisal-words">{conclusion}</p></Fold>}
    </div>
  )
}
