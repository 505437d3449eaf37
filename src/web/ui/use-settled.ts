/** What is typed, once nobody types any more. */
import { useEffect, useMemo, useState } from 'react'

const PAUSE = 600

/** The value once it has stood still for a moment. */
export const useSettled = <T,>(value: T): T => {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE)
    return () => clearTimeout(timer)
  }, [key])
  return useMemo(() => JSON.parse(settled) as T, [settled])
}
