/** Who sits: names with their duties, a stand-in for one that cannot come, and a jury of its own for a round. */
import { useState } from 'react'
import { callStandIn, duties, formRoundJury, setDuties } from '#contract/operations/juries'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Activation } from '../units/activation-codes'
import type { Juries, Member } from './juries-answer'
import { JuryPicture } from './picture'

interface Base { campaignId: string; juries: Juries; onMade: (made: { codes: readonly Activation[]; expiresAt: number }) => void }

const StandIn = ({ campaignId, drawId, member, onMade }: Pick<Base, 'campaignId' | 'onMade'> & { drawId: string; member: Member }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(callStandIn)
  const go = () => act.mutate({ params: { campaignId, drawId }, body: { leaves: member.accountId, reason: reason.trim() } }, { onSuccess: (made) => { setAsking(false); say(t('juries.standIn.done', { name: made.personName })); if (made.activations.length > 0) onMade({ codes: made.activations, expiresAt: made.expiresAt }) } })
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setAsking(true)}>{t('juries.standIn.do')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('juries.standIn.title', { name: member.personName })} actions={<><Button onClick={() => setAsking(false)}>{t('juries.standIn.keep')}</Button><Button look="primary" disabled={reason.trim().length < 2} busy={act.isPending} onClick={go}>{t('juries.standIn.do')}</Button></>}>
        <p className="detail">{t('juries.standIn.fact')}</p><div className="gap"><TextField label={t('juries.standIn.reason')} required value={reason} onChange={setReason} max={300} /></div><div className="gap"><Refused error={act.error} /></div>
      </Dialog>
    </>
  )
}

/** @param drawId the draw they came from, where stand-ins can still be called */
const MembersTable = ({ members, ruleId, drawId, caption, campaignId, juries, onMade }: Base & { members: readonly Member[]; ruleId: string | null; drawId: string | null; caption: string }) => {
  const t = useText()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const act = useAct(setDuties)
  const mayForm = juries.may.includes('form')
  const dutyOf = (m: Member) => chosen[m.accountId] ?? m.duty ?? ''
  const changed = members.some((m) => dutyOf(m) !== (m.duty ?? ''))
  const save = () => act.mutate({ params: { campaignId }, body: { ruleId, duties: members.map((m) => ({ accountId: m.accountId, duty: duties.find((d) => d === dutyOf(m)) ?? null })) } }, { onSuccess: () => { setChosen({}); say(t('juries.dutiesSaved')) } })
  const columns: Column<Member>[] = [
    { key: 'name', head: t('juries.draw.name'), names: true, cell: (m) => m.personName },
    { key: 'duty', head: t('juries.duty'), cell: (m) => (mayForm ? <select className="control duty" aria-label={`${m.personName} ${t('juries.duty')}`} value={dutyOf(m)} onChange={(event) => setChosen({ ...chosen, [m.accountId]: event.target.value })}><option value="">{t('juries.noDuty')}</option>{duties.map((d) => <option key={d} value={d}>{t(`juries.${d}`)}</option>)}</select> : t(m.duty === null ? 'juries.noDuty' : `juries.${m.duty}`)) },
    { key: 'unit', head: t('juries.draw.unit'), cell: (m) => m.unitName || '—' },
    { key: 'field', head: t('juries.draw.field'), cell: (m) => m.fieldOfWork || '—' },
    ...(drawId !== null && mayForm ? [{ key: 'in', head: '', phone: 'bare' as const, cell: (m: Member) => <StandIn campaignId={campaignId} drawId={drawId} member={m} onMade={onMade} /> }] : []),
  ]
  return (
    <>
      <Table caption={caption} captionHidden columns={columns} rows={members} keyOf={(m) => m.accountId} empty={null} />
      {changed ? <div className="acts"><Button look="primary" busy={act.isPending} onClick={save}>{t('juries.saveDuties')}</Button></div> : null}
      <Refused error={act.error} />
    </>
  )
}

const Appoint = ({ campaignId, juries, round }: Omit<Base, 'onMade'> & { round: Juries['rounds'][number] }) => {
  const t = useText()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set((round.own ?? []).map((m) => m.accountId)))
  const act = useAct(formRoundJury)
  const go = () => act.mutate({ params: { campaignId }, body: { ruleId: round.ruleId, accountIds: [...chosen] } }, { onSuccess: () => { setAsking(false); say(t('juries.appointed')) } })
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>{t('juries.appoint')}</Button>
      <Dialog open={asking} wide onClose={() => setAsking(false)} title={t('juries.appointTitle', { round: words(round.name) })} actions={<><Button onClick={() => setAsking(false)}>{t('juries.appointKeep')}</Button><Button look="primary" busy={act.isPending} onClick={go}>{chosen.size === 0 ? t('juries.appointNone') : t('juries.appointDo', { n: chosen.size })}</Button></>}>
        <p className="detail muted">{t('juries.appointFact')}</p>
        <div className="juror-choice gap">{juries.jurors.map((j) => <CheckField key={j.accountId} label={j.personName} explain={[j.unitName, j.fieldOfWork].filter(Boolean).join(t('common.comma'))} checked={chosen.has(j.accountId)} onChange={(on) => setChosen(new Set(on ? [...chosen, j.accountId] : [...chosen].filter((c) => c !== j.accountId)))} />)}</div>
        <div className="gap"><Refused error={act.error} /></div>
      </Dialog>
    </>
  )
}

export const JuriesOfRounds = (base: Base) => {
  const t = useText()
  const words = useWords()
  const { juries } = base
  const drawOf = (ruleId: string | null) => juries.draws.findLast((d) => d.ruleId === ruleId && d.result !== null)?.drawId ?? null
  return (
    <>
      {juries.general.length === 0 ? null : <Section title={t('juries.general')} note={t('juries.generalNote')}><MembersTable {...base} members={juries.general} ruleId={null} drawId={juries.generalFrozen ? null : drawOf(null)} caption={t('juries.general')} /><JuryPicture members={juries.general} /></Section>}
      {juries.rounds.map((r) => (
        <Section key={r.ruleId} title={words(r.name)} note={r.opened ? t('juries.opened') : r.own === null ? t('juries.byGeneral') : t('juries.ownNote')} action={r.opened || !juries.may.includes('form') || juries.jurors.length === 0 ? undefined : <Appoint {...base} round={r} />}>
          {r.apart.length === 0 ? null : <p className="detail muted">{t('juries.apart', { rounds: r.apart.map(words).join(t('common.comma')) })}</p>}
          {r.own === null ? null : <MembersTable {...base} members={r.own} ruleId={r.ruleId} drawId={r.opened ? null : drawOf(r.ruleId)} caption={words(r.name)} />}
          {r.own === null ? null : <JuryPicture members={r.own} />}
          {r.findings.length === 0 ? null : <Findings>{asFindings(r.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}
        </Section>
      ))}
    </>
  )
}
