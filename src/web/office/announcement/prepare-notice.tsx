/** Before the public notice: one sentence a person, how to object, a preview, and the one act. */
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import { startPublicNotice, type readAnnouncement } from '#contract/operations/announcement'
import { prepareRelease, previewRelease } from '#contract/operations/release'
import { judgeSummaries } from '#core/announcement/summary'
import { hostNotice } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { FieldRow } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { useGateTitle } from '../../ui/gate/still-fits'
import { useGate } from '../../ui/gate/use-gate'
import { mailedOf, type ReleaseShown } from '../../ui/release/release-content'
import { FoundThings, useFound } from '../../ui/privacy/found-things'
import { Section } from '../../ui/section'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { asFindings, Refused } from '../../ui/answer'
import type { Campaign } from '../next-act'
import { GateItems } from '../decide-gate'
import { JointFields, useJoint } from './joint-fields'
import { LookRelease } from './look-release'
import { NoticePreview } from './notice-preview'
import type { Release } from './pending-release'
import { StartDialog, type Affirmed } from './start-dialog'
import { silentOf, UnitWords, useUnitAskings } from './unit-words'

export type Announcement = AnswerOf<typeof readAnnouncement>

const passing = { gate: 'notice' } as const
/** Why the office goes on without a unit's word is asked in the dialog. */
const askedLater = (content: ReleaseShown): ReleaseShown => ({ ...content, findings: content.findings.filter((f) => f.code !== 'gate.unitSilent') })
interface PrepareProps { campaign: Campaign; announcement: Announcement; release: Release; roundId: string; /** Above the form. */ top: ReactNode }

const useForm = ({ campaign, announcement }: PrepareProps) => {
  const [summaries, setSummaries] = useState<Record<string, string>>(() => Object.fromEntries(announcement.provisional.map((p) => [p.nominationId, p.summary])))
  const { phone, email, address } = campaign.contact
  const [how, setHow] = useState({ phone, email, address })
  const rule = hostNotice(campaign.definition)
  const unfit = rule ? judgeSummaries(rule, announcement.provisional.map((p) => ({ id: p.nominationId, name: p.name, text: summaries[p.nominationId] ?? '' }))).length : 0
  const lacking = Object.values(how).filter((v) => v.trim().length < 3).length
  return { summaries, setSummaries, how, setHow, rule, missing: unfit + lacking }
}

