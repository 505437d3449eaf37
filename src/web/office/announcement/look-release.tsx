/** What was typed, as it would go out: looked at before a second person is asked. */
import type { ReactNode } from 'react'
import { sayDay, sayEnd } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { Refused, type Trouble } from '../../ui/answer'
import { Button } from '../../ui/button'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { mailedOf, ReleaseContent, type ReleaseShown } from '../../ui/release/release-content'

interface LookReleaseProps { content: ReleaseShown; side: ReactNode; asking: boolean; error: Trouble | null; onBack: () => void; onPrepare: () => void; children: ReactNode }

export const LookRelease = ({ content, side, asking, error, onBack, onPrepare, children }: LookReleaseProps) => {
  const [t, words] = [useText(), useWords()]
  const stops = content.findings.some((f) => f.strength === 'block')
  return (
    <PageFrame sideWidth={430} sideLabel={t('office.notice.preview')} side={side}
      top={<NextStep act={t('release.looking')} actions={<><Button onClick={onBack}>{t('release.back')}</Button><Button look={asking ? 'default' : 'primary'} disabled={stops} onClick={onPrepare}>{t('release.prepare')}</Button></>}>{t('release.lookingFact', { from: words(sayDay(content.startsOn)), until: words(sayEnd(content.endsAt)), n: content.letters.length, mailed: mailedOf(content) })}</NextStep>}>
      <Refused error={error} />
      <ReleaseContent content={content} />
      {children}
    </PageFrame>
  )
}
