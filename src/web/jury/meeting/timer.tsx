/** 计时: minutes for each candidate, running down; past them it says by how much. */
import { useEffect, useState } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'

const said = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export const Timer = ({ of }: { /** Begins anew with another. */ of: string }) => {
  const t = useText()
  const [minutes, setMinutes] = useState('10')
  const [ran, setRan] = useState(0)
  const [running, setRunning] = useState(false)
  useEffect(() => { setRan(0); setRunning(false) }, [of])
  useEffect(() => {
    if (!running) return
    const from = Date.now() - ran * 1000
    const timer = setInterval(() => setRan(Math.floor((Date.now() - from) / 1000)), 250)
    return () => clearInterval(timer)
    // What ran before is in where it began.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [running])
  const most = (/^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0) * 60
  const over = ran > most
  return (
    <div className="meeting-timer">
      <p className={over ? 'time over' : 'time'} role="timer">{over ? t('juries.meeting.over', { time: said(ran - most) }) : t('juries.meeting.left', { time: said(most - ran) })}</p>
      <TextField label={t('juries.meeting.minutes')} value={minutes} onChange={setMinutes} keyboard="numeric" />
      <div className="row-of"><Button onClick={() => setRunning(!running)}>{t(running ? 'juries.meeting.pause' : 'juries.meeting.start')}</Button><Button look="quiet" onClick={() => { setRan(0); setRunning(false) }}>{t('juries.meeting.reset')}</Button></div>
    </div>
  )
}
