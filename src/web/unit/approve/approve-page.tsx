/** `/unit/n/:nominationId/approve`: the approver reads the whole, sees every finding at once, confirms, and seals or hands back. Afterwards: the receipt. */
import { useState } from 'react'
import { rulesOf } from '#core/campaign/definition'
import { useSession } from '../../api/session'
import { offlineDeclaration, offlineDeclarationText } from '#core/secrecy/offline-track'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { FindingCard, Findings } from '../../ui/finding-card'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { TellChange } from '../../ui/gate/tell-change'
import { useGate } from '../../ui/gate/use-gate'
import { NextStep } from '../../ui/next-step'
import { OfflineReading } from '../../ui/offline-reading'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { AbsencesOfUnit, AppraisalOfUnit } from '../appraisal/appraisal-of-unit'
import { AnswersReading } from '../answers/answers-reading'
import { Declarations } from '../answers/declarations'
import { Contact } from '../contact'
import { FormReading } from '../form/form-reading'
import { Attempts } from '../late/attempts'
import { LastReturn } from '../last-return'
import { MaterialsReading } from '../materials/materials-reading'
import { useNextWords } from '../next-words'
import { useNomination } from '../nomination-frame'
import { blocksOf, findingsOf, lateFinding, withUnit, type NominationContext } from '../reading'
import { Receipt } from '../receipt'
import { HandBack } from './hand-back'
import { SinceThen } from './since-then'
import { SubmitDialog } from './submit-dialog'
import { WithdrawDialog } from './withdraw-dialog'
import { PrintForm } from '../form/print-form'

const submission = { gate: 'submission' } as const
type Ticks = Readonly<Record<string, boolean>>

/** What is wrong, but for the declarations ticked on this page. */
const openFindings = (context: NominationContext, ticks: Ticks, now: number) => {
  const late = lateFinding(context, now)
  const rest = findingsOf(context.nomination.findings).filter((f) => !(f.code === 'declaration.missing' && ticks[(f.at.field ?? '').replace('declaration.', '')] === true))
  const all = late !== null && withUnit(context.nomination) ? [late, ...rest] : rest
  // What blocks stands first; what only informs needs nobody's decision here.
  return [...blocksOf(all), ...all.filter((f) => f.strength === 'warn')]
}

const All = ({ findings }: { findings: ReturnType<typeof openFindings> }) => {
  const t = useText()
  const blocks = blocksOf(findings).length
  return (
    <Section title={t('unit.approve.findings')} note={findings.length === 0 ? undefined : t('unit.approve.findingsNote', { blocks, warns: findings.length - blocks })}>
      {findings.length === 0 ? <State kind="ok">{t('unit.approve.noFindings')}</State> : <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}
    </Section>
  )
}

const Whole = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const { offline } = context.nomination
  if (offline !== null) return <Section title={t('secrecy.offline.registered')} note={t('secrecy.offline.note')}><OfflineReading offline={offline} /></Section>
  return (
    <>
      <div className="form-top gap"><h2 className="page-title">{t('unit.form.title')}</h2><PrintForm nominationId={context.nomination.id} /></div>
      <FormReading context={context} />
      <Section title={t('unit.materials.title')}><MaterialsReading context={context} /></Section>
      <AnswersReading context={context} />
      <AppraisalOfUnit context={context} />
    </>
  )
}

