/** `/office/c/:campaignId/jury`: the jury, and its rounds. */
import { useState } from 'react'
import { readJury } from '#contract/operations/jury'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { Answer } from '../../ui/answer'
import { useCampaign, type CampaignContext } from '../campaign-frame'
import { FormJury, type Jury } from './form-jury'
import './jury.css'
import { Rounds } from './rounds'

type Member = Jury['jurors'][number] & { seat: 'juror' | 'secretary' }

const Members = ({ jury, onChange }: { jury: Jury; onChange: () => void }) => {
  const t = useText()
  const members: Member[] = [...jury.jurors.map((j) => ({ ...j, seat: 'juror' as const })), ...(jury.secretary ? [{ ...jury.secretary, seat: 'secretary' as const }] : [])]
  const columns: Column<Member>[] = [
    { key: 'name', head: t('office.jury.name'), names: true, cell: (m) => m.personName },
    { key: 'seat', head: t('office.jury.seat'), cell: (m) => t(m.seat === 'juror' ? 'office.jury.juror' : 'office.jury.secretary') },
    { key: 'work', head: t('office.jury.work'), cell: (m) => m.unitName || '—' },
    { key: 'field', head: t('office.jury.field'), cell: (m) => m.fieldOfWork || '—' },
  ]
  const frozen = jury.rounds.length > 0
  return (
    <Section title={t('office.jury.members')} note={t('office.jury.count', { n: jury.jurors.length })} action={<span className="row-of"><ButtonLink size="small" to="../juries">{t('juries.link')}</ButtonLink><ButtonLink size="small" to="../conflicts">{t('conflicts.link')}</ButtonLink>{frozen ? null : <Button size="small" onClick={onChange}>{t('office.jury.change')}</Button>}</span>}>
      <Table caption={t('office.jury.members')} captionHidden columns={columns} rows={members} keyOf={(m) => m.accountId + m.seat} empty={null} />
      {frozen ? <p className="small muted gap">{t('office.jury.frozen')}</p> : null}
    </Section>
  )
}

const Body = ({ jury, ...context }: CampaignContext & { jury: Jury }) => {
  const [changing, setChanging] = useState(false)
  if (jury.jurors.length === 0 || changing) return <FormJury campaignId={context.campaign.id} jury={jury} onFormed={() => setChanging(false)} />
  return <><Rounds {...context} jury={jury} /><Members jury={jury} onChange={() => setChanging(true)} /></>
}

export const JuryPage = () => {
  const context = useCampaign()
  const query = useRead(readJury, { params: { campaignId: context.campaign.id } })
  return <PageFrame><Answer query={query}>{(jury) => <Body jury={jury} {...context} />}</Answer></PageFrame>
}
