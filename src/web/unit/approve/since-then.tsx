import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { asPoints } from '../../ui/gate/still-fits'
import { TellChange } from '../../ui/gate/tell-change'
import { useGate } from '../../ui/gate/use-gate'
import { Section } from '../../ui/section'
import type { NominationContext } from '../reading'

/** After the submission the approver may tell the office what changed; who is chosen is not told by it. */
export const SinceThen = ({ context: { nomination: n, campaign } }: { context: NominationContext }) => {
  const t = useText()
  const approver = useSession().role === 'unitApprover'
  const at = n.state === 'submitted' ? ({ gate: 'acceptance' } as const) : n.state === 'accepted' ? ({ gate: 'notice' } as const) : null
  const { data: gate } = useGate(campaign.id, at ?? { gate: 'notice' }, n.id, approver && at !== null && campaign.state === 'open')
  if (at === null || gate === undefined || gate.points.length === 0) return null
  return <Section title={t('gate.changed.title')}><p className="detail muted">{t('gate.changed.fact')}</p><TellChange nominationId={n.id} at={at} points={asPoints(gate.points)} offline={n.offline !== null} /></Section>
}
