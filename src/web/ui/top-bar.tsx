/** 顶栏: mark, plain-text navigation with counts, demo mark, organisation, role and person, language, sign out. On narrow screens a menu. */
import { useEffect, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { chooseLanguage } from '../text/language'
import { useLanguage, useText } from '../text/use-text'
import './frame.css'
import { Icon } from './icon'
import { say } from './toast'
import { NavItemLink, TopNav, type NavItem } from './top-nav'

interface TopBarProps {
  home: string
  items: readonly NavItem[]
  demo?: boolean
  organisation?: string
  role?: string
  person?: string
  onSignOut?: () => void
  /** Where the person’s own account is. */
  account?: string
  /** Slot for the demo clock. */
  clock?: ReactNode
  /** Slot for the bell. */
  bell?: ReactNode
}

export const LanguageSwitch = () => {
  const t = useText()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return <button type="button" className="top-quiet" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void chooseLanguage(other).catch(() => say(t('common.otherLanguageLost')))}>{t('common.otherLanguage')}</button>
}

const DemoMark = () => {
  const t = useText()
  return <span className="demo-mark">{t('common.demoMark')}<span className="long">{t('common.demoMarkTail')}</span></span>
}

/** Leads to the own account, where there is one to lead to. */
const PersonName = ({ role, person, account }: { role?: string; person: string; account?: string }) => {
  const t = useText()
  const words = <><span className="role">{role} </span>{person}</>
  return account ? <Link className="person muted" to={account} title={t('account.title')}>{words}</Link> : <span className="person muted">{words}</span>
}

const Menu = ({ items, organisation, role, person, account, onSignOut, open }: TopBarProps & { open: boolean }) => {
  const t = useText()
  return (
    <div className={open ? 'top-menu open' : 'top-menu'} id="top-menu">
      <nav aria-label={t('common.mainNavigation')}><ul>{items.map((item) => <li key={item.to}><NavItemLink item={item} /></li>)}</ul></nav>
      {organisation ? <div className="foot organisation">{[organisation, role, person].filter(Boolean).join(t('common.comma'))}</div> : null}
      {account ? <div className="foot"><Link to={account}>{t('account.title')}</Link></div> : null}
      <div className="foot"><LanguageSwitch /></div>
      {onSignOut ? <div className="foot"><button type="button" onClick={onSignOut}>{t('common.signOut')}</button></div> : null}
    </div>
  )
}

export const TopBar = (props: TopBarProps) => {
  const { home, items, demo, organisation, role, person, account, onSignOut, clock, bell } = props
  const t = useText()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  return (
    <header className="top-bar" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <a className="skip" href="#main">{t('common.skip')}</a>
      <Link className="brand" to={home}><i aria-hidden="true">选</i><span>{t('common.product')}</span></Link>
      <TopNav items={items} />
      <div className="top-who">
        {clock}
        {demo ? <DemoMark /> : null}
        {organisation ? <span className="organisation one-line" title={organisation}>{organisation}</span> : null}
        {person ? <PersonName {...(role && { role })} person={person} {...(account && { account })} /> : null}
        {person ? <span className="initial" aria-hidden="true">{[...person][0]}</span> : null}
        {bell}
        <LanguageSwitch />
        {onSignOut ? <button type="button" className="top-quiet" onClick={onSignOut}>{t('common.signOut')}</button> : null}
      </div>
      <button type="button" className="top-burger" aria-expanded={open} aria-controls="top-menu" aria-label={t(open ? 'common.closeMenu' : 'common.openMenu')} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'close' : 'menu'} />
      </button>
      <Menu {...props} open={open} />
    </header>
  )
}
