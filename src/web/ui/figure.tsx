/** A big number with its unit and one note; several stand in a row. */
import type { ReactNode } from 'react'
import './figures.css'

export const Figures = ({ children }: { children: ReactNode }) => <div className="figures">{children}</div>

export const Figure = ({ label, value, unit, note }: { label: string; value: ReactNode; unit?: string; note?: ReactNode }) => (
  <div className="figure">
    <div className="label">{label}</div>
    <div className="value">{value}{unit ? <u>{unit}</u> : null}</div>
    {note ? <div className="note">{note}</div> : null}
  </div>
)
