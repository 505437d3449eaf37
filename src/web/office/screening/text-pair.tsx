/** One Word file and its stamped PDF, side by side, with what differs marked. */
import type { AnswerOf } from '#contract/operation'
import type { compareTexts } from '#contract/operations/paper'
import { useText, useWords } from '../../text/use-text'
import { KeyValue } from '../../ui/key-value'
import { State } from '../../ui/state'

type Pair = AnswerOf<typeof compareTexts>['pairs'][number]
const kinds = { same: 'ok', different: 'warn', noTextLayer: 'info', waiting: 'wait', unreadable: 'warn' } as const

const Side = ({ pair, side }: { pair: Pair; side: 'left' | 'right' }) => {
  const t = useText()
  const name = t(`paper.compare.${side}`)
  return (
    <div role="group" aria-label={name} tabIndex={0}>
      <p className="small muted">{name}</p>
      {pair.pieces.filter((p) => p.kind === 'same' || p.kind === side).map((p, i) => (p.kind === 'same' ? <span key={i}>{p.text}</span> : <mark key={i} className={side}><span className="hidden-text">{t('paper.compare.only', { side: name })}</span>{p.text}</mark>))}
    </div>
  )
}

export const TextPair = ({ pair }: { pair: Pair }) => {
  const t = useText()
  const words = useWords()
  const said = pair.state === 'different' ? t('paper.compare.different', { n: pair.differences }) : t(`paper.compare.${pair.state}`)
  return (
    <div>
      <p className="detail"><b>{words(pair.name)}</b> <State kind={kinds[pair.state]}>{said}</State></p>
      {pair.state === 'different' ? <div className="paper-texts"><Side pair={pair} side="left" /><Side pair={pair} side="right" /></div> : null}
      {pair.notInWord.length === 0 ? null : <details className="small"><summary>{t('paper.compare.notInWord')}</summary><KeyValue nameWidth={108} pairs={pair.notInWord.map((v) => ({ name: words(v.label), value: v.value }))} /></details>}
    </div>
  )
}
