/** Publish now or later, give up a schedule, withdraw. */
import { useState } from 'react'
import { publishStory, unscheduleStory, withdrawStory } from '#contract/operations/stories'
import { termEnd } from '#core/kernel/instant'
import type { Words } from '#core/kernel/finding'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Story } from './use-story'

interface ActsProps { nominationId: string; story: Story; /** Nothing is being saved. */ idle: boolean }

const PublishDialog = ({ nominationId, story, onClose }: Omit<ActsProps, 'idle'> & { onClose: () => void }) => {
  const t = useText()
  const [when, setWhen] = useState('now')
  const [[day, time], setAt] = useState(['', '09:00'])
  const act = useAct(publishStory)
  const at = when === 'now' || day === '' ? null : termEnd(day!, time!)
  return (
    <Dialog open onClose={onClose} title={t('stories.publish')} actions={<><Button onClick={onClose}>{t('stories.keepWaiting')}</Button><Button look="primary" busy={act.isPending} disabled={when === 'later' && at === null} onClick={() => act.mutate({ params: { nominationId }, body: { hash: story.hash, at } }, { onSuccess: () => { say(t(at === null ? 'stories.out' : 'stories.scheduled')); onClose() } })}>{t(when === 'now' ? 'stories.publishNow' : 'stories.publishAt')}</Button></>}>
      <p>{t('stories.publishFact')}</p>
      <RadioField label={t('stories.publish')} cards value={when} onChange={setWhen} options={[{ value: 'now', label: t('stories.publishNow') }, { value: 'later', label: t('stories.publishAt') }]} />
      {when === 'now' ? null : <FieldRow><DayField label={t('stories.day')} required value={day!} onChange={(d) => setAt([d, time!])} /><TextField label={t('stories.time')} required value={time!} onChange={(h) => setAt([day!, h])} /></FieldRow>}
      <Refused error={act.error} />
    </Dialog>
  )
}

const WithdrawDialog = ({ nominationId, onClose }: { nominationId: string; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const [reason, setReason] = useState('')
  const [recall, setRecall] = useState<readonly Words[] | null>(null)
  const act = useAct(withdrawStory)
  if (recall !== null) return <Dialog open wide onClose={onClose} title={t('stories.recall')} actions={<Button look="primary" onClick={onClose}>{t('common.dialog.close')}</Button>}><ol className="honour-recall">{recall.map((w) => <li key={w.en}>{words(w)}</li>)}</ol></Dialog>
  return (
    <Dialog open onClose={onClose} title={t('stories.withdraw')} actions={<><Button onClick={onClose}>{t('stories.notWithdraw')}</Button><Button look="block" busy={act.isPending} disabled={[...reason.trim()].length < 4} onClick={() => act.mutate({ params: { nominationId }, body: { reason } }, { onSuccess: (done) => { say(t('stories.withdrawn')); setRecall(done.recall) } })}>{t('stories.withdraw')}</Button></>}>
      <p>{t('stories.withdrawFact')}</p>
      <TextArea label={t('stories.why')} required rows={2} max={500} value={reason} onChange={setReason} hint={t('stories.whyHint')} />
      <Refused error={act.error} />
    </Dialog>
  )
}

export const PublishActs = ({ nominationId, story, idle }: ActsProps) => {
  const t = useText()
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null)
  const unschedule = useAct(unscheduleStory)
  const p = story.publication
  const isOut = p.publishedAt !== null && p.withdrawnAt === null
  const ready = story.against.length === 0 && (!isOut || p.isOlder)
  return (
    <>
      {isOut && p.path !== null ? <ButtonLink reload look="quiet" to={p.path}>{t('stories.see')}</ButtonLink> : null}
      {story.may.includes('withdraw') ? <Button look="block" onClick={() => setAsking('withdraw')}>{t('stories.withdraw')}</Button> : null}
      {p.publishAt !== null ? <Button busy={unschedule.isPending} onClick={() => unschedule.mutate({ params: { nominationId } }, { onSuccess: () => say(t('stories.unscheduled')) })}>{t('stories.unschedule')}</Button>
        : story.may.includes('publish') ? <Button look="primary" disabled={!idle || !ready} onClick={() => setAsking('publish')}>{t('stories.publish')}</Button> : null}
      {asking === 'publish' ? <PublishDialog nominationId={nominationId} story={story} onClose={() => setAsking(null)} /> : null}
      {asking === 'withdraw' ? <WithdrawDialog nominationId={nominationId} onClose={() => setAsking(null)} /> : null}
    </>
  )
}
