/** 演示时钟 in the top bar of a demo: shows product time; a small panel moves it by steps, to the stops of the page, to any time, or back to now. */
import { useEffect, useId, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { clockTime, dayOf, stamp, type Instant } from '#core/kernel/instant'
import { useLanguage, useText } from '../text/use-text'
import { Button } from './button'
import './demo-clock.css'
import { useClockStops } from './demo-clock-stops'
import { Field } from './field'
import { Icon } from './icon'

const HOUR = 3_600_000
const steps = [['hourBack', -HOUR], ['hourOn', HOUR], ['dayOn', 24 * HOUR]] as const

interface DemoClockProps {
  /** Product time minus this browser's time, ms. */
  offset: number
  busy: boolean
  onMove: (to: Instant) => void
  /** Below the moves: on a phone the way to another role. */
  children?: ReactNode
}

const useNow = (offset: number): Instant => {
  const [now, setNow] = useState(() => Date.now() + offset)
  useEffect(() => {
    setNow(Date.now() + offset)
    const timer = setInterval(() => setNow(Date.now() + offset), 5000)
    return () => clearInterval(timer)
  }, [offset])
  return now
}

/** 2026-06-02T09:00 as the field has it, in Beijing time whatever the device's zone. */
const fieldValue = (at: Instant) => `${dayOf(at)}T${clockTime(at)}`

const AnyTime = ({ now, busy, onMove }: { now: Instant; busy: boolean; onMove: (to: Instant) => void }) => {
  const t = useText()
  const [value, setValue] = useState(() => fieldValue(now))
  const to = Date.parse(`${value}:00+08:00`)
  return (
    <form className="any-time" onSubmit={(event) => { event.preventDefault(); if (!Number.isNaN(to)) onMove(to) }}>
      <Field label={t('common.demoClock.any')}>{(wiring) => <input {...wiring} type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />}</Field>
      <Button type="submit" size="small" busy={busy} disabled={Number.isNaN(to)}>{t('common.demoClock.set')}</Button>
    </form>
  )
}

const Panel = ({ now, busy, onMove }: { now: Instant; busy: boolean; onMove: (to: Instant) => void }) => {
  const t = useText()
  const stops = useClockStops()
  const exact = useLanguage() === 'zh' ? `${stamp(now).slice(0, 19)}（北京时间）` : `${stamp(now).slice(0, 19)} Beijing time`
  return (
    <>
      <p className="small muted">{exact}</p>
      <div className="row-of">{steps.map(([name, by]) => <Button key={name} size="small" busy={busy} onClick={() => onMove(now + by)}>{t(`common.demoClock.${name}`)}</Button>)}</div>
      {stops.length ? <div className="stops" role="group" aria-label={t('common.demoClock.stops')}>{stops.map((s) => <Button key={s.label} size="small" busy={busy} onClick={() => onMove(s.at)}>{s.label}</Button>)}</div> : null}
      <AnyTime key={Math.round(now / 60_000)} now={now} busy={busy} onMove={onMove} />
      <Button size="small" look="quiet" busy={busy} onClick={() => onMove(Date.now())}>{t('common.demoClock.back')}</Button>
      <p className="small muted">{t('common.demoClock.note')}</p>
    </>
  )
}

export const DemoClock = ({ offset, busy, onMove, children }: DemoClockProps) => {
  const t = useText()
  const id = useId()
  const now = useNow(offset)
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const [, month = '', day = ''] = dayOf(now).split('-')
  const today = `${Number(month)}-${Number(day)}`
  const shown = `${today} ${clockTime(now)}`
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  return (
    <div className="demo-clock" onBlur={onBlur} onKeyDown={(event) => {
      if (event.key !== 'Escape' || !open) return
      setOpen(false)
      opener.current?.focus()
    }}>
      <button type="button" ref={opener} aria-expanded={open} aria-controls={id} aria-label={t('common.demoClock.open', { now: shown })} onClick={() => setOpen(!open)}><Icon name="wait" /><span><span className="today">{today} </span>{clockTime(now)}</span></button>
      <div className="demo-clock-panel" id={id} role="group" aria-label={t('common.demoClock.title')} hidden={!open}>{open ? <><Panel now={now} busy={busy} onMove={onMove} />{children}</> : null}</div>
    </div>
  )
}
