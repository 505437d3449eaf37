/** 退给经办人: with a note that says what is to be changed. */
import { useState } from 'react'
import { handBack } from '#contract/operations/nominations'
import { useAct } from '../../api/use-operation'
import { Refused } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useNomination } from '../nomination-frame'

export const HandBack = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useText()
  const { nomination } = useNomination()
  const [note, setNote] = useState('')
  const act = useAct(handBack)
  const go = () => act.mutate({ params: { nominationId: nomination.id }, body: { note } }, {
    onSuccess: () => {
      say(t('unit.handBack.done'))
      onClose()
    },
  })
  return (
    <Dialog open={open} onClose={onClose} title={t('unit.handBack.title')} actions={<><Button onClick={onClose}>{t('unit.handBack.not')}</Button><Button look="primary" busy={act.isPending} onClick={go}>{t('unit.handBack.act')}</Button></>}>
      <TextArea label={t('unit.handBack.note')} hint={t('unit.handBack.hint')} value={note} onChange={setNote} max={500} rows={3} />
      <Refused error={act.error} />
    </Dialog>
  )
}
