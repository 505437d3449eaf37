/** The shares of two holders at the closing: read as they are typed, so that a slip is told with its row before anything is sent. */
import { holderNames, isBlank, readShare, readShares, NEEDED } from '#core/review/key-share'
import { useText, useWords } from '../../text/use-text'
import { State } from '../../ui/state'
import { TextArea } from '../../ui/text-fields'
import './key-shares.css'

export const areWhole = (roundId: string, typed: readonly string[]): boolean => readShares(roundId, typed).findings.length === 0

const Entry = ({ roundId, n, typed, onChange }: { roundId: string; n: number; typed: string; onChange: (typed: string) => void }) => {
  const t = useText()
  const words = useWords()
  const read = isBlank(typed) ? null : readShare(roundId, typed)
  return (
    <div className="key-entry">
      <TextArea label={t('keys.enter', { n })} required rows={4} value={typed} onChange={onChange} hint={t('keys.enterHint')} />
      <p className="read" role="status">{read === null ? null : 'holder' in read ? <State kind="ok">{t('keys.read', { holder: words(holderNames[read.holder]) })}</State> : <State kind="warn">{words(read.what)}</State>}</p>
    </div>
  )
}

export const EnterShares = ({ roundId, typed, onChange }: { roundId: string; typed: readonly string[]; onChange: (typed: string[]) => void }) => {
  const t = useText()
  return (
    <>
      <p className="detail">{t('keys.enterSay')}</p>
      {Array.from({ length: NEEDED }, (_, i) => <Entry key={i} roundId={roundId} n={i + 1} typed={typed[i] ?? ''} onChange={(value) => onChange(Array.from({ length: NEEDED }, (_x, k) => (k === i ? value : typed[k] ?? '')))} />)}
    </>
  )
}
