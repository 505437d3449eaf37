/** What the office has written about one nomination and not sent yet. Begins anew with each nomination and each version of it. */
import { useState } from 'react'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { termEnd, type Instant } from '#core/kernel/instant'
import { findingsOf, keyOf, pointOf, type Nomination, type Point } from './letter'

export interface Letter {
  ticked: ReadonlySet<string>
  tick: (key: string, on: boolean) => void
  own: readonly string[]
  setOwn: (own: readonly string[]) => void
  day: string
  setDay: (day: string) => void
  time: string
  setTime: (time: string) => void
  note: string
  setNote: (note: string) => void
  points: readonly Point[]
  until: Instant | null
}

export const useLetter = (nomination: Nomination, definition: ResolvedDefinition): Letter => {
  const findings = findingsOf(nomination)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(findings.filter((f) => f.strength === 'block').map(keyOf)))
  const [own, setOwn] = useState<readonly string[]>([])
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [note, setNote] = useState('')
  const tick = (key: string, on: boolean) => setTicked(new Set(on ? [...ticked, key] : [...ticked].filter((k) => k !== key)))
  const points = [...findings.filter((f) => ticked.has(keyOf(f))).map((f) => pointOf(f, definition)), ...own.map((what): Point => ({ what, at: '', clause: '' }))]
  return { ticked, tick, own, setOwn, day, setDay, time, setTime, note, setNote, points, until: day === '' ? null : termEnd(day, time || null) }
}
