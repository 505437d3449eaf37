import { useLayoutEffect, useRef, useState } from 'react'

/** How wide a drawing may be, in px: its letters stay as large as those around it, on a telephone too. */
export const useWidth = () => {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const at = box.current
    if (at === null) return undefined
    const measure = () => setWidth(Math.round(at.getBoundingClientRect().width))
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(at)
    return () => watcher.disconnect()
  }, [])
  return { box, width }
}
