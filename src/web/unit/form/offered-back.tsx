/** Text that a closed tab left behind: offered, never put in unasked. */
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Note } from '../../ui/finding-card'
import { sizeOf } from './patch'
import type { DraftUse } from './use-draft'

export const OfferedBack = ({ draft }: { draft: DraftUse }) => {
  const t = useText()
  if (draft.offered === null) return null
  return (
    <Note kind="info" title={t('unit.offered.title', { n: sizeOf(draft.offered) })} actions={<><Button size="small" onClick={draft.takeBack}>{t('unit.offered.take')}</Button><Button size="small" look="quiet" onClick={draft.leave}>{t('unit.offered.leave')}</Button></>}>
      <p>{t('unit.offered.words')}</p>
    </Note>
  )
}
