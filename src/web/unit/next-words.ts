/** The next step in words, with where it is done. One place for the band, the block on the checklist and the phone's bar. */
import { sayEnd } from '#core/kernel/instant'
import type { ClauseRef } from '#core/kernel/clause'
import { useSession } from '../api/session'
import { sayAt } from '../ui/say-time'
import { useLanguage, useText, useWords } from '../text/use-text'
import { lateFindings } from './late/late-findings'
import { nextActOf, type NextAct } from './next-act'
import type { NominationContext } from './reading'
import { useRowName } from './row-words'
import { awaitedFor, useOpinions, type Request } from './use-opinions'

export interface NextWords {
  act: NextAct
  title: string
  why?: string
  clause?: ClauseRef
  /** Where it is done, below the nomination's address. */
  to?: string
  button?: string
  waiting?: { whom: string; since: string }
}

type Rest = Omit<NextWords, 'act'>

export const useNextWords = (context: NominationContext): NextWords => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const session = useSession()
  const rowName = useRowName()
  const opinions = useOpinions(context)
  const { nomination: n, campaign } = context
  const act = nextActOf(context, session.now())
  const since = (at: number) => sayAt(at, language)
  const clauseOf = (clause: ClauseRef | null): Rest | object => (clause === null ? {} : { clause })
  const held = act.kind === 'row' && act.row.kind === 'material' && act.row.untouched ? awaitedFor(opinions, act.row.rule.id) : undefined
  /** Another office holds it up: said, with the way to see how it stands. */
  const waits = (r: Request, row: Extract<NextAct, { kind: 'row' }>['row']): Rest => {
    const said = { office: r.office, name: rowName(row) }
    const on = { to: row.to, button: t('unit.row.view') }
    return r.standing === 'overdue' ? { title: t('opinion.next.late', said), why: t('opinion.next.lateWhy'), ...on } : { title: t('opinion.next.title', said), why: t('opinion.row.asked', { office: r.office, until: words(sayEnd(r.until)) }), waiting: { whom: r.office, since: since(r.askedAt) }, ...on }
  }
  const rest = (): Rest => {
    if (held !== undefined && act.kind === 'row') return waits(held, act.row)
    switch (act.kind) {
      case 'late': return { title: t('unit.next.late'), why: words(act.finding.mend), ...clauseOf(act.finding.clause) }
      case 'row': return {
        title: act.row.untouched ? t(`unit.next.begin.${act.row.kind}`, { name: rowName(act.row) }) : act.row.kind === 'form' && act.blocks > 1 ? t('unit.next.moreForm', { n: act.blocks }) : words(act.finding.what),
        why: act.row.kind === 'form' && act.blocks > 1 ? words(act.finding.what) : act.row.untouched && act.row.kind !== 'material' ? t('unit.next.points', { n: act.blocks }) : words(act.finding.mend),
        ...clauseOf(act.finding.clause), to: act.row.to, button: t(`unit.next.do.${act.row.kind}`),
      }
      case 'register': return { title: t('secrecy.offline.next'), why: words(act.finding.mend), ...clauseOf(act.finding.clause) }
      case 'carry': return { title: t('secrecy.offline.carry', { office: campaign.organisationName }), why: t('secrecy.offline.carryWhy') }
      case 'send': return { title: t('unit.next.send'), why: t(n.offline === null ? 'unit.next.sendWhy' : 'secrecy.offline.sendWhy'), button: t('unit.send.act') }
      case 'submit': return { title: t(act.again ? 'unit.next.submitAgain' : 'unit.next.submit', { name: n.candidateName }), why: t('unit.next.submitWhy'), to: 'approve', button: t('unit.next.do.submit') }
      case 'waitClerk': return { title: t('unit.next.waitClerk'), waiting: { whom: t('unit.whom.clerk'), since: since(act.since) } }
      case 'mend': return { title: act.points > 0 ? t('unit.next.mend', { n: act.points }) : t('unit.next.mendNote'), ...(act.until !== null && { why: t('unit.return.until', { end: words(sayEnd(act.until)) }) }) }
      case 'waitCandidate': return { title: t('unit.next.waitCandidate'), ...(act.opened === null ? { why: t('unit.next.notOpened') } : { waiting: { whom: t('unit.whom.candidate'), since: since(act.opened) } }) }
      case 'waitApprover': return { title: t('unit.next.waitApprover'), waiting: { whom: t('unit.whom.approver'), since: since(act.since) } }
      case 'supplement': return { title: t('late.files.next'), why: words(lateFindings(n)[0]?.what ?? { zh: t('late.files.nextWhy'), en: t('late.files.nextWhy') }), to: 'materials', button: t('late.files.go') }
      case 'waitOffice': return { title: t('unit.next.waitOffice', { office: campaign.organisationName }), waiting: { whom: campaign.organisationName, since: since(act.since) } }
      case 'done': return { title: t('unit.next.done'), why: t('unit.next.doneWhy') }
      case 'ended': return { title: t(`unit.next.${act.state}`), ...(n.screening[0]?.note && act.state === 'rejected' ? { why: n.screening[0].note } : {}) }
    }
  }
  const said = rest()
  return { act, ...said, ...(act.kind === 'row' && campaign.deadline !== null && said.why === undefined ? { why: words(sayEnd(campaign.deadline)) } : {}) }
}
