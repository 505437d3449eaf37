/** 新建推荐: the candidate's name is enough to begin; everything else is filled in as one goes. */
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { createNomination } from '#contract/operations/nominations'
import { useAct } from '../api/use-operation'
import { Refused } from '../ui/answer'
import { useText } from '../text/use-text'
import { useBeginLate } from '../ui/begin-late'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { FindingCard } from '../ui/finding-card'
import { TextField } from '../ui/text-fields'
import { LeadsOfName } from './leads'
import type { Campaign } from './reading'
import { KnownPeople, type Known } from './known-people'

/** @param onOffline goes on without a name: the papers are classified */
export const NewNomination = ({ campaign, open, onClose, onOffline }: { campaign: Campaign; open: boolean; onClose: () => void; onOffline: () => void }) => {
  const t = useText()
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const create = useAct(createNomination)
  const navigate = useNavigate()
  const late = useBeginLate(campaign)
  const campaignId = campaign.id
  const begin = (name: string, record?: Known) => {
    if (name.trim() === '' || create.isPending || late) return
    create.mutate({ params: { campaignId }, body: { candidateName: name.trim(), ...(record && { recordId: record.id }) } }, { onSuccess: ({ nominationId }) => void navigate(`/unit/n/${nominationId}`) })
  }
  const go = (event?: FormEvent) => {
    event?.preventDefault()
    setAsked(true)
    begin(name)
  }
  return (
    <Dialog open={open} onClose={onClose} title={t('unit.new.title')}
      actions={<><Button onClick={onClose}>{t('unit.new.not')}</Button><Button look="primary" disabled={late !== undefined} busy={create.isPending} onClick={() => go()}>{t('unit.new.begin')}</Button></>}>
      <form onSubmit={go} noValidate>
        <TextField label={t('unit.new.name')} hint={t('unit.new.nameHint')} required value={name} onChange={setName} error={asked && name.trim() === '' ? t('unit.new.nameMissing') : null} />
      </form>
      {open ? <LeadsOfName name={name} /> : null}
      {open ? <KnownPeople campaignId={campaignId} name={name} onChoose={(r) => begin(r.name, r)} /> : null}
      {late ? <FindingCard compact finding={late} /> : null}
      <Refused error={create.error} />
      <p className="detail gap"><Button look="quiet" size="small" onClick={onOffline}>{t('secrecy.offline.open')}</Button></p>
    </Dialog>
  )
}
