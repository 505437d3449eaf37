/** Name and value, one below the other; `two` sets two pairs a line, `wide` pairs take the whole line. */
import { Fragment, type CSSProperties, type ReactNode } from 'react'
import './lists.css'
import './lists-phone.css'

export interface Pair { name: string; value: ReactNode; wide?: boolean }

export const KeyValue = ({ pairs, two, nameWidth }: { pairs: readonly Pair[]; two?: boolean; nameWidth?: number }) => (
  <dl className={two ? 'key-value two' : 'key-value'} style={nameWidth ? { '--key': `${nameWidth}px` } as CSSProperties : undefined}>
    {pairs.map(({ name, value, wide }) => <Fragment key={name}><dt>{name}</dt><dd className={wide ? 'wide' : undefined}>{value}</dd></Fragment>)}
  </dl>
)
