/** 佐证: what may come with a step, uploaded where every file is. */
import { Link } from 'react-router'
import { ruleOf, type ResolvedRule } from '#core/campaign/definition'
import { useText, useWords } from '../../text/use-text'
import type { NominationContext } from '../reading'

export const Evidence = ({ rule, context: { nomination, campaign } }: { rule: ResolvedRule<'procedureStep'>; context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const rules = [...(rule.evidence ?? []), ...(rule.optionalEvidence ?? [])].map((id) => ruleOf(campaign.definition, 'material', id)).filter((m) => m !== undefined)
  if (rules.length === 0) return null
  const n = (id: string) => nomination.materials.filter((m) => m.materialId === id).length
  return <p className="gap detail">{rules.map((m) => <Link key={m.id} className="link" to={`/unit/n/${nomination.id}/materials#material-${m.id}`}>{n(m.id) > 0 ? t('appraisal.evidence.there', { name: words(m.name), n: n(m.id) }) : t('appraisal.evidence.add', { name: words(m.name) })}</Link>)}</p>
}
