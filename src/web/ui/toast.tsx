/** Short news after an act (已存、已提醒 9 家), read out politely. `say` works from anywhere; `<Toasts />` stands once, in the root. */
import { useSyncExternalStore } from 'react'
import './controls.css'

interface News { key: number; words: string; act?: { label: string; run: () => void } }

const SHOWN_FOR = 6000
let news: readonly News[] = []
let last = 0
const listeners = new Set<() => void>()
const change = (next: readonly News[]) => {
  news = next
  listeners.forEach((tell) => tell())
}
const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

export const say = (words: string, act?: News['act']) => {
  const one: News = { key: ++last, words, ...(act && { act }) }
  change([...news.slice(-2), one])
  setTimeout(() => change(news.filter((n) => n !== one)), SHOWN_FOR)
}

export const Toasts = () => {
  const shown = useSyncExternalStore(listen, () => news, () => news)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((n) => <div className="toast" key={n.key}>{n.words}{n.act ? <button type="button" onClick={n.act.run}>{n.act.label}</button> : null}</div>)}
    </div>
  )
}
