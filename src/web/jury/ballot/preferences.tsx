/** 推荐取向: what the notice would rather see, said to those who vote. It binds nobody. */
import { readCampaign } from '#contract/operations/campaigns'
import { rulesOf } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'

export const Preferences = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const campaign = useRead(readCampaign, { params: { campaignId } })
  const rules = campaign.data === undefined ? [] : rulesOf(campaign.data.definition, 'preference')
  return rules.map((rule) => <p className="ballot-note" key={rule.id}><span><b>{t('common.preferences')}</b> {words(sayRule(rule))} <ClauseRef clause={rule.rests} withSource /></span></p>)
}
