/** 学习宣传活动 on the campaign's home for the unit: how much there is, and the way to record one. */
import { readActivitySheet } from '#contract/operations/activities'
import { wholeOf } from '#core/publicity/activities/totals'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'

export const OwnActivities = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const sheet = useRead(readActivitySheet, { params: { campaignId } })
  const { times, people } = wholeOf(sheet.data?.total ?? {})
  const base = `/unit/c/${campaignId}/activities`
  return (
    <Section title={t('activities.title')} note={t('activities.unitNote')} action={<ButtonLink size="small" to={`${base}/new`}>{t('activities.record')}</ButtonLink>}>
      <p>{times === 0 ? <span className="muted">{t('activities.none')}</span> : <>{t('activities.unitSum', { times, people })} <ButtonLink look="quiet" size="small" to={base}>{t('activities.look')}</ButtonLink></>}</p>
    </Section>
  )
}
