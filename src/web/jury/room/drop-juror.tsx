/** 登记退出: a juror who gives nothing leaves the round with a reason; the numbers are worked out anew. */
import { useState } from 'react'
import { dropJuror } from '#contract/operations/rounds'
import { useAct } from '../../api/use-operation'
import { Refused } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

const LEAST = 4

export const DropJuror = ({ roundId, juror }: { roundId: string; juror: { accountId: string; personName: string } }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(dropJuror)
  const name = juror.personName
  const send = () => act.mutate({ params: { roundId, accountId: juror.accountId }, body: { reason } }, { onSuccess: () => { setOpen(false); say(t('rounds.drop.done', { name })) } })
  return (
    <>
      <button type="button" className="link drop-juror" onClick={() => setOpen(true)} aria-label={t('rounds.drop.actName', { name })}>{t('rounds.drop.act')}</button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('rounds.drop.title', { name })}
        actions={<><Button onClick={() => setOpen(false)}>{t('rounds.drop.back')}</Button><Button look="block" busy={act.isPending} disabled={reason.trim().length < LEAST} onClick={send}>{t('rounds.drop.act')}</Button></>}>
        <p className="detail">{t('rounds.drop.say')}</p>
        <TextField label={t('rounds.drop.reason')} required value={reason} max={300} onChange={setReason} hint={t('rounds.drop.reasonHint')} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
