/** Above the steps of a campaign's plan: what is being made, and which step it is. */
import { useText } from '../../text/use-text'
import { Stepper } from '../../ui/stepper'

export const PlanTop = ({ title, now }: { title: string; now: 0 | 1 }) => {
  const t = useText()
  return <><h1 className="page-title">{title}</h1><div className="gap" /><Stepper steps={[t('office.new.step.template'), t('office.new.step.form')]} now={now} /></>
}
