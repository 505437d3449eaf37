/** 征求意见: organs, candidates and a day; how many letters that makes stands here before anything is noted, and the letters are taken along after. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { askConsultation, consultationBoard, previewConsultation, readConsultations } from '#contract/operations/consultations'
import { listLetters } from '#contract/operations/organ-links'
import { dayOf, endOfDay, type Instant } from '#core/kernel/instant'
import { apartAmong } from '#core/nomination/apart'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../answer'
import { Button } from '../button'
import { CheckField, RadioField } from '../choice-fields'
import { Dialog, DialogActions } from '../dialog'
import { FindingCard, Findings } from '../finding-card'
import { DayField, TextField } from '../text-fields'
import { LetterTaken } from './letters'
import type { Column } from './use-board'

type Letters = AnswerOf<typeof askConsultation>['letters']
interface AskProps { campaignId: string; organs: readonly Column[]; picked: ReadonlySet<string>; onClose: () => void }

const Taken = ({ letters, until, onClose }: { letters: Letters; until: Instant; onClose: () => void }) => {
  const t = useText()
  return (
    <>
      <p>{t('consult.ask.done', { n: letters.length })}</p>
      <p className="detail muted">{t('consult.ask.doneFact')}</p>
      <div className="stack letters-taken">{letters.map((l) => <LetterTaken key={l.office} {...l} until={until} />)}</div>
      <DialogActions><Button look="primary" onClick={onClose}>{t('consult.ask.close')}</Button></DialogActions>
    </>
  )
}

const Body = ({ campaignId, organs, picked, onClose }: AskProps) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [named, setNamed] = useState<ReadonlySet<string>>(() => new Set(organs.map((c) => c.key)))
  const [more, setMore] = useState('')
  const [about, setAbout] = useState(picked.size > 0 ? 'picked' : 'standing')
  const [answerBy, setAnswerBy] = useState('')
  const [apartSeen, setApartSeen] = useState(0)
  const ask = useAct(askConsultation, [consultationBoard.id, readConsultations.id, listLetters.id])
  const offices = [...new Set([...named, ...more.split(/[、,，;；\n]/u).map((x) => x.trim()).filter((x) => x !== '')])].slice(0, 20)
  const body = { offices, answerBy, about: about === 'picked' ? { nominationIds: [...picked] } : { all: about === 'accepted' ? 'accepted' as const : 'standing' as const } }
  const complete = offices.length > 0 && answerBy !== ''
  const preview = useRead(previewConsultation, { params: { campaignId }, body }, { enabled: complete })
  const toggle = (key: string) => setNamed((now) => { const next = new Set(now); if (!next.delete(key)) next.add(key); return next })
  if (ask.data !== undefined) return <Taken letters={ask.data.letters} until={endOfDay(answerBy)} onClose={onClose} />
  const going = preview.data?.letters.filter((l) => l.candidates > 0) ?? []
  const apart = preview.data?.apart ?? []
  const asks = apartAmong(apart, apartSeen)
  const may = complete && asks.length === 0 && going.length > 0 && preview.data?.findings.length === 0
  return (
    <>
      <div className="fields">
        {organs.length === 0 ? null : <fieldset className="field"><legend className="field-head field-label">{t('consult.ask.offices')}</legend><div className="options">{organs.map((c) => <CheckField key={c.key} label={words(c.name)} checked={named.has(c.key)} onChange={() => toggle(c.key)} />)}</div></fieldset>}
        <TextField label={t('consult.ask.more')} value={more} onChange={setMore} />
        <RadioField label={t('consult.ask.about')} value={about} onChange={setAbout} options={[{ value: 'standing', label: t('consult.ask.standing') }, { value: 'accepted', label: t('consult.ask.accepted') }, ...(picked.size > 0 ? [{ value: 'picked', label: t('consult.ask.picked', { n: picked.size }) }] : [])]} />
        <DayField label={t('consult.ask.day')} required from={today} value={answerBy} onChange={setAnswerBy} />
      </div>
      {!complete ? <p className="detail muted">{t('consult.ask.choose')}</p> : (
        <Answer query={preview}>{(p) => (
          <div className="planned" role="status">
            {p.findings.length > 0 ? <Findings>{asFindings(p.findings).map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings> : null}
            <ul>{p.letters.map((l) => <li key={l.office}><b>{l.office}</b><span>{[t('consult.ask.letter', { n: l.candidates }), ...(l.already > 0 ? [t('consult.ask.already', { n: l.already })] : []), ...(l.byHand > 0 ? [t('consult.ask.byHand', { n: l.byHand })] : [])].join(t('common.comma'))}</span>{l.candidates > 0 ? <details><summary className="detail">{t('consult.ask.look')}</summary><pre className="letter-look">{l.text}</pre></details> : null}</li>)}</ul>
            {apart.length > 0 ? <><Findings>{apartAmong(apart, 0).map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings><div className="gap"><CheckField label={t('consult.ask.apartSeen')} checked={asks.length === 0} onChange={(on) => setApartSeen(on ? apart.length : 0)} /></div></> : null}
            <p className="detail">{p.questions === 0 ? t('consult.ask.nobody') : t('consult.ask.letters', { n: going.length, q: p.questions })}</p>
          </div>
        )}</Answer>
      )}
      <Refused error={ask.error} />
      <DialogActions><Button onClick={onClose}>{t('consult.ask.keep')}</Button><Button look="primary" busy={ask.isPending} disabled={!may} onClick={() => ask.mutate({ params: { campaignId }, body: { ...body, questions: preview.data!.questions, apartSeen } })}>{t('consult.ask.go', { n: going.length })}</Button></DialogActions>
    </>
  )
}

export const AskDialog = (props: AskProps & { open: boolean }) => <Dialog open={props.open} onClose={props.onClose} title={useText()('consult.ask.title')}><Body {...props} /></Dialog>
