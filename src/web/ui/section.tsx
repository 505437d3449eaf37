/** A section of a page: heading, one quiet note beside it, an act at the right. */
import { useId, type ReactNode } from 'react'
import './frame.css'

interface SectionProps { title: ReactNode; note?: ReactNode; action?: ReactNode; children: ReactNode }

export const Section = ({ title, note, action, children }: SectionProps) => {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head"><h2 id={id}>{title}</h2>{note ? <span className="note">{note}</span> : null}{action ? <span className="do">{action}</span> : null}</div>
      {children}
    </section>
  )
}
