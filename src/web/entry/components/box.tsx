/** A box of the living page: a quiet heading and what stands under it. */
import type { ReactNode } from 'react'
import './components-page.css'

export const Box = ({ title, children, wide }: { title: string; children: ReactNode; wide?: boolean }) => (
  <section className={wide ? 'sample-box wide' : 'sample-box'} aria-label={title}><h2>{title}</h2>{children}</section>
)
