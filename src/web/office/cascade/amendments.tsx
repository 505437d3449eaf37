/** Amendments of a campaign: what each changes, who proposed it, and the confirmation by somebody else; the versions it left. */
import type { AnswerOf } from '#contract/operation'
import { confirmAmendment, withdrawAmendment, type listAmendments } from '#contract/operations/cascade'
import { useAct } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useLanguage, useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CodeText } from '../../ui/code-text'
import { Empty } from '../../ui/empty'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { say } from '../../ui/toast'
import { asChanges, Changes } from './changes'

type Answer = AnswerOf<typeof listAmendments>
type Amendment = Answer['amendments'][number]
export const isPending = (a: Amendment): boolean => a.confirmedAt === null && a.withdrawnAt === null

/** The proposer never sees the button: it says who must. */
const Settle = ({ campaignId, amendment }: { campaignId: string; amendment: Amendment }) => {
  const t = useText()
  const { accountId } = useSession()
  const confirm = useAct(confirmAmendment)
  const withdraw = useAct(withdrawAmendment)
  const request = { params: { campaignId, amendmentId: amendment.id }, body: {} }
  const own = amendment.proposedById === accountId
  return (
    <div>
      <State kind="wait">{t('office.amend.pending')}</State>
      {own ? <p className="small muted">{t('office.amend.mustOther', { name: amendment.proposedBy })}</p> : null}
      <div className="acts">
        {own ? null : <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate(request, { onSuccess: () => say(t('office.amend.confirmed')) })}>{t('office.amend.confirm')}</Button>}
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(request, { onSuccess: () => say(t('office.amend.withdrawnDone')) })}>{t('office.amend.withdraw')}</Button>
      </div>
      <Refused error={confirm.error ?? withdraw.error} />
    </div>
  )
}

const One = ({ campaignId, amendment: a }: { campaignId: string; amendment: Amendment }) => {
  const t = useText()
  const language = useLanguage()
  const title = `${sayAt(a.proposedAt, language)} ${a.reason}`
  const standing = isPending(a) ? <Settle campaignId={campaignId} amendment={a} /> : a.withdrawnAt !== null ? <State kind="none">{t('office.amend.withdrawn')}</State>
    : <p><State kind="ok">{a.confirmedBy}</State> <span className="small muted">{a.confirmedAt === null ? '' : sayAt(a.confirmedAt, language)}</span></p>
  return (
    <li className="change">
      <h3>{title}</h3>
      <p className="detail muted">{t('office.amend.by')} {a.proposedBy}</p>
      {standing}
      <details className="rule-group" open={isPending(a)}><summary>{t('office.amend.what')} <span className="muted small">{t('office.rules.count', { n: a.changes.length })}</span></summary><Changes changes={asChanges(a.changes)} sides="times" none={t('office.amend.same')} /></details>
    </li>
  )
}

export const AmendmentList = ({ campaignId, amendments }: { campaignId: string; amendments: readonly Amendment[] }) => {
  const t = useText()
  if (amendments.length === 0) return <Empty title={t('office.amend.none')}>{t('office.amend.noneFact')}</Empty>
  return <ul>{amendments.map((a) => <One key={a.id} campaignId={campaignId} amendment={a} />)}</ul>
}

export const Versions = ({ versions }: Pick<Answer, 'versions'>) => {
  const t = useText()
  const language = useLanguage()
  return (
    <Section title={t('office.amend.versions')}>
      <ol>
        {versions.toReversed().map((v) => (
          <li key={v.version} className="change">
            <p><b>{t('office.amend.version', { n: v.version })}</b> <span className="small muted">{t('office.amend.since')} {sayAt(v.since, language)}</span></p>
            <p className="detail">{t('office.amend.kept')} {t('office.amend.keptCount', { n: v.nominations })}</p>
            <CodeText code={v.hash} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
