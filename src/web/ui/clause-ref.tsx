/** 条款引注: the number, dotted underlined; hover, focus or tap shows the restatement. In print the number alone stays. */
import { useId, useRef, useState } from 'react'
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
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'left' | 'right' | null>(null)
  const show = () => {
    const left = button.current?.getBoundingClientRect().left ?? 0
    setOpen(left + NOTE_WIDTH > window.innerWidth ? 'right' : 'left')
  }
  const hide = () => setOpen(null)
  return (
    <span className="clause" onMouseEnter={show} onMouseLeave={hide}>
      <button ref={button} type="button" aria-describedby={id} onFocus={show} onBlur={hide} onClick={show} onKeyDown={(event) => event.key === 'Escape' && hide()}>
        {withSource ? clauseName(clause, t, language) : clauseNumber(clause, t, language)}
      </button>
      <span id={id} role="tooltip" className={`clause-note ${open ?? ''}`} hidden={open === null}>
        {clause[language]}
        <small>{clauseName(clause, t, language)}</small>
      </span>
    </span>
  )
}
