/** A card to choose one way in: the role cards of the demo. */
import type { ReactNode } from 'react'
import './fields.css'

export const ChoiceCards = ({ children }: { children: ReactNode }) => <div className="choices">{children}</div>

interface ChoiceCardProps { title: string; who?: string; about?: ReactNode; onChoose: () => void; label?: string; disabled?: boolean }

export const ChoiceCard = ({ title, who, about, onChoose, label, disabled }: ChoiceCardProps) => (
  <button type="button" className="choice" onClick={onChoose} aria-label={label} disabled={disabled}>
    <span className="initial" aria-hidden="true">{[...title][0]}</span>
    <b>{title}</b>
    {who ? <span className="who">{who}</span> : null}
    {about ? <span className="about">{about}</span> : null}
  </button>
)
