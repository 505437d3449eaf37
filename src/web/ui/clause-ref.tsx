/** 条款引注: the number, dotted underlined; hover, focus or tap shows the restatement. In print the number alone stays. */
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ClauseRef as Clause } from '#core/kernel/clause'
import { useLanguage, useText } from '../text/use-text'
import { clauseName, clauseNumber } from './clause-words'
import './controls.css'

interface ClauseRefProps {
  clause: Clause
  /** Show 通知 四、1 instead of 四、1. */
  withSource?: boolean
}
const NOTE_WIDTH = 340

export const ClauseRef = ({ clause, withSource }: ClauseRefProps) => {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  // An inline element, not a <button>: a full stop after it must not fall to the next line.
  const button = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState<'left' | 'right' | null>(null)
  const show = () => {
    const left = button.current?.getBoundingClientRect().left ?? 0
    setOpen(left + NOTE_WIDTH > window.innerWidth ? 'right' : 'left')
  }
  const hide = () => setOpen(null)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide()
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      show()
    }
  }
  return (
    <span className="clause" onMouseEnter={show} onMouseLeave={hide}>
      <span ref={button} role="button" tabIndex={0} aria-describedby={id} onFocus={show} onBlur={hide} onClick={show} onKeyDown={onKey}>
        {withSource ? clauseName(clause, t, language) : clauseNumber(clause, t)}
      </span>
      <span id={id} role="tooltip" className={`clause-note ${open ?? ''}`} hidden={open === null}>
        {clause[language]}
        <small>{clauseName(clause, t, language)}</small>
      </span>
    </span>
  )
}
