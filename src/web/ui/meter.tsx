/** 计量: one bar carries value, limit and the missing or forbidden part; the words say the distance. Without a limit it is grey, not green. */
import './figures.css'

interface MeterProps {
  label: string
  /** 15.4% */
  value: string
  /** 4 人，不低于 20%，还差 2 人 */
  words: string
  /** Value on the scale. */
  at: number
  /** End of the scale. */
  scale: number
  limit?: { kind: 'least' | 'most'; at: number }
}

const per = (n: number, scale: number) => `${Math.max(0, Math.min(100, (n / scale) * 100))}%`

export const Meter = ({ label, value, words, at, scale, limit }: MeterProps) => {
  const kept = limit ? (limit.kind === 'least' ? at >= limit.at : at <= limit.at) : null
  return (
    <div className={`meter${kept === null ? '' : kept ? ' ok' : ' warn'}`}>
      <div className="head"><span>{label}</span><span className="value">{value}</span><span className="words">{words}</span></div>
      <div className="track" aria-hidden="true">
        {limit ? <s style={limit.kind === 'least' ? { left: 0, width: per(limit.at, scale) } : { left: per(limit.at, scale), right: 0 }} /> : null}
        <i style={{ width: per(at, scale) }} />
        {limit ? <u style={{ left: per(limit.at, scale) }} /> : null}
      </div>
    </div>
  )
}
