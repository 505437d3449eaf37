/** Steps of a short set-up: which are done, which is now. */
import './fields.css'

export const Stepper = ({ steps, now }: { steps: readonly string[]; /** Counted from 0. */ now: number }) => (
  <ol className="stepper">
    {steps.map((step, i) => <li key={step} className={i < now ? 'done' : i === now ? 'now' : ''} aria-current={i === now ? 'step' : undefined}>{i + 1}. {step}</li>)}
  </ol>
)
