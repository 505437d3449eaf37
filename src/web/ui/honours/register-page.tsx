/** 荣誉名册: all years, searched and exported; for the office, which acts from it, and the supervisor, who reads it. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { exportRegister, readRegister } from '#contract/operations/honours'
import { honourStandings } from '#core/announcement/honour-register'
import { dayOf } from '#core/kernel/instant'
import { addressOf } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { Button, ButtonLink } from '../button'
import { Field } from '../field'
import { Empty } from '../empty'
import { PageFrame } from '../page-frame'
import { Section } from '../section'
import { State } from '../state'
import { Table, type Column } from '../table'
import { TextField } from '../text-fields'
import { useSettled } from '../use-settled'
import { HonourDialog } from './honour-dialog'
import type { RegisteredRow } from './rows'
import { sayFullDay } from './say-full-day'
import './honours.css'

const STEP = 50
const MOST = 100

const Standing = ({ row }: { row: RegisteredRow }) => {
  const t = useText()
  if (row.proposal !== null) return <State kind="half">{t('honours.proposed')}</State>
  return <State kind={row.standing === 'valid' ? 'ok' : 'block'}>{t(`honours.${row.standing}`)}</State>
}

const Rows = ({ rows, onOpen }: { rows: readonly RegisteredRow[]; onOpen: (row: RegisteredRow) => void }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const columns: Column<RegisteredRow>[] = [
    { key: 'name', head: t('honours.name'), names: true, cell: (h) => h.name },
    { key: 'number', head: t('honours.number'), cell: (h) => <span className="num">{h.number}</span> },
    { key: 'unit', head: t('honours.unit'), cell: (h) => h.unit },
    { key: 'award', head: t('honours.award'), cell: (h) => words(h.award) },
    { key: 'given', head: t('honours.given'), cell: (h) => sayFullDay(dayOf(h.givenAt), language) },
    { key: 'state', head: t('honours.state'), cell: (h) => <Standing row={h} /> },
    { key: 'act', head: t('honours.entries'), phone: 'bare', cell: (h) => <Button size="small" aria-label={t('honours.openOf', { name: h.name })} onClick={() => onOpen(h)}>{t('honours.open')}</Button> },
  ]
  return <Table caption={t('honours.caption')} captionHidden columns={columns} rows={rows} keyOf={(h) => h.honourId} empty={<Empty title={t('honours.none')}>{t('honours.noneFact')}</Empty>} />
}

const Filter = ({ label, value, onChange, options }: { label: string; value: string; onChange: (value: string) => void; options: readonly { readonly value: string; readonly label: string }[] }) => {
  const t = useText()
  return <Field label={label}>{(wiring) => <select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}><option value="">{t('honours.all')}</option>{options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</select>}</Field>
}

const formats = ['xlsx', 'docx', 'csv'] as const

export const RegisterPage = () => {
  const t = useText()
  const [params] = useSearchParams()
  const campaignId = params.get('campaign') ?? undefined
  const [form, setForm] = useState({ q: '', year: '', standing: '' })
  const [limit, setLimit] = useState(STEP)
  const [openId, setOpenId] = useState<string | null>(null)
  const settled = useSettled(form)
  const asked = { q: settled.q, ...(settled.year !== '' && { year: Number(settled.year) }), ...(settled.standing !== '' && { standing: settled.standing as (typeof honourStandings)[number] }), ...(campaignId !== undefined && { campaignId }) }
  const query = useRead(readRegister, { params: {}, query: { ...asked, limit } })
  // Asked apart: while others are looked for the years stay.
  const years = useRead(readRegister, { params: {}, query: { q: '', limit: 1 } }).data?.years ?? []
  return (
    <PageFrame>
      <h1 className="page-title">{t('honours.title')}</h1>
      <p className="detail muted">{t('honours.note')}</p>
      <div className="honour-search screen-only">
        <TextField type="search" label={t('honours.find')} value={form.q} onChange={(q) => setForm({ ...form, q })} />
        <Filter label={t('honours.year')} value={form.year} onChange={(year) => setForm({ ...form, year })} options={years.map((y) => ({ value: String(y), label: String(y) }))} />
        <Filter label={t('honours.standing')} value={form.standing} onChange={(standing) => setForm({ ...form, standing })} options={honourStandings.map((s) => ({ value: s, label: t(`honours.${s}`) }))} />
      </div>
      <Answer query={query}>{({ rows, total, next }) => (
        <Section title={t('honours.count', { n: total })} action={<span className="row-of screen-only">{formats.map((as) => <ButtonLink key={as} reload size="small" icon="down" to={addressOf(exportRegister, {}, { ...asked, as })}>{t(`honours.as.${as}`)}</ButtonLink>)}</span>}>
          <Rows rows={rows} onOpen={(row) => setOpenId(row.honourId)} />
          {next !== null && limit < MOST ? <div className="gap"><Button onClick={() => setLimit(MOST)}>{t('honours.more')}</Button></div> : null}
          <HonourDialog row={rows.find((r) => r.honourId === openId) ?? null} onClose={() => setOpenId(null)} />
        </Section>
      )}</Answer>
    </PageFrame>
  )
}
