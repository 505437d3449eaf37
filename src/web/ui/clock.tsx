/** 截止钟: what ends, how long, the exact end. Figures come from product time; after the end the word 已截止, never a negative number. */
import { useEffect, useState } from 'react'
import { clockTime, dayOf, sayEnd, type Instant } from '#core/kernel/instant'
import { useText, useWords } from '../text/use-text'
import { clockParts, worthSaying } from './clock-parts'
import './frame.css'

interface ClockProps {
  /** 距推荐材料报送截止 */
  label: string
  end: Instant
  /** Product time minus this browser's time, ms. */
  offset?: number
  /** Server's real time minus this browser's, ms: said when it is more than 5 s. */
  drift?: number
  /** 逾期不予受理 */
  tail?: string
  left?: boolean
}

/** Product time, renewed each time the figures change. */
const useTimeLeft = (end: Instant, offset: number) => {
  const [now, setNow] = useState(() => Date.now() + offset)
  const left = end - now
  useEffect(() => {
    setNow(Date.now() + offset)
  }, [offset])
  useEffect(() => {
    const { step } = clockParts(left)
    if (step === Infinity) return
    const timer = setTimeout(() => setNow(Date.now() + offset), Math.min(step, 60_000))
    return () => clearTimeout(timer)
  }, [left, offset])
  return { left, now }
}

const useEndWords = (end: Instant, now: Instant, ended: boolean) => {
  const t = useText()
  const words = useWords()
  const said = words(sayEnd(end))
  if (ended) return t('common.clock.endedAt', { end: said })
  const midnight = clockTime(end) === '00:00'
  const today = dayOf(now) === dayOf(midnight ? end - 1 : end)
  return today ? t('common.clock.today', { time: midnight ? '24:00' : clockTime(end) }) : t('common.clock.until', { end: said })
}

export const Clock = ({ label, end, offset = 0, drift = 0, tail, left: toLeft }: ClockProps) => {
  const t = useText()
  const { left, now } = useTimeLeft(end, offset)
  const { tone, figures } = clockParts(left)
  const endWords = useEndWords(end, now, tone === 'ended')
  const units = figures.filter((f) => f.unit !== 'second')
  const spoken = tone === 'ended' ? `${label}: ${t('common.clock.ended')}` : t('common.clock.left', { label, left: units.map((f) => `${Number(f.value)} ${t(`common.clock.${f.unit}`)}`).join(' ') })
  const [announced, setAnnounced] = useState('')
  useEffect(() => {
    if (tone === 'now' && worthSaying(left)) setAnnounced(spoken)
  }, [spoken, tone, left])
  return (
    <div className={`clock ${tone}${toLeft ? ' left' : ''}`} role="timer" aria-label={spoken}>
      <div className="line" aria-hidden="true">{label}</div>
      <div className="time" aria-hidden="true">
        {tone === 'ended' ? t('common.clock.ended') : figures.map((f) => <span key={f.unit}>{f.value}<u>{t(`common.clock.${f.unit}`)}</u></span>)}
      </div>
      <div className="line">
        {endWords}
        {tail ? <span className="tail"><i className="dot" />{tail}</span> : null}
        {Math.abs(drift) > 5000 ? <span className="drift">{t('common.clock.drift', { n: Math.round(Math.abs(drift) / 1000) })}</span> : null}
      </div>
      <span className="hidden-text" aria-live="polite">{announced}</span>
    </div>
  )
}
