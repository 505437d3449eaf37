/** A section of a page: heading, one quiet note beside it, an act at the right. One below a heading of its own takes level 3. */
import { useId, type ReactNode } from 'react'
import './frame.css'

interface SectionProps { title: ReactNode; note?: ReactNode; action?: ReactNode; level?: 2 | 3; children: ReactNode }

export const Section = ({ title, note, action, level = 2, children }: SectionProps) => {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head"><Heading id={id}>{title}</Heading>{note ? <span className="note">{note}</span> : null}{action ? <span className="do">{action}</span> : null}</div>
      {children}
    </section>
  )
}
