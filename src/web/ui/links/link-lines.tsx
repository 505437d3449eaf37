/** Links with what was found of them; `onAgain` absent: whoever reads may not ask for another look. */
import type { linkSeen } from '#contract/operations/link-looks'
import type { z } from 'zod'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { State, type StateKind } from '../state'
import './links.css'

type Seen = z.infer<typeof linkSeen>
const shapes: Readonly<Record<Exclude<Seen['stand'], 'off'>, StateKind>> = { waiting: 'wait', works: 'ok', question: 'info', dead: 'warn', unknown: 'none' }

export const LinkLines = ({ links, busy, onAgain }: { links: readonly Seen[]; busy?: boolean; onAgain?: ((address: string) => void) | undefined }) => {
  const t = useText()
  const words = useWords()
  return (
    <>
      <ul className="link-lines">{links.map((l) => (
        <li key={l.address}>
          <a className="link" href={l.address} target="_blank" rel="noreferrer noopener">{l.address}</a>
          {l.stand === 'off' ? null : <div className="stand"><State kind={shapes[l.stand]}>{words(l.said)}</State>{onAgain === undefined || l.stand === 'waiting' ? null : <Button size="small" look="quiet" busy={busy ?? false} onClick={() => onAgain(l.address)}>{t('links.again')}<span className="hidden-text">：{l.address}</span></Button>}</div>}
        </li>
      ))}</ul>
      {links.some((l) => l.stand === 'off') ? <p className="detail muted">{t('links.off')}</p> : null}
    </>
  )
}

/** While one waits the page asks again by itself. */
export const linksEveryMs = (links: readonly Seen[] | undefined): number => (links?.some((l) => l.stand === 'waiting') === true ? 4000 : 0)
