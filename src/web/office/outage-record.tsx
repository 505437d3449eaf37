/** 系统不可用记录: read before an extension is decided. Which times, which units. */
import { outageRecord } from '#contract/operations/availability'
import type { AnswerOf } from '#contract/operation'
import { answerNames, reasonNames } from '#core/availability/outage'
import { stamp } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer } from '../ui/answer'
import { CodeText } from '../ui/code-text'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { Table } from '../ui/table'

type Outages = AnswerOf<typeof outageRecord>
const clock = (at: number): string => stamp(at).slice(0, 16)
const second = (at: number): string => stamp(at).slice(0, 19)

const Record = ({ outages, refused, attempts }: Outages) => {
  const t = useText()
  const words = useWords()
  const affected = attempts.filter((a) => a.affected)
  const units = new Set(affected.map((a) => a.unitName)).size
  const times = [...outages.map((o) => ({ key: `o${o.from}`, at: o.from, what: words(reasonNames[o.reason]), long: t('late.outage.until', { until: second(o.until), minutes: Math.max(1, Math.round((o.until - o.from) / 60_000)) }) })),
    ...refused.map((r) => ({ key: `r${r.minute}${r.reason}`, at: r.minute, what: t(`late.outage.${r.reason}`), long: t('late.outage.count', { n: r.count }) }))].toSorted((a, b) => b.at - a.at).slice(0, 50)
  if (times.length === 0 && affected.length === 0) return <p><State kind="ok">{t('late.outage.none')}</State></p>
  return (
    <>
      <Table caption={t('late.outage.times')} captionHidden rows={times} keyOf={(r) => r.key} empty={null} columns={[{ key: 'at', head: t('late.outage.from'), names: true, cell: (r) => clock(r.at) }, { key: 'what', head: t('late.outage.what'), cell: (r) => r.what }, { key: 'long', head: t('late.outage.how'), cell: (r) => r.long }]} />
      <h3 className="gap">{t('late.outage.units', { units, n: affected.length })}</h3>
      {affected.length === 0 ? null : <Table<(typeof affected)[number]> caption={t('late.outage.units', { units, n: affected.length })} captionHidden rows={affected} keyOf={(a) => a.id} empty={null} columns={[
        { key: 'unit', head: t('late.outage.unit'), names: true, cell: (a) => a.unitName }, { key: 'at', head: t('late.attempts.at'), cell: (a) => second(a.at) }, { key: 'answer', head: t('late.attempts.answer'), cell: (a) => words(answerNames[a.answer]) },
        { key: 'trace', head: t('late.attempts.trace'), cell: (a) => (a.trace === '' ? '—' : <CodeText code={a.trace} />) }, { key: 'by', head: t('late.attempts.by'), cell: (a) => t(`late.attempts.by.${a.toldBy}`) }]} />}
    </>
  )
}

export const OutageRecord = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const query = useRead(outageRecord, { params: { campaignId } }, { refetchMs: 30_000 })
  return <Section title={t('late.outage.title')} note={t('late.outage.note')}><Answer query={query}>{(data) => <Record {...data} />}</Answer></Section>
}
