/** The four words before a story is published: who has said what, and the review by the second person. */
import { useState } from 'react'
import { reviewStory } from '#contract/operations/stories'
import { roleNames, type Role } from '#core/access/actor'
import { clearanceKinds } from '#core/publicity/story/clearance'
import { lengthOf } from '#core/publicity/story/document'
import { useAct } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings } from '../../ui/finding-card'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Story } from './use-story'
import { kindOfState } from '../../ui/stories/story-states'

const Review = ({ nominationId, story, idle }: { nominationId: string; story: Story; idle: boolean }) => {
  const t = useText()
  const [asking, setAsking] = useState<'yes' | 'no' | null>(null)
  const [note, setNote] = useState('')
  const act = useAct(reviewStory)
  const go = () => act.mutate({ params: { nominationId }, body: { hash: story.hash, yes: asking === 'yes', note } }, { onSuccess: () => { setAsking(null); setNote(''); say(t('stories.reviewed')) } })
  return (
    <>
      <p className="row-of gap">
        <Button disabled={!idle || story.clearances.review === 'given'} onClick={() => setAsking('yes')}>{t('stories.approve')}</Button>
        <Button look="quiet" disabled={!idle} onClick={() => setAsking('no')}>{t('stories.sendBack')}</Button>
      </p>
      <Dialog open={asking !== null} onClose={() => setAsking(null)} title={t(asking === 'no' ? 'stories.sendBack' : 'stories.approve')} actions={<><Button onClick={() => setAsking(null)}>{t('stories.keepWaiting')}</Button><Button look="primary" busy={act.isPending} disabled={asking === 'no' && note.trim() === ''} onClick={go}>{t(asking === 'no' ? 'stories.sendBack' : 'stories.approve')}</Button></>}>
        <p>{t('stories.reviewFact', { n: lengthOf(story.document) })}</p>
        {asking === 'no' ? <TextArea label={t('stories.whatToMend')} required rows={3} max={1000} value={note} onChange={setNote} /> : null}
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

export const StoryWords = ({ nominationId, story, idle }: { nominationId: string; story: Story; idle: boolean }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const mine = story.savedBy !== null && story.savedBy === useSession().personName
  const consent = story.consent
  // What blocks the text itself stands below; here is what people still have to say.
  const left = asFindings(story.against).filter((f) => f.code.startsWith('story.no') && f.at.field === 'clearance')
  return (
    <Section title={t('stories.standing')}>
      <div className="story-words">
        {clearanceKinds.map((k) => <div key={k}><span>{t(`stories.kind.${k}`)}</span><State kind={kindOfState[story.clearances[k]]}>{t(`stories.state.${story.clearances[k]}`)}</State></div>)}
        <div><span>{t('stories.consent')}</span><State kind={consent === null ? 'none' : consent.given ? 'ok' : 'block'}>{t(consent === null ? 'stories.consent.due' : consent.given ? 'stories.consent.yes' : 'stories.consent.no')}</State></div>
      </div>
      {!story.may.includes('review') ? null : mine ? <p className="detail muted gap">{t('stories.mine')}</p> : <Review nominationId={nominationId} story={story} idle={idle} />}
      {left.length === 0 ? null : <div className="gap"><h3>{t('stories.against')}</h3><Findings>{left.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings></div>}
      {story.words.length === 0 ? null : (
        <details className="gap"><summary className="detail">{t('stories.history')}（{story.words.length}）</summary>
          <ul>{story.words.toReversed().map((w, i) => <li key={i} className="detail"><b>{t(`stories.kind.${w.kind}`)}</b> {t(w.yes ? 'stories.state.given' : 'stories.state.refused')} · {t('stories.said', { who: w.by, role: words(roleNames[w.role as Role]), at: sayAt(w.at, language) })}{w.note === '' ? '' : ` · ${t('stories.saidNo', { note: w.note })}`}{w.current ? '' : ` · ${t('stories.state.outdated')}`}</li>)}</ul>
        </details>
      )}
    </Section>
  )
}
