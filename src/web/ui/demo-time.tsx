/** Joins the demo clock to the server: after a move everything on the page is read anew. */
import { Link } from 'react-router'
import { moveClock } from '#contract/operations/sign-in'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { DemoClock } from './demo-clock'
import { say } from './toast'
import { useTroubleWords } from './answer'
import { useSession } from '../api/session'

export const DemoTime = () => {
  const { offset, signedIn } = useSession()
  const t = useText()
  const trouble = useTroubleWords()
  const move = useAct(moveClock)
  return (
    <DemoClock offset={offset} busy={move.isPending} onMove={(to) => move.mutate({ params: {}, body: { to: Math.round(to) } }, { onError: (error) => say(trouble(error)) })}>
      {signedIn ? <p className="phone-only"><Link className="link" to="/">{t('common.role.other')}</Link></p> : null}
    </DemoClock>
  )
}
