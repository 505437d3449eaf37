/** A thin bar for work under way; the words beside it say the same. */
import './figures.css'

export const ProgressBar = ({ share, label }: { /** 0–1 */ share: number; label: string }) => {
  const percent = Math.max(0, Math.min(100, Math.floor(share * 100)))
  return (
    <div className={percent === 100 ? 'progress-bar done' : 'progress-bar'} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}
