/** Grades as one bar, best first, darker the better. */
import type { TallyTone } from '../../ui/tally'

export const GradeBar = ({ parts, tone }: { parts: readonly number[]; tone: TallyTone }) => (
  <div className={`tally-bar grades-bar ${tone}`} aria-hidden="true">
    {parts.map((part, i) => <i key={i} style={{ width: `${part * 100}%`, left: `${parts.slice(0, i).reduce((a, b) => a + b, 0) * 100}%`, opacity: Math.max(0.15, 1 - i / Math.max(1, parts.length - 0.5)) }} />)}
  </div>
)
