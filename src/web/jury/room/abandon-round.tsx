/** 废止: a share too few, a void vote on paper, or a round that was opened wrongly. The box stays closed, and the round is held again. */
import { useState } from 'react'
import { abandonRound } from '#contract/operations/key-shares'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Round } from './round-answer'

const LEAST = 4

export const AbandonRound = ({ round }: { round: Round }) => {
  const t = useText()
  const why = round.rule.paper === true ? 'abandonPaper' : round.keyShares?.fixed === true ? 'abandon' : 'abandonWrong'
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(abandonRound)
  const send = () => act.mutate({ params: { roundId: round.id }, body: { reason } }, { onSuccess: () => { setOpen(false); say(t('keys.abandoned.done')) } })
  return (
    <>
      <p className="gap"><button type="button" className="link" onClick={() => setOpen(true)}>{t(`keys.${why}`)}</button></p>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('keys.abandonTitle')}
        actions={<><Button onClick={() => setOpen(false)}>{t('keys.abandonBack')}</Button><Button look="block" busy={act.isPending} disabled={reason.trim().length < LEAST} onClick={send}>{t('keys.abandonTitle')}</Button></>}>
        <p className="detail">{t(`keys.${why}Say`)}</p>
        <TextField label={t('keys.abandonReason')} required value={reason} max={300} onChange={setReason} hint={t(`keys.${why}Hint`)} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
