/** `/office/c/:campaignId/media/channels`: the channels of a campaign, by hand or by a list. */
import { useState } from 'react'
import { addMediaChannel, changeMediaChannel, readMediaPlan, removeMediaChannel } from '#contract/operations/media'
import { channelKinds, channelLevels, kindNames, levelNames, mediaLimits, sayKind, type MediaChannel } from '#core/publicity/media-plan/channel'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog, DialogActions } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { ImportList } from './import-list'
import './media.css'
import { baseOf, renews, type Plan } from './plan'
import { PlatformsSection } from './platforms-section'

type Row = Plan['channels'][number]
const empty: MediaChannel = { kind: 'newspaper', kindWord: '', name: '', level: 'city', contact: '' }

const ChannelDialog = ({ campaignId, row, onClose }: { campaignId: string; row: Row | null; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const [c, setC] = useState<MediaChannel>(row === null ? empty : { kind: row.kind, kindWord: row.kindWord, name: row.name, level: row.level, contact: row.contact })
  const [add, change, remove] = [useAct(addMediaChannel, renews), useAct(changeMediaChannel, renews), useAct(removeMediaChannel, renews)]
  const error = add.error ?? change.error ?? remove.error
  const findings = error?.name === 'ProblemError' ? error.findings : []
  const at = (field: string) => ({ findings: findings.filter((f) => f.at.field === field) })
  const done = () => { say(t('media.saved')); onClose() }
  const save = () => (row === null ? add.mutate({ params: { campaignId }, body: c }, { onSuccess: done }) : change.mutate({ params: { campaignId, channelId: row.id }, body: { version: row.version, channel: c } }, { onSuccess: done }))
  return (
    <Dialog open onClose={onClose} wide title={t(row === null ? 'media.addChannel' : 'media.editChannel')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); save() }}>
        <div className="media-fields">
          <TextField label={t('media.channelName')} required max={mediaLimits.name} value={c.name} onChange={(name) => setC({ ...c, name })} {...at('name')} />
          <div className="media-two">
            <SelectField label={t('media.kind')} required value={c.kind} onChange={(kind) => setC({ ...c, kind: kind as MediaChannel['kind'] })} options={channelKinds.map((k) => ({ value: k, label: words(kindNames[k]) }))} />
            <SelectField label={t('media.level')} required value={c.level} onChange={(level) => setC({ ...c, level: level as MediaChannel['level'] })} options={channelLevels.map((l) => ({ value: l, label: words(levelNames[l]) }))} />
          </div>
          {c.kind === 'other' ? <TextField label={t('media.kindWord')} required max={mediaLimits.kindWord} value={c.kindWord} onChange={(kindWord) => setC({ ...c, kindWord })} {...at('kindWord')} /> : null}
          <TextField label={t('media.contact')} hint={t('media.contactHint')} max={mediaLimits.contact} value={c.contact} onChange={(contact) => setC({ ...c, contact })} />
        </div>
        <Refused error={error} />
        <DialogActions>
          {row !== null && row.items === 0 ? <Button look="block" busy={remove.isPending} onClick={() => remove.mutate({ params: { campaignId, channelId: row.id } }, { onSuccess: () => { say(t('media.removed')); onClose() } })}>{t('media.removeAsk')}</Button> : null}
          <Button onClick={onClose}>{t('media.close')}</Button>
          <Button type="submit" look="primary" busy={add.isPending || change.isPending} disabled={(c.kind as string) === '' || (c.level as string) === ''}>{t('media.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const Channels = ({ campaignId, plan }: { campaignId: string; plan: Plan }) => {
  const t = useText()
  const words = useWords()
  const [asked, setAsked] = useState<Row | 'new' | null>(null)
  const columns: Column<Row>[] = [
    { key: 'name', head: t('media.channelName'), names: true, cell: (c) => c.name }, { key: 'kind', head: t('media.kind'), cell: (c) => words(sayKind(c)) }, { key: 'level', head: t('media.level'), cell: (c) => words(levelNames[c.level]) },
    { key: 'contact', head: t('media.contact'), cell: (c) => c.contact || '—' }, { key: 'items', head: t('media.items_'), numeric: true, cell: (c) => c.items },
    { key: 'edit', head: t('media.editChannel'), phone: 'bare', cell: (c) => <Button size="small" look="quiet" onClick={() => setAsked(c)}>{t('media.editChannel')}<span className="hidden-text">：{c.name}</span></Button> },
  ]
  return (
    <Section title={t('media.channelsTitle')} note={t('media.channelsNote')} action={<Button onClick={() => setAsked('new')}>{t('media.addChannel')}</Button>}>
      <Table caption={t('media.channelsTitle')} captionHidden columns={columns} rows={plan.channels} keyOf={(c) => c.id} empty={<Empty title={t('media.channelNone')} />} />
      {asked === null ? null : <ChannelDialog key={asked === 'new' ? 'new' : asked.id} campaignId={campaignId} row={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}

export const MediaChannelsPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const plan = useRead(readMediaPlan, { params: { campaignId: campaign.id } })
  return (
    <PageFrame>
      <div className="data media">
        <p className="detail"><ButtonLink look="quiet" size="small" to={baseOf(campaign.id)}>← {t('media.back')}</ButtonLink></p>
        <h1 className="page-title">{t('media.channels')}</h1>
        <ImportList campaignId={campaign.id} />
        <Answer query={plan}>{(p) => <Channels campaignId={campaign.id} plan={p} />}</Answer>
        <PlatformsSection campaignId={campaign.id} />
      </div>
    </PageFrame>
  )
}
