/** The narrow page of sign-in, activation and set-up: heading, form, what to do when it does not work. */
import type { ReactNode } from 'react'
import { PageFrame } from '../ui/page-frame'
import './entry.css'
import { PublicLink } from './public-campaigns'
import { Shell } from '../ui/shell'

interface EntryPageProps {
  title: string
  /** With it the children are the fields of one form. */
  onSubmit?: () => void
  below?: ReactNode
  wide?: boolean
  children: ReactNode
}

export const EntryPage = ({ title, onSubmit, below, wide, children }: EntryPageProps) => (
  <Shell home="/" items={[]}>
    <PageFrame>
      <div className={wide ? 'entry-form wide' : 'entry-form'}>
        <h1>{title}</h1>
        {onSubmit ? <form noValidate onSubmit={(event) => { event.preventDefault(); onSubmit() }}>{children}</form> : children}
        {below ? <div className="below">{below}</div> : null}
        <div className="below"><PublicLink /></div>
      </div>
    </PageFrame>
  </Shell>
)
