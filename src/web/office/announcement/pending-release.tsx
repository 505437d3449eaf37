/** 待发布的结果: what one prepared, as a colleague looks at it and releases it, or takes it back. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { confirmRelease, withdrawRelease, type readRelease } from '#contract/operations/release'
import { sayDay, sayEnd } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { useGate } from '../../ui/gate/use-gate'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { mailedOf, ReleaseContent, useSentences } from '../../ui/release/release-content'
import { sayAt } from '../../ui/say-time'
import { say } from '../../ui/toast'
import type { Campaign } from '../next-act'
import { NoticePreview } from './notice-preview'

export type Release = AnswerOf<typeof readRelease>
type Pending = NonNullable<Release['pending']>

export const PendingRelease = ({ campaign, pending }: { campaign: Campaign; pending: Pending }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [asking, setAsking] = useState<'confirm' | 'withdraw' | null>(null)
  const [still, setStill] = useState(false)
  const [confirm, withdraw] = [useAct(confirmRelease), useAct(withdrawRelease)]
  const { data: gate } = useGate(campaign.id, { gate: 'notice' })
  const title = useGateTitle()
  const sentences = useSentences()
  const { content, releaseId } = pending
  const params = { campaignId: campaign.id, releaseId }
  const [from, until] = [words(sayDay(content.startsOn)), words(sayEnd(content.endsAt))]
  const stands = content.findings.every((f) => f.strength !== 'block')
  const done = () => setAsking(null)
  const release = () => confirm.mutate({ params, body: { hash: content.hash, still } }, { onSuccess: ({ letters }) => say(t('release.done', { n: letters })), onSettled: done })
  const back = <Button onClick={() => setAsking('withdraw')}>{t('release.withdraw')}</Button>
  return (
    <PageFrame sideWidth={430} sideLabel={t('office.notice.preview')} side={<NoticePreview campaign={campaign} people={content.people} how={content.howToObject} />}
      top={<NextStep act={t(pending.mayConfirm ? 'release.pending' : 'release.pendingMine')} actions={<>{back}{pending.mayConfirm ? <Button look={asking === null ? 'primary' : 'default'} disabled={!stands} onClick={() => setAsking('confirm')}>{t('release.confirm')}</Button> : null}</>}>
        {sentences(t('release.pendingFact', { by: pending.preparedBy, at: sayAt(pending.preparedAt, language) }), t('release.lookingFact', { from, until, n: content.letters.length, mailed: mailedOf(content) }), t('release.pendingSecret'))}
      </NextStep>}>
      <Refused error={confirm.error ?? withdraw.error} />
      {pending.fits ? null : <Note kind="warn" title={t('release.changedTitle')} />}
      <ReleaseContent content={content} />
      <Dialog open={asking === 'confirm'} onClose={done} title={t('release.confirm')}
        actions={<><Button onClick={done}>{t('release.confirmKeep')}</Button><Button look="primary" busy={confirm.isPending} disabled={pending.open && !still} onClick={release}>{t('release.confirm')}</Button></>}>
        <p>{t('release.confirmFact', { n: content.outcomes.length, letters: mailedOf(content), from, until })}</p>
        {pending.open && gate ? <div className="gap"><h3>{title}</h3><StillFits points={asPoints(gate.points)} n={content.people.length} checked={still} onChange={setStill} /></div> : null}
      </Dialog>
      <Dialog open={asking === 'withdraw'} onClose={done} title={t('release.withdraw')}
        actions={<><Button onClick={done}>{t('release.withdrawKeep')}</Button><Button look="primary" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params }, { onSuccess: () => say(t('release.withdrawn')), onSettled: done })}>{t('release.withdraw')}</Button></>}>
        <p>{t('release.withdrawAsk')}</p>
      </Dialog>
    </PageFrame>
  )
}

/** Released for a later day: nothing to do but to wait for it. */
export const ScheduledNotice = ({ released }: { released: NonNullable<Release['released']> }) => {
  const [t, words, language] = [useText(), useWords(), useLanguage()]
  return <PageFrame><Note kind="ok" title={t('release.scheduled', { from: words(sayDay(released.startsOn)) })}><p>{t('release.scheduledFact', { by: released.preparedBy, second: released.releasedBy, at: sayAt(released.releasedAt, language) })}</p></Note></PageFrame>
}