export const PrepareNotice = (props: PrepareProps) => {
  const { campaign, announcement, release, roundId, top } = props
  const t = useText()
  const words = useWords()
  const { summaries, setSummaries, how, setHow, rule, missing } = useForm(props)
  const [asking, setAsking] = useState(false)
  const start = useAct(startPublicNotice)
  const [affirmed, setAffirmed] = useState<Affirmed>({ still: false, without: '' })
  const asked = useGateTitle()
  const { data: gate } = useGate(campaign.id, passing)
  const { data: askings } = useUnitAskings(campaign.id)
  const silent = silentOf(askings)
  const raised = gate?.items.filter((i) => i.standing === 'raised').length ?? 0
  const people = announcement.provisional
  const texts = people.map((p) => ({ ...p, summary: summaries[p.nominationId] ?? '' }))
  const { stopped } = useFound(campaign.id, texts)
  const { joint, today, change } = useJoint(release.needed, rule?.from)
  const [looked, setLooked] = useState<ReleaseShown | null>(null)
  const [preview, prepare] = [useAct(previewRelease, []), useAct(prepareRelease)]
  const body = { roundId, summaries, howToObject: how, withoutUnits: silent > 0 ? affirmed.without : '' }
  const terms = { ...body, startsOn: joint.startsOn, templates: joint.templates }
  const params = { campaignId: campaign.id }
  const act = () => (looked === null
    ? start.mutate({ params, body: { ...body, still: affirmed.still } }, { onSuccess: () => say(t('office.notice.started')), onSettled: () => setAsking(false) })
    : prepare.mutate({ params, body: { ...terms, still: affirmed.still, hash: looked.hash } }, { onSuccess: () => say(t('release.prepared')), onSettled: () => setAsking(false) }))
  const says = looked === null ? { title: t('office.notice.start'), keep: t('office.notice.startKeep'), fact: t('office.notice.startFact', { n: people.length }) } : { title: t('release.prepare'), keep: t('release.keep'), fact: t('release.prepareFact', { n: looked.outcomes.length, letters: mailedOf(looked) }) }
  const asks = <StartDialog {...says} open={asking} onClose={() => setAsking(false)} busy={start.isPending || prepare.isPending} onAct={act} gate={gate} silent={askings === undefined ? undefined : silent} affirmed={affirmed} onAffirm={(part) => setAffirmed((a) => ({ ...a, ...part }))} />
  const side = <NoticePreview campaign={campaign} people={texts} how={how} />
  if (looked !== null) return <LookRelease content={looked} side={side} asking={asking} error={prepare.error} onBack={() => setLooked(null)} onPrepare={() => setAsking(true)}>{asks}</LookRelease>
  const stops = missing + raised + stopped > 0
  const bar = (
    <ActionBar say={raised > 0 ? t('gate.raised.title', { n: raised }) : missing > 0 ? t('office.notice.todo', { n: missing }) : stopped > 0 ? t('privacy.stopped', { n: stopped }) : rule ? joint.two ? words(sayRule(rule)) : t('office.notice.lasts', { rule: words(sayRule(rule)) }) : ''}>
      {joint.two ? <Button look="primary" busy={preview.isPending} disabled={stops || joint.startsOn === ''} onClick={() => preview.mutate({ params, body: terms }, { onSuccess: (content) => { setLooked(askedLater(content)); window.scrollTo(0, 0) } })}>{t('release.look')}</Button>
        : <Button look={asking ? 'default' : 'primary'} disabled={stops} onClick={() => setAsking(true)}>{t('office.notice.start')}</Button>}
    </ActionBar>
  )
  return (
    <PageFrame bar={bar} sideWidth={430} sideLabel={t('office.notice.preview')} side={side}>
      {top}
      {start.error ?? preview.error ? <Refused error={start.error ?? preview.error} /> : null}
      {announcement.offline > 0 ? <p className="detail" role="note">{t('secrecy.offline.selected', { n: announcement.offline })}</p> : null}
      {announcement.findings.length > 0 ? <Findings>{asFindings(announcement.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings> : null}
      {askings ? <UnitWords campaignId={campaign.id} askings={askings} /> : null}
      {gate && gate.items.length > 0 ? <Section title={asked} note={t('gate.note')}><GateItems items={gate.items} at={passing} /></Section> : null}
      <Section title={t('office.notice.people', { n: people.length })} note={<>{t('office.notice.order')} {rule ? <ClauseRef clause={rule.rests} withSource /> : null}</>}>
        {people.map((p) => (
          <div className="honouree-field" key={p.nominationId}>
            <p><b>{p.name}</b> <span className="detail muted">{[p.employer, p.post].filter(Boolean).join(' ')}</span></p>
            <TextArea label={t('office.notice.summary', { name: p.name })} required rows={2} {...(rule?.summary && { max: rule.summary.maxLength })} value={summaries[p.nominationId] ?? ''} onChange={(text) => setSummaries({ ...summaries, [p.nominationId]: text })} />
          </div>
        ))}
      </Section>
      <FoundThings campaignId={campaign.id} people={texts} />
      <Section title={t('office.notice.howTo')}>
        <FieldRow>
          <TextField label={t('office.notice.phone')} required type="tel" value={how.phone} onChange={(phone) => setHow({ ...how, phone })} />
          <TextField label={t('office.notice.email')} required type="email" value={how.email} onChange={(email) => setHow({ ...how, email })} />
          <TextField label={t('office.notice.address')} required value={how.address} onChange={(address) => setHow({ ...how, address })} />
        </FieldRow>
      </Section>
      <JointFields joint={joint} today={today} needed={release.needed} onChange={change} />
      {asks}
    </PageFrame>
  )
}
