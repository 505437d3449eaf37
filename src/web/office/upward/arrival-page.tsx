/** `/office/incoming/:arrivalId`: one file: where it comes from, what is in it, what taking it in comes to. */
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { dropArrival, listArrivals, readArrival, takeArrival } from '#contract/operations/arrivals'
import { sayFullEnd } from '#core/kernel/instant'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { CodeText } from '../../ui/code-text'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { KeyValue } from '../../ui/key-value'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { sayAt } from '../../ui/say-time'
import { State, type StateKind } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import { sayBytes } from '../../ui/upload-row'
import { ArrivalState, isMoving, type Arrival } from './arrival-state'
import { AskSender, AskWords } from './ask-sender'
import { useConfirmed } from './other-installations'
import './upward.css'

type Read = AnswerOf<typeof readArrival>
type Row = Read['rows'][number]
const effects: Readonly<Record<Row['effect'], StateKind>> = { create: 'ok', update: 'ok', same: 'none', refused: 'block' }

const About = ({ v }: { v: Arrival }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const confirmed = useConfirmed()
  return (
    <KeyValue nameWidth={88} pairs={[
      ...(v.from === null ? [] : [{ name: t('upward.sender'), value: v.from }]),
      ...(v.campaign === null ? [] : [{ name: t('upward.campaign'), value: words(v.campaign) }]),
      ...(v.unit === null ? [] : [{ name: t('upward.unitOf'), value: v.unit }]),
      ...(v.madeAt === null ? [] : [{ name: t('upward.madeAt'), value: sayAt(v.madeAt, language) }]),
      ...(v.kind === null ? [] : [{ name: t('upward.items'), value: t(`upward.itemsOf.${v.kind}`, { n: v.items } as never) }, { name: t('upward.signature'), value: <State kind="ok">{t('upward.signatureOk')}</State> }]),
      ...(v.installation === null ? [] : [{ name: t('upward.fingerprint'), value: confirmed(v.installation) }]),
      ...(v.sha256 === null ? [] : [{ name: t('upward.sha'), value: <CodeText code={v.sha256} short /> }]),
    ]} />
  )
}

const Rows = ({ rows }: Pick<Read, 'rows'>) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Row>[] = [
    { key: 'name', head: t('upward.person'), names: true, cell: (r) => <>{r.name}<br /><span className="small muted">{r.employer}</span></> },
    { key: 'files', head: t('upward.materials'), cell: (r) => t('upward.preview.filesOf', { n: r.files, size: sayBytes(r.bytes) }) },
    { key: 'effect', head: t('upward.effect'), cell: (r) => <State kind={effects[r.effect]}>{t(`upward.preview.${r.effect}`)}</State> },
    { key: 'findings', head: '', phone: 'bare', cell: (r) => {
      const stops = r.findings.filter((f) => f.strength === 'block'), warns = r.findings.length - stops.length
      return <>{stops.map((f, i) => <p key={i}>{words(f.what)} <span className="muted">{words(f.mend)}</span></p>)}{stops.length === 0 && warns > 0 ? <details><summary className="small muted">{t('upward.preview.warn', { n: warns })}</summary>{r.findings.map((f, i) => <p key={i} className="small">{words(f.what)}</p>)}</details> : null}</>
    } },
  ]
  const n = (effect: Row['effect']) => rows.filter((r) => r.effect === effect).length
  return <Section title={t('upward.preview.rows')} note={t('upward.preview.counts', { create: n('create'), update: n('update'), same: n('same'), refused: n('refused') })}><Table caption={t('upward.preview.rows')} captionHidden columns={columns} rows={rows} keyOf={(r) => r.nominationId} empty={null} /></Section>
}

const Call = ({ call }: { call: NonNullable<Read['call']> }) => {
  const t = useText()
  const words = useWords()
  return (
    <Section title={t('upward.preview.call')}>
      <KeyValue nameWidth={128} pairs={[
        { name: t('upward.campaign'), value: words(call.name) }, { name: t('upward.preview.office'), value: call.office }, { name: t('upward.preview.as'), value: call.unit }, { name: t('upward.preview.end'), value: words(sayFullEnd(call.end)) },
        ...(call.granted === null ? [] : [{ name: t('upward.preview.granted'), value: String(call.granted) }]), ...(call.templates.length === 0 ? [] : [{ name: t('upward.preview.templates'), value: call.templates.join('、') }]),
      ]} />
      <p className="detail muted gap">{t(call.known ? 'upward.preview.known' : 'upward.preview.new')}</p>
    </Section>
  )
}

const Results = ({ results }: Pick<Read, 'results'>) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const columns: Column<Read['results'][number]>[] = [
    { key: 'name', head: t('upward.person'), names: true, cell: (r) => r.name }, { key: 'what', head: t('upward.preview.results'), cell: (r) => words(r.words) }, { key: 'at', head: t('upward.decidedAt'), cell: (r) => sayAt(r.at, language) },
    { key: 'note', head: '', phone: 'bare', cell: (r) => r.note }, { key: 'new', head: '', phone: 'bare', cell: (r) => <State kind={r.isNew ? 'info' : 'none'}>{t(r.isNew ? 'upward.preview.fresh' : 'upward.preview.old')}</State> },
  ]
  return <Section title={t('upward.preview.results')}><Table caption={t('upward.preview.results')} captionHidden columns={columns} rows={results} keyOf={(r) => `${r.name}${r.outcome}${r.at}`} empty={null} /></Section>
}

