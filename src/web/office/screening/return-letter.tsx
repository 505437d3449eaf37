/** Findings with their boxes, own points, the term, a word to the unit: what 退回补正 sends. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Field, FieldRow } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import { findingsOf, keyOf, type Nomination } from './letter'
import type { Letter } from './use-letter'

export const DeskFindings = ({ nomination, letter, open }: { nomination: Nomination; letter: Letter; open: boolean }) => {
  const t = useText()
  const findings = findingsOf(nomination)
  if (findings.length === 0) return <Section title={t('office.desk.findingsNone')}>{null}</Section>
  return (
    <Section title={t('office.desk.findings', { n: findings.length })} note={open ? t('office.desk.findingsNote') : undefined}>
      <Findings>{findings.map((f) => <FindingCard key={keyOf(f)} finding={f} compact {...(open && { choose: { checked: letter.ticked.has(keyOf(f)), onChange: (on: boolean) => letter.tick(keyOf(f), on) } })} />)}</Findings>
    </Section>
  )
}

const OwnPoints = ({ letter }: { letter: Letter }) => {
  const t = useText()
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    letter.setOwn([...letter.own, text.trim()])
    setText('')
  }
  return (
    <>
      {letter.own.length > 0 ? (
        <ul className="points">{letter.own.map((what, i) => <li key={`${what}${i}`}><span>{what}</span><Button size="small" look="quiet" icon="close" aria-label={t('office.desk.removePoint', { what })} onClick={() => letter.setOwn(letter.own.filter((_, j) => j !== i))}>{null}</Button></li>)}</ul>
      ) : null}
      <form className="own-points" noValidate onSubmit={(event) => { event.preventDefault(); add() }}>
        <TextField label={t('office.desk.ownPoint')} value={text} onChange={setText} onBlur={add} />
        <div className="gap"><Button type="submit" size="small" disabled={text.trim() === ''}>{t('office.desk.addPoint')}</Button></div>
      </form>
    </>
  )
}

export const ReturnLetter = ({ letter, today }: { letter: Letter; today: string }) => {
  const t = useText()
  return (
    <Section title={t('office.desk.return')} note={<span className="desk-only">{t('office.desk.leaveField')}</span>}>
      <div className="fields">
        <OwnPoints letter={letter} />
        <FieldRow>
          <DayField label={t('office.desk.termDay')} required from={today} value={letter.day} onChange={letter.setDay} />
          <Field label={t('office.desk.termTime')} hint={t('office.desk.termTimeHint')}>{(wiring) => <input {...wiring} type="time" value={letter.time} onChange={(event) => letter.setTime(event.target.value)} />}</Field>
        </FieldRow>
        <TextArea label={t('office.desk.note')} rows={2} value={letter.note} onChange={letter.setNote} />
      </div>
    </Section>
  )
}
