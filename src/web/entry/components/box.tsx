/** A box of the living page: a quiet heading and what stands under it. */
import type { ReactNode } from 'react'
import './components-page.css'

export const Box = ({ title, children, tall }: { title: string; children: ReactNode; tall?: boolean }) => (
  <section className={tall ? 'sample-box tall' : 'sample-box'} aria-label={title}><h2>{title}</h2>{children}</section>
)
