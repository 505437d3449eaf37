/** `/supervisor/c/:campaignId/release`: what waits for its release, to be read. */
import { useParams } from 'react-router'
import { readRelease } from '#contract/operations/release'
import { sayDay, sayEnd } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Answer } from '../ui/answer'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'
import { mailedOf, ReleaseContent, ReleasePeople, useSentences } from '../ui/release/release-content'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'

export const SupervisorRelease = () => {
  const [t, words, language, sentences] = [useText(), useWords(), useLanguage(), useSentences()]
  const query = useRead(readRelease, { params: { campaignId: useParams()['campaignId'] ?? '' } }, { look: 'campaign' })
  return (
    <PageFrame>
      <h1 className="page-title">{t('release.nav')}</h1>
      <Answer query={query}>{({ pending, released }) => (pending === null
        ? <Empty title={t('release.none')}>{released === null ? null : t('release.releasedBy', { by: released.preparedBy, second: released.releasedBy, at: sayAt(released.releasedAt, language) })}</Empty>
        : <>
          <p><State kind="wait">{t('release.pendingWatch')}</State></p>
          <p className="detail muted gap">{sentences(t('release.pendingFact', { by: pending.preparedBy, at: sayAt(pending.preparedAt, language) }), t('release.lookingFact', { from: words(sayDay(pending.content.startsOn)), until: words(sayEnd(pending.content.endsAt)), n: pending.content.letters.length, mailed: mailedOf(pending.content) }))}</p>
          <ReleaseContent content={pending.content} />
          <ReleasePeople content={pending.content} />
        </>)}</Answer>
    </PageFrame>
  )
}
