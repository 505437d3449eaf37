/** One interview as everybody concerned reads it: how it stands, and its facts. */
import type { AnswerOf } from '#contract/operation'
import type { readInterview } from '#contract/operations/interviews'
import { kindNames } from '#core/publicity/interviews/interview'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { KeyValue, type Pair } from '../key-value'
import { sayAt } from '../say-time'
import { Chip, type StateKind } from '../state'
import { saySpan } from './say-span'
import './interviews.css'

export type Interview = AnswerOf<typeof readInterview>
const stateKinds: Readonly<Record<Interview['state'], StateKind>> = { asked: 'wait', answered: 'half', fixed: 'ok', done: 'ok', cancelled: 'none' }
const consentKinds: Readonly<Record<Interview['consent'], StateKind>> = { due: 'wait', given: 'ok', refused: 'block', outdated: 'warn' }
export const isOver = (i: Interview): boolean => i.state === 'done' || i.state === 'cancelled'
/** When it takes place, as far as that is said; else the first proposal. */
export const spanOf = (i: Interview): { readonly from: number; readonly to: number } => i.reply?.time ?? i.times[0]!

export const InterviewChips = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  return <span className="row-of"><Chip kind={stateKinds[i.state]}>{t(`interviews.state.${i.state}`)}</Chip>{i.state === 'cancelled' ? null : <Chip kind={consentKinds[i.consent]}>{t(`interviews.consent.${i.consent}`)}</Chip>}</span>
}

export const useTitle = (): ((i: Interview) => string) => {
  const words = useWords()
  const language = useLanguage()
  return (i) => (language === 'zh' ? `${words(kindNames[i.kind])}${i.name}` : `${words(kindNames[i.kind])}: ${i.name}`)
}

export const InterviewFacts = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const language = useLanguage()
  const r = i.reply
  const pairs: Pair[] = [
    ...(r === null ? [{ name: t('interviews.proposed'), value: <ul>{i.times.map((s) => <li key={s.from}>{saySpan(s, language)}</li>)}</ul> }] : [{ name: t('interviews.when'), value: <b>{saySpan(r.time, language)}</b> }]),
    ...((r?.place ?? i.place) === '' ? [] : [{ name: t('interviews.place'), value: r?.place ?? i.place }]),
    { name: t('interviews.mediumShort'), value: i.medium }, { name: t('interviews.use'), value: i.purpose }, { name: t('interviews.whoComes'), value: t('interviews.teamN', { team: i.team, n: i.size }) },
    ...(i.needs === '' ? [] : [{ name: t('interviews.needs'), value: i.needs }]),
    ...(r === null || r.companion === null ? [] : [{ name: t('interviews.withCompanion'), value: <>{r.companion}{r.phone === null ? (isOver(i) ? <span className="detail muted">（{t('interviews.phoneGone')}）</span> : null) : <> <a className="link" href={`tel:${r.phone}`}>{r.phone}</a></>}<span className="detail muted block">{t('interviews.hidden')}</span></> }]),
    ...(r === null || r.notFilmed === '' ? [] : [{ name: t('interviews.notFilmedShort'), value: r.notFilmed }]),
    ...(r === null ? [] : [{ name: t('interviews.seen'), value: <>{t(`interviews.people.${r.people}`)}{r.agreed === '' ? '' : `（${r.agreed}）`}</> }]),
    ...(r === null || !r.patients ? [] : [{ name: t('interviews.patientsShort'), value: r.patientsHow === '' ? t('interviews.patientsYes') : r.patientsHow }]),
    ...(i.consentAt === null ? [] : [{ name: t('interviews.person2'), value: <>{t(`interviews.consent.${i.consent}`)} <span className="detail muted">{t('interviews.consentAt', { at: sayAt(i.consentAt, language) })}{i.consentPaper ? `，${t('interviews.paperKept')}` : ''}</span></> }]),
    ...(i.state === 'cancelled' ? [{ name: t('interviews.why'), value: i.closedAs === 'person' ? <>{t('interviews.closed.person')}{language === 'zh' ? `（${i.why}）` : ''}</> : <>{i.why} <span className="detail muted">{t(`interviews.closed.${i.closedAs ?? 'office'}`)}</span></> }] : []),
    ...(i.result === null ? [] : [{ name: t('interviews.result'), value: <>{i.result.word}{i.result.link === '' ? null : <> <a className="link" href={i.result.link} rel="noopener noreferrer" target="_blank">{i.result.link}</a></>}{i.result.itemTitle === null ? null : <span className="block">{t('interviews.item')}：{i.result.itemTitle}</span>}</> }]),
  ]
  return <div className="interview-facts"><KeyValue pairs={pairs} nameWidth={80} />{i.state === 'done' && i.consent === 'refused' ? <p className="interview-stop" role="note">{t('interviews.stopUse')}</p> : null}</div>
}
