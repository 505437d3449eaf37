/** 计票: bars are shares of those entitled after recusal, the threshold one line through all rows; a rule is drawn where places end. */
import type { ReactNode } from 'react'
import { useText } from '../text/use-text'
import './figures.css'
import { State } from './state'

export type TallyTone = 'in' | 'tie' | 'out'

export const TallyBar = ({ share, threshold, tone }: { share: number; threshold?: number; tone: TallyTone }) => (
  <div className={`tally-bar ${tone}`} aria-hidden="true">
    <i style={{ width: `${share * 100}%` }} />
    {threshold === undefined ? null : <u style={{ left: `${threshold * 100}%` }} />}
  </div>
)

interface TallyRowProps {
  rank: number
  name: string
  unit: string
  /** 0 to 1 of the bar. */
  share: number
  /** What stands at its end: votes of those entitled, points, grades. */
  figure: ReactNode
  /** The figure is more than two numbers. */
  wide?: boolean
  /** Instead of the plain bar. */
  bar?: ReactNode
  /** Of an adjusted order, the rank before it. */
  rawRank?: number | null
  threshold?: number
  tone: TallyTone
  /** 入围、同票、未入围 */
  result: string
}

export const TallyRow = ({ rank, name, unit, share, figure, wide, bar, rawRank, threshold, tone, result }: TallyRowProps) => {
  const t = useText()
  return (
    <div className={`tally-row ${tone}${wide === true ? ' wide' : ''}`} role="row">
      <span className="rank" role="cell">{rank}{rawRank === undefined || rawRank === null || rawRank === rank ? null : <small>{t('rounds.tally.raw', { n: rawRank })}</small>}</span>
      <span className="name" role="rowheader">{name}</span>
      <span className="unit one-line" role="cell" title={unit}>{unit}</span>
      <span className="share" role="cell"><span className="hidden-text">{Math.round(share * 100)}%</span>{bar ?? <TallyBar share={share} tone={tone} {...(threshold === undefined ? {} : { threshold })} />}</span>
      <span className="votes" role="cell">{figure}</span>
      <span className="result" role="cell">{tone === 'out' ? <span className="muted">{result}</span> : <State kind={tone === 'in' ? 'ok' : 'warn'}>{result}</State>}</span>
    </div>
  )
}

/** 以上 7 人已定，还剩 1 个名额 */
export const TallyCut = ({ children, quiet }: { children: ReactNode; quiet?: boolean }) => (
  <div role="row"><div role="cell" className={quiet ? 'tally-cut quiet' : 'tally-cut'}>{children}</div></div>
)

/** 医疗组: a group with places and a line of its own. */
export const TallyGroup = ({ name, children }: { name: string; children: ReactNode }) => (
  <div role="row"><div role="cell" className="tally-group"><b>{name}</b><span className="muted">{children}</span></div></div>
)

/** @param threshold in words: 三分之二 @param figure heading of the figures where they are no votes in favour */
export const Tally = ({ label, threshold, figure = null, children }: { label: string; threshold: string; figure?: string | null; children: ReactNode }) => {
  const t = useText()
  return (
    <div role="table" aria-label={label}>
      <div className={figure === null ? 'tally-row head' : 'tally-row head wide'} role="row">
        <span role="columnheader">{t('common.tally.rank')}</span><span role="columnheader">{t('common.tally.name')}</span><span role="columnheader">{t('common.tally.unit')}</span>
        <span role="columnheader">{figure ?? t('common.tally.share', { threshold })}</span><span role="columnheader" className="right">{figure === null ? t('common.tally.votes') : ''}</span><span role="columnheader" className="right">{t('common.tally.result')}</span>
      </div>
      {children}
    </div>
  )
}
