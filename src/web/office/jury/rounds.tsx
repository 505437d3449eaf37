/** 评审轮 of the definition: which are opened, closed, or can be opened now with all accepted candidates. */
import { useState } from 'react'
import { Link } from 'react-router'
import { openRound } from '#contract/operations/jury'
import { rulesOf, type ResolvedRule } from '#core/campaign/definition'
import { sayEnd } from '#core/kernel/instant'
import { sayRule } from '#core/rules/kinds'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { Note } from '../../ui/finding-card'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { useGate } from '../../ui/gate/use-gate'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { say } from '../../ui/toast'
import { Refused } from '../../ui/answer'
import type { CampaignContext } from '../campaign-frame'
import { sayAt } from '../../ui/say-time'
import { GateItems } from '../decide-gate'
import type { Jury } from './form-jury'

type Round = Jury['rounds'][number]

const Opened = ({ round, named, current }: { round: Round; named: boolean; current: boolean }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <>
      {named ? <h4>{words(round.name)}</h4> : null}
      {round.next === null || round.next.candidates.length === 0 ? null : <Note kind="warn" title={words(round.next.say)}><p>{t(round.next.kind === 'people' ? 'rounds.office.people' : 'rounds.office.again')}</p></Note>}
      <p className="detail muted">{t('office.jury.openedAt', { at: sayAt(round.openedAt, language) })}{round.closedAt === null ? '' : `${t('common.comma')}${t('office.jury.closedAt', { at: sayAt(round.closedAt, language) })}`}</p>
      <div className="acts"><ButtonLink to={`/jury/rounds/${round.id}/room`} look={current ? 'primary' : 'default'}>{t('office.jury.enter')}</ButtonLink></div>
    </>
  )
}

interface OpenProps { campaignId: string; rule: ResolvedRule<'round'>; jury: Jury; waiting: number; current: boolean }

const ToOpen = ({ campaignId, rule, jury, waiting, current }: OpenProps) => {
  const t = useText()
  const words = useWords()
  const shared = jury.shared.find((s) => s.ruleId === rule.id)
  const [asking, setAsking] = useState(false)
  const [still, setStill] = useState(false)
  const asked = useGateTitle()
  const passing = { gate: 'round', passage: rule.id } as const
  const { data: gate } = useGate(campaignId, passing)
  // Who was left out here by the office does not go into the round.
  const accepted = gate?.ids.filter((id) => !gate.items.some((i) => i.nominationId === id && i.standing === 'stopped')) ?? []
  const raised = gate?.items.some((i) => i.standing === 'raised') ?? false
  const unsaid = (gate?.open ?? 0) > 0 && !still
  const open = useAct(openRound)
  const name = words(rule.name)
  const act = () => open.mutate({ params: { campaignId }, body: { ruleId: rule.id, nominationIds: accepted, still } }, { onSuccess: () => say(t('office.jury.opened', { name })), onSettled: () => setAsking(false) })
  if (jury.jurors.length === 0 || (gate && gate.ids.length === 0)) return <p className="detail muted">{t(jury.jurors.length === 0 ? 'office.jury.noJury' : rule.after === undefined ? 'office.jury.noAccepted' : 'rounds.office.noShortlist')}</p>
  return (
    <>
      {waiting > 0 ? <Note kind="warn" title={t('office.jury.waiting', { n: waiting })} /> : null}
      {gate && gate.items.length > 0 ? <div className="gap"><GateItems items={gate.items} at={passing} /></div> : null}
      {rule.after === undefined || gate === undefined ? null : <p className="detail">{t('rounds.office.shortlist', { n: gate.ids.length })}</p>}
      {shared === undefined ? null : <div className="gap"><Note kind={shared.state === 'confirmed' ? 'ok' : 'warn'} title={<Link className="link" to={`/jury/c/${campaignId}/assignment/${rule.id}`}>{t(`assignment.office.${shared.state === 'confirmed' ? 'confirmed' : 'open'}`)}</Link>} /></div>}
      <div className="acts"><Button look={current && !asking ? 'primary' : 'default'} disabled={accepted.length === 0 || raised || (shared !== undefined && shared.state !== 'confirmed')} onClick={() => setAsking(true)}>{t('office.jury.open', { name })}</Button></div>
      <div className="gap"><Refused error={open.error} /></div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.jury.open', { name })}
        actions={<><Button onClick={() => setAsking(false)}>{t('office.jury.openKeep')}</Button><Button look="primary" busy={open.isPending} disabled={unsaid} onClick={act}>{t('office.jury.open', { name })}</Button></>}>
        <p>{words(sayRule(rule))}</p>
        {rule.keyShares === true ? <p className="detail">{t('keys.formFact')}</p> : null}
        <p className="gap">{t(rule.after === undefined ? 'office.jury.openFact' : 'rounds.office.openFact', { n: accepted.length })}</p>
        {gate && gate.open > 0 ? <div className="gap"><h3>{asked}</h3><StillFits points={asPoints(gate.points)} n={gate.open} checked={still} onChange={setStill} /></div> : null}
      </Dialog>
    </>
  )
}

export const Rounds = ({ campaign, waiting, jury }: CampaignContext & { jury: Jury }) => {
  const t = useText()
  const words = useWords()
  const rules = rulesOf(campaign.definition, 'round')
  // A round and those that follow from it, in their order.
  const familyOf = (id: string) => jury.rounds.filter((r) => r.rootId === id)
  // The one act of the page: the first round that is not closed.
  const current = rules.find((r) => { const family = familyOf(r.id); return family.length === 0 || family.some((f) => f.state !== 'closed') || family.at(-1)!.next?.candidates.length !== 0 })?.id
  return (
    <Section title={t('office.jury.rounds')}>
      {rules.length === 0 ? <Empty title={t('office.jury.noRule')} /> : rules.map((rule) => {
        const family = familyOf(rule.id)
        const round = family.at(-1)
        return (
          <article className="round" key={rule.id}>
            <h3>{words(rule.name)} <Chip kind={round === undefined ? 'none' : round.state === 'open' ? 'half' : 'lock'}>{t(round === undefined ? 'office.jury.roundNone' : round.state === 'open' ? 'office.jury.roundOpen' : 'office.jury.roundClosed')}</Chip></h3>
            <p className="detail">{words(sayRule(rule))} <ClauseRef clause={rule.rests} withSource /></p>
            {jury.abandoned.filter((r) => r.ruleId === rule.id).map((r) => <p className="detail" key={r.id}><Link className="link" to={`/jury/rounds/${r.id}/room`}>{t('keys.abandonedRow', { name: words(r.name) })}</Link> <span className="muted">{t('keys.abandonedAt', { at: words(sayEnd(r.at)) })}</span></p>)}
            {round ? family.map((r) => <Opened key={r.id} round={r} named={family.length > 1} current={rule.id === current && r === round} />) : <ToOpen campaignId={campaign.id} rule={rule} jury={jury} waiting={waiting} current={rule.id === current && jury.jurors.length > 0} />}
          </article>
        )
      })}
    </Section>
  )
}
