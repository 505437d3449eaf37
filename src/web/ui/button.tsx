/** Buttons say verb and object. A page has one `primary`; a destructive act is outlined (`block`), never filled. */
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'react-router'
import './controls.css'
import { Icon, type IconName } from './icon'

interface Look {
  look?: 'primary' | 'default' | 'quiet' | 'block'
  size?: 'small' | 'normal' | 'large'
  icon?: IconName
  /** Key that does the same; shown only, the page listens. */
  hint?: string
  wide?: boolean
  children: ReactNode
}
type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className'> & {
  /** The act is under way: stays focusable, does nothing on a second press. */
  busy?: boolean
}

const classOf = ({ look = 'default', size = 'normal', wide }: Look, busy?: boolean) =>
  ['button', look, size, wide ? 'wide' : '', busy ? 'busy' : ''].filter((c) => c && c !== 'default' && c !== 'normal').join(' ')

const inside = ({ icon, hint, children }: Look) => <>{icon ? <Icon name={icon} /> : null}{children}{hint ? <kbd aria-hidden="true">{hint}</kbd> : null}</>

export const Button = ({ look, size, icon, hint, wide, busy, children, onClick, type = 'button', ...rest }: ButtonProps) => {
  const style = { children, ...(look && { look }), ...(size && { size }), ...(icon && !busy && { icon }), ...(hint && { hint }), ...(wide && { wide }) }
  return (
    <button
      {...rest}
      type={type}
      className={classOf(style, busy)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hint}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {inside(style)}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. `reload` leaves the app (files, public pages). */
export const ButtonLink = ({ to, reload, ...look }: Look & { to: string; reload?: boolean }) => (
  <Link to={to} className={classOf(look)} reloadDocument={reload ?? false}>{inside(look)}</Link>
)