const Take = ({ read }: { read: Read }) => {
  const t = useText()
  const navigate = useNavigate()
  const { arrival: v, rows, call, results } = read
  const fresh = call !== null ? 1 : rows.filter((r) => r.effect === 'create' || r.effect === 'update').length + results.filter((r) => r.isNew).length
  const refused = v.kind === 'answer' ? v.items - results.length : rows.filter((r) => r.effect === 'refused').length
  const take = useAct(takeArrival)
  const drop = useAct(dropArrival, [listArrivals.id])
  const go = () => take.mutate({ params: { arrivalId: v.id }, body: { newSeen: fresh, refusedSeen: refused } }, { onSuccess: () => say(t('upward.take.begun')) })
  const away = () => drop.mutate({ params: { arrivalId: v.id } }, { onSuccess: () => { say(t('upward.take.dropped')); void navigate('/office/incoming') } })
  return (
    <div className="stack gap">
      {v.state === 'ready' && fresh === 0 ? <Note kind="info" title={t('upward.take.nothing')}><p>{t('upward.take.nothingFact')}</p></Note> : null}
      <div className="row-of">
        {v.state === 'ready' && fresh > 0 ? <Button look="primary" busy={take.isPending} onClick={go}>{v.kind === 'call' ? t('upward.take.call') : t(`upward.take.${v.kind ?? 'answer'}`, { n: fresh } as never)}</Button> : null}
        <Button look="quiet" busy={drop.isPending} onClick={away}>{t('upward.take.drop')}</Button>
      </div>
      <Refused error={take.error} /><Refused error={drop.error} />
    </div>
  )
}

const Taken = ({ v }: { v: Arrival }) => {
  const t = useText()
  const r = v.result!
  const title = v.kind === 'call' ? t('upward.take.resultCall') : v.kind === 'answer' ? t('upward.take.resultAnswer', { n: r.created }) : t('upward.take.result', { n: r.created + r.updated, same: r.same, refused: r.refused })
  return (
    <>
      <Note kind="ok" title={title} actions={v.kind === 'recommendation' && v.campaignId !== null ? <ButtonLink to={`/office/c/${v.campaignId}/screening`}>{t('upward.take.goScreening')}</ButtonLink> : <ButtonLink to="/office">{t('upward.take.goUpward')}</ButtonLink>} />
      {v.findings.length === 0 ? null : <Section title={t('upward.take.refusedList')}><Findings>{asFindings(v.findings).map((f, i) => <FindingCard key={i} finding={f} compact />)}</Findings></Section>}
    </>
  )
}

const Body = ({ read }: { read: Read }) => {
  const t = useText()
  const { arrival: v, rows, call, results } = read
  return (
    <PageFrame side={<div className="arrival-about"><Section title={t('upward.incoming.of')}><About v={v} /></Section></div>} sideLabel={t('upward.incoming.file')}>
      <h1 className="page-title">{v.kind === null ? t('upward.incoming.file') : t(`upward.kind.${v.kind}`)}</h1>
      <p className="row-of"><ArrivalState v={v} /><span className="small muted">{v.name}　{sayBytes(v.bytes)}</span></p>
      {v.state === 'refused' ? <div className="gap"><Findings>{asFindings(v.findings).map((f, i) => <FindingCard key={i} finding={f} />)}</Findings></div> : null}
      {v.state === 'asksSender' && v.installation !== null ? <AskSender installation={v.installation} /> : null}
      {v.state === 'asksWords' ? <AskWords arrivalId={v.id} /> : null}
      {v.state === 'taken' ? <Taken v={v} /> : null}
      {v.state !== 'ready' ? null : <>{call === null ? null : <Call call={call} />}{rows.length === 0 ? null : <Rows rows={rows} />}{results.length === 0 ? (v.kind === 'answer' ? <Empty title={t('upward.take.nothing')}>{t('upward.take.nothingFact')}</Empty> : null) : <Results results={results} />}</>}
      {v.state === 'ready' || v.state === 'asksSender' || v.state === 'asksWords' ? <Take read={read} /> : null}
      <p className="gap"><ButtonLink look="quiet" to="/office/incoming">{t('upward.back.toList')}</ButtonLink></p>
    </PageFrame>
  )
}

export const ArrivalPage = () => {
  const { arrivalId = '' } = useParams()
  const [moving, setMoving] = useState(true)
  const query = useRead(readArrival, { params: { arrivalId } }, moving ? { refetchMs: 300 } : {})
  const wants = query.data === undefined || isMoving(query.data.arrival)
  if (wants !== moving) setMoving(wants)
  return <Answer query={query}>{(read) => <Body read={read} />}</Answer>
}
