/** Over the unit's pages while somebody of the office sits in for it: whose seat this is, and the way back. */
import { useNavigate } from 'react-router'
import { chooseRole } from '#contract/operations/sign-in'
import { useSession } from '../api/session'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Note } from '../ui/finding-card'

export const ForUnitBanner = ({ campaignId }: { /** Where one came from. */ campaignId?: string | undefined }) => {
  const t = useText()
  const navigate = useNavigate()
  const { forOffice, organisation, memberships } = useSession()
  const back = useAct(chooseRole)
  const office = memberships.find((m) => m.role === 'office' && m.organisationId === forOffice)
  if (forOffice === null || office === undefined) return null
  const go = () => back.mutate({ params: {}, body: { membershipId: office.membershipId } }, { onSuccess: () => void navigate(campaignId === undefined ? '/office' : `/office/c/${campaignId}/entries`) })
  return (
    <div className="for-unit-banner" role="status">
      <Note kind="info" title={t('unit.forUnit.title', { unit: organisation?.name ?? '' })} actions={<Button size="small" busy={back.isPending} onClick={go}>{t('unit.forUnit.back')}</Button>}><p>{t('unit.forUnit.fact')}</p></Note>
      <Refused error={back.error} />
    </div>
  )
}
