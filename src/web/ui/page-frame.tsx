/** The body of a page: work left, context right (320–430); on narrow screens one below the other. */
import type { CSSProperties, ReactNode } from 'react'
import { useText } from '../text/use-text'
import './frame.css'

interface PageFrameProps {
  children: ReactNode
  /** Above both columns: the next step. */
  top?: ReactNode
  side?: ReactNode
  sideLabel?: string
  sideWidth?: number
  /** A bar is fixed at the bottom of the page: leave room for it. */
  bar?: ReactNode
}

export const PageFrame = ({ children, top, side, sideLabel, sideWidth, bar }: PageFrameProps) => (
  <>
    <main id="main" tabIndex={-1} className={`page${side ? ' with-side' : ''}${bar ? ' with-bar' : ''}`} style={sideWidth ? { '--side': `${sideWidth}px` } as CSSProperties : undefined}>
      {top ? <div className="page-top">{top}</div> : null}
      <div className="page-main">{children}</div>
      {side ? <aside className="page-side" aria-label={sideLabel}>{side}</aside> : null}
    </main>
    {bar}
  </>
)

interface ActionBarProps {
  /** Previous and next; away on a phone. */
  move?: ReactNode
  /** The consequence in words. */
  say?: ReactNode
  children: ReactNode
  /** Only on phones: carries the page's primary act. */
  phoneOnly?: boolean
}

/** Fixed at the bottom, where one decides item after item, and on phones for the primary act. */
export const ActionBar = ({ move, say, children, phoneOnly }: ActionBarProps) => (
  <div className={phoneOnly ? 'action-bar phone' : 'action-bar'} role="region" aria-label={useText()('common.actions')}>
    {move ? <div className="part move">{move}</div> : null}
    <div className="say">{say}</div>
    <div className="part">{children}</div>
  </div>
)

export const PrintOnly = ({ children }: { children: ReactNode }) => <div className="print-only">{children}</div>
export const ScreenOnly = ({ children }: { children: ReactNode }) => <div className="screen-only">{children}</div>
