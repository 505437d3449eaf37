/** 催办时间 on the mobilisation page: from when on a unit counts as behind, and the way to set it for this campaign. */
import { useState } from 'react'
import { lackNames, lacks, type Lack } from '#core/mobilisation/behind'
import { pacedFrom, type Pace } from '#core/mobilisation/pace'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import type { Campaign } from '../next-act'
import type { Mobilisation } from './reading'
import { SetTimes } from './set-times'

/** Which of the times decides about which step. */
const partOf: Readonly<Record<Lack, keyof Pace>> = { notOpened: 'openWithin', notAcknowledged: 'acknowledgeWithin', nothingBegun: 'beginBefore', notSubmitted: 'submitBefore' }

/** 3 天, 36 小时. */
const useHours = () => {
  const t = useText()
  return (hours: number) => (hours % 24 === 0 ? t('office.pace.days', { n: hours / 24 }) : t('office.pace.hours', { n: hours }))
}

export const ReminderTimes = ({ campaign, all }: { campaign: Campaign; all: Mobilisation }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const say = useHours()
  const [setting, setSetting] = useState(false)
  const { since, pace } = all
  if (since === null) return null
  const columns: Column<Lack>[] = [
    { key: 'what', head: t('office.pace.what'), names: true, cell: (l) => words(lackNames[l]) },
    { key: 'how', head: t('office.pace.how'), cell: (l) => t(`office.pace.${pacedFrom[partOf[l]]}`, { time: say(pace[partOf[l]]) }) },
    { key: 'since', head: t('office.pace.since'), cell: (l) => sayAt(since[l], language) },
  ]
  return (
    <Section title={t('office.pace.title')} note={t(all.ownPace ? 'office.pace.own' : 'office.pace.usual')} action={campaign.state === 'open' ? <Button size="small" onClick={() => setSetting(true)}>{t('office.pace.set')}</Button> : null}>
      <Table caption={t('office.pace.title')} captionHidden columns={columns} rows={lacks} keyOf={(l) => l} empty={null} />
      <p className="detail muted gap">{t('office.pace.reminder', { time: say(pace.remindAgainAfter) })}{t('office.pace.half')}</p>
      {setting ? <SetTimes campaignId={campaign.id} all={all} onClose={() => setSetting(false)} /> : null}
    </Section>
  )
}
