/** 走线下报送: a placeholder in place of a name. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { beginOffline } from '#contract/operations/offline'
import { articles } from '#core/secrecy/say'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { Dialog } from '../../ui/dialog'
import { nothingTyped, OfflineFields, registeredOf } from './offline-fields'

export const BeginOffline = ({ campaignId, open, onClose }: { campaignId: string; open: boolean; onClose: () => void }) => {
  const t = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(nothingTyped)
  const begin = useAct(beginOffline)
  const registered = registeredOf(typed)
  const go = () => registered && begin.mutate({ params: { campaignId }, body: registered }, { onSuccess: ({ nominationId }) => void navigate(`/unit/n/${nominationId}`) })
  return (
    <Dialog open={open} onClose={onClose} title={t('secrecy.offline.begin')}
      actions={<><Button onClick={onClose}>{t('unit.new.not')}</Button><Button look="primary" disabled={registered === null} busy={begin.isPending} onClick={go}>{t('secrecy.offline.register')}</Button></>}>
      <p>{t('secrecy.offline.what')} <ClauseRef clause={articles.noSystem} withSource /></p>
      <OfflineFields typed={typed} change={setTyped} />
      <Refused error={begin.error} />
    </Dialog>
  )
}
