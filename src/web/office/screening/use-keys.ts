/** Keys of the desk: one letter, one act. Silent while one types, with a modifier held, or while a dialog is open. Escape leaves a field of the desk, and the keys speak again. */
import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox')

export const useKeys = (acts: Readonly<Record<string, (() => void) | undefined>>): void => {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && typing(event.target) && event.target instanceof HTMLElement && event.target.closest('.desk-side') !== null) event.target.blur()
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target) || document.querySelector('dialog[open]')) return
      const act = latest.current[event.key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
