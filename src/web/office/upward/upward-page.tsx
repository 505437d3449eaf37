/** `/office/c/:campaignId/upward`: those who were chosen go to the campaign above; what it has, what it lacks, its clock, and what came back. */
import { useState } from 'react'
import { readUpward, recommend } from '#contract/operations/upward'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Clock } from '../../ui/clock'
import { Empty } from '../../ui/empty'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { KeyValue } from '../../ui/key-value'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { Archives, useArchives } from './archives'
import { Below } from './below'
import { CandidateList } from './candidate-list'
import { stepOf, type Candidate, type Upward } from './reading'
import './upward.css'

const About = ({ upward, onTo }: { upward: Upward; onTo: (id: string) => void }) => {
  const t = useText()
  const words = useWords()
  const { offset } = useSession()
  const to = upward.to!
  const seats = upward.seats
  const list = (names: readonly string[]) => (names.length === 0 ? t('upward.seatsNone') : names.join('、'))
  return (
    <div className="stack">
      <Clock label={t('upward.clock')} end={to.end} offset={offset} left />
      {upward.above.length > 1 ? <SelectField label={t('upward.to')} value={to.campaignId} onChange={onTo} options={upward.above.map((a) => ({ value: a.campaignId, label: t('upward.toOf', { name: words(a.name), office: a.office }) }))} /> : null}
      <KeyValue nameWidth={112} pairs={[
        { name: t('upward.to'), value: words(to.name) }, { name: t('upward.office'), value: to.office },
        { name: t('upward.places'), value: to.places === null ? t('upward.placesOpen') : t('upward.placesOf', { n: to.places, held: to.standing }) },
        ...(upward.ownPlaces === null ? [] : [{ name: t('upward.own'), value: t('upward.ownOf', { n: upward.ownPlaces, up: upward.up }) }]),
        { name: t('upward.where'), value: t(to.mirrored ? 'upward.byFile' : 'upward.inside') },
        ...(seats === null || seats.clerks.length + seats.approvers.length === 0 ? [] : [{ name: t('upward.seats'), value: t('upward.seatsFact', { clerks: list(seats.clerks), approvers: list(seats.approvers) }) }]),
      ]} />
    </div>
  )
}

const names = (people: readonly Candidate[]): string => people.map((p) => p.name).join('、')

const Step = ({ upward, exported }: { upward: Upward; exported: ReadonlySet<string> }) => {
  const t = useText()
  const { step, people } = stepOf(upward, exported)
  if (step === 'choose') return people.length === 0 ? null : <NextStep act={t('upward.step.choose', { office: upward.to!.office })}>{t('upward.step.chooseFact')}</NextStep>
  if (step === 'wait') return <NextStep act={t('upward.step.wait')} actions={upward.to!.mirrored ? <ButtonLink to="/office/incoming">{t('upward.incoming.nav')}</ButtonLink> : undefined}>{t(upward.to!.mirrored ? 'upward.step.waitFact' : 'upward.step.waitInside')}</NextStep>
  if (step === 'late') return <NextStep act={t('upward.step.late')} actions={<ButtonLink to="/office/incoming">{t('upward.incoming.nav')}</ButtonLink>}>{t('upward.step.lateFact')}</NextStep>
  if (step === 'done') return <NextStep act={t('upward.step.done')} />
  return <NextStep act={t(`upward.step.${step}`)}>{t(`upward.step.${step}Fact`, { names: names(people) })}</NextStep>
}

const Recommend = ({ upward, campaignId, chosen, onDone }: { upward: Upward; campaignId: string; chosen: readonly string[]; onDone: () => void }) => {
  const t = useText()
  const title = useGateTitle()
  const [still, setStill] = useState(false)
  const act = useAct(recommend)
  const asks = upward.gate.open > 0 && upward.gate.points.length > 0
  const go = () => act.mutate({ params: { campaignId }, body: { to: upward.to!.campaignId, nominationIds: [...chosen], still } }, { onSuccess: () => { say(t('upward.recommended')); onDone() } })
  return (
    <div className="stack gap">
      {asks && chosen.length > 0 ? <Section level={3} title={title}><StillFits points={asPoints(upward.gate.points)} n={chosen.length} checked={still} onChange={setStill} /></Section> : null}
      <div className="row-of">
        <Button look={chosen.length > 0 ? 'primary' : 'default'} disabled={chosen.length === 0 || (asks && !still)} busy={act.isPending} onClick={go}>{chosen.length === 0 ? t('upward.recommendNone') : t('upward.recommend', { n: chosen.length })}</Button>
        {asks && chosen.length > 0 && !still ? <span className="small muted">{t('upward.gateFirst')}</span> : null}
      </div>
      <Refused error={act.error} />
    </div>
  )
}

const Body = ({ upward, campaignId, onTo }: { upward: Upward; campaignId: string; onTo: (id: string) => void }) => {
  const t = useText()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const archives = useArchives(upward.to?.mirrored === true ? upward.to.campaignId : null)
  const exported = new Set(archives.data?.archives.filter((s) => s.state === 'ready' || s.state === 'waiting' || s.state === 'making').flatMap((s) => upward.candidates.flatMap((c) => (c.above !== null && s.nominationIds.includes(c.above.nominationId) && (c.above.submittedAt ?? 0) <= s.askedAt ? [c.above.nominationId] : []))))
  const head = <><h1 className="page-title">{t('upward.title')}</h1><p className="detail muted">{t('upward.note')}</p></>
  if (upward.to === null) return <PageFrame>{head}<div className="gap"><Empty title={t('upward.none')} action={<ButtonLink to="/office/incoming">{t('upward.noneAct')}</ButtonLink>}>{t('upward.noneFact')}</Empty></div><Below campaignId={campaignId} /></PageFrame>
  const canChoose = upward.candidates.some((c) => c.how !== 'revoked' && (c.above === null || c.above.state === 'withdrawn')) && upward.now < upward.to.end
  const ready = upward.candidates.filter((c) => c.above?.state === 'submitted' && !exported.has(c.above.nominationId))
  return (
    <PageFrame top={<Step upward={upward} exported={exported} />} side={<About upward={upward} onTo={onTo} />} sideLabel={t('upward.to')}>
      {head}
      <Section title={t('upward.people')} note={t('upward.peopleNote')}>
        {upward.candidates.length === 0 ? <Empty title={t('upward.nobody')}>{t('upward.nobodyFact')}</Empty> : <CandidateList upward={upward} chosen={chosen} onChoose={setChosen} />}
        {canChoose ? <Recommend upward={upward} campaignId={campaignId} chosen={chosen} onDone={() => setChosen([])} /> : null}
      </Section>
      {upward.to.mirrored && upward.candidates.some((c) => c.above !== null) ? <Archives upward={upward} query={archives} ready={ready} /> : null}
      <Below campaignId={campaignId} />
    </PageFrame>
  )
}

export const UpwardPage = () => {
  const { campaign } = useCampaign()
  const [to, setTo] = useState<string | null>(null)
  const query = useRead(readUpward, { params: { campaignId: campaign.id }, query: to === null ? {} : { to } })
  return <Answer query={query}>{(upward) => <Body upward={upward} campaignId={campaign.id} onTo={setTo} />}</Answer>
}
