/** 撤回推荐: frees the seat and ends this nomination; said before it is done. */
import { withdrawNomination } from '#contract/operations/nominations'
import { useAct } from '../../api/use-operation'
import { Refused } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { say } from '../../ui/toast'
import { useNomination } from '../nomination-frame'

export const WithdrawDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useText()
  const { nomination } = useNomination()
  const act = useAct(withdrawNomination)
  const go = () => act.mutate({ params: { nominationId: nomination.id }, body: {} }, {
    onSuccess: () => {
      say(t('unit.withdraw.done'))
      onClose()
    },
  })
  return (
    <Dialog open={open} onClose={onClose} title={t('unit.withdraw.title', { name: nomination.candidateName })} actions={<><Button onClick={onClose}>{t('unit.withdraw.not')}</Button><Button look="block" busy={act.isPending} onClick={go}>{t('unit.withdraw.act')}</Button></>}>
      <p>{t('unit.withdraw.what')}</p>
      <Refused error={act.error} />
    </Dialog>
  )
}
