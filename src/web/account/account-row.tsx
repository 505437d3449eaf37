/** One way in: its name, how it stands, and what can be done about it. */
import type { ReactNode } from 'react'
import { Refused, type Trouble } from '../ui/answer'

interface AccountRowProps { name: string; acts?: ReactNode; error?: Trouble | null; children: ReactNode }

export const AccountRow = ({ name, acts, error = null, children }: AccountRowProps) => (
  <div className="account-row">
    <h3>{name}</h3>
    <div className="account-fact">{children}</div>
    <div className="account-acts">{acts}</div>
    {error === null ? null : <div className="account-error"><Refused error={error} /></div>}
  </div>
)
