/** What objections did to the list: whose honour waits, who is out, who stands next. Nobody moves up by itself. */
import { useState } from 'react'
import { Link } from 'react-router'
import { leaveEmpty, readPlaces, startSupplement } from '#contract/operations/objections'
import { hostNotice } from '#core/campaign/definition'
import { sayEnd } from '#core/kernel/instant'
import { isSilent, LEAST_REASON } from '#core/nomination/gate-asking'
import { objectionLimits as most } from '#core/objections/terms'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { useGate } from '../../ui/gate/use-gate'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextArea, TextField } from '../../ui/text-fields'
import type { Campaign } from '../next-act'
import { NextWord, type Place } from './next-word'
import { FoundThings } from '../../ui/privacy/found-things'
import '../../ui/objections/objections.css'

const Fill = ({ campaign, place }: { campaign: Campaign; place: Place }) => {
  const t = useText()
  const [only] = place.next
  const [chosen, setChosen] = useState(place.next.length === 1 && only ? only.nominationId : '')
  const [summary, setSummary] = useState('')
  const [still, setStill] = useState(false)
  const [without, setWithout] = useState('')
  const asked = useGateTitle()
  const { data: gate } = useGate(campaign.id, { gate: 'notice' })
  const points = asPoints(gate?.points ?? [])
  const act = useAct(startSupplement)
  const person = place.next.find((p) => p.nominationId === chosen)
  const unit = person?.unit ?? null
  const silent = unit !== null && isSilent(unit.word)
  const max = hostNotice(campaign.definition)?.summary?.maxLength
  if (!only) return <p className="detail">{t('objections.places.noNext')}</p>
  return (
    <div className="objection-acts">
      <p><b>{t('objections.places.next')}</b>　{place.next.map((p) => [p.name, p.employer].filter(Boolean).join('　')).join('；')}</p>
      {place.next.length > 1 ? <><p className="detail">{t('objections.places.tied', { n: place.next.length })}</p><SelectField label={t('objections.places.choose')} required value={chosen} onChange={setChosen} options={place.next.map((p) => ({ value: p.nominationId, label: p.name }))} /></> : null}
      <NextWord place={place} />
      {person ? <>
        <TextArea label={t('objections.places.summary', { name: person.name })} required rows={2} {...(max !== undefined && { max })} value={summary} onChange={setSummary} />
        <FoundThings campaignId={campaign.id} people={[{ nominationId: person.nominationId, name: person.name, summary, employer: person.employer, post: person.post }]} />
        {points.length > 0 ? <div className="gap"><h3>{asked}</h3><StillFits points={points} n={1} checked={still} onChange={setStill} /></div> : null}
        {silent ? <div className="gap"><h3>{t('gate.anew.silent', { name: person.name })}</h3><TextArea label={t('gate.units.reason')} required rows={2} max={500} hint={t('gate.units.reasonHint', { least: LEAST_REASON })} value={without} onChange={setWithout} /></div> : null}
        <p className="detail muted gap">{t('objections.places.startFact')}</p>
        <p className="row-of"><Button look="primary" busy={act.isPending} disabled={gate === undefined || (points.length > 0 && !still) || summary.trim() === '' || (silent && [...without.trim()].length < LEAST_REASON)} onClick={() => act.mutate({ params: { objectionId: place.objectionId }, body: { nominationId: chosen, summary, still, withoutUnits: silent ? without : '' } })}>{t('objections.places.start')}</Button></p>
      </> : null}
      <Refused error={act.error} />
    </div>
  )
}

const Empty = ({ place }: { place: Place }) => {
  const t = useText()
  const [reason, setReason] = useState('')
  const act = useAct(leaveEmpty)
  return (
    <div className="objection-acts gap">
      <TextField label={t('objections.places.emptyWhy')} max={most.reason} value={reason} onChange={setReason} />
      <p className="row-of"><Button busy={act.isPending} disabled={reason.trim().length < 5} onClick={() => act.mutate({ params: { objectionId: place.objectionId }, body: { reason } })}>{t('objections.places.empty')}</Button></p>
      <Refused error={act.error} />
    </div>
  )
}

export const Places = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const words = useWords()
  const { data } = useRead(readPlaces, { params: { campaignId: campaign.id } }, { look: 'campaign' })
  if (data === undefined || data.frozen.length + data.out.length + data.supplements.length === 0) return null
  return (
    <Section title={t('objections.places.title')} action={<Link className="link" to={`/office/c/${campaign.id}/objections`}>{t('objections.title')}</Link>}>
      {data.frozen.length === 0 ? null : <Findings>{data.frozen.map((f) => <FindingCard key={f.nominationId} finding={asFindings([f.finding])[0]!} />)}</Findings>}
      {data.out.map((p) => (
        <div key={p.objectionId} className="gap">
          <Note kind="info" title={t('objections.places.out', { name: p.name, number: p.number })}>{p.place === 'empty' ? <p>{t('objections.places.isEmpty', { reason: p.reason })}</p> : p.place === 'next' ? <p>{t('objections.places.isNext')}</p> : null}</Note>
          {p.place === null ? <div className="gap"><Fill campaign={campaign} place={p} /><Empty place={p} /></div> : null}
        </div>
      ))}
      {data.supplements.map((s) => <p key={s.nominationId} className="gap"><State kind={s.ended ? 'ok' : 'half'}>{s.ended ? t('objections.places.ended', { name: s.name }) : t('objections.places.supplement', { name: s.name, end: words(sayEnd(s.endsAt)) })}</State></p>)}
    </Section>
  )
}
