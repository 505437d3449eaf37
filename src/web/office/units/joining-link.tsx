/** On the page of units: how many applied by a code and wait, and the way there. */
import { listJoining } from '#contract/operations/unit-joining'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Note } from '../../ui/finding-card'

export const JoiningLink = () => {
  const t = useText()
  const n = useRead(listJoining, { params: {} }).data?.applications.filter((a) => a.state === 'waiting').length ?? 0
  if (n > 0) return <div className="gap screen-only"><Note kind="warn" title={t('joining.office.waitingNote', { n })} actions={<ButtonLink size="small" to="/office/units/joining">{t('joining.office.open')}</ButtonLink>} /></div>
  return <p className="screen-only"><ButtonLink size="small" to="/office/units/joining">{t('joining.office.link')}</ButtonLink></p>
}
