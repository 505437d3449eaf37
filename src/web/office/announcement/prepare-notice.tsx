/** Before the public notice: one sentence a person, how to object, a preview, and the one act. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { startPublicNotice, type readAnnouncement } from '#contract/operations/announcement'
import { judgeSummaries } from '#core/announcement/summary'
import { hostNotice } from '#core/campaign/definition'
import { LEAST_REASON } from '#core/nomination/gate-asking'
import { sayRule } from '#core/rules/kinds'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { useGate } from '../../ui/gate/use-gate'
import { FoundThings, useFound } from '../../ui/privacy/found-things'
import { Section } from '../../ui/section'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { asFindings, Refused } from '../../ui/answer'
import type { Campaign } from '../next-act'
import { GateItems } from '../decide-gate'
import { NoticePreview } from './notice-preview'
import { silentOf, UnitWords, useUnitAskings } from './unit-words'

export type Announcement = AnswerOf<typeof readAnnouncement>

const passing = { gate: 'notice' } as const
interface PrepareProps { campaign: Campaign; announcement: Announcement; roundId: string }

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
  const { campaign, announcement, roundId } = props
  const t = useText()
  const words = useWords()
  const { summaries, setSummaries, how, setHow, rule, missing } = useForm(props)
  const [asking, setAsking] = useState(false)
  const start = useAct(startPublicNotice)
  const [still, setStill] = useState(false)
  const asked = useGateTitle()
  const { data: gate } = useGate(campaign.id, passing)
  const { data: askings } = useUnitAskings(campaign.id)
  const [silent, [without, setWithout]] = [silentOf(askings), useState('')]
  const raised = gate?.items.filter((i) => i.standing === 'raised').length ?? 0
  const people = announcement.provisional
  const texts = people.map((p) => ({ ...p, summary: summaries[p.nominationId] ?? '' }))
  const { stopped } = useFound(campaign.id, texts)
  const act = () => start.mutate({ params: { campaignId: campaign.id }, body: { roundId, summaries, howToObject: how, still, withoutUnits: silent > 0 ? without : '' } }, { onSuccess: () => say(t('office.notice.started')), onSettled: () => setAsking(false) })
  const bar = (
    <ActionBar say={raised > 0 ? t('gate.raised.title', { n: raised }) : missing > 0 ? t('office.notice.todo', { n: missing }) : stopped > 0 ? t('privacy.stopped', { n: stopped }) : rule ? t('office.notice.lasts', { rule: words(sayRule(rule)) }) : ''}>
      <Button look={asking ? 'default' : 'primary'} disabled={missing + raised + stopped > 0} onClick={() => setAsking(true)}>{t('office.notice.start')}</Button>
    </ActionBar>
  )
  return (
    <PageFrame bar={bar} sideWidth={430} sideLabel={t('office.notice.preview')}
      side={<NoticePreview campaign={campaign} people={texts} how={how} />}>
      {start.error ? <Refused error={start.error} /> : null}
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
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.notice.start')}
        actions={<><Button onClick={() => setAsking(false)}>{t('office.notice.startKeep')}</Button><Button look="primary" busy={start.isPending} disabled={askings === undefined || ((gate?.open ?? 0) > 0 && !still) || (silent > 0 && [...without.trim()].length < LEAST_REASON)} onClick={act}>{t('office.notice.start')}</Button></>}>
        <p>{t('office.notice.startFact', { n: people.length })}</p>
        {gate && gate.open > 0 ? <div className="gap"><h3>{asked}</h3><StillFits points={asPoints(gate.points)} n={gate.open} checked={still} onChange={setStill} /></div> : null}
        {silent > 0 ? <div className="gap"><h3>{t('gate.units.silent', { n: silent })}</h3><TextArea label={t('gate.units.reason')} required rows={2} max={500} hint={t('gate.units.reasonHint', { least: LEAST_REASON })} value={without} onChange={setWithout} /></div> : null}
      </Dialog>
    </PageFrame>
  )
}
