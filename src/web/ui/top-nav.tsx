/** Navigation of the top bar: as many pages as there is room for, the others under 更多. Which page one is on always stands in the bar. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { NavLink, useLocation } from 'react-router'
import { useText } from '../text/use-text'

export interface NavItem {
  to: string
  label: string
  /** How many wait there; 0 shows nothing. */
  count?: number
  /** Current only on the exact path (for the home of an area). */
  end?: boolean
}

export const NavItemLink = ({ item: { to, label, count, end } }: { item: NavItem }) => <NavLink to={to} end={end ?? false}>{label}{count ? <em>{count}</em> : null}</NavLink>

/** How many of the row stand on its first line, and how much of the line they leave free; those that wrap below it are out of sight. */
const useFitting = (words: string) => {
  const row = useRef<HTMLUListElement>(null)
  const [fitting, setFitting] = useState({ fits: Number.MAX_SAFE_INTEGER, free: 0 })
  useLayoutEffect(() => {
    const list = row.current
    if (list === null) return undefined
    const measure = () => {
      const all = [...list.children] as HTMLElement[]
      const seen = all.filter((item) => item.offsetTop === all[0]?.offsetTop)
      const last = seen.at(-1)
      const free = last === undefined ? 0 : list.offsetLeft + list.clientWidth - last.offsetLeft - last.offsetWidth
      setFitting((before) => (before.fits === seen.length && before.free === free ? before : { fits: seen.length, free }))
    }
    // It speaks first once the page is laid out anyway: asked here, the page would be laid out one time more.
    const watcher = new ResizeObserver(() => flushSync(measure))
    watcher.observe(list)
    // Letters that arrive later are wider or narrower than those they stood in for.
    void document.fonts.ready.then(measure)
    return () => watcher.disconnect()
  }, [words])
  return { row, ...fitting }
}

const More = ({ items, current, free }: { items: readonly NavItem[]; current: NavItem | undefined; /** What the row leaves free before it, in px; moved over it without asking the row for room. */ free: number }) => {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  const leave = (to: EventTarget | null) => { if (!(to instanceof Node) || box.current?.contains(to) !== true) setOpen(false) }
  const waiting = items.reduce((n, i) => n + (i.count ?? 0), 0)
  return (
    <div ref={box} className="top-more" style={{ left: -free }} onBlur={(event) => leave(event.relatedTarget)} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button type="button" className={current === undefined ? undefined : 'here'} aria-expanded={open} onClick={() => setOpen(!open)}>{t('common.morePages')}{waiting > 0 ? <em>{waiting}</em> : null}{current === undefined ? null : <b>{current.label}</b>}<i aria-hidden="true" /></button>
      {open ? <ul>{items.map((item) => <li key={item.to}><NavItemLink item={item} /></li>)}</ul> : null}
    </div>
  )
}

export const TopNav = ({ items }: { items: readonly NavItem[] }) => {
  const t = useText()
  const { pathname } = useLocation()
  const { row, fits, free } = useFitting(items.map((i) => `${i.label}${i.count ?? ''}`).join(' '))
  const rest = items.slice(fits)
  const current = rest.find((i) => (i.end === true ? pathname === i.to : pathname === i.to || pathname.startsWith(`${i.to}/`)))
  return (
    <nav className="top-nav" aria-label={t('common.mainNavigation')}>
      <ul ref={row}>{items.map((item, i) => <li key={item.to} className={i < fits ? undefined : 'no-room'}><NavItemLink item={item} /></li>)}</ul>
      {rest.length > 0 ? <More items={rest} current={current} free={free} /> : null}
    </nav>
  )
}
