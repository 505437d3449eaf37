/** `/jury/rounds/:roundId/meeting`: one candidate on the screen, who leaves and who may come back, who is there, and the time; in the order in which people leave as rarely as can be. */
import { Link, useParams, useSearchParams } from 'react-router'
import { readRound } from '#contract/operations/jury'
import { agenda, movesAt, type AgendaItem } from '#core/review/jury/agenda'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import type { Round } from '../room/round-answer'
import './meeting.css'
import { Timer } from './timer'

const Names = ({ title, names, look }: { title: string; names: readonly string[]; look: string }) => (names.length === 0 ? null : <div className={`moves ${look}`}><h3>{title}</h3><ul>{names.map((n) => <li key={n}>{n}</li>)}</ul></div>)

const Meeting = ({ round }: { round: Round }) => {
  const t = useText()
  const words = useWords()
  const [search, setSearch] = useSearchParams()
  const nameOf = (id: string) => round.jurors.find((j) => j.accountId === id)?.personName ?? ''
  const items = round.candidates.map((c): AgendaItem => ({ id: c.nominationId, away: round.jurors.filter((j) => j.recusedFrom.some((r) => r.nominationId === c.nominationId)).map((j) => j.accountId) }))
  const { order, leavings, least } = agenda(items)
  const at = Math.min(Math.max(0, Number(search.get('at') ?? 1) - 1 || 0), Math.max(0, order.length - 1))
  const candidate = round.candidates.find((c) => c.nominationId === order[at])
  if (candidate === undefined) return <PageFrame><Empty title={t('juries.meeting.none')} /></PageFrame>
  const itemOf = (id: string | undefined) => items.find((i) => i.id === id) ?? null
  const moves = movesAt(itemOf(order[at - 1]), itemOf(order[at])!)
  const go = (to: number) => setSearch({ at: String(to + 1) })
  const sitting = round.jurors.filter((j) => j.dropped === null)
  const [present, absent] = [sitting.filter((j) => j.present), sitting.filter((j) => !j.present)]
  const comma = t('common.comma')
  // A blind round stays blind on the wall.
  const called = (c: Round['candidates'][number]): string => (round.rule.blind?.includes('name') ? t('juries.meeting.number', { n: String(c.ordinal).padStart(2, '0') }) : c.candidateName)
  return (
    <PageFrame side={<Section title={t('juries.meeting.order')}><p className="detail muted">{t(least ? 'juries.meeting.leavings' : 'juries.meeting.few', { n: leavings })}</p><ol className="meeting-order">{order.map((id, i) => { const c = round.candidates.find((x) => x.nominationId === id)!; const away = itemOf(id)!.away; return <li key={id} className={i === at ? 'now' : undefined}><button type="button" className="link" aria-current={i === at ? 'step' : undefined} onClick={() => go(i)}>{called(c)}</button>{away.length === 0 ? null : <span className="small muted">{t('juries.meeting.away', { names: away.map(nameOf).join(comma) })}</span>}</li> })}</ol></Section>} sideLabel={t('juries.meeting.order')}>
      <p className="detail"><Link className="link" to={`/jury/rounds/${round.id}/room`}>{t('juries.meeting.back')}</Link></p>
      <section className="meeting-now" aria-live="polite">
        <p className="muted">{words(round.rule.name)}　{t('juries.meeting.at', { n: at + 1, of: order.length })}</p>
        <h1>{called(candidate)}</h1>
        {round.rule.blind?.some((b) => b !== 'name') ? null : <p>{candidate.unitName}</p>}
      </section>
      <div className="meeting-moves">
        <Names title={t('juries.meeting.leave')} names={moves.leave.map(nameOf)} look="leave" />
        <Names title={t('juries.meeting.stayOut')} names={moves.stayOut.map(nameOf)} look="out" />
        <Names title={t('juries.meeting.comeBack')} names={moves.comeBack.map(nameOf)} look="back" />
        {moves.leave.length + moves.stayOut.length + moves.comeBack.length === 0 ? <p className="muted">{t('juries.meeting.nobody')}</p> : null}
      </div>
      <div className="row-of meeting-turn"><Button size="large" disabled={at === 0} onClick={() => go(at - 1)}>{t('juries.meeting.previous')}</Button><Button size="large" look="primary" disabled={at === order.length - 1} onClick={() => go(at + 1)}>{t('juries.meeting.next')}</Button></div>
      <Section title={t('juries.meeting.timer')}><Timer of={candidate.nominationId} /></Section>
      <Section title={`${t('juries.meeting.entitled', { n: sitting.length })}　${t('juries.meeting.present', { n: present.length })}`}>
        <p>{present.map((j) => j.personName).join(comma)}</p>
        <p className="muted">{absent.length === 0 ? t('juries.meeting.allPresent') : t('juries.meeting.absent', { names: absent.map((j) => j.personName).join(comma) })}</p>
      </Section>
    </PageFrame>
  )
}

export const MeetingPage = () => {
  const { roundId = '' } = useParams()
  const query = useRead(readRound, { params: { roundId } }, { refetchMs: 10_000 })
  if (query.data) return <Meeting round={query.data} />
  return <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>
}
