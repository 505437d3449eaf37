/** 回避 of a campaign, for office, supervisor and secretary: what was found and not declared first; nothing here recuses by itself. */
import { readConflicts } from '#contract/operations/conflicts'
import { roleNames } from '#core/access/actor'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings } from '../answer'
import { Empty } from '../empty'
import { FindingCard, Findings } from '../finding-card'
import { PageFrame } from '../page-frame'
import { sayAt, sayDay } from '../say-time'
import { dayOf } from '#core/kernel/instant'
import { Section } from '../section'
import { State } from '../state'
import './conflicts.css'
import { ClaimOther, DecidePair } from './decide'
import { Signs, type Conflicts, type PairOf } from './signs'

interface Names { campaignId: string; conflicts: Conflicts }

const Standing = ({ pair }: { pair: PairOf }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { declared, decision } = pair
  const by = decision === null ? '' : `${words(roleNames[decision.role])} ${decision.by} ${sayAt(decision.at, language)} `
  return (
    <>
      {declared === null ? null : <p className="detail"><State kind="ok">{t('conflicts.said', { reason: declared.reason })}</State></p>}
      {decision === null ? null : <p className="detail"><State kind={decision.decision === 'standsBack' ? 'lock' : 'none'}>{t(decision.decision === 'standsBack' ? 'conflicts.claimed' : 'conflicts.dismissed', { by, reason: decision.reason })}</State></p>}
      {pair.movedAt === null ? null : <p className="detail muted">{t('conflicts.moved', { at: sayDay(dayOf(pair.movedAt), language) })}</p>}
      {pair.withdrawn > 0 ? <p className="detail muted">{t('conflicts.withdrawn', { n: pair.withdrawn })}</p> : null}
      {pair.voided > 0 ? <p className="detail muted">{t('conflicts.voided')}</p> : null}
      {pair.findings.length > 0 ? <Findings>{asFindings(pair.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings> : null}
    </>
  )
}

const Pair = ({ pair, campaignId, conflicts }: Names & { pair: PairOf }) => {
  const [juror, candidate] = [conflicts.jurors.find((j) => j.accountId === pair.accountId), conflicts.candidates.find((c) => c.nominationId === pair.nominationId)]
  const names = { juror: juror?.personName ?? '', candidate: candidate?.candidateName ?? '' }
  return (
    <li className="pair">
      <p className="who"><b>{names.juror}</b><span className="muted">{juror?.unitName}</span></p>
      <p className="who"><b>{names.candidate}</b><span className="muted">{candidate?.employer}</span></p>
      <div className="found"><Signs pair={pair} /><Standing pair={pair} /></div>
      <div className="do">{conflicts.may.includes('decide') ? <DecidePair pair={pair} campaignId={campaignId} accountId={pair.accountId} nominationId={pair.nominationId} {...names} /> : null}</div>
    </li>
  )
}

const List = ({ title, note, pairs, none, ...names }: Names & { title: string; note?: string; pairs: readonly PairOf[]; none?: string }) => {
  const t = useText()
  if (pairs.length === 0 && none === undefined) return null
  return (
    <Section title={title} {...(note === undefined ? {} : { note })}>
      {pairs.length === 0 ? <p className="detail muted">{none}</p> : (
        <>
          <div className="pair pair-head" aria-hidden="true"><span>{t('conflicts.juror')}</span><span>{t('conflicts.candidate')}</span><span>{t('conflicts.found')}</span></div>
          <ul className="pairs">{pairs.map((p) => <Pair key={`${p.accountId}${p.nominationId}`} pair={p} {...names} />)}</ul>
        </>
      )}
    </Section>
  )
}

const Body = ({ campaignId, conflicts }: Names) => {
  const t = useText()
  const of = (list: PairOf['list']) => conflicts.pairs.filter((p) => p.list === list)
  const names = { campaignId, conflicts }
  const missing = of('missing')
  if (conflicts.jurors.length === 0) return <Empty title={t('conflicts.noJury')}>{t('conflicts.noJuryFact')}</Empty>
  return (
    <>
      <p className="detail muted">{t('conflicts.note')}{t(conflicts.stated ? 'conflicts.years' : 'conflicts.yearsUsual', { n: conflicts.years })}</p>
      {conflicts.pairs.length === 0 ? <Empty title={t('conflicts.none')}>{t('conflicts.noneFact')}</Empty> : null}
      {conflicts.pairs.length === 0 ? null : <List title={t('conflicts.missing')} note={missing.length === 0 ? '' : t('conflicts.missingNote', { n: missing.length })} pairs={missing} none={t('conflicts.missingNone')} {...names} />}
      <List title={t('conflicts.standsBack')} pairs={of('standsBack')} {...names} />
      <List title={t('conflicts.unjustified')} note={t('conflicts.unjustifiedNote')} pairs={of('unjustified')} {...names} />
      <List title={t('conflicts.stays')} pairs={of('stays')} {...names} />
      {conflicts.may.includes('decide') && conflicts.candidates.length > 0 ? <ClaimOther {...names} /> : null}
    </>
  )
}

export const ConflictsPage = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const query = useRead(readConflicts, { params: { campaignId } })
  return <PageFrame><h1 className="page-title">{t('conflicts.title')}</h1><Answer query={query}>{(conflicts) => <Body campaignId={campaignId} conflicts={conflicts} />}</Answer></PageFrame>
}
