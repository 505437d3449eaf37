/** `/supervisor/c/:campaignId/nominations/:nominationId`: one nomination from its beginning: findings and returns, rounds with recusals, objections, every step, and who looked at what of it when. */
import { Link, useParams } from 'react-router'
import { readNomination } from '#contract/operations/nominations'
import { readSupervised, supervisedSheet } from '#contract/operations/supervised-nomination'
import { stateNames } from '#core/nomination/state'
import { objectionStateNames, outcomeNames } from '#core/objections/standing'
import { addressOf } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { SupervisionFrame } from '../supervision-frame'
import { Steps, type Supervised } from './steps'
import './nomination.css'

const Rounds = ({ rounds }: { rounds: Supervised['rounds'] }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  if (rounds.length === 0) return <p className="detail muted">{t('supervision.one.noRounds')}</p>
  return (
    <ul className="one-list">{rounds.map((r) => (
      <li key={r.roundId}>
        <p><Link className="link" to={`/jury/rounds/${r.roundId}/room`}>{words(r.name)}</Link>　{r.state === 'open' ? <State kind="half">{t('supervisor.round.open')}</State> : <b>{r.outcome === null ? t('supervision.one.notCounted') : t(`rounds.outcome.${r.outcome as 'selected'}`)}</b>}</p>
        <p className="muted">{r.closedAt === null ? t('supervision.one.opened', { at: sayAt(r.openedAt, language) }) : t('supervision.one.closed', { from: sayAt(r.openedAt, language), to: sayAt(r.closedAt, language) })}</p>
        {r.recusals.map((x) => <p key={`${x.juror}${x.at}`}>{t('supervision.one.recused', { juror: x.juror, reason: x.reason, at: sayAt(x.at, language) })}</p>)}
      </li>
    ))}</ul>
  )
}

const Objections = ({ campaignId, objections }: { campaignId: string; objections: Supervised['objections'] }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  if (objections.length === 0) return <p className="detail muted">{t('supervision.one.noObjections')}</p>
  return (
    <ul className="one-list">{objections.map((o) => (
      <li key={o.objectionId}>
        <p><Link className="link" to={`/supervisor/c/${campaignId}/objections/${o.objectionId}`}>{t(`supervision.one.${o.track}`, { n: o.number })}</Link>　<b>{words(o.outcome === null ? objectionStateNames[o.state as 'received'] : outcomeNames[o.outcome as 'upheld'])}</b></p>
        <p className="muted">{t('supervision.one.came', { at: sayAt(o.receivedAt, language) })}{o.decidedAt === null ? null : `　${t('supervision.one.settled', { at: sayAt(o.decidedAt, language) })}`}</p>
      </li>
    ))}</ul>
  )
}

const Judged = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const query = useRead(readNomination, { params: { nominationId } })
  return (
    <Section title={t('supervision.one.judged')} note={t('supervision.one.judgedNote')}>
      <Answer query={query} lines={3}>{({ findings, screening }) => {
        const points = screening.flatMap((s) => s.points.map((p) => ({ ...p, at: s.at, by: s.by })))
        return (
          <>
            {findings.length === 0 ? <p className="detail muted">{t('supervision.one.noFindings')}</p> : <Findings>{asFindings(findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>}
            {points.length === 0 ? null : <Returned points={points} />}
          </>
        )
      }}</Answer>
    </Section>
  )
}
const Returned = ({ points }: { points: readonly { what: string; clause: string; at: number; by: string }[] }) => {
  const t = useText()
  const language = useLanguage()
  return <><h3 className="gap">{t('supervision.one.returned')}</h3><ul className="one-list">{points.map((p, i) => <li key={`${p.what}${i}`}><p>{p.what}</p><p className="muted">{[p.clause, p.by, sayAt(p.at, language)].filter(Boolean).join('　')}</p></li>)}</ul></>
}

export const SupervisedNomination = () => {
  const { campaignId = '', nominationId = '' } = useParams()
  const t = useText()
  const words = useWords()
  const query = useRead(readSupervised, { params: { nominationId } })
  const s = query.data
  return (
    <SupervisionFrame campaignId={campaignId} title={s === undefined ? t('supervision.one.title') : t('supervision.one.titleOf', { name: s.name })} {...(s !== undefined && { lead: `${s.unitName}　${words(stateNames[s.state])}` })}>
      <p className="supervision-back"><Link className="link" to={`/supervisor/c/${campaignId}/nominations`}>{t('supervision.one.others')}</Link></p>
      <Answer query={query} lines={8}>{(one) => (
        <div className="one">
          <div className="one-beside">
            <Section title={t('supervision.one.rounds')}><Rounds rounds={one.rounds} /></Section>
            <Section title={t('supervision.one.objections')}><Objections campaignId={campaignId} objections={one.objections} /></Section>
          </div>
          <Judged nominationId={nominationId} />
          <Section title={t('supervision.one.steps')} note={t('supervision.one.stepsNote')} action={<ButtonLink reload icon="down" to={addressOf(supervisedSheet, { nominationId })}>{t('supervision.one.excel')}</ButtonLink>}><Steps one={one} /></Section>
        </div>
      )}</Answer>
    </SupervisionFrame>
  )
}
