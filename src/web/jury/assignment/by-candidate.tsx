/** 按人选: each candidate's readers; the secretary presses one to give the reading to somebody else. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import type { At, Shared } from './assignment-answer'
import { Instead } from './instead'

const STEP = 50
type Candidate = Shared['candidates'][number]

export const ByCandidate = ({ shared, at }: { shared: Shared; at: At }) => {
  const t = useText()
  const [find, setFind] = useState('')
  const [shown, setShown] = useState(STEP)
  const [change, setChange] = useState<{ candidate: Candidate; juror: number } | null>(null)
  const word = find.trim()
  const rows = shared.candidates.filter((c) => word === '' || c.candidateName.includes(word) || c.unitName.includes(word) || c.readers.some((i) => shared.jurors[i]!.personName.includes(word)))
  const may = shared.may.includes('change')
  const reader = (c: Candidate, i: number) => {
    const name = shared.jurors[i]!.personName
    const field = c.ofTheField.includes(i)
    return <li key={i} className={field ? 'of-field' : undefined} title={field ? t('assignment.sameField') : undefined}>{may ? <button type="button" aria-label={t('assignment.instead', { name })} onClick={() => setChange({ candidate: c, juror: i })}>{name}</button> : name}</li>
  }
  return (
    <Section title={t('assignment.byCandidate')}>
      {shared.candidates.length > 10 ? <div className="assignment-find"><TextField label={t('assignment.find')} type="search" value={find} onChange={(v) => { setFind(v); setShown(STEP) }} /></div> : null}
      <Table caption={t('assignment.byCandidate')} captionHidden rows={rows.slice(0, shown)} keyOf={(c) => c.nominationId} empty={<Empty title={t('assignment.foundNone')} />} warned={(c) => c.readers.length < shared.readers} columns={[
        { key: 'name', head: t('assignment.candidate'), names: true, cell: (c) => c.candidateName, width: '16%' },
        { key: 'unit', head: t('assignment.unit'), cell: (c) => c.unitName, width: '26%' },
        { key: 'field', head: t('assignment.field'), cell: (c) => c.field || <span className="muted">{t('assignment.noField')}</span>, width: '16%' },
        { key: 'readers', head: t('assignment.readers'), cell: (c) => <ul className="assignment-readers">{c.readers.map((i) => reader(c, i))}</ul> },
      ]} />
      {rows.length > shown ? <p className="gap"><Button size="small" onClick={() => setShown(shown + STEP)}>{t('assignment.more', { n: Math.min(STEP, rows.length - shown) })}</Button></p> : null}
      {change === null ? null : <Instead shared={shared} at={at} candidate={change.candidate} juror={shared.jurors[change.juror]!} onClose={() => setChange(null)} />}
    </Section>
  )
}
