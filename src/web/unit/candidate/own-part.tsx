/** `/me/n/:nominationId`: the candidate's part on one page: fill in, photographs, what the unit says, consents one by one, give it back. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { giveBack } from '#contract/operations/candidate'
import { readCampaign } from '#contract/operations/campaigns'
import { readNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { isCandidateField, unanswered } from '#core/nomination/candidate-part'
import { stateNames } from '#core/nomination/state'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { KeyValue } from '../../ui/key-value'
import { NeverOnline } from '../../ui/never-online'
import { NextStep } from '../../ui/next-step'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { OwnFields } from '../form/own-fields'
import { FormReading } from '../form/form-reading'
import { MaterialSection } from '../materials/material-section'
import { MaterialsReading } from '../materials/materials-reading'
import { Unplaced } from '../materials/unplaced'
import { useUploads } from '../materials/use-uploads'
import { blocksOf, findingsOf, type NominationContext } from '../reading'
import { OwnHonour } from '../own-honour'
import { OwnOutcome } from '../own-outcome'
import { InterviewsWait } from '../interviews/own-interviews'
import { StoryWaits } from '../story/story-waits'
import { UnitBand } from '../unit-band'
import { Consents } from './consents'
import { OwnRights } from './own-rights'
import './candidate.css'

const Filling = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const { uploads, items } = useUploads(context)
  const rules = rulesOf(context.campaign.definition, 'material')
  const unplaced = items.filter((i) => i.materialId === null)
  return (
    <>
      <OwnFields context={context} />
      <Section title={t('candidate.pictures')} note={t('candidate.picturesNote')}>
        <NeverOnline />
        {unplaced.length > 0 ? <Unplaced items={unplaced} rules={rules} uploads={uploads} /> : null}
        {rules.map((rule) => <MaterialSection key={rule.id} rule={rule} context={context} uploads={uploads} items={items.filter((i) => i.materialId === rule.id)} rules={rules} />)}
      </Section>
    </>
  )
}

/** What the unit wrote; nothing is said of somebody behind the back. */
const Said = ({ whole, context }: { whole: ResolvedDefinition; context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const rules = rulesOf(whole, 'formField').filter((r) => !isCandidateField(r))
  if (rules.length === 0) return null
  const said = (field: string) => { const v = context.nomination.fields[field]; return typeof v === 'string' && v !== '' ? v : null }
  return <Section title={t('candidate.said')} note={t('candidate.saidNote')}><KeyValue nameWidth={108} pairs={rules.map((r) => ({ name: words(r.label), value: said(r.field) ?? <span className="muted">{t('candidate.notSaid')}</span>, wide: r.type === 'longText' }))} /></Section>
}

const GiveBack = ({ context, open, onClose, left }: { context: NominationContext; open: boolean; onClose: () => void; left: number }) => {
  const t = useText()
  const act = useAct(giveBack)
  const go = () => act.mutate({ params: { nominationId: context.nomination.id } }, { onSuccess: () => { say(t('candidate.givenBack')); onClose() } })
  return (
    <Dialog open={open} onClose={onClose} title={t('candidate.giveBack')} actions={<><Button onClick={onClose}>{t('candidate.notYet')}</Button><Button look="primary" busy={act.isPending} onClick={go}>{t('candidate.giveBack')}</Button></>}>
      <p>{left > 0 ? t('candidate.giveBackOpen', { n: left }) : t('candidate.giveBackWhat')}</p>
      <Refused error={act.error} />
    </Dialog>
  )
}

const Part = ({ context, whole }: { context: NominationContext; whole: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const { nomination: n, campaign } = context
  const part = n.part!
  const mine = n.may.includes('edit')
  const left = blocksOf(findingsOf(n.findings)).length
  const open = unanswered({ consents: part.consents as never }).length
  const title = part.withdrewAt !== null ? t('candidate.next.withdrew') : n.state === 'withdrawn' && part.note !== '' ? t('candidate.next.declined', { unit: n.unitName }) : mine ? left + open === 0 ? t('candidate.next.giveBack') : t('candidate.next.fill', { fields: left, consents: open }) : t(n.origin === 'self' ? 'candidate.next.consent' : 'candidate.next.unit', { unit: n.unitName })
  return (
    <>
      <UnitBand campaign={campaign} hero end={campaign.deadline} facts={[t('candidate.by', { unit: n.unitName })]} />
      <PageFrame top={<NextStep act={title} inBar>{mine ? t('candidate.next.fillWhy') : part.withdrewAt !== null ? null : words(stateNames[n.state])}</NextStep>}
        bar={mine ? <ActionBar say={open > 0 ? t('candidate.barConsents', { n: open }) : left > 0 ? t('candidate.barLeft', { n: left }) : t('candidate.barDone')}><Button look="primary" disabled={open > 0} onClick={() => setAsking(true)}>{t('candidate.giveBack')}</Button></ActionBar> : null}>
        {part.note !== '' ? <Note kind="warn" title={t(mine ? 'candidate.noteTitle' : 'candidate.declinedTitle')}><p>{part.note}</p></Note> : null}
        {mine ? null : <><OwnHonour nominationId={n.id} /><OwnOutcome nominationId={n.id} /><StoryWaits nominationId={n.id} base={`/me/n/${n.id}`} /><InterviewsWait nominationId={n.id} base={`/me/n/${n.id}`} /></>}
        {mine ? <Filling context={context} /> : <><FormReading context={context} /><Section title={t('candidate.pictures')}><MaterialsReading context={context} /></Section></>}
        <Said whole={whole} context={context} />
        <Consents nominationId={n.id} given={part.consents} closed={part.withdrewAt !== null} />
        <OwnRights nomination={n} />
        <GiveBack context={context} open={asking} onClose={() => setAsking(false)} left={left} />
      </PageFrame>
    </>
  )
}

export const OwnPart = () => {
  const { nominationId = '' } = useParams()
  const nomination = useRead(readNomination, { params: { nominationId } })
  const campaign = useRead(readCampaign, { params: { campaignId: nomination.data?.campaignId ?? '' } }, { enabled: nomination.data !== undefined })
  if (nomination.data?.part && campaign.data) return <Part key={nominationId} whole={campaign.data.definition} context={{ nomination: nomination.data, campaign: { ...campaign.data, definition: nomination.data.definition ?? campaign.data.definition } }} />
  return <PageFrame><Answer query={nomination}>{() => <Answer query={campaign}>{() => null}</Answer>}</Answer></PageFrame>
}
