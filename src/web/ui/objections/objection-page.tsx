/** One objection: what was said, who may know who said it, what was looked into, how it ended; the acts of whoever reads it. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { readObjection, readObjector, takeEvidence } from '#contract/operations/objections'
import { dayOf } from '#core/kernel/instant'
import { objectionStateNames, outcomeNames, stepNames } from '#core/objections/standing'
import { sayBytes } from '#core/rules/amounts'
import { saveFile } from '../../api/save-file'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, Refused, type Trouble } from '../answer'
import { Button } from '../button'
import { Note } from '../finding-card'
import { KeyValue } from '../key-value'
import { PageFrame } from '../page-frame'
import { sayAt, sayDay } from '../say-time'
import { Section } from '../section'
import { Chip } from '../state'
import { ObjectionActs } from './objection-acts'
import { objectionKinds, type ObjectionsOf } from './objections-page'
import type { Objection } from './reading'
import './objections.css'

const Objector = ({ o }: { o: Objection }) => {
  const t = useText()
  const [shown, setShown] = useState<{ name: string; contact: string } | null>(null)
  const act = useAct(readObjector, [])
  if (!o.named) return <p className="detail muted">{t('objections.one.noName')}</p>
  if (shown) return <KeyValue pairs={[{ name: t('objections.correct.name'), value: shown.name }, { name: t('objections.one.contact'), value: shown.contact }]} />
  return <><p className="detail muted">{t('objections.one.sealed')}</p>{o.may.includes('identity') ? <p className="gap"><Button busy={act.isPending} onClick={() => act.mutate({ params: { objectionId: o.id } }, { onSuccess: setShown })}>{t('objections.one.show')}</Button></p> : null}<Refused error={act.error} /></>
}

const Evidence = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  if (o.evidence.length === 0) return <p className="detail muted">{t('objections.one.noEvidence')}</p>
  if (!o.may.includes('identity')) return <p className="detail muted">{t('objections.one.take.sealed', { n: o.evidence.length })}</p>
  const take = (evidenceId: string) => { setTrouble(null); saveFile(takeEvidence, { params: { objectionId: o.id, evidenceId } }).catch((error: Trouble) => setTrouble(error)) }
  return (
    <>
      <ul className="objection-files">{o.evidence.map((e, i) => <li key={e.id}><span>{t('objections.one.takeFact', { n: i + 1, kind: e.mediaType.split('/')[1]!.toUpperCase(), size: words(sayBytes(e.bytes)) })}</span><Button size="small" onClick={() => take(e.id)}>{t('objections.one.take', { n: i + 1 })}</Button></li>)}</ul>
      <Refused error={trouble} />
    </>
  )
}

const Weight = ({ o }: { o: Objection }) => {
  const t = useText()
  if (o.serious === null) return <Note kind={o.named ? 'warn' : 'info'} title={t(o.named ? 'objections.one.untriaged' : 'objections.one.untriagedLead')} />
  return <Note kind={o.serious && o.state !== 'decided' ? 'warn' : 'info'} title={t(o.serious ? 'objections.one.serious' : 'objections.one.light')}><p>{t('objections.one.byReason', { reason: o.triageReason })}</p></Note>
}

const Done = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <>
      {o.steps.length === 0 ? <p className="detail muted">{t('objections.one.noSteps')}</p> : <ol className="objection-steps">{o.steps.map((s, i) => <li key={i}><p><b>{words(stepNames[s.kind])}</b>　<span className="small muted">{s.by}，{sayAt(s.at, language)}</span></p><p className="objection-said">{s.said}</p></li>)}</ol>}
      {o.statements.length === 0 ? null : <><h3>{t('objections.one.statement')}</h3><ol className="objection-steps">{o.statements.map((s) => <li key={s.id}><p className="objection-said">{s.question}</p>{s.saidAt === null ? <p className="small muted">{t('objections.one.waits', { due: sayDay(dayOf(s.dueAt - 1), language) })}</p> : <><p className="small muted">{t('objections.one.answered', { by: s.saidBy ?? '', at: sayAt(s.saidAt, language) })}</p><p className="objection-said"><b>{s.said}</b></p></>}</li>)}</ol></>}
    </>
  )
}

const Outcome = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  if (o.outcome === null) return null
  return (
    <Section title={t('objections.one.outcome')} note={[t('objections.one.proposed', { name: o.proposedBy ?? '', outcome: words(outcomeNames[o.outcome]) }), o.confirmedBy === null ? '' : t('objections.one.confirmed', { name: o.confirmedBy })].filter(Boolean).join('，')}>
      <KeyValue nameWidth={128} pairs={[...(o.findings === '' ? [] : [{ name: t('objections.one.findings'), value: <span className="objection-said">{o.findings}</span> }]), { name: t('objections.one.answer'), value: <span className="objection-said">{o.answer}</span> }]} />
    </Section>
  )
}

const One = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const correction = o.track === 'correction'
  const kind = t(correction ? 'objections.correction' : o.named ? 'objections.named' : 'objections.anonymous')
  return (
    <>
      <h1 className="page-title">{t('objections.look', { number: o.number })}　{o.about.name}</h1>
      <p className="row-of objection-head"><Chip kind={objectionKinds[o.state]}>{words(objectionStateNames[o.state])}</Chip>{o.freezes ? <Chip kind="lock">{t('objections.frozen')}</Chip> : null}{o.overdue && !correction ? <Chip kind="block">{t('objections.overdue')}</Chip> : null}<span className="detail muted">{t('objections.one.saidBy', { kind, at: sayAt(o.receivedAt, language) })}{correction || o.state === 'decided' ? '' : `　${t('objections.one.clock', { due: sayDay(o.dueOn, language) })}`}{o.handler ? `　${t('objections.handler')}：${o.handler.name}` : ''}</span></p>
      <Section title={correction ? t('objections.correction') : t('objections.one.said')}>
        {correction && o.part ? <KeyValue pairs={[{ name: t('objections.one.part'), value: t(`objections.correct.${o.part}`) }, { name: t('objections.one.partNow'), value: o.now || '—' }, { name: t('objections.one.partReads'), value: o.reads ?? '' }, { name: t('objections.one.why'), value: o.said }]} /> : <p className="objection-said">{o.said}</p>}
        {correction ? null : <Weight o={o} />}
      </Section>
      {correction ? null : <><Section title={t('objections.one.objector')}><Objector o={o} /></Section><Section title={t('objections.one.evidence')}><Evidence o={o} /></Section><Section title={t('objections.one.steps')}><Done o={o} /></Section></>}
      <Outcome o={o} />
      <ObjectionActs o={o} />
    </>
  )
}

export const ObjectionPage = ({ of, campaignId }: { of: ObjectionsOf; campaignId: string }) => {
  const t = useText()
  const { objectionId = '' } = useParams()
  const query = useRead(readObjection, { params: { objectionId } })
  return <PageFrame><p><Link className="link" to={`/${of}/c/${campaignId}/objections`}>{t('objections.back')}</Link></p><Answer query={query}>{(o) => <One o={o} />}</Answer></PageFrame>
}
