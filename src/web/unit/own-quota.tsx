/** What the level above granted this unit, where it distributes; its approver may return what is not used. */
import { readQuotas } from '#contract/operations/cascade'
import { useSession } from '../api/session'
import { useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { ReturnQuota } from '../ui/return-quota'

export const OwnQuota = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const { role } = useSession()
  const own = useRead(readQuotas, { params: { campaignId } }, { look: 'campaign' }).data?.nodes[0]
  if (own === undefined) return null
  return (
    <p className="own-quota">
      <span>{t('unit.quota.granted', { granted: own.granted - own.returned, used: own.used, free: own.free })}</span>
      {role === 'unitApprover' && own.free > 0 ? <ReturnQuota campaignId={campaignId} act={t('unit.quota.return')} title={t('unit.quota.return')} question={t('unit.quota.returnCount')} /> : null}
    </p>
  )
}
