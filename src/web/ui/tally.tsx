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
  votes: number
  entitled: number
  threshold?: number
  tone: TallyTone
  /** 入围、同票、未入围 */
  result: string
}

export const TallyRow = ({ rank, name, unit, votes, entitled, threshold, tone, result }: TallyRowProps) => (
  <div className={`tally-row ${tone}`} role="row">
    <span className="rank" role="cell">{rank}</span>
    <span className="name" role="rowheader">{name}</span>
    <span className="unit one-line" role="cell" title={unit}>{unit}</span>
    <span className="share" role="cell"><span className="hidden-text">{entitled ? Math.round((votes / entitled) * 100) : 0}%</span><TallyBar share={entitled ? votes / entitled : 0} tone={tone} {...(threshold === undefined ? {} : { threshold })} /></span>
    <span className="votes" role="cell"><b>{votes}</b><span> / {entitled}</span></span>
    <span className="result" role="cell">{tone === 'out' ? <span className="muted">{result}</span> : <State kind={tone === 'in' ? 'ok' : 'warn'}>{result}</State>}</span>
  </div>
)

/** 以上 7 人已定，还剩 1 个名额 */
export const TallyCut = ({ children, quiet }: { children: ReactNode; quiet?: boolean }) => (
  <div role="row"><div role="cell" className={quiet ? 'tally-cut quiet' : 'tally-cut'}>{children}</div></div>
)

/** @param threshold in words: 三分之二 */
export const Tally = ({ label, threshold, children }: { label: string; threshold: string; children: ReactNode }) => {
  const t = useText()
  return (
    <div role="table" aria-label={label}>
      <div className="tally-row head" role="row">
        <span role="columnheader">{t('common.tally.rank')}</span><span role="columnheader">{t('common.tally.name')}</span><span role="columnheader">{t('common.tally.unit')}</span>
        <span role="columnheader">{t('common.tally.share', { threshold })}</span><span role="columnheader" className="right">{t('common.tally.votes')}</span><span role="columnheader" className="right">{t('common.tally.result')}</span>
      </div>
      {children}
    </div>
  )
}
