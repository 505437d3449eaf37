/** 加载: nothing for 300 ms, then grey bars of the true layout, beyond 10 s a sentence: what, how far, may I leave. */
import { useEffect, useState } from 'react'
import { useText } from '../text/use-text'
import './figures.css'
import { ProgressBar } from './progress-bar'

const QUIET = 300
const LONG = 10_000

interface LoadingProps {
  shape?: 'text' | 'rows'
  lines?: number
  /** 正在核验第 4 / 9 件，约 20 秒。 */
  words?: string
  /** 0–1 */
  share?: number
}
type Phase = 'quiet' | 'bars' | 'long'

const usePhase = (): Phase => {
  const [phase, setPhase] = useState<Phase>('quiet')
  useEffect(() => {
    const first = setTimeout(() => setPhase('bars'), QUIET)
    const second = setTimeout(() => setPhase('long'), LONG)
    return () => {
      clearTimeout(first)
      clearTimeout(second)
    }
  }, [])
  return phase
}

const widths = ['40%', '76%', '64%', '82%', '55%']

export const Skeleton = ({ shape = 'text', lines = 3 }: { shape?: 'text' | 'rows'; lines?: number }) => (
  <div className="skeleton" aria-hidden="true">
    {Array.from({ length: lines }, (_, i) => shape === 'rows'
      ? <div className="pair" key={i}><i /><div><i style={{ width: '40%' }} /><i style={{ width: widths[(i + 1) % 5] }} /></div></div>
      : <i key={i} style={{ width: widths[i % 5] }} />)}
  </div>
)

export const Loading = ({ shape = 'text', lines = 3, words, share }: LoadingProps) => {
  const t = useText()
  const phase = usePhase()
  const sentence = words ?? (phase === 'long' ? t('common.loading.long') : null)
  return (
    <div role="status" aria-busy="true">
      {phase === 'quiet' ? null : <Skeleton shape={shape} lines={lines} />}
      {phase === 'quiet' ? null : sentence ? <div className="loading-words">{sentence}{share === undefined ? null : <ProgressBar share={share} label={sentence} />}</div> : <span className="hidden-text">{t('common.loading.now')}</span>}
    </div>
  )
}
