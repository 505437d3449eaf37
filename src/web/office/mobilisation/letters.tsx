/** Letters before they leave: to whom, about which units, why, and every word of them. */
import { lackNames, saidLacks } from '#core/mobilisation/behind'
import { useText, useWords } from '../../text/use-text'
import './mobilisation.css'
import type { Round } from './reading'

export type Planned = Round['letters'][number]

const Why = ({ letter }: { letter: Planned }) => {
  const t = useText()
  const words = useWords()
  return (
    <ul className="letter-why">
      {letter.matters.map((m) => <li key={m.campaignId + m.unitId}><b>{m.unitName}</b> <span>{words(m.campaign)}</span>{m.lacks.length === 0 ? null : <span className="lack">{saidLacks(m.lacks).map((l) => words(lackNames[l])).join(t('common.comma'))}</span>}</li>)}
    </ul>
  )
}

export const Letters = ({ letters, open }: { letters: readonly Planned[]; /** How many show their text at once. */ open: number }) => (
  <ol className="planned-letters">
    {letters.map((l, i) => (
      <li key={l.to}>
        <p className="letter-to">{l.to}</p>
        <Why letter={l} />
        <details className="letter-fold" open={i < open}><summary>{l.subject}</summary><pre className="letter-text" tabIndex={0} aria-label={l.subject}>{l.text}</pre></details>
      </li>
    ))}
  </ol>
)