const Approving = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const { now } = useSession()
  const { nomination: n, campaign } = context
  const [ticks, setTicks] = useState<Ticks>(n.answers.declarations)
  const [asking, setAsking] = useState<'submit' | 'handBack' | 'withdraw' | null>(null)
  // What goes by hand has one declaration of its own, and none that speaks of a form or files.
  const own = n.offline === null ? rulesOf(campaign.definition, 'declaration').filter((r) => r.by === 'approver') : []
  const ids = n.offline === null ? own.map((r) => r.id) : [offlineDeclaration]
  const findings = openFindings(context, ticks, now())
  const [still, setStill] = useState(false)
  const asked = useGateTitle()
  const { data: gate } = useGate(campaign.id, submission, n.id)
  const raised = gate?.items.flatMap((i) => (i.standing === 'open' ? [] : findingsOf(i.findings))) ?? []
  const unsaid = (gate?.open ?? 0) > 0 && !still
  const blocks = blocksOf(findings)
  const unticked = blocks.filter((f) => f.code === 'declaration.missing').length
  const said = raised.length > 0 ? words(raised[0]!.what) : blocks.length === 0 ? (unsaid ? t('gate.first', { act: t('unit.submit.act') }) : t('unit.approve.ready')) : unticked === blocks.length ? t('unit.approve.tickFirst', { n: unticked }) : t('unit.approve.mendFirst', { n: blocks.length })
  const close = () => setAsking(null)
  return (
    <PageFrame sideLabel={t('unit.side')} side={<div className="follows"><LastReturn nomination={n} /><Contact contact={campaign.contact} /></div>} bar={
      <ActionBar say={said}>
        {n.may.includes('withdraw') ? <Button look="block" onClick={() => setAsking('withdraw')}>{t('unit.withdraw.act')}</Button> : null}
        {n.may.includes('handBack') ? <Button onClick={() => setAsking('handBack')}>{t('unit.handBack.act')}</Button> : null}
        <Button look="primary" disabled={blocks.length + raised.length > 0 || unsaid} onClick={() => setAsking('submit')}>{t('unit.submit.act')}</Button>
      </ActionBar>
    }>
      <Attempts nominationId={n.id} />
      <All findings={findings} />
      <AbsencesOfUnit context={context} />
      {own.length > 0 ? <Section title={t('unit.declarations.approver')} note={t('unit.declarations.note')}><Declarations rules={own} given={ticks} reviews={n.answers.reviews} change={(patch) => setTicks({ ...ticks, ...patch.answers.declarations })} /></Section> : null}
      {n.offline !== null ? <Section title={t('secrecy.offline.declare')}><CheckField label={words(offlineDeclarationText)} checked={ticks[offlineDeclaration] === true} onChange={(yes) => setTicks({ ...ticks, [offlineDeclaration]: yes })} /></Section> : null}
      {gate && gate.open + raised.length > 0 ? (
        <Section title={asked} note={t('gate.note')}>
          {raised.length > 0 ? <Findings>{raised.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
          {gate.open > 0 ? <><StillFits points={asPoints(gate.points)} checked={still} onChange={setStill} /><TellChange nominationId={n.id} at={submission} points={asPoints(gate.points)} offline={n.offline !== null} /></> : null}
        </Section>
      ) : null}
      <Whole context={context} />
      <SubmitDialog open={asking === 'submit'} onClose={close} context={context} warnings={findings.filter((f) => f.strength === 'warn').length} declarations={Object.fromEntries(ids.map((id) => [id, ticks[id] === true]))} still={still} />
      <HandBack open={asking === 'handBack'} onClose={close} />
      <WithdrawDialog open={asking === 'withdraw'} onClose={close} />
    </PageFrame>
  )
}

/** Not this reader's turn, or all is done: how it stands, the receipt, and the whole to read. */
const Standing = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const { now } = useSession()
  const [asking, setAsking] = useState(false)
  const next = useNextWords(context)
  const { nomination: n } = context
  const late = lateFinding(context, now())
  return (
    <PageFrame top={<NextStep act={next.title} {...(next.waiting && { waiting: next.waiting })}>{next.why}</NextStep>} sideLabel={t('unit.side')} side={<><LastReturn nomination={n} /><Contact contact={context.campaign.contact} /></>}>
      <Receipt nomination={n} primary />
      <Attempts nominationId={n.id} />
      {late !== null && withUnit(n) ? <Findings><FindingCard finding={late} /></Findings> : null}
      {n.may.includes('withdraw') ? <><p className="gap"><Button look="block" onClick={() => setAsking(true)}>{t('unit.withdraw.act')}</Button></p><WithdrawDialog open={asking} onClose={() => setAsking(false)} /></> : null}
      <SinceThen context={context} />
      <Whole context={context} />
    </PageFrame>
  )
}

export const ApprovePage = () => {
  const context = useNomination()
  return context.nomination.may.includes('submit') ? <Approving key={context.nomination.id} context={context} /> : <Standing context={context} />
}
