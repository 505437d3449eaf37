/** `/office/c/:campaignId/mobilisation`: the units as map and list, who is behind, and the letters. */
import { useState } from 'react'
import { readMobilisation } from '#contract/operations/mobilisation'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { useCampaign } from '../campaign-frame'
import { Legend, UnitsMap } from './map'
import './mobilisation.css'
import { NoAddress } from './no-address'
import { Outbox } from './outbox'
import { groupsOf, isIn, type Mobilisation } from './reading'
import { ReminderTimes } from './reminder-times'
import { TreeTable } from './tree-table'
import { UnitList } from './unit-list'

const Next = ({ campaignId, all }: { campaignId: string; all: Mobilisation }) => {
  const t = useText()
  if (all.behind === 0) return <NextStep act={t('office.mobilisation.nobodyBehind')}>{t('office.mobilisation.nobodyBehindFact')}</NextStep>
  return <NextStep act={t('office.mobilisation.remind', { n: all.behind })} actions={<ButtonLink look="primary" icon="bell" to={`/office/c/${campaignId}/mobilisation/round`}>{t('office.mobilisation.look')}</ButtonLink>}>{t('office.mobilisation.remindFact')}</NextStep>
}

const Units = ({ all }: { all: Mobilisation }) => {
  const t = useText()
  const [asTable, setAsTable] = useState(false)
  const [group, setGroup] = useState<string | null | undefined>(undefined)
  const groups = groupsOf(all, t('office.overview.ungrouped'))
  return (
    <>
      <Section title={t('office.overview.units', { n: all.units.length, m: all.units.filter((u) => isIn(u.standing)).length })} action={<Button size="small" onClick={() => setAsTable(!asTable)}>{t(asTable ? 'office.overview.map' : 'office.overview.table')}</Button>}>
        <Legend counts={all.counts} />
        {asTable ? <TreeTable all={all} groups={groups} /> : <UnitsMap groups={groups} chosen={group} onChoose={setGroup} />}
      </Section>
      <UnitList key={all.behind > 0 ? 'some' : 'none'} all={all} groups={groups} group={group} onAll={() => setGroup(undefined)} />
      <NoAddress units={all.units.filter((u) => u.email === '')} />
    </>
  )
}

export const MobilisationPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(readMobilisation, { params: { campaignId: campaign.id } }, { enabled: campaign.state !== 'draft', refetchMs: 60_000, look: 'campaign' })
  if (campaign.state === 'draft') return <PageFrame><Empty wholePage title={t('office.mobilisation.draft')} action={<ButtonLink look="primary" to={`/office/c/${campaign.id}/issuing`}>{t('office.issuing.go')}</ButtonLink>}>{t('office.mobilisation.draftFact')}</Empty></PageFrame>
  return (
    <PageFrame top={query.data ? <Next campaignId={campaign.id} all={query.data} /> : null}>
      <Answer query={query} lines={8}>{(all) => <><Units all={all} /><ReminderTimes campaign={campaign} all={all} /></>}</Answer>
      <Outbox campaignId={campaign.id} />
    </PageFrame>
  )
}
